import { expect, test } from 'vitest'
import { monthNumber, stretches } from './months'

const now = monthNumber('2026-05')
const breaksOf = (...periods: [string, string?][]) =>
  stretches(
    periods.map(([from, to]) => ({ from, to: to ?? null })),
    '2012-07',
    now,
  ).filter((stretch) => stretch.kind !== 'entry')

test('Entries that follow each other leave nothing between them', () => {
  expect(breaksOf(['2012-07', '2017-03'], ['2017-04'])).toEqual([])
  // The month in which one ends and the next starts may be shared.
  expect(breaksOf(['2012-07', '2017-03'], ['2017-03'])).toEqual([])
})

test('Months that nobody accounts for are a gap', () => {
  expect(breaksOf(['2012-07', '2017-03'], ['2017-06'])).toEqual([
    { kind: 'gap', from: monthNumber('2017-04'), to: monthNumber('2017-05') },
  ])
  expect(breaksOf(['2012-09'])).toEqual([
    { kind: 'gap', from: monthNumber('2012-07'), to: monthNumber('2012-08') },
  ])
})

test('Months that two entries claim are an overlap', () => {
  expect(breaksOf(['2012-07', '2017-03'], ['2017-01'])).toEqual([
    { kind: 'overlap', from: monthNumber('2017-01'), to: monthNumber('2017-03') },
  ])
})

test('What ends before now leaves a gap', () => {
  expect(breaksOf(['2012-07', '2026-03'])).toEqual([{ kind: 'gap', from: monthNumber('2026-04'), to: now }])
})
