import { computed, reactive, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** What a list of applications is narrowed to. It stands in the address, so that going back finds it again. */
export interface Filter {
  stage: string
  query: string
  programme: string
  waiting: number
  warnings: boolean
  mine: boolean
  attention: boolean
}

export function useFilter(stage: string) {
  const route = useRoute()
  const router = useRouter()
  const said = route.query
  const filter: Filter = reactive({
    stage: typeof said['stage'] === 'string' ? said['stage'] : stage,
    query: typeof said['query'] === 'string' ? said['query'] : '',
    programme: typeof said['programme'] === 'string' ? said['programme'] : '',
    waiting: Number(said['waiting'] ?? 0) || 0,
    warnings: said['warnings'] === 'true',
    mine: said['mine'] === 'true',
    attention: said['attention'] === 'true',
  })

  /** As the API asks: only what narrows. */
  const asked = computed(() => ({
    stage: filter.stage || undefined,
    query: filter.query.trim() || undefined,
    programme: filter.programme || undefined,
    waiting: filter.waiting || undefined,
    warnings: filter.warnings || undefined,
    mine: filter.mine || undefined,
    attention: filter.attention || undefined,
  }))

  watch(asked, (now) => void router.replace({ query: { ...textsOf(now), stage: filter.stage } }))

  function clear() {
    Object.assign(filter, {
      stage,
      query: '',
      programme: '',
      waiting: 0,
      warnings: false,
      mine: false,
      attention: false,
    })
  }

  return { filter, asked, clear }
}

function textsOf(asked: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asked)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  )
}
