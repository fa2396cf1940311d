import { describe, expect, it } from 'vitest'
import { upright, whole } from './geometry'
import { isPlan, neededDpi, planFor, type Plan, type Wish } from './mending'
import { dpiOver, type Standard } from './standard'

const a4 = { name: 'A4', longMm: 297, shortMm: 210 }
const booklet = { name: '证书内页', longMm: 210, shortMm: 148 }
const bytes = { minBytes: 400_000, maxBytes: 614_400, maxPixels: 60_000_000 }
const photo: Standard = { ...bytes, minWidth: 300, minHeight: 400, aspectRatio: 3 / 4, papers: [] }
const diploma: Standard = { ...bytes, minDpi: 200, papers: [a4, booklet] }

function wishFor(width: number, height: number): Wish {
  return { turn: upright, crop: whole({ width, height }), paper: null }
}

function planned(standard: Standard, width: number, height: number, wish = wishFor(width, height)): Plan {
  const plan = planFor(wish, { width, height }, standard)
  if (!isPlan(plan)) throw new Error(plan.kind)
  return plan
}

describe('A photo', () => {
  it('may become as small as the least pixels, always in 3 : 4', () => {
    const plan = planned(photo, 2250, 3000)
    expect(plan.sizeAt(plan.leastScale)).toEqual({ width: 300, height: 400 })
    expect(plan.sizeAt(0.417)).toEqual({ width: 936, height: 1248 })
    expect(plan.sizeAt(1)).toEqual({ width: 2250, height: 3000 })
  })

  it('is refused with too few pixels: it is never enlarged', () => {
    expect(planFor(wishFor(240, 320), { width: 240, height: 320 }, photo)).toEqual({
      kind: 'too-few-pixels',
      width: 240,
      height: 320,
    })
  })

  it('is cut where straightening leaves nothing', () => {
    const wish = { ...wishFor(2250, 3000), turn: { quarters: 0, degrees: 4 } }
    const plan = planned(photo, 2250, 3000, wish)
    expect(plan.crop.width).toBeLessThan(2250)
    expect(plan.crop.width / plan.crop.height).toBe(3 / 4)
  })
})

describe('A scan', () => {
  it('may become as small as the required resolution over the largest paper that it has enough for', () => {
    const plan = planned(diploma, 2480, 3508)
    const least = plan.sizeAt(plan.leastScale)
    expect(dpiOver(a4, least.width, least.height)).toBe(201)
    const small = planned(diploma, 2067, 1457)
    const leastSmall = small.sizeAt(small.leastScale)
    expect(dpiOver(booklet, leastSmall.width, leastSmall.height)).toBe(201)
  })

  it('stays as it is where it has just enough', () => {
    expect(planned(diploma, 1654, 2339).leastScale).toBe(1)
  })

  it('is refused with too few pixels for its smallest paper', () => {
    expect(planFor(wishFor(1100, 780), { width: 1100, height: 780 }, diploma)).toEqual({
      kind: 'low-resolution',
      dpi: 133,
      neededDpi: 300,
    })
  })

  it('is to be scanned anew at a step that scanners have', () => {
    const wish = { ...wishFor(1654, 2339), paper: a4 }
    expect(neededDpi(diploma, wish, { width: 1654, height: 2339 }, 250_000)).toBe(300)
    expect(neededDpi(diploma, wish, { width: 1654, height: 2339 }, 60_000)).toBe(600)
    expect(neededDpi(photo, wishFor(300, 400), { width: 300, height: 400 }, 60_000)).toBeNull()
  })
})
