const Chinese = /\p{Script=Han}/u

type Said = { readonly path: string; readonly text: string }

/** Every text in a message file; a text with parameters is said with ones in their places. */
export function textsOf(words: unknown, path = ''): Said[] {
  if (typeof words === 'string') return [{ path, text: words }]
  if (typeof words === 'function') {
    const said: unknown = words(...Array.from({ length: words.length }, () => 1))
    return textsOf(said, `${path}()`)
  }
  if (typeof words === 'object' && words !== null) {
    return Object.entries(words).flatMap(([key, value]) => textsOf(value, path ? `${path}.${key}` : key))
  }
  throw new TypeError(`${path} is no text`)
}

/** Paths at which a Chinese and an English message file do not say the same in their own language. */
export function mismatches(zh: unknown, en: unknown, sameInBoth: readonly string[] = []): string[] {
  const chinese = new Map(textsOf(zh).map((said) => [said.path, said.text]))
  const english = new Map(textsOf(en).map((said) => [said.path, said.text]))
  const paths = new Set([...chinese.keys(), ...english.keys()])
  return [...paths].filter((path) => {
    if (sameInBoth.includes(path)) return false
    const [inChinese, inEnglish] = [chinese.get(path)?.trim(), english.get(path)?.trim()]
    return !inChinese || !inEnglish || !Chinese.test(inChinese) || Chinese.test(inEnglish)
  })
}
