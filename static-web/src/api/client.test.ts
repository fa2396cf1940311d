import { afterEach, expect, test, vi } from 'vitest'
import { addressOf, get } from './client'

function answering(answer: () => Promise<Response>) {
  vi.stubGlobal('fetch', answer)
}

const problem = (status: number, body: string, type = 'application/problem+json') =>
  Promise.resolve(new Response(body, { status, headers: { 'Content-Type': type } }))

afterEach(() => {
  vi.unstubAllGlobals()
})

test('A value comes with its headers', async () => {
  answering(() =>
    Promise.resolve(
      new Response('{"status":"ok"}', { headers: { 'Content-Type': 'application/json', ETag: '"3"' } }),
    ),
  )
  const answer = await get('/api/health')
  expect(answer.ok && answer.headers.get('ETag')).toBe('"3"')
})

test('A problem is a value with its code and words', async () => {
  answering(() => problem(409, '{"code":"deadline-passed","detail":"已过截止时间。"}'))
  expect(await get('/api/session')).toMatchObject({
    ok: false,
    status: 409,
    problem: { code: 'deadline-passed', detail: '已过截止时间。' },
  })
})

test('A lost connection is a problem', async () => {
  answering(() => Promise.reject(new TypeError('Failed to fetch')))
  expect(await get('/api/session')).toMatchObject({
    ok: false,
    status: 0,
    problem: { code: 'offline' },
  })
})

test('An answer that is no problem of ours has words all the same', async () => {
  answering(() => problem(502, '<html>Bad Gateway</html>', 'text/html'))
  const answer = await get('/api/session')
  expect(answer.ok || answer.problem.detail).toMatch(/服务器/)
})

test('Parameters are written into the path and behind it', () => {
  const path = '/api/application/materials/{slot}/{imageId}'
  expect(
    addressOf(path, { path: { slot: 'id-photo', imageId: '0f' }, query: { a: '甲', b: undefined } }),
  ).toBe('/api/application/materials/id-photo/0f?a=%E7%94%B2')
})
