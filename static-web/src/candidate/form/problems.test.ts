import { expect, test } from 'vitest'
import { sectionOf } from './fields'
import { tally } from './problems'

test('A section counts what is missing and what is wrong in its fields', () => {
  const problems = {
    name: [{ code: 'missing', message: '' }],
    'workHistory[1].from': [{ code: 'gap', message: '' }],
    'workHistory[1].post': [{ code: 'missing', message: '' }],
  }
  expect(tally(problems, ['name', 'sex'])).toEqual({ missing: 1, wrong: 0 })
  expect(tally(problems, ['workHistory'])).toEqual({ missing: 1, wrong: 1 })
})

test('A path leads to the section in which it stands', () => {
  expect(sectionOf('education[0].school')).toBe('diplomas')
  expect(sectionOf('workHistory')).toBe('history')
})
