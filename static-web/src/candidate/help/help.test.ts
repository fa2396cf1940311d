import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { mismatches } from '@/words/completeness'
import { en } from './articles.en'
import { zh } from './articles.zh'
import { withDays } from './days'
import { search } from './search'

const textOf = (name: keyof typeof zh) => zh[name].text.join('\n')

test('English explains everything that Chinese explains', () => {
  expect(Object.keys(en)).toEqual(Object.keys(zh))
  const said = (articles: object) =>
    Object.fromEntries(
      Object.entries(articles).map(([name, article]) => [
        name,
        { title: article.title, text: article.text.join(' ') },
      ]),
    )
  expect(mismatches(said(zh), said(en))).toEqual([])
})

test('A question finds what is about it first', () => {
  expect(search(zh, '短信')[0]).toBe('messages')
  expect(search(zh, '盖章 组织部')).toEqual(['seal'])
  expect(search(zh, '火星')).toEqual([])
})

test('The standards are those that inspection applies', () => {
  const code = readFileSync('../Enrollment.Core/Materials/ImageStandards.cs', 'utf8')
  const limit = (name: string) =>
    Number((new RegExp(`${name} \\{ get; init; \\} = ([\\d_]+)`).exec(code)?.[1] ?? '').replace(/_/g, ''))
  expect(textOf('photo')).toContain(`不小于${limit('PhotoMinWidth')}×${limit('PhotoMinHeight')}`)
  expect(textOf('photo')).toContain(`（${limit('PhotoMaxAgeMonths')}个月内）`)
  expect(textOf('photo')).toContain(`${limit('PhotoMinBytes') / 1000}K-${limit('PhotoMaxBytes') / 1024}K`)
  expect(textOf('scan')).toContain(`不低于${limit('ScanMinDpi')}DPI`)
  expect(textOf('scan')).toContain(`${limit('ScanMinBytes') / 1000}K-${limit('ScanMaxBytes') / 1024}K`)
})

test('The days are those of the season', () => {
  const said = (days: number) => withDays(zh, days, 'zh').deadline
  expect(said(5).title).toBe('五日期限怎样计算')
  expect(said(7).text[0]).toBe('请于收到确认短信的七日内上传报名材料并提交，逾期视为自动放弃。')
  expect(said(10).text.join('')).toContain('截止时间是第10日的24时')
  expect(withDays(en, 7, 'en').deadline.title).toBe('How the 7 days are counted')
  expect(JSON.stringify([withDays(zh, 5, 'zh'), withDays(en, 5, 'en')])).not.toContain('{days}')
})
