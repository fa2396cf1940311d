import { onBeforeUnmount, onMounted } from 'vue'

/** No code of ours is shorter. */
const Shortest = 6

/** A scanner types faster than a person: a pause begins a new text. */
const PauseMs = 500

/**
 * A hand scanner that types what it reads, and Enter (keyboard wedge): heard wherever the cursor is, unless somebody
 * types into a field.
 */
export function useWedge(scanned: (text: string) => void): void {
  let typed = ''
  let last = 0

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return
    if (event.timeStamp - last > PauseMs) typed = ''
    last = event.timeStamp
    if (event.key.length === 1) {
      typed += event.key
    } else if (event.key === 'Enter' && typed.length >= Shortest) {
      event.preventDefault()
      event.stopPropagation()
      const text = typed
      typed = ''
      scanned(text)
    }
  }
  onMounted(() => document.addEventListener('keydown', press, { capture: true }))
  onBeforeUnmount(() => document.removeEventListener('keydown', press, { capture: true }))
}

/** What stands in a signed paper's code; anything else is searched for. */
export function isPaper(text: string): boolean {
  return /^BM\d+\./.test(text.trim())
}
