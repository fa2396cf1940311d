import type { Form } from '@/api/schema'

/** What could not be sent yet, and what it was typed upon. */
export interface KeptDraft {
  readonly form: Form
  readonly base: Form
  readonly revision: number
}

/**
 * The drawer of this tab: it outlives a reload and a sign-in, and is emptied with the tab, for computers that others
 * use too.
 */
const nameOf = (owner: string) => `draft-${owner}`

export function keep(owner: string, draft: KeptDraft): void {
  try {
    sessionStorage.setItem(nameOf(owner), JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing: the page itself still holds it.
  }
}

export function kept(owner: string): KeptDraft | undefined {
  try {
    const text = sessionStorage.getItem(nameOf(owner))
    return text === null ? undefined : (JSON.parse(text) as KeptDraft)
  } catch {
    return undefined
  }
}

export function letGo(owner: string): void {
  try {
    sessionStorage.removeItem(nameOf(owner))
  } catch {
    // Nothing was kept.
  }
}
