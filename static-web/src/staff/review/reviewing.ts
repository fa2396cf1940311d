import { computed, ref, shallowRef } from 'vue'
import { get, post, put, remove, type Answer } from '@/api/client'
import type {
  Changes,
  FindingCode,
  Mark,
  OnlineVerification,
  PresetReason,
  ReviewedApplication,
} from '@/api/schema'
import { tell, valueOf } from '../acts/telling'
import { words } from '../words'
import { isNews, partsOf, type Part } from './parts'

/** One application under review: what the server knows, and the marks that are on their way to it. */
export function useReviewing(id: string) {
  const application = shallowRef<ReviewedApplication>()
  const changes = shallowRef<Changes>()
  const reasons = ref<readonly PresetReason[]>([])
  const isGone = ref(false)
  const onlyNews = ref(false)
  /** Marks that were made and not yet answered: a key pressed is a mark seen. */
  const sent = ref<Readonly<Record<string, Mark>>>({})
  const path = { id }

  const all = computed(() => (application.value ? partsOf(application.value, changes.value) : []))
  const marked = computed(() =>
    all.value.map((part): Part => ({ ...part, mark: sent.value[part.target] ?? part.mark })),
  )
  /** What was news when the page was opened: it must not vanish under the reviewer's hands. */
  const news = shallowRef<ReadonlySet<string>>(new Set())
  /** What is listed; in a later round what has changed, and what is compared with it. */
  const listed = computed(() =>
    onlyNews.value ? marked.value.filter((part) => news.value.has(part.target)) : marked.value,
  )
  const comments = computed(() => [
    ...marked.value.flatMap((part) =>
      part.mark?.verdict === 'commented' ? [{ name: part.name, text: part.mark.comment ?? '' }] : [],
    ),
    ...(application.value?.slotMarks ?? []).map((mark) => ({ name: mark.target, text: mark.comment ?? '' })),
  ])
  const open = computed(() => marked.value.filter((part) => part.mark?.verdict !== 'accepted'))
  const left = computed(() => open.value.filter((part) => part.mark === null).length)

  async function read() {
    const answer = await get('/api/review/applications/{id}', { path })
    if (!answer.ok) {
      isGone.value = answer.status === 404
      tell(answer.problem.detail, 'failed')
      return
    }
    application.value = answer.value
    if (answer.value.round > 1) {
      const told = await get('/api/review/applications/{id}/changes', { path })
      if (told.ok) {
        changes.value = told.value
        news.value = new Set(all.value.filter(isNews).map((part) => part.target))
        onlyNews.value = true
      }
    }
  }

  async function readReasons() {
    const answer = await get('/api/review/reasons')
    if (answer.ok) reasons.value = answer.value
  }

  function took(answer: Answer<ReviewedApplication>): boolean {
    const value = valueOf(answer)
    if (value) application.value = value
    return value !== undefined
  }

  let queue: Promise<unknown> = Promise.resolve()

  /** Marks are sent one after the other, in the order in which they were made. */
  function mark(...marks: Mark[]): Promise<unknown> {
    sent.value = { ...sent.value, ...Object.fromEntries(marks.map((one) => [one.target, one])) }
    queue = queue.then(async () => {
      took(await put('/api/review/applications/{id}/marks', { path, body: { marks } }))
      const rest = { ...sent.value }
      for (const one of marks) if (rest[one.target] === one) delete rest[one.target]
      sent.value = rest
    })
    return queue
  }

  /** After every mark that is still on its way. */
  async function after(act: () => Promise<Answer<ReviewedApplication>>): Promise<boolean> {
    await queue
    return took(await act())
  }

  return {
    application,
    changes,
    reasons,
    isGone,
    onlyNews,
    listed,
    open,
    left,
    comments,
    read,
    readReasons,
    mark,
    claim: () => after(() => put('/api/review/applications/{id}/claim', { path })),
    release: () => after(() => remove('/api/review/applications/{id}/claim', { path })),
    approve: () => after(() => post('/api/review/applications/{id}/approval', { path })),
    sendBack: (reason: string) =>
      after(() => post('/api/review/applications/{id}/return', { path, body: reason ? { reason } : {} })),
    reject: (reason: string) =>
      after(() => post('/api/review/applications/{id}/rejection', { path, body: { reason } })),
    note: (text: string) =>
      after(() => post('/api/review/applications/{id}/notes', { path, body: { text } })),
    verify: (body: OnlineVerification) =>
      after(() => put('/api/review/applications/{id}/online-verification', { path, body })),
    overrule: (image: string, code: FindingCode, reason: string) =>
      after(() =>
        post('/api/review/applications/{id}/images/{image}/override', {
          path: { id, image },
          body: { code, reason },
        }),
      ),
    /** The preset reasons for a part: its own first, then those for any. */
    presetsFor(part: Part): readonly PresetReason[] {
      const own = part.image ? `slot:${part.image.image.slot}` : part.target
      return [
        ...reasons.value.filter((reason) => reason.target === own),
        ...reasons.value.filter((reason) => !reason.target),
      ].slice(0, 9)
    },
    stageWords: () => (application.value ? words.value.lists.stages[application.value.stage] : ''),
  }
}

export type Reviewing = ReturnType<typeof useReviewing>
