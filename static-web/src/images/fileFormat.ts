import { isJpeg } from './jpegHeader'

/** Names a file by its first bytes, as the server does, so that a candidate learns what was chosen instead of a JPEG. */
export function nameOfFormat(bytes: Uint8Array): string {
  if (isJpeg(bytes)) return 'JPEG'
  const start = String.fromCharCode(...bytes.subarray(0, 12))
  if (start === '') return 'empty file'
  if (start.startsWith('\x89PNG')) return 'PNG'
  if (start.startsWith('GIF8')) return 'GIF'
  if (start.startsWith('BM')) return 'BMP'
  if (start.startsWith('%PDF')) return 'PDF'
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'TIFF'
  if (start.startsWith('RIFF') && start.slice(8) === 'WEBP') return 'WebP'
  if (start.slice(4).startsWith('ftypavi')) return 'AVIF'
  if (start.slice(4).startsWith('ftyp')) return 'HEIC'
  return start.startsWith('PK\x03\x04') ? 'ZIP' : 'unknown format'
}
