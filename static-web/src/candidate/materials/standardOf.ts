import type { SlotView } from '@/api/schema'
import type { Standard } from '@/images/standard'
import { words } from './words'

/** The image standard of a slot, as the server states it. */
export function standardOf(slot: SlotView): Standard {
  return {
    minBytes: slot.minBytes,
    maxBytes: slot.maxBytes,
    maxPixels: slot.maxPixels,
    minDpi: slot.minDpi ?? null,
    minWidth: slot.minWidth ?? null,
    minHeight: slot.minHeight ?? null,
    aspectRatio: slot.aspectRatio ?? null,
    papers: slot.papers,
  }
}

/** "K" is read both ways: the least in thousands, the most in 1,024s. */
export function rangeOf({ minBytes, maxBytes }: Standard): [number, number] {
  return [Math.round(minBytes / 1000), Math.round(maxBytes / 1024)]
}

/** The standard in one line. */
export function standardWords(standard: Standard): string {
  const [least, most] = rangeOf(standard)
  return standard.minWidth && standard.minHeight
    ? words.value.standards.photo(standard.minWidth, standard.minHeight, least, most)
    : words.value.standards.scan(standard.minDpi ?? 0, least, most)
}

export function kilobytes(bytes: number): string {
  return String(Math.floor(bytes / 100) / 10)
}
