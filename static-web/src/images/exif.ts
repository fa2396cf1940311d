/** What EXIF says of a picture, as far as it matters here. */
export interface ExifFacts {
  /** 1–8; 1 is upright. */
  readonly orientation: number
  readonly resolution: number | null
  /** 1 none, 2 inch, 3 centimetre. */
  readonly resolutionUnit: number
  /** The camera's local time: "2026:03:02 10:20:30". */
  readonly takenAt: string | null
}

export const nothingSaid: ExifFacts = { orientation: 1, resolution: null, resolutionUnit: 2, takenAt: null }

const tags = {
  orientation: 0x0112,
  horizontalResolution: 0x011a,
  resolutionUnit: 0x0128,
  exifDirectory: 0x8769,
  takenAt: 0x9003,
  digitisedAt: 0x9004,
}
const identifier = 'Exif\0\0'
const timePattern = /^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/

/** Reads the content of an APP1 segment; null for another kind of content, or a broken one. */
export function readExif(content: Uint8Array): ExifFacts | null {
  const order = ascii(content, identifier.length, 2)
  if (ascii(content, 0, identifier.length) !== identifier || (order !== 'II' && order !== 'MM')) return null
  const tiff = content.subarray(identifier.length)
  try {
    return new Tiff(tiff, order === 'II').facts()
  } catch (fault) {
    // An offset that points out of the segment: such a header says nothing.
    if (fault instanceof RangeError) return null
    throw fault
  }
}

/** The content of an APP1 segment that says nothing but when the picture was taken. */
export function exifOf(takenAt: string): Uint8Array {
  // One entry in the first directory (pointer to the EXIF directory at 26), one in that (text at 44).
  const content = new Uint8Array(identifier.length + 44 + takenAt.length + 1)
  content.set(codes(identifier + 'MM\0*'))
  const view = new DataView(content.buffer, identifier.length)
  view.setUint32(4, 8)
  writeEntry(view, 8, tags.exifDirectory, 4, 1, 26)
  writeEntry(view, 26, tags.takenAt, 2, takenAt.length + 1, 44)
  content.set(codes(takenAt), identifier.length + 44)
  return content
}

/** A directory with one entry and none after it. */
function writeEntry(view: DataView, at: number, tag: number, type: number, count: number, value: number) {
  view.setUint16(at, 1)
  view.setUint16(at + 2, tag)
  view.setUint16(at + 4, type)
  view.setUint32(at + 6, count)
  view.setUint32(at + 10, value)
}

class Tiff {
  private readonly view: DataView

  constructor(
    private readonly bytes: Uint8Array,
    private readonly little: boolean,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  facts(): ExifFacts {
    let facts = nothingSaid
    for (const { tag, at } of this.entries(this.long(4))) {
      if (tag === tags.orientation) facts = { ...facts, orientation: orientationOf(this.short(at)) }
      else if (tag === tags.horizontalResolution)
        facts = { ...facts, resolution: this.rational(this.long(at)) }
      else if (tag === tags.resolutionUnit) facts = { ...facts, resolutionUnit: this.short(at) }
      else if (tag === tags.exifDirectory) facts = { ...facts, takenAt: this.takenAt(this.long(at)) }
    }
    return facts
  }

  private takenAt(directory: number): string | null {
    const entries = [...this.entries(directory)]
    const entry =
      entries.find(({ tag }) => tag === tags.takenAt) ?? entries.find(({ tag }) => tag === tags.digitisedAt)
    const text = entry === undefined ? '' : ascii(this.bytes, this.long(entry.at), 19)
    return timePattern.test(text) ? text : null
  }

  private *entries(directory: number): Generator<{ tag: number; at: number }> {
    for (let i = 0; i < this.short(directory); i++) {
      const entry = directory + 2 + i * 12
      yield { tag: this.short(entry), at: entry + 8 }
    }
  }

  private rational(at: number): number | null {
    const divisor = this.long(at + 4)
    return divisor === 0 ? null : this.long(at) / divisor
  }

  private short(at: number): number {
    return this.view.getUint16(at, this.little)
  }

  private long(at: number): number {
    return this.view.getUint32(at, this.little)
  }
}

function orientationOf(value: number): number {
  return value >= 1 && value <= 8 ? value : 1
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}

function codes(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0))
}
