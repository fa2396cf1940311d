import { onBeforeUnmount } from 'vue'

/** Looks again and again for as long as the component lives and somebody can see it. */
export function whileSeen(everyMs: number, look: () => void): void {
  const looking = setInterval(() => {
    if (document.visibilityState === 'visible') look()
  }, everyMs)
  onBeforeUnmount(() => clearInterval(looking))
}
