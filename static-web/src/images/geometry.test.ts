import { describe, expect, it } from 'vitest'
import {
  inWholePixels,
  keptInside,
  largestOfRatio,
  levelling,
  movedBy,
  partsOf,
  scaledBy,
  sizeAfter,
  turnedBy,
  upright,
  uprighting,
  withoutEmptyCorners,
} from './geometry'

const phone = { width: 4000, height: 3000 }

describe('Cropping', () => {
  it('begins with the largest 3 : 4 in the middle', () => {
    expect(largestOfRatio(phone, 3 / 4)).toEqual({ x: 875, y: 0, width: 2250, height: 3000 })
    expect(largestOfRatio({ width: 300, height: 800 }, 3 / 4)).toEqual({
      x: 0,
      y: 200,
      width: 300,
      height: 400,
    })
  })

  it('keeps the frame inside the picture, and its ratio', () => {
    expect(movedBy({ x: 875, y: 0, width: 2250, height: 3000 }, 5000, -10, phone).x).toBe(1750)
    const kept = keptInside({ x: -10, y: -10, width: 6000, height: 8000 }, phone)
    expect(kept).toEqual({ x: 0, y: 0, width: 2250, height: 3000 })
    expect(scaledBy(kept, 0.01, 300, phone)).toMatchObject({ width: 300, height: 400 })
    expect(scaledBy(kept, 9, 300, phone)).toMatchObject({ width: 2250, height: 3000 })
  })

  it('gives whole pixels of exactly 3 : 4 that lie inside the frame', () => {
    const crop = inWholePixels({ x: 10.3, y: 7.9, width: 601.7, height: 802.26 }, [3, 4])
    expect(crop).toMatchObject({ width: 600, height: 800 })
    expect(crop.x).toBeGreaterThanOrEqual(10.3)
    expect(crop.x + crop.width).toBeLessThanOrEqual(612)
    expect(inWholePixels({ x: 0, y: 0, width: 2480, height: 3508 }, null)).toMatchObject({
      width: 2480,
      height: 3508,
    })
  })
})

describe('Setting upright', () => {
  const [width, height] = [4, 2]

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('keeps every pixel on the picture with orientation %d', (orientation) => {
    const [a, b, c, d, e, f] = uprighting(orientation, { width, height })
    const shown = orientation >= 5 ? { width: height, height: width } : { width, height }
    for (const [x, y] of [
      [0, 0],
      [width, 0],
      [0, height],
      [width, height],
    ] as const) {
      expect([0, shown.width]).toContain(a * x + c * y + e)
      expect([0, shown.height]).toContain(b * x + d * y + f)
    }
  })

  it('turns orientation 6 clockwise: the stored upper left comes to the upper right', () => {
    const [, , , , e, f] = uprighting(6, { width, height })
    expect([e, f]).toEqual([height, 0])
  })

  it('reads a ratio as small parts', () => {
    expect(partsOf(3 / 4)).toEqual([3, 4])
    expect(partsOf(35 / 49)).toEqual([5, 7])
  })
})

describe('Turning', () => {
  it('swaps the sides by a quarter turn and comes back after four', () => {
    expect(sizeAfter({ quarters: 1, degrees: 3 }, phone)).toEqual({ width: 3000, height: 4000 })
    expect(turnedBy(turnedBy(upright, -1), 1)).toEqual(upright)
    expect([1, 1, 1, 1].reduce(turnedBy, upright)).toEqual(upright)
  })

  it('cuts a straightened photo where it has no pixels', () => {
    const whole = { x: 0, y: 0, width: 300, height: 400 }
    const size = { width: 300, height: 400 }
    expect(withoutEmptyCorners(whole, upright, size)).toEqual(whole)
    const cut = withoutEmptyCorners(whole, { quarters: 0, degrees: 5 }, size)
    expect(cut.width).toBeLessThan(300)
    expect(cut.width).toBeGreaterThan(250)
    expect(cut.width / cut.height).toBeCloseTo(3 / 4)
    const inner = { x: 100, y: 100, width: 90, height: 120 }
    expect(withoutEmptyCorners(inner, { quarters: 0, degrees: 5 }, size)).toEqual(inner)
  })

  it.each([
    [{ x: 100, y: 5 }, -2.862],
    [{ x: -100, y: -5 }, -2.862],
    [{ x: 5, y: -100 }, -2.862],
    [{ x: 100, y: -5 }, 2.862],
    [{ x: 100, y: 0 }, 0],
    [{ x: 0, y: 100 }, 0],
  ])('levels a line to %o by %d°', (to, degrees) => {
    expect(levelling({ x: 0, y: 0 }, to)).toBeCloseTo(degrees, 2)
  })
})
