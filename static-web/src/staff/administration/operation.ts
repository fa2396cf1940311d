import { words } from '../words'

/** Bytes in the unit that a person would choose; a dash where there is no number. */
export function sizeWords(bytes: number | string | null | undefined): string {
  if (bytes === null || bytes === undefined) return '—'
  const mebibytes = Number(bytes) / 2 ** 20
  return mebibytes >= 1024 ? `${(mebibytes / 1024).toFixed(1)} GiB` : `${mebibytes.toFixed(1)} MiB`
}

/** A span as the API writes it ("1.02:03:04.5"), in its largest unit. */
export function durationWords(span: string): string {
  const match = /^(?:(\d+)\.)?(\d+):(\d+):(\d+)/.exec(span)
  if (!match) return span
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  const say = words.value.operation
  if (days) return say.days(days)
  if (hours) return say.hours(hours)
  return minutes ? say.minutes(minutes) : say.seconds(seconds)
}
