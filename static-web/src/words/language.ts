import { ref, shallowRef, watch, type Ref } from 'vue'

export type Language = 'zh' | 'en'

const Kept = 'language'

function kept(): Language {
  try {
    return localStorage.getItem(Kept) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh' // a browser that keeps nothing
  }
}

/** The language that the person chose; Chinese until then. */
export const language: Ref<Language> = ref(kept())

export function choose(chosen: Language): void {
  language.value = chosen
  try {
    localStorage.setItem(Kept, chosen)
  } catch {
    // Chosen again next time.
  }
}

/**
 * The words of one part of the front end in the language that is chosen. Chinese comes with the page; English is
 * fetched when somebody asks for it, and must say everything that Chinese says.
 */
export function wordsIn<Words>(chinese: Words, english: () => Promise<Words>): Readonly<Ref<Words>> {
  const words = shallowRef(chinese) as Ref<Words>
  watch(
    language,
    async (wanted) => {
      const said = wanted === 'en' ? await english() : chinese
      if (language.value === wanted) words.value = said
    },
    { immediate: true },
  )
  return words
}
