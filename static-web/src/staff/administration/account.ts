import type { Account, AccountRequest } from '@/api/schema'

/** An account while it is typed. */
export interface TypedAccount {
  name: string
  phone: string
  identityNumber?: string | undefined
  employer?: string | undefined
  programme?: string | undefined
}

export function typedOf(account: Account): TypedAccount {
  return {
    name: account.name,
    phone: account.phone,
    identityNumber: account.identityNumber ?? undefined,
    employer: account.employer ?? undefined,
    programme: account.programme ?? undefined,
  }
}

export const NoAccount: TypedAccount = {
  name: '',
  phone: '',
  identityNumber: undefined,
  employer: undefined,
  programme: undefined,
}

/** What was typed, as the API takes it: nothing where nothing is. */
export function requestOf(account: TypedAccount): AccountRequest {
  return JSON.parse(JSON.stringify(account)) as AccountRequest
}
