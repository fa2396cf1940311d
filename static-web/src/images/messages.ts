import type { MendResult, Opened, Unreadable } from './darkroom'
import type { Wish } from './mending'
import type { Standard } from './standard'

/** What the page asks of the worker. */
export type Request =
  | { readonly id: number; readonly do: 'open'; readonly file: Blob }
  | { readonly id: number; readonly do: 'mend'; readonly standard: Standard; readonly wish: Wish }
  | { readonly id: number; readonly do: 'read-code' }

export type Result = Opened | Unreadable | MendResult | string | null

export type Response =
  { readonly id: number; readonly result: Result } | { readonly id: number; readonly fault: string }
