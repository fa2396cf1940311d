import { describe, expect, it } from 'vitest'
import { lumaOf, pageTilt, type Luma } from './pageTilt'

/** A page of dashed lines, turned clockwise. */
function page(degrees: number): Luma {
  const [width, height] = [600, 850]
  const pixels = new Uint8Array(width * height).fill(250)
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2]
      const [column, row] = [dx * cos + dy * sin, dy * cos - dx * sin]
      const isInk = ((row % 24) + 24) % 24 < 9 && ((column % 20) + 20) % 20 < 15
      if (isInk && Math.abs(column) < 230 && Math.abs(row) < 340) pixels[y * width + x] = 30
    }
  }
  return { pixels, width, height }
}

describe('The tilt of a page', () => {
  it.each([0, 1.4, -2.5, 4, -7.3])('of %d° is measured to a fifth of a degree', (degrees) => {
    expect(Math.abs((pageTilt(page(degrees)) ?? 99) - degrees)).toBeLessThan(0.21)
  })

  it('is unknown on an empty page', () => {
    expect(pageTilt({ pixels: new Uint8Array(600 * 850).fill(250), width: 600, height: 850 })).toBeNull()
  })

  it('is measured in brightness, of which green has most', () => {
    const data = Uint8ClampedArray.of(0, 255, 0, 255, 0, 0, 255, 255)
    expect([...lumaOf({ data, width: 2, height: 1 } as ImageData).pixels]).toEqual([149, 28])
  })
})
