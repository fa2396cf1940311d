import { expect, test } from 'vitest'
import { mismatches } from '@/words/completeness'
import { en } from './en'
import { zh } from './zh'

test('English says everything that Chinese says', () => {
  expect(mismatches(zh, en)).toEqual([])
})
