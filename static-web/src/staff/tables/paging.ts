import { computed, ref } from 'vue'

/** Pages of a keyset list: the cursors that led here, so that there is a way back. */
export function usePaging() {
  const cursors = ref<string[]>([])
  const nextCursor = ref<string | null>(null)
  return {
    cursor: computed(() => cursors.value[cursors.value.length - 1]),
    page: computed(() => cursors.value.length + 1),
    hasPrevious: computed(() => cursors.value.length > 0),
    hasNext: computed(() => nextCursor.value !== null),
    arrived(next: string | null | undefined) {
      nextCursor.value = next ?? null
    },
    forward() {
      if (nextCursor.value) cursors.value.push(nextCursor.value)
    },
    backward() {
      cursors.value.pop()
    },
    restart() {
      cursors.value = []
    },
  }
}

export type Paging = ReturnType<typeof usePaging>
