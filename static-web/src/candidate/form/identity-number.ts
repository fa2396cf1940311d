import type { Sex } from '@/api/schema'

/** What an 18-character identity number says of its holder; whether it is right, the server tells (R4). */
export function saidBy(number: string): { readonly birthDate: string; readonly sex: Sex } | undefined {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dXx]$/.exec(number.trim())
  if (match === null) return undefined
  const [, year, month, day, order] = match
  const birthDate = `${year}-${month}-${day}`
  return isDay(birthDate) ? { birthDate, sex: Number(order) % 2 === 1 ? 'male' : 'female' } : undefined
}

/** Whether there is such a day: no 31 June. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
