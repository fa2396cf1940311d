import type { Told } from '@/api/client'

/** What is wrong with one place of a body. */
export interface PlaceError {
  readonly code: string
  readonly message: string
}

/** The problems by the place that they are about. */
export function errorsOf(problem: Told): Readonly<Record<string, readonly PlaceError[]>> {
  return (problem.errors ?? {}) as unknown as Readonly<Record<string, readonly PlaceError[]>>
}

/** The first of them in words, or the problem's own. */
export function firstWords(problem: Told): string {
  return Object.values(errorsOf(problem))[0]?.[0]?.message ?? problem.detail
}
