import type { Size } from './geometry'
import { isJpeg, readJpegHeader, withFacts, type JpegHeader } from './jpegHeader'
import {
  isPlan,
  limitsOf,
  neededDpi,
  planFor,
  type Impossible,
  type Mended,
  type Plan,
  type Wish,
} from './mending'
import { lumaOf, pageTilt } from './pageTilt'
import { decode, draw, pixelsOf, reduced, sizeWithin, type Picture } from './picture'
import { searchSize } from './sizeSearch'
import { sizeAfter, upright, whole } from './geometry'
import { dpiOver, type Standard } from './standard'

/** A picture that is ready for mending, with a smaller copy to look at. */
export interface Opened {
  readonly kind: 'opened'
  readonly size: Size
  readonly density: number | null
  readonly preview: ImageBitmap
  /** Clockwise, in degrees; null where it can't be measured. */
  readonly tilt: number | null
}

export interface Unreadable {
  readonly kind: 'unreadable'
}

/** A newer wish came while this one was worked on. */
export interface Superseded {
  readonly kind: 'superseded'
}

export type MendResult = Mended | Impossible | Superseded

const previewSide = 1400
const tiltSide = 1170
const codeSide = 2400
const jpeg = 'image/jpeg'

/** Holds one decoded picture and does the heavy work on it; lives in a worker. */
export class Darkroom {
  private picture: Picture | null = null
  private header: JpegHeader | null = null
  private latest = 0

  async open(file: Blob): Promise<Opened | Unreadable> {
    this.close()
    const bytes = new Uint8Array(await file.arrayBuffer())
    this.header = readJpegHeader(bytes)
    const type = isJpeg(bytes) ? jpeg : file.type
    this.picture = await decode(bytes, type, this.header?.orientation ?? 1)
    if (this.picture === null) return { kind: 'unreadable' }
    const { size } = this.picture
    const small = reduced(draw(this.picture, upright, whole(size)), sizeWithin(size, previewSide))
    const tilt = pageTilt(lumaOf(pixelsOf(reduced(small, sizeWithin(size, tiltSide)))))
    return {
      kind: 'opened',
      size,
      density: this.header?.density ?? null,
      preview: small.transferToImageBitmap(),
      tilt,
    }
  }

  close(): void {
    this.picture?.bitmap.close()
    this.picture = null
  }

  async mend(standard: Standard, wish: Wish): Promise<MendResult> {
    const job = ++this.latest
    const picture = this.picture
    if (picture === null) throw new Error('No picture is open.')
    const plan = planFor(wish, sizeAfter(wish.turn, picture.size), standard)
    if (!isPlan(plan)) return plan
    const full = draw(picture, wish.turn, plan.crop)
    const encoder = new Encoder(full, plan, () => job === this.latest)
    try {
      const found = await searchSize(limitsOf(plan, standard), (scale, quality) =>
        encoder.bytesAt(scale, quality),
      )
      if (found.kind === 'too-many-bytes') return { kind: found.kind, bytes: found.best.bytes }
      const { bytes, scale } = found.kind === 'found' ? found.attempt : found.best
      const size = plan.sizeAt(scale)
      if (found.kind === 'too-few-bytes') {
        return { kind: found.kind, bytes, ...size, neededDpi: neededDpi(standard, wish, size, bytes) }
      }
      const dpi = wish.paper === null ? null : dpiOver(wish.paper, size.width, size.height)
      const file = await this.stating(encoder.fileAt(found.attempt.scale, found.attempt.quality), dpi)
      return { kind: 'mended', file, ...size, dpi, attempt: found.attempt, encodes: encoder.encodes }
    } catch (fault) {
      if (fault instanceof NewerWish) return { kind: 'superseded' }
      throw fault
    }
  }

  /** The pixels in which a code is looked for. */
  pixels(): ImageData {
    if (this.picture === null) throw new Error('No picture is open.')
    const { size } = this.picture
    return pixelsOf(reduced(draw(this.picture, upright, whole(size)), sizeWithin(size, codeSide)))
  }

  /** The density over the paper, and the day it was taken: a photo does not become younger by mending. */
  private async stating(file: Blob, density: number | null): Promise<Blob> {
    const takenAt = this.header?.takenAt ?? null
    const bytes = new Uint8Array(await file.arrayBuffer())
    return new Blob([withFacts(bytes, { density, takenAt })], { type: jpeg })
  }
}

class NewerWish extends Error {}

/** Encodes at whole percents of quality, and each size once. */
class Encoder {
  private readonly files = new Map<string, Blob>()
  private canvas: OffscreenCanvas | null = null
  encodes = 0

  constructor(
    private readonly full: OffscreenCanvas,
    private readonly plan: Plan,
    private readonly isWanted: () => boolean,
  ) {}

  async bytesAt(scale: number, quality: number): Promise<number> {
    const key = this.keyOf(scale, quality)
    const known = this.files.get(key)
    if (known !== undefined) return known.size
    // A message with a newer wish is taken in while the worker waits for the encoder.
    if (!this.isWanted()) throw new NewerWish()
    this.encodes++
    const file = await this.at(scale).convertToBlob({ type: jpeg, quality: Math.round(quality * 100) / 100 })
    this.files.set(key, file)
    return file.size
  }

  fileAt(scale: number, quality: number): Blob {
    const file = this.files.get(this.keyOf(scale, quality))
    if (file === undefined) throw new Error('Never encoded.')
    return file
  }

  private at(scale: number): OffscreenCanvas {
    const size = this.plan.sizeAt(scale)
    if (this.canvas?.width !== size.width || this.canvas.height !== size.height)
      this.canvas = reduced(this.full, size)
    return this.canvas
  }

  private keyOf(scale: number, quality: number): string {
    const { width, height } = this.plan.sizeAt(scale)
    return `${width}×${height}@${Math.round(quality * 100)}`
  }
}
