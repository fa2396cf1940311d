import type { Article } from './articles'

/** Articles that have every word of the question, those with it in the title first. */
export function search<Name extends string>(
  articles: Readonly<Record<Name, Article>>,
  question: string,
): Name[] {
  const asked = question
    .toLowerCase()
    .split(/[\s，,。？?]+/)
    .filter(Boolean)
  const names = Object.keys(articles) as Name[]
  const found = names.filter((name) => {
    const text = [articles[name].title, ...articles[name].text].join('\n').toLowerCase()
    return asked.every((word) => text.includes(word))
  })
  const inTitle = (name: Name) => asked.some((word) => articles[name].title.toLowerCase().includes(word))
  return [...found.filter(inTitle), ...found.filter((name) => !inTitle(name))]
}
