import type { Season } from '@/api/schema'

/** A season while it is changed: every part of it there, and nothing read-only. */
export type Draft = Mutable<Required<Omit<Season, 'admissionRules'>>> & Pick<Season, 'admissionRules'>

type Mutable<T> = T extends readonly (infer I)[]
  ? Mutable<I>[]
  : T extends object
    ? { -readonly [K in keyof T]-?: Mutable<T[K]> }
    : T

export function draftOf(season: Season): Draft {
  return JSON.parse(JSON.stringify(season)) as Draft
}

/** One entry a line, without what is blank. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export const textOf = (lines: readonly string[]): string => lines.join('\n')

/** "2 10:00" */
export function remindersOf(text: string): { daysBefore: number; at: string }[] {
  return linesOf(text).flatMap((line) => {
    const match = /^(\d+)\s+(\d{1,2}:\d{2})/.exec(line)
    return match ? [{ daysBefore: Number(match[1]), at: `${match[2]!.padStart(5, '0')}:00` }] : []
  })
}

export function reminderText(times: readonly { readonly daysBefore: number; readonly at: string }[]): string {
  return textOf(times.map((time) => `${time.daysBefore} ${time.at.slice(0, 5)}`))
}

export const fenOf = (yuan: string): number => Math.round(Number(yuan) * 100)
