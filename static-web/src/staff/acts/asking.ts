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
}

interface Asked {
  readonly question: Question
  readonly answer: (said: string | null) => void
}

export const asked = shallowRef<Asked | null>(null)

/** The reason that was given ('' where none was asked for), or null when the act was called off. */
export function ask(question: Question): Promise<string | null> {
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
