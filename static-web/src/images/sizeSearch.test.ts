import { describe, expect, it } from 'vitest'
import { searchSize, type Encode, type Limits } from './sizeSearch'

const photo: Limits = { minBytes: 100_000, maxBytes: 409_600, leastScale: 0.2 }
const scan: Limits = { minBytes: 400_000, maxBytes: 614_400, leastScale: 0.67 }

/** Behaves like a browser's encoder: whole percents, and a leap at 1, where the chroma is no longer subsampled. */
function encoder(bytesAtBest: number, leap = 1.6): Encode & { calls: number } {
  const encode = (scale: number, quality: number) => {
    counted.calls++
    const percent = Math.round(quality * 100)
    const share = percent === 100 ? 1 : Math.exp((percent - 100) / 22) / leap
    return Promise.resolve(Math.round(bytesAtBest * share * scale ** 1.8))
  }
  const counted = Object.assign(encode, { calls: 0 })
  return counted
}

describe('Looking for a size', () => {
  const sizes = [90_000, 120_000, 300_000, 430_000, 700_000, 1_000_000, 2_500_000, 8_000_000, 20_000_000]
  const cases = [photo, scan].flatMap((limits) => sizes.map((size) => ({ limits, size })))

  it.each(cases)('lands within $limits or says why not, at $size bytes', async ({ limits, size }) => {
    const encode = encoder(size)
    const result = await searchSize(limits, encode)
    if (result.kind === 'found') {
      expect(result.attempt.bytes).toBeGreaterThanOrEqual(limits.minBytes)
      expect(result.attempt.bytes).toBeLessThanOrEqual(limits.maxBytes)
      expect(result.attempt.scale).toBeLessThanOrEqual(1)
      expect(result.attempt.scale).toBeGreaterThanOrEqual(limits.leastScale)
    } else {
      const couldNot = result.kind === 'too-few-bytes' ? size < limits.minBytes : size > limits.maxBytes * 10
      expect(couldNot).toBe(true)
    }
    expect(encode.calls).toBeLessThanOrEqual(12)
  })

  it('takes the first try where it lands', async () => {
    const encode = encoder(400_000)
    const result = await searchSize(photo, encode)
    expect(result).toMatchObject({ kind: 'found', attempt: { scale: 1, quality: 0.9 } })
    expect(encode.calls).toBe(1)
  })

  it('says so when the best quality at full size is still too small, and makes nothing larger', async () => {
    const scales: number[] = []
    const result = await searchSize(photo, (scale, quality) => {
      scales.push(scale)
      return Promise.resolve(60_000 * quality)
    })
    expect(result).toEqual({ kind: 'too-few-bytes', best: { scale: 1, quality: 1, bytes: 60_000 } })
    expect(Math.max(...scales)).toBe(1)
  })

  it('makes the picture smaller at the best quality when that leaps over the range', async () => {
    const leaping: Encode = (scale, quality) =>
      Promise.resolve((quality === 1 ? 900_000 : 300_000) * scale ** 2)
    const result = await searchSize(scan, leaping)
    expect(result).toMatchObject({ kind: 'found', attempt: { quality: 1 } })
  })

  it('gives quality only when the picture may not become smaller', async () => {
    const result = await searchSize({ ...scan, leastScale: 1 }, encoder(3_000_000))
    expect(result).toMatchObject({ kind: 'found', attempt: { scale: 1 } })
  })

  it('says so when the least scale at the poorest quality is still too large', async () => {
    const result = await searchSize(scan, () => Promise.resolve(5_000_000))
    expect(result).toMatchObject({ kind: 'too-many-bytes', best: { scale: 0.67 } })
  })

  it('ends with an encoder that keeps no order', async () => {
    let calls = 0
    const noise: Encode = () => Promise.resolve(++calls % 2 === 0 ? 399_999 : 614_401)
    const result = await searchSize(scan, noise)
    expect(result.kind).not.toBe('found')
    expect(calls).toBeLessThan(30)
  })
})
