import type { paths } from './schema'

/** What the OpenAPI document says of each operation, for the types of the client. */

export type Method = 'get' | 'put' | 'post' | 'delete'

/** Paths that know the method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { readonly [m in M]: { readonly responses: unknown } } ? P : never
}[keyof paths]

export type Operation<P extends keyof paths, M extends Method> = paths[P] extends {
  readonly [m in M]: infer O
}
  ? O
  : never

/** The JSON of the first success that has one; void where an answer is empty. */
export type Value<O> = O extends { readonly responses: infer R } ? Success<R> : never

type Success<R> = R extends { readonly 200: infer S } | { readonly 201: infer S } ? Json<S> : void

type Json<S> = S extends { readonly content: { readonly 'application/json': infer V } } ? V : void

type Body<O> = O extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer B } }
}
  ? { readonly body: B }
  : O extends { readonly requestBody?: { readonly content: { readonly 'application/json': infer B } } }
    ? { readonly body?: B }
    : unknown

type PathParameters<O> = O extends { readonly parameters: { readonly path: infer P } }
  ? { readonly path: P }
  : unknown

type Query<O> = O extends { readonly parameters: { readonly query: infer Q } }
  ? { readonly query: Q }
  : O extends { readonly parameters: { readonly query?: infer Q } }
    ? [Q] extends [never]
      ? unknown
      : { readonly query?: Q }
    : unknown

/** What a request carries beside its path. */
export type Input<O> = Body<O> &
  PathParameters<O> &
  Query<O> & { readonly ifMatch?: string; readonly signal?: AbortSignal }

/** The input may be left out where nothing in it is required. */
export type Inputs<O> = object extends Input<O> ? [input?: Input<O>] : [input: Input<O>]
