import type { FindingGuide, FindingView } from '@/api/schema'

/** What this page has measured itself, before the server has. */
export interface Measured {
  readonly code: FindingView['code']
  readonly measured: string
  readonly required: string
  readonly isSure: boolean
}

/** In the server's words and, unless it is unsure, with the season's severity. */
export function findingOf(found: Measured, guide: ReadonlyMap<string, FindingGuide>): FindingView {
  const known = guide.get(found.code)
  const filled = (text: string) =>
    text.replace('{measured}', found.measured).replace('{required}', found.required)
  return {
    code: found.code,
    severity: found.isSure ? (known?.severity ?? 'blocks') : 'warns',
    measured: found.measured,
    required: found.required,
    message: known === undefined ? `${found.measured} (${found.required})` : filled(known.message),
    mend: known?.mend ?? '',
    regions: [],
  }
}
