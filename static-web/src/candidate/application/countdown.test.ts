import { expect, test } from 'vitest'
import { leftOf } from './countdown'

test('What is left is told in days, hours, minutes and seconds', () => {
  expect(leftOf((2 * 86_400 + 3 * 3600 + 4 * 60 + 5) * 1000)).toEqual({
    days: 2,
    hours: 3,
    minutes: 4,
    seconds: 5,
    isOver: false,
  })
})

test('The deadline itself is too late', () => {
  expect(leftOf(0).isOver).toBe(true)
  expect(leftOf(1).isOver).toBe(false)
})
