import { nameOfFormat } from './fileFormat'
import { isJpeg, readJpegHeader, type JpegHeader } from './jpegHeader'
import { bySize, dpiOver, hasRatio, type Standard } from './standard'

/** The findings of R9's table that a file's header already decides, by the server's codes. */
export type NumericCode =
  | 'not-jpeg'
  | 'corrupt'
  | 'too-few-bytes'
  | 'too-many-bytes'
  | 'too-few-pixels'
  | 'too-many-pixels'
  | 'wrong-ratio'
  | 'not-colour'
  | 'low-resolution'

export interface NumericFinding {
  readonly code: NumericCode
  readonly measured: string
  readonly required: string
  /** A resolution that is enough on the slot's smallest paper only can't be told, so it never blocks. */
  readonly isSure: boolean
}

/** What a file's header says, held against the slot's standard. */
export interface NumericVerdict {
  readonly findings: readonly NumericFinding[]
  readonly format: string
  readonly bytes: number
  readonly header: JpegHeader | null
  /** Over the largest paper, or the smallest where it is too low even there; null for the photo. */
  readonly dpi: number | null
}

/**
 * The same numbers that the server checks, at once and without sending anything, in the order in which they are best
 * mended. A stamped copy may be grey (R9).
 */
export function checkNumbers(bytes: Uint8Array, standard: Standard, mayBeGrey: boolean): NumericVerdict {
  const header = readJpegHeader(bytes)
  const verdict = { format: nameOfFormat(bytes), bytes: bytes.length, header, dpi: null }
  if (!isJpeg(bytes)) return { ...verdict, findings: [sure('not-jpeg', verdict.format, 'JPEG')] }
  if (header === null || !header.isComplete) {
    return {
      ...verdict,
      findings: [sure('corrupt', header === null ? 'no image' : 'no end-of-image marker', 'complete JPEG')],
    }
  }
  const size = `${header.width}×${header.height} px`
  if (header.width * header.height > standard.maxPixels) {
    return {
      ...verdict,
      findings: [sure('too-many-pixels', size, `≤ ${standard.maxPixels.toLocaleString('en-US')} px`)],
    }
  }
  const resolution = checkResolution(header, standard)
  const findings = [
    ...(header.components === 1 && !mayBeGrey ? [sure('not-colour', 'grey', 'colour')] : []),
    ...resolution.findings,
    ...checkPixels(header, standard, size),
    ...checkBytes(bytes.length, standard),
  ]
  return { ...verdict, dpi: resolution.dpi, findings }
}

function checkPixels({ width, height }: JpegHeader, standard: Standard, size: string): NumericFinding[] {
  const { minWidth, minHeight, aspectRatio } = standard
  const findings: NumericFinding[] = []
  if (minWidth && minHeight && (width < minWidth || height < minHeight)) {
    findings.push(sure('too-few-pixels', size, `≥ ${minWidth}×${minHeight} px`))
  }
  if (aspectRatio && !hasRatio(width, height, aspectRatio)) {
    findings.push(
      sure('wrong-ratio', `${size} (${((4 * width) / height).toFixed(2)} : 4)`, `${4 * aspectRatio} : 4`),
    )
  }
  return findings
}

function checkResolution({ width, height }: JpegHeader, { minDpi, papers }: Standard) {
  const sorted = bySize(papers)
  const [smallest, largest] = [sorted[0], sorted[sorted.length - 1]]
  if (!minDpi || smallest === undefined || largest === undefined) return { dpi: null, findings: [] }
  const [most, least] = [dpiOver(smallest, width, height), dpiOver(largest, width, height)]
  const required = `≥ ${minDpi} DPI`
  if (most < minDpi) return { dpi: most, findings: [sure('low-resolution', `${most} DPI`, required)] }
  if (least >= minDpi) return { dpi: least, findings: [] }
  const perhaps = { ...sure('low-resolution', `${least} DPI (${largest.name})`, required), isSure: false }
  return { dpi: least, findings: [perhaps] }
}

/** "K" is read both ways, ends included: the least is in thousands, the most in 1,024s. */
function checkBytes(bytes: number, { minBytes, maxBytes }: Standard): NumericFinding[] {
  const required = `${oneDecimal(minBytes / 1000)}–${oneDecimal(maxBytes / 1024)} KB`
  if (bytes < minBytes)
    return [sure('too-few-bytes', `${oneDecimal(Math.floor(bytes / 100) / 10)} KB`, required)]
  if (bytes > maxBytes)
    return [sure('too-many-bytes', `${oneDecimal(Math.ceil(bytes / 102.4) / 10)} KB`, required)]
  return []
}

function oneDecimal(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function sure(code: NumericCode, measured: string, required: string): NumericFinding {
  return { code, measured, required, isSure: true }
}
