/** A paper that a slot's original comes on; sides in millimetres. */
export interface Paper {
  readonly name: string
  readonly longMm: number
  readonly shortMm: number
}

/**
 * What the season asks of an image in a slot (R8, R9), as the server states it in `GET /api/application`: its limits
 * are written nowhere else.
 */
export interface Standard {
  readonly minBytes: number
  readonly maxBytes: number
  /** An image above this is refused from its header alone. */
  readonly maxPixels: number
  /** Dots per inch over the original's paper; absent for the photo. */
  readonly minDpi?: number | null
  /** Pixels, for the photo. */
  readonly minWidth?: number | null
  readonly minHeight?: number | null
  /** Width over height, for the photo. */
  readonly aspectRatio?: number | null
  /** What the original may be printed on; empty for the photo. */
  readonly papers: readonly Paper[]
}

const millimetresPerInch = 25.4

/** Pixels over paper, long side to long side, in whole dots per inch: the server counts them in the same way. */
export function dpiOver(paper: Paper, width: number, height: number): number {
  return Math.round(exactDpi(paper, width, height))
}

/** The papers of a standard, the smallest first. */
export function bySize(papers: readonly Paper[]): Paper[] {
  return [...papers].sort((a, b) => a.longMm * a.shortMm - b.longMm * b.shortMm)
}

/** The least scale at which an image still has this many dots per inch over the paper; above 1 where it never had. */
export function scaleForDpi(paper: Paper, width: number, height: number, dpi: number): number {
  return dpi / exactDpi(paper, width, height)
}

/**
 * The paper that an image was most likely scanned from: the one over which its pixels make the density that its header
 * states, or else the largest over which it has enough.
 */
export function likelyPaper(
  standard: Standard,
  width: number,
  height: number,
  density: number | null,
): Paper | null {
  const papers = bySize(standard.papers)
  if (density !== null) {
    const stated = papers.find(
      (paper) => Math.abs(exactDpi(paper, width, height) - density) <= 0.15 * density,
    )
    if (stated !== undefined) return stated
  }
  const enough = papers.filter((paper) => dpiOver(paper, width, height) >= (standard.minDpi ?? 0))
  return enough[enough.length - 1] ?? papers[0] ?? null
}

/** Either side may be off by one pixel (R8). */
export function hasRatio(width: number, height: number, ratio: number): boolean {
  return Math.abs(width - height * ratio) <= 1 || Math.abs(height - width / ratio) <= 1
}

function exactDpi(paper: Paper, width: number, height: number): number {
  return Math.min(
    Math.max(width, height) / (paper.longMm / millimetresPerInch),
    Math.min(width, height) / (paper.shortMm / millimetresPerInch),
  )
}
