import type { FindingCode } from '@/api/schema'
import { words } from '../words'

/** What a finding is called in a list of figures. */
export function findingName(code: FindingCode): string {
  return words.value.administration.findings[code]
}
