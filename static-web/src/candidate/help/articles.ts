import { language, wordsIn } from '@/words/language'
import { computed } from 'vue'
import { zh } from './articles.zh'
import { daysToSubmit, withDays } from './days'

const written = wordsIn(zh, () => import('./articles.en').then((module) => module.en))

/** The guide's text, standards and questions, by the names under which fields refer to them (R14). */
export const articles = computed(() => withDays(written.value, daysToSubmit.value, language.value))

export type ArticleName = keyof typeof zh
export type Articles = typeof zh

export interface Article {
  readonly title: string
  /** Paragraphs; one that begins with "- " is a point of a list. */
  readonly text: readonly string[]
}
