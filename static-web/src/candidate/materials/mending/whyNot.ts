import type { Impossible } from '@/images/mending'
import type { Standard } from '@/images/standard'
import { kilobytes, rangeOf } from '../standardOf'
import { words } from '../words'

/** Why a picture can't be mended, and what to do instead: said plainly, with the numbers. */
export function whyNot(why: Impossible, standard: Standard): string {
  const said = words.value.mending.impossible
  const [least, most] = rangeOf(standard)
  switch (why.kind) {
    case 'too-few-pixels':
      return said[why.kind](why.width, why.height, standard.minWidth ?? 0, standard.minHeight ?? 0)
    case 'low-resolution':
      return said[why.kind](why.dpi, standard.minDpi ?? 0)
    case 'too-few-bytes':
      return why.neededDpi === null
        ? said['too-few-bytes-photo'](kilobytes(why.bytes), least, why.width, why.height)
        : said['too-few-bytes-scan'](kilobytes(why.bytes), least, why.neededDpi)
    case 'too-many-bytes':
      return said[why.kind](kilobytes(why.bytes), most)
  }
}
