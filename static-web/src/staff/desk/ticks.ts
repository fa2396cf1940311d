import { computed, ref, watch } from 'vue'
import type { DeskApplication, DeskRow, OriginalCheck, OriginalItem, OriginalResult } from '@/api/schema'

/** What the clerk has ticked for one row and not yet saved. */
export interface Tick {
  readonly result: OriginalResult
  readonly copies?: number
  readonly note?: string
}

export type Ticks = Readonly<Partial<Record<OriginalItem, Tick>>>

const Prefix = 'desk-ticks:'

/** Ticks of one candidate. They are kept on this machine until the server has them: a lost connection loses none. */
export function useTicks(id: string) {
  const ticks = ref<Ticks>(kept(id))
  watch(ticks, (now) => keep(id, now))
  return {
    ticks,
    count: computed(() => Object.keys(ticks.value).length),
    tick(item: OriginalItem, tick: Tick | undefined) {
      const { [item]: _, ...rest } = ticks.value
      ticks.value = tick ? { ...rest, [item]: tick } : rest
    },
    /** Leaves what was ticked anew while these were on their way. */
    saved(those: Ticks) {
      ticks.value = Object.fromEntries(
        Object.entries(ticks.value).filter(([item, tick]) => tick !== those[item as OriginalItem]),
      )
    },
  }
}

function kept(id: string): Ticks {
  try {
    return JSON.parse(localStorage.getItem(Prefix + id) ?? '{}') as Ticks
  } catch {
    return {}
  }
}

function keep(id: string, ticks: Ticks): void {
  try {
    if (Object.keys(ticks).length === 0) localStorage.removeItem(Prefix + id)
    else localStorage.setItem(Prefix + id, JSON.stringify(ticks))
  } catch {
    // A browser that keeps nothing: the ticks stay on the page.
  }
}

/** What is kept as a paper waives an original (the guide's note): record → bachelor's, report → master's degree. */
const WaivedBy: Readonly<Partial<Record<OriginalItem, OriginalItem>>> = {
  'bachelor-diploma': 'chsi-record',
  'master-degree': 'degree-report',
}

/** How a row may end, by what the server allows and what is ticked beside it. */
export function endsOf(row: DeskRow, rows: readonly DeskRow[], ticks: Ticks): OriginalResult[] {
  const allowed = row.allowed.map((end) => end.result)
  const proof = WaivedBy[row.item]
  if (!proof || !row.waiver) return allowed
  const proven = ticks[proof]?.result ?? rows.find((one) => one.item === proof)?.ledger?.result
  return proven === 'kept'
    ? ['waived', ...allowed.filter((one) => one !== 'waived')]
    : allowed.filter((one) => one !== 'waived')
}

/** The end to expect first, for every row that has none. */
export function expected(application: DeskApplication, ticks: Ticks): Ticks {
  const rows = [...application.rows].sort(
    (one, other) => Number(one.item in WaivedBy) - Number(other.item in WaivedBy),
  )
  return rows.reduce<Ticks>((all, row) => {
    if (all[row.item] || !row.isOutstanding) return all
    const [result] = endsOf(row, application.rows, all)
    return result
      ? { ...all, [row.item]: { result, ...(row.copiesNeeded && { copies: row.copiesNeeded }) } }
      : all
  }, ticks)
}

export function checksOf(ticks: Ticks): OriginalCheck[] {
  return Object.entries(ticks).map(([item, tick]) => ({
    item: item as OriginalItem,
    result: tick.result,
    copies: tick.copies ?? null,
    note: tick.note?.trim() || null,
  }))
}
