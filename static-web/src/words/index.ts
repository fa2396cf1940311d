import { wordsIn } from './language'
import { zh } from './zh'

/** Words that both front ends use, in the language that is chosen. */
export const shared = wordsIn(zh, () => import('./en').then((module) => module.en))
