import { onBeforeUnmount, onMounted } from 'vue'
import { asked } from './asking'

/** What a key does on a page: by the key's name, letters in lower case. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** Keys of a page. They rest while somebody types, or is asked something. */
export function useKeys(keys: () => Keys): void {
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || asked.value || isTyping(event.target)) return
    const act = keys()[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act || isTheControls(event)) return
    event.preventDefault()
    act(event)
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[role="dialog"]')) return true
  return target.matches(
    'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable="true"]',
  )
}

/** Enter and Space are a focused button's or link's own. */
export function isOperated(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.matches('button, a, summary')
}

/** A radio button or a box keeps the keys by which it is chosen, and by which its form is sent. */
function isTheControls(event: KeyboardEvent): boolean {
  return event.key.length > 1 && event.target instanceof HTMLInputElement
}
