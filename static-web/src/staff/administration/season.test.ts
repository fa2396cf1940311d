import { expect, test } from 'vitest'
import { fenOf, linesOf, reminderText, remindersOf } from './season'

test('Lines are entries, without blanks', () => {
  expect(linesOf(' 法学 \n\n公共管理\n')).toEqual(['法学', '公共管理'])
})

test('Reminders are typed as days before and time, and read back the same', () => {
  const times = remindersOf('2 10:00\n0 9:30\nsomething else')
  expect(times).toEqual([
    { daysBefore: 2, at: '10:00:00' },
    { daysBefore: 0, at: '09:30:00' },
  ])
  expect(reminderText(times)).toBe('2 10:00\n0 09:30')
})

test('Yuan become whole fen', () => {
  expect([fenOf('19.99'), fenOf('1600')]).toEqual([1999, 160_000])
})
