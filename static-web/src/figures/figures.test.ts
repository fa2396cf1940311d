import { expect, test } from 'vitest'
import { bytesWords } from './bytes'
import { dayWords, isoDay, monthWords, timeWords } from './dates'
import { yuan } from './money'

test('An instant is told in China Standard Time', () => {
  expect(timeWords('2026-06-08T16:30:00Z')).toBe('2026年6月9日 00:30')
  expect(isoDay('2026-06-08T15:59:59Z')).toBe('2026-06-08')
})

test('Days and months are told as people say them', () => {
  expect(dayWords('2026-06-08')).toBe('2026年6月8日')
  expect(monthWords('2015-07')).toBe('2015年7月')
})

test('Bytes are rounded to what a reader compares', () => {
  expect([bytesWords(999), bytesWords(356_400), bytesWords(4_200_000)]).toEqual(['999 B', '356 KB', '4.2 MB'])
})

test('Fen become yuan', () => {
  expect(yuan(1_234_50)).toBe('¥ 1,234.50')
})
