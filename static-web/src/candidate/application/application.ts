import { shallowRef, type ShallowRef } from 'vue'
import { get, type Answer, type Told } from '@/api/client'
import type { CandidatePage } from '@/api/schema'
import { session } from '@/session/session'

/** The candidate's own application as the server told it last; every page shows from this. */
export const application: ShallowRef<CandidatePage | undefined> = shallowRef()

/** Why it could not be read. */
export const trouble: ShallowRef<Told | undefined> = shallowRef()

/** Server's clock minus this machine's, in milliseconds: deadlines are counted by the server's (R2). */
let ahead = 0

/** The server's clock, in milliseconds since 1970. */
export function serverNow(): number {
  return Date.now() + ahead
}

/** Reads it anew. */
export async function reload(): Promise<void> {
  take(await get('/api/application'))
}

/** Takes the page that a command answered with. */
export function take(answer: Answer<CandidatePage>): Answer<CandidatePage> {
  if (answer.ok) {
    application.value = answer.value
    trouble.value = undefined
    ahead = Date.parse(answer.value.now) - Date.now()
  } else {
    trouble.value = answer.problem
    if (answer.status === 401) session.value = null
  }
  return answer
}

/** Forgets it, when somebody else may sign in here. */
export function forget(): void {
  application.value = undefined
  trouble.value = undefined
}

/** Whether the form and the materials may be changed in this stage (R10). */
export function isEditable(page: CandidatePage): boolean {
  return page.stage.name === 'draft' || page.stage.name === 'returned'
}
