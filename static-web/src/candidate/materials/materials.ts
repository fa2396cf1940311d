import { computed, shallowRef, type Ref } from 'vue'
import { get } from '@/api/client'
import type { CandidatePage, DiplomaLevel, FindingGuide, ImageView, SlotView } from '@/api/schema'

type SlotName = SlotView['slot']

/** One diploma slot has a group for each of its education entries (R6), every other slot just one. */
export interface Group {
  /** Null where the slot has no entries. */
  readonly entryId: string | null
  readonly entryName: string | null
  readonly images: readonly ImageView[]
}

/** What may be done to the materials at this stage. */
export type Openness =
  | { readonly kind: 'open' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'returned'; readonly slots: readonly SlotName[] }

/** The materials of the candidate who is signed in, as the server last told them. */
export function useMaterials() {
  const page = shallowRef<CandidatePage>()
  const problem = shallowRef('')
  const guide = shallowRef<ReadonlyMap<string, FindingGuide>>(new Map())

  async function load(): Promise<void> {
    const answer = await get('/api/application')
    if (answer.ok) page.value = answer.value
    problem.value = answer.ok ? '' : answer.problem.detail
  }

  async function loadGuide(): Promise<void> {
    const answer = await get('/api/application/materials/findings')
    if (answer.ok) guide.value = new Map(answer.value.findings.map((one) => [one.code, one]))
  }

  return {
    page: page as Readonly<Ref<CandidatePage | undefined>>,
    problem,
    guide,
    load,
    loadGuide,
    openness: computed(() => opennessOf(page.value)),
  }
}

export function opennessOf(page: CandidatePage | undefined): Openness {
  if (page?.stage.name === 'draft') return { kind: 'open' }
  if (page?.stage.name === 'returned') return { kind: 'returned', slots: page.open?.slots ?? [] }
  return { kind: 'closed' }
}

export function isOpen(openness: Openness, slot: SlotName): boolean {
  return openness.kind === 'open' || (openness.kind === 'returned' && openness.slots.includes(slot))
}

/** 专科→3, 本科→4, 研究生→5: an entry's image is its slot's (R6). */
const slotOfLevel: Record<NonNullable<DiplomaLevel>, SlotName> = {
  'junior-college': 'junior-college-diploma',
  bachelor: 'bachelor-diploma',
  postgraduate: 'postgraduate-diploma',
}

/** The groups of a slot; images whose education entry is gone come last, in a group without a name. */
export function groupsOf(page: CandidatePage, slot: SlotView): Group[] {
  const images = page.images.filter((image) => image.slot === slot.slot)
  if (!slot.perEntry) return [{ entryId: null, entryName: null, images }]
  const entries = (page.form.form.education ?? []).filter(
    ({ level }) => level && slotOfLevel[level] === slot.slot,
  )
  const groups = entries.map((entry) => ({
    entryId: entry.id,
    entryName: [entry.school, entry.major].filter(Boolean).join(' ') || slot.name,
    images: images.filter((image) => image.entryId === entry.id),
  }))
  const orphans = images.filter((image) => entries.every((entry) => entry.id !== image.entryId))
  return orphans.length === 0 ? groups : [...groups, { entryId: null, entryName: null, images: orphans }]
}

export type SlotState = 'complete' | 'missing' | 'trouble' | 'empty'

/** What the server still misses in a slot decides, and nothing that this page reckons itself. */
export function stateOf(page: CandidatePage, slot: SlotView): SlotState {
  const lacking = page.shortcomings.filter((one) => one.slot === slot.slot)
  if (
    lacking.some(
      (one) =>
        one.code === 'slot-empty' || one.code === 'diploma-image-missing' || one.code === 'page-missing',
    )
  ) {
    return 'missing'
  }
  if (lacking.length > 0) return 'trouble'
  return page.images.some((image) => image.slot === slot.slot) ? 'complete' : 'empty'
}

/** The comments of the last round on an image or a slot, while they are still to be dealt with. */
export function commentsOn(page: CandidatePage, target: string): string[] {
  const [latest] = page.rounds
  if (page.stage.name !== 'returned' || latest === undefined) return []
  return latest.comments.filter((one) => one.target === target).map((one) => one.comment)
}
