import { wordsIn } from '@/words/language'
import { zh } from './zh'

/** The words of the candidate's pages, in the language that is chosen. */
export const words = wordsIn(zh, () => import('./en').then((module) => module.en))
