import { language } from '@/words/language'

/** Everything is told in China Standard Time, wherever the browser is. */
const Zone = 'Asia/Shanghai'

function parts(at: Date): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: Zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))
}

/** "2026年6月8日", from a date ("2026-06-08") or an instant. */
export function dayWords(day: string): string {
  const known = /^\d{4}-\d{2}-\d{2}$/.exec(day) ? day : isoDay(day)
  if (language.value === 'en') return known
  const [year, month, date] = known.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** "2026年6月8日 09:30" */
export function timeWords(instant: string): string {
  const { hour, minute } = parts(new Date(instant))
  return `${dayWords(instant)} ${hour}:${minute}`
}

/** "2015年7月", from "2015-07". */
export function monthWords(month: string): string {
  if (language.value === 'en') return month
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}

/** "2026-06-08", the day in China of an instant. */
export function isoDay(instant: string): string {
  const { year, month, day } = parts(new Date(instant))
  return `${year}-${month}-${day}`
}
