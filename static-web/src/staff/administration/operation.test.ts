import { expect, test } from 'vitest'
import { durationWords, sizeWords } from './operation'

test('bytes are told in the unit that fits', () => {
  expect(sizeWords(512 * 1024)).toBe('0.5 MiB')
  expect(sizeWords(3 * 2 ** 30)).toBe('3.0 GiB')
  expect(sizeWords(null)).toBe('—')
})

test('a span is told in its largest unit', () => {
  expect(durationWords('1.02:03:04.5')).toBe('1 天')
  expect(durationWords('02:03:04')).toBe('2 小时')
  expect(durationWords('00:11:00')).toBe('11 分钟')
  expect(durationWords('00:00:59.1')).toBe('59 秒')
})
