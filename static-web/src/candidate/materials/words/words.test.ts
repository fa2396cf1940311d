import { expect, test } from 'vitest'
import { mismatches } from '@/words/completeness'
import { en } from './en'
import { zh } from './zh'

test('English says everything of the materials page that Chinese says', () => {
  expect(mismatches(zh, en)).toEqual([])
})
