import { shared } from '@/words'
import { language } from '@/words/language'
import type { Input, Inputs, Method, Operation, PathWith, Value } from './operations'
import type { Problem } from './schema'

/** What came back: the value, or the problem with its stable code. A lost connection is a problem too. */
export type Answer<V> = Done<V> | Failed

export interface Done<V> {
  readonly ok: true
  readonly value: V
  readonly headers: Headers
}

export interface Failed {
  readonly ok: false
  /** 0 when no answer came. */
  readonly status: number
  readonly problem: Told
}

/** A problem as it is shown: it always has words. */
export interface Told extends Omit<Problem, 'detail'> {
  readonly detail: string
}

/** What {@link Told.code} is when no answer came. */
export const Offline = 'offline'

/** Requests of the API by path, typed by its OpenAPI document. None of them throws. */
export const get = requesting('get')
export const put = requesting('put')
export const post = requesting('post')
export const remove = requesting('delete')

function requesting<M extends Method>(method: M) {
  return <P extends PathWith<M>>(
    path: P,
    ...[input]: Inputs<Operation<P, M>>
  ): Promise<Answer<Value<Operation<P, M>>>> => send(method, path, input as Carried | undefined)
}

type Carried = Input<unknown> & {
  readonly body?: unknown
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
}

async function send<V>(method: Method, path: string, input: Carried = {}): Promise<Answer<V>> {
  const headers = new Headers({ 'Accept-Language': language.value === 'en' ? 'en' : 'zh-CN' })
  if (input.body !== undefined) headers.set('Content-Type', 'application/json')
  if (input.ifMatch !== undefined) headers.set('If-Match', input.ifMatch)
  try {
    const response = await fetch(addressOf(path, input), {
      method: method.toUpperCase(),
      headers,
      body: input.body === undefined ? null : JSON.stringify(input.body),
      signal: input.signal ?? null,
    })
    const text = await response.text()
    return response.ok
      ? { ok: true, value: (text === '' ? undefined : JSON.parse(text)) as V, headers: response.headers }
      : { ok: false, status: response.status, problem: told(text) }
  } catch {
    return { ok: false, status: 0, problem: { code: Offline, detail: shared.value.problems.offline } }
  }
}

/** The path with its parameters filled in. */
export function addressOf(path: string, input: Pick<Carried, 'path' | 'query'>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(input.path?.[name] ?? ''))
  const asked = Object.entries(input.query ?? {}).filter(([, value]) => value !== undefined && value !== null)
  return asked.length === 0
    ? filled
    : `${filled}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))}`
}

/** The problem in an answer's text, also for requests made by other means, such as an upload with progress. */
export function told(text: string): Told {
  try {
    const body: unknown = JSON.parse(text)
    if (isTold(body)) return body
  } catch {
    // No JSON: a proxy's own page.
  }
  return { code: 'broken', detail: shared.value.problems.broken }
}

function isTold(body: unknown): body is Told {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'detail' in body &&
    typeof body.detail === 'string'
  )
}
