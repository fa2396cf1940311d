import { computed, reactive, ref, shallowRef, toRaw, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { put, type Told } from '@/api/client'
import type { BoxFillView, Form, FormAnswer } from '@/api/schema'
import { blankForm, changedFields, copyOf, type Editable, type FieldName } from './fields'
import { byPath, errorsOf, type Problems } from './problems'
import { keep, kept, letGo } from './kept-draft'

/** How the work on this page stands to what the server keeps. */
export type Standing =
  | 'saved'
  | 'changed'
  | 'saving'
  /** No answer: tried again by itself. */
  | 'offline'
  /** Refused whole, and told why. */
  | 'refused'
  /** Somebody else saved in between: the person chooses. */
  | 'conflict'

/** Milliseconds of quiet after typing before it is saved. */
const Quiet = 900

/** Milliseconds before a lost connection is tried again. */
const Again = 5_000

/**
 * The form that is being typed (暂存, R10). It saves itself when the typing pauses, under the revision that was read;
 * another tab's save is a conflict and never overwritten (412). What could not be sent stays in this tab's drawer, so
 * that neither a reload nor a new sign-in loses it.
 */
export class Draft {
  readonly form: Editable = reactive(blankForm())
  readonly standing: Ref<Standing> = ref('saved')
  readonly problems: ShallowRef<Problems> = shallowRef({})
  readonly fills: ShallowRef<readonly BoxFillView[]> = shallowRef([])
  /** What a save was refused for, by path. */
  readonly refusals: ShallowRef<Problems> = shallowRef({})
  readonly trouble: ShallowRef<Told | undefined> = shallowRef()
  /** The form as another tab left it. */
  readonly theirs: ShallowRef<FormAnswer | undefined> = shallowRef()
  readonly savedAt: Ref<number | undefined> = ref()
  readonly isUnsaved: ComputedRef<boolean> = computed(() => this.standing.value !== 'saved')

  private base: Form = blankForm()
  private revision = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private sending: Promise<void> | undefined
  private isClosed = false

  constructor(
    private readonly owner: string,
    /** Told after each save. */
    private readonly onSaved: (answer: FormAnswer) => void = () => undefined,
  ) {}

  /** Begins with what the server keeps, and takes up what this tab could not send before. */
  open(answer: FormAnswer): void {
    this.accept(answer)
    Object.assign(this.form, copyOf(answer.form))
    this.standing.value = 'saved'
    const unsent = kept(this.owner)
    if (unsent === undefined) return
    const changed = changedFields(unsent.base, unsent.form)
    if (changed.length === 0 || changedFields(answer.form, unsent.form).length === 0) {
      letGo(this.owner)
      return
    }
    Object.assign(this.form, copyOf(unsent.form))
    if (unsent.revision === answer.revision) this.change()
    else {
      this.base = unsent.base
      this.theirs.value = answer
      this.standing.value = 'conflict'
    }
  }

  /** Something was typed. */
  change(): void {
    keep(this.owner, { form: this.sent(), base: this.base, revision: this.revision })
    if (this.standing.value === 'conflict') return
    if (this.standing.value !== 'saving') this.standing.value = 'changed'
    this.schedule(Quiet)
  }

  /** Saves now: 暂存, leaving the section, or the page. */
  async save(): Promise<void> {
    clearTimeout(this.timer)
    // One after the other: each save carries the revision that the one before it got.
    while (this.sending !== undefined) await this.sending
    if (this.isClosed || this.standing.value === 'saved' || this.standing.value === 'conflict') return
    this.sending = this.send().finally(() => (this.sending = undefined))
    await this.sending
  }

  /**
   * Stops for good, whoever still asks to save: what is unsent stays in the drawer, and the draft that takes it up from
   * there must not find that this one saved after all.
   */
  close(): void {
    this.isClosed = true
    clearTimeout(this.timer)
  }

  /** Fields in which this tab and the other differ. */
  conflicting(): FieldName[] {
    return this.theirs.value === undefined ? [] : changedFields(this.theirs.value.form, this.sent())
  }

  /** Whether only the other tab changed a field since both began. */
  isOnlyTheirs(field: FieldName): boolean {
    return changedFields(this.base, this.sent()).indexOf(field) < 0
  }

  /** Takes the other tab's version of some fields, keeps this one's of the rest, and saves. */
  async settle(takeTheirs: readonly FieldName[]): Promise<void> {
    const theirs = this.theirs.value
    if (theirs === undefined) return
    const chosen = copyOf(theirs.form)
    for (const field of takeTheirs) Object.assign(this.form, { [field]: chosen[field] })
    this.accept(theirs)
    this.theirs.value = undefined
    this.standing.value = 'changed'
    this.change()
    await this.save()
  }

  private schedule(after: number): void {
    clearTimeout(this.timer)
    if (!this.isClosed) this.timer = setTimeout(() => void this.save(), after)
  }

  private sent(): Form {
    return copyOf(toRaw(this.form))
  }

  private accept(answer: FormAnswer): void {
    this.base = copyOf(answer.form)
    this.revision = answer.revision
    this.problems.value = byPath(answer.problems)
    this.fills.value = answer.fills
  }

  private async send(): Promise<void> {
    const sent = this.sent()
    this.standing.value = 'saving'
    const answer = await put('/api/application/form', { body: sent, ifMatch: `"${this.revision}"` })
    const isStill = changedFields(sent, this.sent()).length === 0
    if (answer.ok) {
      this.accept({ ...answer.value, form: sent })
      this.refusals.value = {}
      this.trouble.value = undefined
      this.savedAt.value = Date.now()
      this.standing.value = isStill ? 'saved' : 'changed'
      if (isStill) letGo(this.owner)
      else this.change()
      this.onSaved(answer.value)
      return
    }
    this.trouble.value = answer.problem
    if (answer.status === 412 && answer.problem.current) {
      this.theirs.value = answer.problem.current
      this.standing.value = 'conflict'
    } else if (answer.status === 0 || answer.status >= 500) {
      this.standing.value = 'offline'
      this.schedule(Again)
    } else {
      this.refusals.value = errorsOf(answer.problem)
      this.standing.value = isStill ? 'refused' : 'changed'
      if (!isStill) this.schedule(Quiet)
    }
  }
}
