import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue'
import { serverNow } from './application'

export interface Left {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
  readonly isOver: boolean
}

/** What is left until an instant, in milliseconds. */
export function leftOf(milliseconds: number): Left {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    isOver: milliseconds <= 0,
  }
}

/** Counts down to an instant by the server's clock, once a second while the component is there. */
export function useCountdown(until: Ref<string | null | undefined>): ComputedRef<Left | undefined> {
  const now = ref(serverNow())
  const ticking = setInterval(() => (now.value = serverNow()), 1000)
  onScopeDispose(() => clearInterval(ticking))
  return computed(() =>
    until.value ? leftOf(Date.parse(until.value) - Math.max(now.value, serverNow())) : undefined,
  )
}
