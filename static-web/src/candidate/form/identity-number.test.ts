import { expect, test } from 'vitest'
import { saidBy } from './identity-number'

test('The number says birth date and sex', () => {
  expect(saidBy('110105199003071239')).toEqual({ birthDate: '1990-03-07', sex: 'male' })
  expect(saidBy(' 11010519491231002x')).toEqual({ birthDate: '1949-12-31', sex: 'female' })
})

test('A number that is not whole, or has no such day, says nothing', () => {
  expect(saidBy('11010519900307123')).toBeUndefined()
  expect(saidBy('110105199002311239')).toBeUndefined()
})
