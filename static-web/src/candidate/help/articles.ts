import { wordsIn } from '@/words/language'
import { zh } from './articles.zh'

/** The guide's text, standards and questions, by the names under which fields refer to them (R14). */
export const articles = wordsIn(zh, () => import('./articles.en').then((module) => module.en))

export type ArticleName = keyof typeof zh
export type Articles = typeof zh

export interface Article {
  readonly title: string
  /** Paragraphs; one that begins with "- " is a point of a list. */
  readonly text: readonly string[]
}
