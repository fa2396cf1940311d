import { exifOf, nothingSaid, readExif } from './exif'

/** What a JPEG's header says of itself. The server reads the same facts with its own code (R8, R9). */
export interface JpegHeader {
  /** Pixels as people see them: the EXIF orientation is applied. */
  readonly width: number
  readonly height: number
  /** 1 grey, 3 colour, 4 CMYK. */
  readonly components: number
  /** The file goes on to its end-of-image marker. */
  readonly isComplete: boolean
  /** Dots per inch; null where the header gives none, or only a ratio. */
  readonly density: number | null
  /** 1–8 as in EXIF; 1 is upright. */
  readonly orientation: number
  /** When the camera took it, as EXIF writes it: "2026:03:02 10:20:30". */
  readonly takenAt: string | null
}

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const app0 = 0xe0
const app1 = 0xe1
const centimetresPerInch = 2.54

interface Segment {
  readonly marker: number
  /** Of the marker's 0xFF. */
  readonly start: number
  /** What follows marker and length. */
  readonly content: Uint8Array
}

/** The header's facts; null for what is no JPEG, or has no frame header. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
  if (!isJpeg(bytes)) return null
  let frame: { width: number; height: number; components: number } | null = null
  let jfif: number | null = null
  let exif = nothingSaid
  let isComplete = false
  for (const { marker, content } of segments(bytes)) {
    if (marker === endOfImage) isComplete = frame !== null
    else if (isFrameHeader(marker)) frame = readFrame(content) ?? frame
    else if (marker === app0) jfif = readJfifDensity(content) ?? jfif
    else if (marker === app1) exif = readExif(content) ?? exif
  }
  if (frame === null) return null
  const onItsSide = exif.orientation >= 5
  return {
    width: onItsSide ? frame.height : frame.width,
    height: onItsSide ? frame.width : frame.height,
    components: frame.components,
    isComplete,
    density: inDotsPerInch(exif.resolution, exif.resolutionUnit - 1) ?? jfif,
    orientation: exif.orientation,
    takenAt: exif.takenAt,
  }
}

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes.length > 3 && bytes[0] === 0xff && bytes[1] === startOfImage && bytes[2] === 0xff
}

/** Facts that a mended file states: its density, and when the original was taken (R8: 近期). */
export interface StatedFacts {
  readonly density: number | null
  readonly takenAt: string | null
}

/**
 * The same file with these facts in its header. Nothing else of an earlier header is carried over, so a phone's
 * position does not go along; the picture's own bytes stay as they are.
 */
export function withFacts(bytes: Uint8Array, { density, takenAt }: StatedFacts): Uint8Array<ArrayBuffer> {
  if (!isJpeg(bytes)) throw new TypeError('Not a JPEG.')
  const [first] = segments(bytes)
  const picture =
    first !== undefined && isJfif(first)
      ? bytes.subarray(first.start + 4 + first.content.length)
      : bytes.subarray(2)
  const parts = [
    Uint8Array.of(0xff, startOfImage),
    segment(app0, jfifOf(density)),
    ...(takenAt === null ? [] : [segment(app1, exifOf(takenAt))]),
    picture,
  ]
  const written = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let position = 0
  for (const part of parts) {
    written.set(part, position)
    position += part.length
  }
  return written
}

/** The file in parts without its EXIF, so that every browser decodes the pixels as they are stored. */
export function partsWithoutExif(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let kept = 0
  for (const { marker, start, content } of isJpeg(bytes) ? segments(bytes) : []) {
    if (marker === startOfScan) break
    if (marker !== app1) continue
    parts.push(bytes.subarray(kept, start))
    kept = start + 4 + content.length
  }
  return [...parts, bytes.subarray(kept)]
}

function segment(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2
  return Uint8Array.of(0xff, marker, length >> 8, length & 0xff, ...content)
}

/** Without a density it states a ratio of 1 : 1. */
function jfifOf(density: number | null): Uint8Array {
  const dots = density === null ? 1 : Math.min(0xffff, Math.max(2, Math.round(density)))
  const [high, low] = [dots >> 8, dots & 0xff]
  return Uint8Array.of(0x4a, 0x46, 0x49, 0x46, 0, 1, 1, density === null ? 0 : 1, high, low, high, low, 0, 0)
}

/** Walks the markers without decoding anything; stops at the first segment that is not whole. */
function* segments(bytes: Uint8Array): Generator<Segment> {
  let position = 2
  while (position + 1 < bytes.length && bytes[position] === 0xff) {
    const marker = at(bytes, position + 1)
    if (marker === 0xff) {
      position += 1
    } else if (standsAlone(marker)) {
      position += 2
    } else if (marker === endOfImage) {
      yield { marker, start: position, content: bytes.subarray(position, position) }
      return
    } else {
      const end = position + 2 + at(bytes, position + 2) * 256 + at(bytes, position + 3)
      if (end < position + 4 || end > bytes.length) return
      yield { marker, start: position, content: bytes.subarray(position + 4, end) }
      position = marker === startOfScan ? endOfEntropyCodedData(bytes, end) : end
    }
  }
}

/** Inside a scan FF 00 is a data byte and FF D0–D7 a restart; any other marker ends it. */
function endOfEntropyCodedData(bytes: Uint8Array, from: number): number {
  let position = bytes.indexOf(0xff, from)
  while (position >= 0 && position + 1 < bytes.length) {
    const next = at(bytes, position + 1)
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return position
    position = bytes.indexOf(0xff, position + (next === 0xff ? 1 : 2))
  }
  return bytes.length
}

/** Start-of-frame markers are C0–CF without the tables DHT (C4), JPG (C8) and DAC (CC). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function standsAlone(marker: number): boolean {
  return marker === startOfImage || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
}

function readFrame(content: Uint8Array) {
  if (content.length < 6) return null
  return {
    height: at(content, 1) * 256 + at(content, 2),
    width: at(content, 3) * 256 + at(content, 4),
    components: at(content, 5),
  }
}

function isJfif({ marker, content }: Segment): boolean {
  return (
    marker === app0 && content.length >= 14 && String.fromCharCode(...content.subarray(0, 5)) === 'JFIF\0'
  )
}

function readJfifDensity(content: Uint8Array): number | null {
  if (!isJfif({ marker: app0, start: 0, content })) return null
  return inDotsPerInch(at(content, 8) * 256 + at(content, 9), at(content, 7))
}

/** Unit 1 is the inch, 2 the centimetre, anything else a mere ratio; a density of 0 or 1 is none. */
function inDotsPerInch(density: number | null, unit: number): number | null {
  if (density === null || density <= 1) return null
  if (unit === 1) return density
  return unit === 2 ? density * centimetresPerInch : null
}

/** Beyond the end there is nothing but zeros, so that a cut-off header is no fault. */
function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0
}
