import { expect, test } from 'vitest'
import { mismatches } from '@/words/completeness'
import { en } from './en'
import { zh } from './zh'

test('English says everything that Chinese says', () => {
  // Units and signs are the same in both.
  const same = ['review.image.dpi()', 'review.image.alt()', 'administration.statistics.longer()']
  expect(mismatches(zh, en, same)).toEqual([])
})
