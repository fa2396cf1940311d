import { wordsIn } from '@/words/language'
import { zh } from './zh'

/** The words of the materials page; names of slots and pages, findings and problems come from the server. */
export const words = wordsIn(zh, () => import('./en').then((module) => module.en))
