import { ref, type Ref } from 'vue'
import { get, remove, type Answer } from '@/api/client'
import type { SessionAnswer } from '@/api/schema'

/** Who is signed in: nobody (null), or not asked yet (undefined). */
export const session: Ref<SessionAnswer | null | undefined> = ref()

/** Asks the server once who is signed in. */
export async function whoIsSignedIn(): Promise<SessionAnswer | null> {
  if (session.value === undefined) {
    const answer = await get('/api/session')
    if (!answer.ok) return null // unknown: asked again next time
    session.value = answer.value ?? null
  }
  return session.value ?? null
}

/** Takes the answer of a sign-in. */
export function begin(answer: Answer<SessionAnswer>): Answer<SessionAnswer> {
  if (answer.ok) session.value = answer.value
  return answer
}

export async function signOut(): Promise<void> {
  await remove('/api/session')
  session.value = null
}
