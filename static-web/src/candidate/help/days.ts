import { get } from '@/api/client'
import type { Language } from '@/words/language'
import { shallowRef, type Ref } from 'vue'
import type { Article } from './articles'

const numerals = '〇一二三四五六七八九'

/** The candidate's time for the form; the guide's five days until the season is known (R2). */
export const daysToSubmit: Ref<number> = shallowRef(5)

export async function askForDays(): Promise<void> {
  const answer = await get('/api/season')
  if (answer.ok) daysToSubmit.value = answer.value.daysToSubmit
}

/** The articles with the season's days in the place of {days}: 五, or 5 in English; from ten on in figures. */
export function withDays<Name extends string>(
  articles: Readonly<Record<Name, Article>>,
  days: number,
  language: Language,
): Record<Name, Article> {
  const said = (language === 'zh' ? numerals[days] : undefined) ?? String(days)
  const filled = (text: string) => text.replaceAll('{days}', said)
  const whole = {} as Record<Name, Article>
  for (const name of Object.keys(articles) as Name[]) {
    const { title, text } = articles[name]
    whole[name] = { title: filled(title), text: text.map(filled) }
  }
  return whole
}
