import { ref } from 'vue'
import type { Answer } from '@/api/client'
import { firstWords } from './errors'

export interface Notice {
  readonly text: string
  readonly kind: 'done' | 'failed'
}

/** What the last act came to, for the bar at the foot of the page. */
export const notice = ref<Notice | null>(null)

let fading: ReturnType<typeof setTimeout> | undefined

export function tell(text: string, kind: Notice['kind'] = 'done'): void {
  notice.value = { text, kind }
  clearTimeout(fading)
  // What failed stays until somebody has read it.
  if (kind === 'done') fading = setTimeout(() => (notice.value = null), 4000)
}

/** The value of an answer; a problem is told, and gives undefined. */
export function valueOf<V>(answer: Answer<V>): V | undefined {
  if (answer.ok) return answer.value
  tell(firstWords(answer.problem), 'failed')
  return undefined
}
