/**
 * By how much a page is turned: at the right angle the upper edges of its characters, rules and frames fall into few
 * narrow bands, and at every other angle they smear over many. The server estimates it in the same way.
 */

const mostDegrees = 10
const coarseStep = 0.5
const fineStep = 0.1
/** Brightness that falls from one pixel to the next at an edge. */
const edgeStep = 35
/** More points don't sharpen the answer. */
const mostPoints = 24_000
const leastPoints = 300
/** How far the best angle must stand out from the ordinary one to be believed. */
const leastProminence = 1.25

/** One byte a pixel. */
export interface Luma {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
}

/** Clockwise, in degrees; null where nothing on the page runs straight. */
export function pageTilt(luma: Luma): number | null {
  const points = edgePoints(luma)
  if (points.count < leastPoints) return null
  const bands = new Int32Array(luma.height + 2 * Math.ceil(luma.width * sine(mostDegrees)) + 4)
  const score = (degrees: number) => concentration(points, degrees, luma.width, bands)
  const coarse = range(-mostDegrees, mostDegrees, coarseStep).map((degrees) => ({
    degrees,
    score: score(degrees),
  }))
  const around = best(coarse)
  const fine = range(around.degrees - coarseStep, around.degrees + coarseStep, fineStep)
  const found = best([around, ...fine.map((degrees) => ({ degrees, score: score(degrees) }))])
  const ordinary = coarse.map((one) => one.score).sort((a, b) => a - b)[coarse.length >> 1] ?? 0
  return found.score >= leastProminence * ordinary ? Math.round(found.degrees * 10) / 10 : null
}

/** The brightness of a picture's pixels, four bytes each. */
export function lumaOf({ data, width, height }: ImageData): Luma {
  const pixels = new Uint8Array(width * height)
  for (let i = 0, p = 0; i < pixels.length; i++, p += 4) {
    pixels[i] = (77 * (data[p] ?? 0) + 150 * (data[p + 1] ?? 0) + 29 * (data[p + 2] ?? 0)) >> 8
  }
  return { pixels, width, height }
}

interface Points {
  readonly x: Int16Array
  readonly y: Int16Array
  readonly count: number
}

function edgePoints({ pixels, width, height }: Luma): Points {
  const [x, y] = [new Int16Array(mostPoints), new Int16Array(mostPoints)]
  for (let stride = 2; ; stride *= 2) {
    let count = 0
    for (let row = 1; row < height && count < mostPoints; row++) {
      for (let column = row % stride; column < width && count < mostPoints; column += stride) {
        const here = row * width + column
        if ((pixels[here - width] ?? 0) - (pixels[here] ?? 0) > edgeStep) {
          x[count] = column
          y[count] = row
          count++
        }
      }
    }
    if (count < mostPoints) return { x, y, count }
  }
}

/** The sum of squares of how many points fall into each band of one pixel at the angle. */
function concentration({ x, y, count }: Points, degrees: number, width: number, bands: Int32Array): number {
  bands.fill(0)
  const [sin, cos] = [sine(degrees), Math.cos((degrees * Math.PI) / 180)]
  const offset = Math.ceil(width * sine(mostDegrees)) + 1
  for (let i = 0; i < count; i++) {
    const band = Math.floor((y[i] ?? 0) * cos - (x[i] ?? 0) * sin) + offset
    bands[band] = (bands[band] ?? 0) + 1
  }
  return bands.reduce((sum, points) => sum + points * points, 0)
}

function best<T extends { readonly score: number }>(scored: readonly T[]): T {
  return scored.reduce((top, one) => (one.score > top.score ? one : top))
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180)
}
