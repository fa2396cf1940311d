import type { ReviewedFinding, ReviewedImage } from '@/api/schema'

/** A box to draw over an image, in its pixels, turned around its middle. */
export interface Drawn {
  readonly kind: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly degrees: number
  readonly label: string
  /** Belongs to a finding that stands. */
  readonly warns: boolean
}

interface Region {
  readonly kind: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly degrees?: number
}

/** What inspection measured where: the regions of each finding, and those that were merely found. */
export function drawnOn(image: ReviewedImage): Drawn[] {
  const found = regionsOf(image.image.inspection).map((region) => drawn(region, '', false))
  const marks = image.findings
    .filter((one) => !one.isOverruled)
    .flatMap((one) => {
      const regions = regionsOf(one.finding)
      return regions.length > 0
        ? regions.map((region) => drawn(region, one.words.message, true))
        : whole(image, one)
    })
  return [...found, ...marks]
}

/** A slope that was measured over the whole page is drawn across its middle. */
function whole(image: ReviewedImage, one: ReviewedFinding): Drawn[] {
  const degrees = Number.parseFloat(one.finding.measured)
  const { width = 0, height = 0 } = image.image.inspection ?? {}
  return one.finding.code === 'tilted' && Number.isFinite(degrees) && width && height
    ? [
        {
          kind: 'slope',
          x: width * 0.05,
          y: height / 2,
          width: width * 0.9,
          height: 0,
          degrees,
          label: one.words.message,
          warns: true,
        },
      ]
    : []
}

function drawn(region: Region, label: string, warns: boolean): Drawn {
  return { ...region, degrees: region.degrees ?? 0, label, warns }
}

function regionsOf(measured: unknown): readonly Region[] {
  if (typeof measured !== 'object' || measured === null || !('regions' in measured)) return []
  return Array.isArray(measured.regions) ? (measured.regions as Region[]) : []
}
