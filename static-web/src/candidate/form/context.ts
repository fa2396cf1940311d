import { inject, provide, type InjectionKey } from 'vue'
import type { FieldError, FormGuide } from '@/api/schema'
import type { Draft } from './draft'
import type { FieldName } from './fields'

/** What the parts of the form share while it is open. */
export interface FormContext {
  readonly draft: Draft
  readonly guide: FormGuide
  /** What the server calls a field. */
  nameOf(field: FieldName): string
  /** Whether it may be changed: all of a draft, the returned parts of a return (R10). */
  isOpen(field: FieldName): boolean
  /** What is to be said at a path: mistakes at once, what is missing once the person has been there. */
  shown(path: string): readonly FieldError[]
  /** The person has been at this path. */
  touch(path: string): void
  /** The reviewer's comment of the last return. */
  commentOn(field: FieldName): string | undefined
}

const Key: InjectionKey<FormContext> = Symbol('form')

export function provideForm(context: FormContext): void {
  provide(Key, context)
}

export function useForm(): FormContext {
  const context = inject(Key)
  if (context === undefined) throw new Error('A part of the form stands outside it.')
  return context
}
