import { beforeEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import type { DeskApplication } from '@/api/schema'
import { endsOf, expected, useTicks } from './ticks'

const row = (item: string, results: string[], waiver?: string) => ({
  item,
  allowed: results.map((result) => ({ result })),
  isOutstanding: true,
  waiver,
  ...(item === 'registration-forms' && { copiesNeeded: 3 }),
})

const application = {
  rows: [
    row('registration-forms', ['kept', 'owed']),
    row('bachelor-diploma', ['kept', 'owed'], '收取备案表后免交'),
    row('chsi-record', ['kept', 'owed']),
  ],
} as unknown as DeskApplication

beforeEach(() => localStorage.clear())

test('A diploma is waived once its record is kept, and not before', () => {
  const diploma = application.rows[1]!
  expect(endsOf(diploma, application.rows, {})).toEqual(['kept', 'owed'])
  expect(endsOf(diploma, application.rows, { 'chsi-record': { result: 'kept' } })[0]).toBe('waived')
})

test('What is expected is filled in, with the copies, and what was ticked stays', () => {
  expect(expected(application, { 'chsi-record': { result: 'owed' } })).toEqual({
    'chsi-record': { result: 'owed' },
    'registration-forms': { result: 'kept', copies: 3 },
    'bachelor-diploma': { result: 'kept' },
  })
  expect(expected(application, {})['bachelor-diploma']).toEqual({ result: 'waived' })
})

test('Ticks outlive the page, until they are saved', async () => {
  const first = useTicks('a')
  first.tick('other', { result: 'kept' })
  await nextTick()

  const again = useTicks('a')
  expect(again.ticks.value).toEqual({ other: { result: 'kept' } })
  expect(useTicks('b').count.value).toBe(0)

  again.saved(again.ticks.value)
  await nextTick()
  expect(useTicks('a').count.value).toBe(0)
})
