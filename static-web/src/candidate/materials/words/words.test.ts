import { expect, test } from 'vitest'
import { mismatches } from '@/words/completeness'
import { en } from './en'
import { zh } from './zh'

test('English says everything of the materials page that Chinese says', () => {
  // A range is numbers and a unit in both.
  expect(mismatches(zh, en, ['mending.range()'])).toEqual([])
})
