import type { Told } from '@/api/client'
import type { FieldError } from '@/api/schema'

/** By path ("workHistory[2].from"): what is wrong there, in the server's words. */
export type Problems = Readonly<Record<string, readonly FieldError[]>>

export function byPath(problems: unknown): Problems {
  return (problems ?? {}) as Problems
}

export function errorsOf(problem: Told): Problems {
  return byPath(problem.errors)
}

/** Whether a path lies in a field: "workHistory[2].from" in "workHistory". */
export function isWithin(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}[`) || path.startsWith(`${field}.`)
}

/** Whether something is wrong, and not merely not filled in yet. */
export function isWrong(error: FieldError): boolean {
  return error.code !== 'missing'
}

export interface Tally {
  readonly missing: number
  readonly wrong: number
}

/** How much in some fields is missing, and how much is wrong. */
export function tally(problems: Problems, fields: readonly string[]): Tally {
  const errors = Object.entries(problems)
    .filter(([path]) => fields.some((field) => isWithin(path, field)))
    .flatMap(([, found]) => found)
  const wrong = errors.filter(isWrong).length
  return { missing: errors.length - wrong, wrong }
}
