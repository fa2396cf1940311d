import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Form, FormAnswer } from '@/api/schema'
import { Draft } from './draft'

interface Sent {
  readonly form: Form
  readonly revision: string | null
}

/** A server that keeps one form under a revision, as PUT /api/application/form does. */
class FormServer {
  revision = 3
  form: Form = { name: '张三', workHistory: [], education: [] }
  readonly sent: Sent[] = []
  next: 'answers' | 'is lost' | 'refuses' = 'answers'

  answer(): FormAnswer {
    return { revision: this.revision, form: this.form, problems: {}, fills: [] }
  }

  /** Somebody saves from another tab. */
  saveElsewhere(form: Form): void {
    this.form = form
    this.revision++
  }

  fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
    if (this.next === 'is lost') throw new TypeError('Failed to fetch')
    const revision = new Headers(init?.headers).get('If-Match')
    const form = JSON.parse(String(init?.body)) as Form
    this.sent.push({ form, revision })
    if (this.next === 'refuses') {
      return problem(422, {
        code: 'form-unprintable',
        detail: '印不下。',
        errors: { post: [{ code: 'overflows-box', message: '职务过长。' }] },
      })
    }
    if (revision !== `"${this.revision}"`) {
      return problem(412, {
        code: 'form-changed-elsewhere',
        detail: '已在别处保存。',
        current: this.answer(),
      })
    }
    this.saveElsewhere(form)
    return new Response(JSON.stringify(this.answer()), { headers: { 'Content-Type': 'application/json' } })
  }
}

function problem(status: number, body: object): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  })
}

let server: FormServer

function opened(): Draft {
  const draft = new Draft('0f')
  draft.open(server.answer())
  return draft
}

function type(draft: Draft, changed: Form): void {
  Object.assign(draft.form, changed)
  draft.change()
}

beforeEach(() => {
  vi.useFakeTimers()
  server = new FormServer()
  vi.stubGlobal('fetch', server.fetch)
  sessionStorage.clear()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('What is typed is saved when the typing pauses, under the revision that was read', async () => {
  const draft = opened()
  type(draft, { post: '科' })
  type(draft, { post: '科员' })
  await vi.runAllTimersAsync()
  expect(server.sent.map((one) => [one.form.post, one.revision])).toEqual([['科员', '"3"']])
  expect(draft.standing.value).toBe('saved')
})

test('The next save carries the revision of the one before', async () => {
  const draft = opened()
  type(draft, { post: '科员' })
  await draft.save()
  type(draft, { post: '副科长' })
  await draft.save()
  expect(server.sent.map((one) => one.revision)).toEqual(['"3"', '"4"'])
})

test('A lost connection is tried again until it is back', async () => {
  const draft = opened()
  server.next = 'is lost'
  type(draft, { post: '科员' })
  await draft.save()
  expect(draft.standing.value).toBe('offline')
  server.next = 'answers'
  await vi.runAllTimersAsync()
  expect(draft.standing.value).toBe('saved')
  expect(server.form.post).toBe('科员')
})

test('A refusal is told at its place, and what was typed stays', async () => {
  const draft = opened()
  server.next = 'refuses'
  type(draft, { post: '很长的职务' })
  await draft.save()
  expect(draft.standing.value).toBe('refused')
  expect(draft.refusals.value['post']?.[0]?.message).toBe('职务过长。')
  expect(draft.form.post).toBe('很长的职务')
})

test('Another tab is not overwritten: both versions are there to choose from', async () => {
  const draft = opened()
  server.saveElsewhere({ ...server.form, post: '科员', employer: '甲单位' })
  type(draft, { post: '副科长' })
  await draft.save()
  expect(draft.standing.value).toBe('conflict')
  expect(draft.conflicting()).toEqual(['employer', 'post'])
  expect(draft.isOnlyTheirs('employer')).toBe(true)
  expect(draft.isOnlyTheirs('post')).toBe(false)
  expect(server.form.post).toBe('科员')

  await draft.settle(['employer'])
  expect(draft.standing.value).toBe('saved')
  expect([server.form.employer, server.form.post]).toEqual(['甲单位', '副科长'])
})

test('What could not be sent outlives the page', async () => {
  const before = opened()
  server.next = 'is lost'
  type(before, { post: '科员' })
  await before.save()
  before.close()

  server.next = 'answers'
  const after = opened()
  expect(after.form.post).toBe('科员')
  await after.save()
  expect(server.form.post).toBe('科员')
  expect(sessionStorage.length).toBe(0)
})

test('What could not be sent is a conflict when the form was saved elsewhere since', async () => {
  const before = opened()
  server.next = 'is lost'
  type(before, { post: '科员' })
  await before.save()
  before.close()

  server.next = 'answers'
  server.saveElsewhere({ ...server.form, post: '副科长' })
  const after = opened()
  expect(after.standing.value).toBe('conflict')
  expect(after.conflicting()).toEqual(['post'])
})

test('A page that was left saves nothing behind the back of the one that took up its work', async () => {
  const before = opened()
  server.next = 'is lost'
  type(before, { post: '科员' })
  const onItsWay = before.save()
  before.close()
  await onItsWay

  server.next = 'answers'
  const after = opened()
  await before.save()
  await vi.runAllTimersAsync()
  expect(server.sent.map((one) => one.revision)).toEqual(['"3"'])
  expect(after.standing.value).toBe('saved')
})
