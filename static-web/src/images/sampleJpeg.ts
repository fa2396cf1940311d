/** Headers for tests: files with the outline of a JPEG and no picture in it. */
export interface SampleHeader {
  readonly width?: number
  readonly height?: number
  readonly components?: number
  readonly jfif?: { readonly unit: number; readonly density: number }
  /** The content of an APP1 segment. */
  readonly exif?: readonly number[]
  /** Padded to this many bytes. */
  readonly bytes?: number
  readonly isCut?: boolean
}

export function sampleJpeg(header: SampleHeader = {}): Uint8Array {
  const { width = 600, height = 800, components = 3, jfif, exif, isCut = false } = header
  const frame = [
    8,
    ...short(height),
    ...short(width),
    components,
    ...new Array<number>(3 * components).fill(0),
  ]
  const start = [
    0xff,
    0xd8,
    ...(jfif
      ? segment(0xe0, [
          ...text('JFIF\0'),
          1,
          2,
          jfif.unit,
          ...short(jfif.density),
          ...short(jfif.density),
          0,
          0,
        ])
      : []),
    ...(exif ? segment(0xe1, exif) : []),
    ...segment(0xc0, frame),
    ...segment(0xda, [0, 0]),
  ]
  const filling = new Array<number>(Math.max(4, (header.bytes ?? 0) - start.length - 2)).fill(7)
  return Uint8Array.from([...start, ...filling, ...(isCut ? [] : [0xff, 0xd9])])
}

/** An EXIF directory with an orientation, in either order of bytes. */
export function exifWithOrientation(orientation: number, order: 'II' | 'MM'): number[] {
  const two = (value: number) => (order === 'MM' ? short(value) : short(value).reverse())
  const four = (value: number) =>
    order === 'MM' ? [0, 0, ...short(value)] : [...short(value).reverse(), 0, 0]
  return [
    ...text('Exif\0\0' + order),
    ...two(42),
    ...four(8),
    ...two(1),
    ...two(0x0112),
    ...two(3),
    ...four(1),
    ...two(orientation),
    0,
    0,
    ...four(0),
  ]
}

function segment(marker: number, content: readonly number[]): number[] {
  return [0xff, marker, ...short(content.length + 2), ...content]
}

function short(value: number): number[] {
  return [value >> 8, value & 0xff]
}

function text(value: string): number[] {
  return [...value].map((character) => character.charCodeAt(0))
}
