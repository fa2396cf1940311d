import { expect, it } from 'vitest'
import { judgeCode, shownCode } from './officialCode'

const hosts = ['www.chsi.com.cn', 'my.chsi.com.cn']

it.each([
  ['https://www.chsi.com.cn/xlcx/bg.do?vcode=A7KQ2M9XW4TR8BHC', 'official'],
  ['HTTPS://WWW.CHSI.COM.CN/xlcx', 'official'],
  ['http://www.chsi.com.cn/xlcx', 'wrong-host'],
  ['https://www.chsi.com.cn.cx-verify.com/xlcx', 'wrong-host'],
  ['https://www.chsi.com.cn@cx-verify.com/', 'wrong-host'],
  ['https://user@www.chsi.com.cn/', 'wrong-host'],
  ['https://www.chsi.com.cn:8443/', 'wrong-host'],
  ['张三 330102199001011234', 'wrong-host'],
  [null, 'unreadable'],
])('A code that says %s is %s', (text, verdict) => {
  expect(judgeCode(text, hosts)).toBe(verdict)
})

it('A code is shown by where it leads', () => {
  expect(shownCode('https://cx-verify.com/a/b?c=d')).toBe('https://cx-verify.com')
  expect(shownCode('x'.repeat(80))).toHaveLength(61)
  expect(shownCode('编号 12')).toBe('编号 12')
})
