/** In pixels of the picture as it is turned; the origin is its upper left corner. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** What is done to a picture: quarter turns first, then straightening about its middle, then the crop. */
export interface Turn {
  /** Clockwise quarter turns, 0–3. */
  readonly quarters: number
  /** Clockwise, in degrees. */
  readonly degrees: number
}

export const upright: Turn = { quarters: 0, degrees: 0 }

export function sizeAfter(turn: Turn, { width, height }: Size): Size {
  return turn.quarters % 2 === 0 ? { width, height } : { width: height, height: width }
}

export function turnedBy(turn: Turn, quarters: number): Turn {
  return { ...turn, quarters: (turn.quarters + quarters + 4) % 4 }
}

/** The largest rectangle of the ratio in the middle of the picture, with as much above the head as a portrait has. */
export function largestOfRatio({ width, height }: Size, ratio: number): Rectangle {
  const cropWidth = Math.min(width, height * ratio)
  const cropHeight = cropWidth / ratio
  return { x: (width - cropWidth) / 2, y: (height - cropHeight) / 2, width: cropWidth, height: cropHeight }
}

export function whole({ width, height }: Size): Rectangle {
  return { x: 0, y: 0, width, height }
}

/** Moved and, where it must be, made smaller, so that it lies inside the picture; the ratio stays. */
export function keptInside(crop: Rectangle, { width, height }: Size): Rectangle {
  const share = Math.min(1, width / crop.width, height / crop.height)
  const size = { width: crop.width * share, height: crop.height * share }
  return {
    x: Math.min(Math.max(0, crop.x), width - size.width),
    y: Math.min(Math.max(0, crop.y), height - size.height),
    ...size,
  }
}

/** Larger or smaller about its own middle, no smaller than the least width. */
export function scaledBy(crop: Rectangle, factor: number, leastWidth: number, picture: Size): Rectangle {
  const width = Math.min(picture.width, Math.max(leastWidth, crop.width * factor))
  const height = (width * crop.height) / crop.width
  return keptInside(
    { x: crop.x + (crop.width - width) / 2, y: crop.y + (crop.height - height) / 2, width, height },
    picture,
  )
}

export function movedBy(crop: Rectangle, dx: number, dy: number, picture: Size): Rectangle {
  return keptInside({ ...crop, x: crop.x + dx, y: crop.y + dy }, picture)
}

/**
 * Made smaller about its middle until no corner lies where straightening has left the picture empty: what a photo has
 * no pixels for is cut away, never painted.
 */
export function withoutEmptyCorners(crop: Rectangle, turn: Turn, picture: Size): Rectangle {
  const isCovered = (share: number) =>
    corners(shrunk(crop, share)).every((corner) => isOnPicture(corner, turn, picture))
  if (turn.degrees === 0 || isCovered(1)) return crop
  let [fits, tooLarge] = [0, 1]
  for (let step = 0; step < 24; step++) {
    const middle = (fits + tooLarge) / 2
    if (isCovered(middle)) fits = middle
    else tooLarge = middle
  }
  return shrunk(crop, fits)
}

/** The crop in whole pixels, inside what was asked for; of a ratio exactly, where one is given as whole parts. */
export function inWholePixels(crop: Rectangle, parts: readonly [number, number] | null): Rectangle {
  if (parts === null) {
    const [x, y] = [Math.round(crop.x), Math.round(crop.y)]
    return { x, y, width: Math.round(crop.x + crop.width) - x, height: Math.round(crop.y + crop.height) - y }
  }
  const units = Math.floor(Math.min(crop.width / parts[0], crop.height / parts[1]) + 1e-6)
  const [width, height] = [units * parts[0], units * parts[1]]
  return { x: crop.x + (crop.width - width) / 2, y: crop.y + (crop.height - height) / 2, width, height }
}

/** The angle that levels a line drawn along something that should be level or plumb, between −45° and 45°. */
export function levelling(from: { x: number; y: number }, to: { x: number; y: number }): number {
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
  const off = ((((angle + 45) % 90) + 90) % 90) - 45
  return off === 0 ? 0 : -off
}

/** A canvas transform, as its six numbers. */
export type Matrix = readonly [number, number, number, number, number, number]

/** Sets pixels as a camera stored them upright: EXIF's orientation, 1–8, for a picture of the stored size. */
export function uprighting(orientation: number, { width, height }: Size): Matrix {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0]
    case 3:
      return [-1, 0, 0, -1, width, height]
    case 4:
      return [1, 0, 0, -1, 0, height]
    case 5:
      return [0, 1, 1, 0, 0, 0]
    case 6:
      return [0, 1, -1, 0, height, 0]
    case 7:
      return [0, -1, -1, 0, height, width]
    case 8:
      return [0, -1, 1, 0, 0, width]
    default:
      return [1, 0, 0, 1, 0, 0]
  }
}

/** A ratio as small whole parts: 0.75 is 3 to 4. */
export function partsOf(ratio: number): [number, number] {
  for (let parts = 1; parts <= 32; parts++) {
    const other = Math.round(ratio * parts)
    if (Math.abs(other / parts - ratio) < 1e-4) return [other, parts]
  }
  return [Math.round(ratio * 1000), 1000]
}

function shrunk(crop: Rectangle, share: number): Rectangle {
  const [width, height] = [crop.width * share, crop.height * share]
  return { x: crop.x + (crop.width - width) / 2, y: crop.y + (crop.height - height) / 2, width, height }
}

function corners({ x, y, width, height }: Rectangle) {
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ]
}

function isOnPicture(point: { x: number; y: number }, turn: Turn, { width, height }: Size): boolean {
  const angle = (-turn.degrees * Math.PI) / 180
  const [dx, dy] = [point.x - width / 2, point.y - height / 2]
  const x = dx * Math.cos(angle) - dy * Math.sin(angle)
  const y = dx * Math.sin(angle) + dy * Math.cos(angle)
  const tolerance = 0.01
  return Math.abs(x) <= width / 2 + tolerance && Math.abs(y) <= height / 2 + tolerance
}
