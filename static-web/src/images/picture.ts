import { sizeAfter, uprighting, type Rectangle, type Size, type Turn } from './geometry'
import { partsWithoutExif } from './jpegHeader'

/** A decoded picture, with the orientation that its file states. */
export interface Picture {
  readonly bitmap: ImageBitmap
  readonly orientation: number
  /** As people see it, before any turn. */
  readonly size: Size
}

/** Null where the browser can't decode it: HEIC, TIFF, PDF, or a broken file. */
export async function decode(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  orientation: number,
): Promise<Picture | null> {
  try {
    const bitmap = await createImageBitmap(new Blob(partsWithoutExif(bytes), { type }))
    const stored = { width: bitmap.width, height: bitmap.height }
    const size = orientation >= 5 ? { width: stored.height, height: stored.width } : stored
    return { bitmap, orientation, size }
  } catch {
    return null
  }
}

/** The turned picture's part inside the crop, at full size, on white paper where straightening left nothing. */
export function draw(picture: Picture, turn: Turn, crop: Rectangle): OffscreenCanvas {
  const canvas = new OffscreenCanvas(crop.width, crop.height)
  const context = contextOf(canvas)
  const turned = sizeAfter(turn, picture.size)
  context.translate(turned.width / 2 - crop.x, turned.height / 2 - crop.y)
  context.rotate(((turn.quarters * 90 + turn.degrees) * Math.PI) / 180)
  context.translate(-picture.size.width / 2, -picture.size.height / 2)
  context.transform(...uprighting(picture.orientation, picture.bitmap))
  context.drawImage(picture.bitmap, 0, 0)
  return canvas
}

/** Made smaller in steps of at most a half, so that every pixel has its share in the result. */
export function reduced(full: OffscreenCanvas, { width, height }: Size): OffscreenCanvas {
  let current = full
  while (current.width > width || current.height > height) {
    const next = new OffscreenCanvas(
      Math.max(width, Math.ceil(current.width / 2)),
      Math.max(height, Math.ceil(current.height / 2)),
    )
    contextOf(next).drawImage(current, 0, 0, next.width, next.height)
    current = next
  }
  return current
}

/** At most so many pixels on its longer side. */
export function sizeWithin({ width, height }: Size, longest: number): Size {
  const share = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}

export function pixelsOf(canvas: OffscreenCanvas): ImageData {
  return contextOf(canvas, 'keep').getImageData(0, 0, canvas.width, canvas.height)
}

function contextOf(
  canvas: OffscreenCanvas,
  paper: 'white' | 'keep' = 'white',
): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) throw new Error('No canvas to draw on.')
  if (paper === 'white') {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  return context
}
