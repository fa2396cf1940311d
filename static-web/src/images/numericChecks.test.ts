import { describe, expect, it } from 'vitest'
import { nameOfFormat } from './fileFormat'
import { checkNumbers } from './numericChecks'
import { sampleJpeg, type SampleHeader } from './sampleJpeg'
import { dpiOver, likelyPaper, scaleForDpi, type Standard } from './standard'

const a4 = { name: 'A4', longMm: 297, shortMm: 210 }
const booklet = { name: '证书内页', longMm: 210, shortMm: 148 }
const card = { name: '身份证', longMm: 85.6, shortMm: 54 }

const photo: Standard = {
  minBytes: 100_000,
  maxBytes: 409_600,
  maxPixels: 60_000_000,
  minWidth: 300,
  minHeight: 400,
  aspectRatio: 3 / 4,
  papers: [],
}
const diploma: Standard = {
  minBytes: 400_000,
  maxBytes: 614_400,
  maxPixels: 60_000_000,
  minDpi: 200,
  papers: [a4, booklet],
}

function codesOf(header: SampleHeader, standard: Standard, mayBeGrey = false) {
  return checkNumbers(sampleJpeg(header), standard, mayBeGrey).findings.map((finding) => finding.code)
}

describe('Numeric checks', () => {
  it('find nothing in a right photo and a right scan', () => {
    expect(codesOf({ bytes: 100_000 }, photo)).toEqual([])
    expect(codesOf({ bytes: 409_600 }, photo)).toEqual([])
    expect(codesOf({ width: 1654, height: 2339, bytes: 400_000 }, diploma)).toEqual([])
  })

  it.each([
    ['a byte too few', { bytes: 99_999 }, photo, ['too-few-bytes']],
    ['a byte too many', { bytes: 409_601 }, photo, ['too-many-bytes']],
    ['a photo too small', { width: 299, height: 399, bytes: 100_000 }, photo, ['too-few-pixels']],
    ['a square photo', { width: 640, height: 640, bytes: 100_000 }, photo, ['wrong-ratio']],
    ['grey', { components: 1, bytes: 100_000 }, photo, ['not-colour']],
    ['a monstrous image', { width: 12_000, height: 9_000, bytes: 1000 }, photo, ['too-many-pixels']],
    ['a cut-off file', { isCut: true, bytes: 100_000 }, photo, ['corrupt']],
    [
      'a scan too coarse for any paper',
      { width: 1100, height: 780, bytes: 500_000 },
      diploma,
      ['low-resolution'],
    ],
  ] as const)('name %s', (_, header, standard, codes) => {
    expect(codesOf(header, standard)).toEqual(codes)
  })

  it('are not sure of a resolution that is enough on the smaller paper', () => {
    const verdict = checkNumbers(sampleJpeg({ width: 1754, height: 1240, bytes: 500_000 }), diploma, false)
    expect(verdict.findings).toMatchObject([
      { code: 'low-resolution', measured: '150 DPI (A4)', isSure: false },
    ])
  })

  it('let a ratio be off by one pixel on either side', () => {
    for (const [width, height] of [
      [600, 800],
      [601, 800],
      [599, 800],
      [600, 801],
      [600, 799],
    ] as const) {
      expect(codesOf({ width, height, bytes: 100_000 }, photo)).toEqual([])
    }
    expect(codesOf({ width: 602, height: 800, bytes: 100_000 }, photo)).toEqual(['wrong-ratio'])
  })

  it('let a stamped copy be grey', () => {
    expect(codesOf({ width: 1654, height: 2339, components: 1, bytes: 500_000 }, diploma, true)).toEqual([])
  })

  it('read both readings of K as people write them', () => {
    const [few] = checkNumbers(sampleJpeg({ bytes: 99_999 }), photo, false).findings
    expect(few).toMatchObject({ measured: '99.9 KB', required: '100–400 KB' })
    const [many] = checkNumbers(sampleJpeg({ bytes: 409_601 }), photo, false).findings
    expect(many).toMatchObject({ measured: '400.1 KB' })
  })

  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47]],
    ['PDF', [0x25, 0x50, 0x44, 0x46]],
    ['HEIC', [0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63]],
    ['WebP', [0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50]],
    ['unknown format', [1, 2, 3]],
    ['empty file', []],
  ])('call a %s by its name', (name, bytes) => {
    expect(nameOfFormat(Uint8Array.from(bytes))).toBe(name)
    expect(checkNumbers(Uint8Array.from(bytes), photo, false).findings).toMatchObject([
      { code: 'not-jpeg', measured: name },
    ])
  })
})

describe('Resolution', () => {
  it('is pixels over paper, by the side that has fewer', () => {
    expect(dpiOver(a4, 1654, 2339)).toBe(200)
    expect(dpiOver(a4, 2339, 1654)).toBe(200)
    expect(dpiOver(a4, 1654, 1654)).toBe(141)
    expect(dpiOver(card, 1011, 638)).toBe(300)
  })

  it('tells by how much a scan may be made smaller', () => {
    expect(scaleForDpi(a4, 2480, 3508, 200)).toBeCloseTo(2 / 3, 3)
  })

  it('takes the paper that fits the stated density, or the largest that has enough', () => {
    expect(likelyPaper(diploma, 2480, 1748, 300)).toBe(booklet)
    expect(likelyPaper(diploma, 2480, 1748, null)).toBe(a4)
    expect(likelyPaper(diploma, 1754, 1240, null)).toBe(booklet)
    expect(likelyPaper(diploma, 600, 400, null)).toBe(booklet)
    expect(likelyPaper(photo, 600, 800, null)).toBeNull()
  })
})
