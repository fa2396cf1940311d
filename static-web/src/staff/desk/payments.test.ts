import { expect, test } from 'vitest'
import type { Payment } from '@/api/schema'
import { actsOn } from './payments'

const payment = { orderNo: '1', method: 'wechat', amountFen: 100000 } as unknown as Payment
const confirmed = { ...payment, confirmedAt: '2026-07-15T09:00:00+08:00' } as Payment
const asked = { refundNo: '2', reason: '重复', outcome: 'stays-paid', askedAt: '2026-07-15T09:00:00+08:00' }

test('An entry by hand is reversed, or recorded as refunded by hand', () => {
  expect(actsOn(payment, 'paid')).toEqual({
    counts: false,
    reverses: true,
    ways: ['by-hand'],
    outcomes: ['stays-paid', 'withdraws'],
  })
})

test('What the provider confirmed is refunded, through it or by hand, and never reversed', () => {
  expect(actsOn(confirmed, 'paid')).toMatchObject({ reverses: false, ways: ['provider', 'by-hand'] })
})

test('Surplus is refunded at any stage, counts as the fee while that is due, and says nothing of the application', () => {
  const surplus = { ...confirmed, surplus: 'after-closing' } as Payment
  expect(actsOn(surplus, 'originals-verified')).toMatchObject({ counts: true, outcomes: ['stays-paid'] })
  expect(actsOn(surplus, 'withdrawn')).toMatchObject({ counts: false, ways: ['provider', 'by-hand'] })
})

test('A refund that is under way is left alone, and one that failed is asked for again', () => {
  expect(actsOn({ ...confirmed, refund: asked } as Payment, 'paid').ways).toEqual([])
  const failed = { ...confirmed, refund: { ...asked, trouble: '余额不足' } } as Payment
  expect(actsOn(failed, 'paid').ways).toEqual(['provider', 'by-hand'])
})

test('What went back, or was reversed, is over', () => {
  const refunded = { ...confirmed, refunded: { reason: '退', at: '2026-07-15T09:00:00+08:00' } } as Payment
  expect(actsOn(refunded, 'paid')).toMatchObject({ counts: false, reverses: false, ways: [] })
})
