/** What a mended file has to keep to. */
export interface Limits {
  readonly minBytes: number
  readonly maxBytes: number
  /** The least share of the sides that still gives the required pixels or dots per inch; at most 1. */
  readonly leastScale: number
}

/** One way of encoding the picture; the scale is never above 1, since nothing is ever enlarged. */
export interface Attempt {
  readonly scale: number
  /** As the browser's encoder takes it, 0 to 1. */
  readonly quality: number
  readonly bytes: number
}

export type SearchResult =
  | { readonly kind: 'found'; readonly attempt: Attempt }
  /** Even the best quality at full size makes too small a file. */
  | { readonly kind: 'too-few-bytes'; readonly best: Attempt }
  /** Even the poorest bearable quality at the least scale makes too large a file. */
  | { readonly kind: 'too-many-bytes'; readonly best: Attempt }

/** Encodes the picture and tells the size of the file in bytes. */
export type Encode = (scale: number, quality: number) => Promise<number>

const good = 0.9
const best = 1
/** Rather than go below this, the picture is made smaller, as far as it may be. */
const fair = 0.8
/** Fair quality has more than half the bytes of good: beyond this many times the most it is not worth a try. */
const farTooLarge = 2
/** Below this nobody would accept the picture. */
const poorest = 0.4
const mostSteps = 7
/** The browser turns qualities into whole percents. */
const leastQualityStep = 0.01
const leastScaleStep = 0.002

/**
 * Looks for a scale and a quality whose file lands between the limits: first at full size, then smaller, and at the
 * least scale with less quality. Encoders are not steady (chroma subsampling ends only at quality 1, sizes jump), so
 * every step only asks on which side of the limits a file lies.
 */
export async function searchSize(limits: Limits, encode: Encode): Promise<SearchResult> {
  const search = new Search(limits, encode)
  const first = await search.attempt(1, good)
  if (search.side(first) === 'inside') return { kind: 'found', attempt: first }
  return search.side(first) === 'below' ? search.withMoreQuality(first) : search.withLess(first)
}

type Side = 'below' | 'inside' | 'above'

class Search {
  constructor(
    private readonly limits: Limits,
    private readonly encode: Encode,
  ) {}

  async attempt(scale: number, quality: number): Promise<Attempt> {
    return { scale, quality, bytes: await this.encode(scale, quality) }
  }

  side({ bytes }: Attempt): Side {
    if (bytes < this.limits.minBytes) return 'below'
    return bytes > this.limits.maxBytes ? 'above' : 'inside'
  }

  /** The file at good quality is too small: at most the best quality helps, for nothing is enlarged. */
  async withMoreQuality(tooSmall: Attempt): Promise<SearchResult> {
    const most = await this.attempt(tooSmall.scale, best)
    if (this.side(most) === 'inside') return { kind: 'found', attempt: most }
    if (this.side(most) === 'below') return { kind: 'too-few-bytes', best: most }
    const between = await this.betweenQualities(tooSmall, most)
    if (between !== null) return { kind: 'found', attempt: between }
    // The step to the best quality leaps over the range; a smaller picture at the best quality lands in it.
    const smaller = await this.betweenScales({ ...tooSmall, scale: this.limits.leastScale, bytes: 0 }, most)
    return smaller === null ? { kind: 'too-few-bytes', best: tooSmall } : { kind: 'found', attempt: smaller }
  }

  /** The file at good quality is too large. */
  async withLess(tooLarge: Attempt): Promise<SearchResult> {
    const withLessQuality =
      tooLarge.bytes > farTooLarge * this.limits.maxBytes ? null : await this.downToFair(tooLarge)
    if (withLessQuality !== null) return { kind: 'found', attempt: withLessQuality }
    const smallest = await this.attempt(this.limits.leastScale, good)
    if (this.side(smallest) === 'inside') return (await this.larger(smallest, tooLarge)) ?? found(smallest)
    return this.side(smallest) === 'above' ? this.withLeast(smallest) : this.fromBelow(smallest, tooLarge)
  }

  private async downToFair(tooLarge: Attempt): Promise<Attempt | null> {
    const coarser = await this.attempt(tooLarge.scale, fair)
    if (this.side(coarser) === 'inside') return coarser
    return this.side(coarser) === 'below' ? this.betweenQualities(coarser, tooLarge) : null
  }

  /** The least scale is enough, but a larger picture says more: one try at it. */
  private async larger(smallest: Attempt, tooLarge: Attempt): Promise<SearchResult | null> {
    const between = await this.attempt(this.guessScale(smallest, tooLarge), good)
    return this.side(between) === 'inside' ? found(between) : null
  }

  private async fromBelow(smallest: Attempt, tooLarge: Attempt): Promise<SearchResult> {
    const between = await this.betweenScales(smallest, tooLarge)
    return between === null ? this.withMoreQuality(smallest) : found(between)
  }

  /** At the least scale only quality is left to give. */
  private async withLeast(tooLarge: Attempt): Promise<SearchResult> {
    const least = await this.attempt(tooLarge.scale, poorest)
    if (this.side(least) === 'inside') {
      return found((await this.betweenQualities({ ...least, bytes: 0 }, tooLarge)) ?? least)
    }
    if (this.side(least) === 'above') return { kind: 'too-many-bytes', best: least }
    const between = await this.betweenQualities(least, tooLarge)
    return between === null ? { kind: 'too-many-bytes', best: tooLarge } : found(between)
  }

  private async betweenQualities(low: Attempt, high: Attempt): Promise<Attempt | null> {
    let [below, above] = [low.quality, high.quality]
    for (let step = 0; step < mostSteps && above - below > leastQualityStep; step++) {
      const tried = await this.attempt(high.scale, (below + above) / 2)
      const side = this.side(tried)
      if (side === 'inside') return tried
      if (side === 'below') below = tried.quality
      else above = tried.quality
    }
    return null
  }

  private async betweenScales(low: Attempt, high: Attempt): Promise<Attempt | null> {
    let [below, above] = [low, high]
    for (let step = 0; step < mostSteps && above.scale - below.scale > leastScaleStep; step++) {
      const tried = await this.attempt(this.guessScale(below, above), high.quality)
      const side = this.side(tried)
      if (side === 'inside') return tried
      if (side === 'below') below = tried
      else above = tried
    }
    return null
  }

  /** Bytes grow about as the area does; kept off the ends, so that a bad guess still halves the distance or so. */
  private guessScale(below: Attempt, above: Attempt): number {
    const aim = this.limits.minBytes + 0.7 * (this.limits.maxBytes - this.limits.minBytes)
    const distance = above.scale - below.scale
    const guess =
      below.bytes > 0 && above.bytes > below.bytes
        ? below.scale + (distance * (aim - below.bytes)) / (above.bytes - below.bytes)
        : above.scale * Math.sqrt(aim / above.bytes)
    return Math.min(above.scale - 0.1 * distance, Math.max(below.scale + 0.1 * distance, guess))
  }
}

function found(attempt: Attempt): SearchResult {
  return { kind: 'found', attempt }
}
