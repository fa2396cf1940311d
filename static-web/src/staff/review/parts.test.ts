import { expect, test } from 'vitest'
import type { Changes, ReviewedApplication } from '@/api/schema'
import { evidenceFor, isNews, partsOf } from './parts'

const accepted = { target: 'field:name', verdict: 'accepted' }

const application = {
  fields: [
    { field: 'employer', name: '工作单位', text: '某局', isEmpty: false, mark: null },
    { field: 'name', name: '姓名', text: '张三', isEmpty: false, mark: accepted },
    { field: 'email', name: '电子邮箱', text: null, isEmpty: true, mark: null },
  ],
  images: [
    { image: { id: '1', slot: 'identity-card' }, slotName: '身份证', pageName: '人像面', mark: accepted },
    { image: { id: '2', slot: 'other' }, slotName: '其他', pageName: '其他', mark: null },
  ],
} as unknown as ReviewedApplication

test('Parts stand in the order of the form, without what is empty, then the images', () => {
  expect(partsOf(application, undefined).map((part) => part.target)).toEqual([
    'field:name',
    'field:employer',
    'image:1',
    'image:2',
  ])
})

test('In a later round, only what changed or waits is news, with the text of before', () => {
  const changes = {
    fields: [{ field: 'employer', name: '工作单位', beforeText: '旧局', afterText: '某局' }],
    imagesAdded: [],
    imagesRemoved: [],
  } as unknown as Changes
  const news = partsOf(application, changes).filter(isNews)
  expect(news.map((part) => part.target)).toEqual(['field:employer', 'image:2'])
  expect(news[0]?.change).toEqual({ before: '旧局', isNew: false })
  expect(news.map((part) => part.isToCompare)).toEqual([false, true])
})

test('A field is looked at beside the image that proves it', () => {
  const [name, employer] = partsOf(application, undefined)
  expect(evidenceFor(name!, application.images)?.image.id).toBe('1')
  expect(evidenceFor(employer!, application.images)).toBeUndefined()
})
