import type { Actor } from '@/api/schema'
import { words } from '../words'

/** Who did something, as a list says it. */
export function actorWords(by: Actor): string {
  if ('name' in by) return by.name
  return by.kind === 'candidate' ? words.value.lists.by.candidate : words.value.lists.by.system
}
