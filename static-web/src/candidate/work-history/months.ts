/** Months counted from year 0, for arithmetic. */
export function monthNumber(month: string): number {
  const [year, number] = month.split('-').map(Number)
  return (year ?? 0) * 12 + (number ?? 1) - 1
}

export interface Stretch {
  readonly kind: 'entry' | 'gap' | 'overlap'
  /** Months, both ends included. */
  readonly from: number
  readonly to: number
}

interface Period {
  readonly from?: string | null
  readonly to?: string | null
}

/**
 * What the time line draws: the entries, the months between them that nobody accounts for, and those that two claim.
 * Whether that is a mistake, and in which words, the server tells (R5).
 */
export function stretches(
  history: readonly Period[],
  firstEmployed: string | null | undefined,
  now: number,
): Stretch[] {
  const entries = history
    .filter((entry) => entry.from)
    .map((entry) => ({
      kind: 'entry' as const,
      from: monthNumber(entry.from ?? ''),
      to: entry.to ? monthNumber(entry.to) : now,
    }))
    .filter((entry) => entry.from <= entry.to)
    .sort((a, b) => a.from - b.from)
  const breaks: Stretch[] = []
  let covered = firstEmployed ? monthNumber(firstEmployed) - 1 : undefined
  for (const entry of entries) {
    if (covered !== undefined && entry.from > covered + 1) {
      breaks.push({ kind: 'gap', from: covered + 1, to: entry.from - 1 })
    } else if (covered !== undefined && entry.from < covered) {
      breaks.push({ kind: 'overlap', from: entry.from, to: Math.min(covered, entry.to) })
    }
    covered = Math.max(covered ?? entry.to, entry.to)
  }
  if (entries.length > 0 && covered !== undefined && covered < now) {
    breaks.push({ kind: 'gap', from: covered + 1, to: now })
  }
  return [...entries, ...breaks]
}
