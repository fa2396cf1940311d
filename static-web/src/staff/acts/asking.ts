import { shallowRef } from 'vue'

/** A question before an act that can't be undone, or that others will see: what it does, and why it is done. */
export interface Question {
  readonly title: string
  /** What the act will do, in full. */
  readonly text: string
  /** Which button does it. */
  readonly act: string
  readonly danger?: boolean
  /** A text that goes with it: a reason that is required, or one that may be left out. */
  readonly reason?: 'required' | 'optional'
  readonly reasonLabel?: string
  readonly choices?: readonly Choice[]
}

/** Something to choose with the act; the first option is chosen until another is. */
export interface Choice {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

/** The reason that was given ('' where none was asked for), and a value for each choice. */
export interface Said {
  readonly reason: string
  readonly chosen: readonly string[]
}

interface Asked {
  readonly question: Question
  readonly answer: (said: Said | null) => void
}

export const asked = shallowRef<Asked | null>(null)

/** The reason that was given ('' where none was asked for), or null when the act was called off. */
export async function ask(question: Question): Promise<string | null> {
  return (await askToChoose(question))?.reason ?? null
}

/** What was said and chosen, or null when the act was called off. */
export function askToChoose(question: Question): Promise<Said | null> {
  asked.value?.answer(null)
  return new Promise((resolve) => {
    asked.value = {
      question,
      answer(said) {
        asked.value = null
        resolve(said)
      },
    }
  })
}
