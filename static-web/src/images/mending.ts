import { inWholePixels, partsOf, withoutEmptyCorners, type Rectangle, type Size, type Turn } from './geometry'
import type { Attempt, Limits } from './sizeSearch'
import { bySize, dpiOver, scaleForDpi, type Paper, type Standard } from './standard'

/** What the candidate wants done to a picture. */
export interface Wish {
  readonly turn: Turn
  /** In pixels of the turned picture at full size. */
  readonly crop: Rectangle
  /** What the original is printed on: the mended file states the density over it. Null for the photo. */
  readonly paper: Paper | null
}

export interface Mended {
  readonly kind: 'mended'
  readonly file: Blob
  readonly width: number
  readonly height: number
  /** Over the wished paper. */
  readonly dpi: number | null
  readonly attempt: Attempt
  /** How often the picture was encoded on the way. */
  readonly encodes: number
}

/** Why a picture can't be mended, with the numbers for saying so. */
export type Impossible =
  | { readonly kind: 'too-few-pixels'; readonly width: number; readonly height: number }
  | { readonly kind: 'low-resolution'; readonly dpi: number; readonly neededDpi: number }
  | {
      readonly kind: 'too-few-bytes'
      readonly bytes: number
      readonly width: number
      readonly height: number
      readonly neededDpi: number | null
    }
  | { readonly kind: 'too-many-bytes'; readonly bytes: number }

/** What is to be drawn, and how small it may become. */
export interface Plan {
  readonly crop: Rectangle
  readonly leastScale: number
  readonly sizeAt: (scale: number) => Size
}

const scannerSteps = [300, 400, 600, 1200]
/** Whole pixels round a little off; a dot per inch more is safe. */
const spareDpi = 1

/** Nothing is enlarged and nothing painted: what has too few pixels is refused here, before anything is encoded. */
export function planFor(wish: Wish, picture: Size, standard: Standard): Plan | Impossible {
  return standard.aspectRatio
    ? planPhoto(wish, picture, standard, standard.aspectRatio)
    : planScan(wish, standard)
}

export function isPlan(planned: Plan | Impossible): planned is Plan {
  return 'leastScale' in planned
}

export function limitsOf(plan: Plan, { minBytes, maxBytes }: Standard): Limits {
  return { minBytes, maxBytes, leastScale: plan.leastScale }
}

/** The resolution at which a new scan would have enough bytes, in a step that scanners offer; null for the photo. */
export function neededDpi(
  standard: Standard,
  wish: Wish,
  { width, height }: Size,
  bytes: number,
): number | null {
  if (wish.paper === null) return null
  const wanted = dpiOver(wish.paper, width, height) * Math.sqrt(standard.minBytes / Math.max(1, bytes))
  return scannerSteps.find((step) => step >= wanted) ?? 1200
}

function planPhoto(wish: Wish, picture: Size, standard: Standard, ratio: number): Plan | Impossible {
  const parts = partsOf(ratio)
  const crop = inWholePixels(withoutEmptyCorners(wish.crop, wish.turn, picture), parts)
  const [minWidth, minHeight] = [standard.minWidth ?? 0, standard.minHeight ?? 0]
  if (crop.width < minWidth || crop.height < minHeight) {
    return { kind: 'too-few-pixels', width: crop.width, height: crop.height }
  }
  const leastUnits = Math.ceil(Math.max(minWidth / parts[0], minHeight / parts[1], 1))
  return {
    crop,
    leastScale: (leastUnits * parts[0]) / crop.width,
    sizeAt: (scale) => {
      const units = Math.max(leastUnits, Math.floor((crop.width * scale) / parts[0] + 1e-6))
      return { width: units * parts[0], height: units * parts[1] }
    },
  }
}

function planScan(wish: Wish, standard: Standard): Plan | Impossible {
  const crop = inWholePixels(wish.crop, null)
  const sizeAt = (scale: number) => ({
    width: Math.max(1, Math.round(crop.width * scale)),
    height: Math.max(1, Math.round(crop.height * scale)),
  })
  const [minDpi, papers] = [standard.minDpi ?? 0, bySize(standard.papers)]
  const enough = papers.filter((paper) => dpiOver(paper, crop.width, crop.height) >= minDpi)
  const governing = enough[enough.length - 1]
  const smallest = papers[0]
  if (governing === undefined && smallest !== undefined) {
    return { kind: 'low-resolution', dpi: dpiOver(smallest, crop.width, crop.height), neededDpi: 300 }
  }
  const least =
    governing === undefined ? 0.1 : scaleForDpi(governing, crop.width, crop.height, minDpi + spareDpi)
  return { crop, leastScale: Math.min(1, least), sizeAt }
}
