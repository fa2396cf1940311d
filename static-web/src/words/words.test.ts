import { expect, test } from 'vitest'
import { mismatches } from './completeness'
import { en } from './en'
import { zh } from './zh'

test('English says everything that Chinese says', () => {
  // The name of the other language stands in that language.
  expect(mismatches(zh, en, ['language'])).toEqual([])
})

test('A text that is missing or left in the other language is named', () => {
  expect(mismatches({ a: '甲', b: { c: () => '乙' }, d: '丙' }, { a: 'A', b: { c: () => '乙' } })).toEqual([
    'b.c()',
    'd',
  ])
})
