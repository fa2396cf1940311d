import { computed, shallowRef } from 'vue'
import { get, post, remove, told, type Answer } from '@/api/client'
import type { FindingView, ImageView, UploadRequest, SlotView } from '@/api/schema'
import { language } from '@/words/language'
import { send, type Sent } from './send'

/** Where an image goes. */
export interface Destination extends UploadRequest {
  readonly slot: SlotView['slot']
}

export type UploadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'checking' }
  /** The connection is gone; it tries again by itself, after so many seconds or when the network is back. */
  | { readonly kind: 'waiting'; readonly seconds: number | null }
  | { readonly kind: 'refused'; readonly detail: string; readonly findings: readonly FindingView[] }

const firstPauseSeconds = 2
const longestPauseSeconds = 30
const verdictPauseSeconds = 2

/**
 * Uploads one image: opens it, sends its bytes, waits for the verdict. A lost connection is tried again until it works
 * or is stopped; what has arrived already is never sent twice.
 */
export function useUpload() {
  const state = shallowRef<UploadState>({ kind: 'idle' })
  let run: Run | null = null

  async function start(
    to: Destination,
    file: Blob,
    opened: ImageView | null = null,
  ): Promise<ImageView | null> {
    run = new Run(to, file, (next) => (state.value = next), opened?.id ?? null)
    return run.image()
  }

  return {
    state,
    isBusy: computed(() => state.value.kind !== 'idle' && state.value.kind !== 'refused'),
    start,
    retryNow: () => run?.wake(),
    stop: () => run?.stop(),
  }
}

type Step = { readonly done: ImageView | null } | 'again' | 'lost'

class Run {
  private isStopped = false
  private pause = firstPauseSeconds
  private readonly aborting = new AbortController()
  private wakeUp: () => void = () => {}

  constructor(
    private readonly to: Destination,
    private readonly file: Blob,
    private readonly tell: (state: UploadState) => void,
    private imageId: string | null,
  ) {}

  /** The image with its verdict; null when it was refused or stopped. */
  async image(): Promise<ImageView | null> {
    let wasLost = false
    while (!this.isStopped) {
      const step: Step =
        this.imageId === null ? await this.open(wasLost) : await this.sendBytes(this.imageId, wasLost)
      if (typeof step === 'object') return step.done
      wasLost = step === 'lost'
      if (wasLost) await this.rest()
      else this.pause = firstPauseSeconds
    }
    this.tell({ kind: 'idle' })
    return null
  }

  wake(): void {
    this.wakeUp()
  }

  stop(): void {
    this.isStopped = true
    this.aborting.abort()
    this.wakeUp()
  }

  /** After a lost answer the upload may be open already: then it is gone on with. */
  private async open(wasLost: boolean): Promise<Step> {
    this.tell({ kind: 'opening' })
    if (wasLost) {
      const left = await this.leftOpen()
      if (left === 'lost') return 'lost'
      if (left !== null) return this.opened(left)
    }
    const { slot, ...body } = this.to
    const answer = await post('/api/application/materials/{slot}/uploads', { path: { slot }, body })
    return answer.ok ? this.opened(answer.value.imageId) : this.failed(answer)
  }

  private opened(imageId: string): Step {
    this.imageId = imageId
    return 'again'
  }

  private async leftOpen(): Promise<string | null | 'lost'> {
    const answer = await get('/api/application')
    if (!answer.ok) return answer.status === 0 ? 'lost' : null
    const { slot, page, entryId, fileName } = this.to
    const left = answer.value.images.find(
      (image) =>
        !image.receivedAt &&
        image.slot === slot &&
        image.page === page &&
        (image.entryId ?? null) === (entryId ?? null) &&
        image.fileName === fileName,
    )
    return left?.id ?? null
  }

  private async sendBytes(imageId: string, wasLost: boolean): Promise<Step> {
    if (wasLost) {
      const known = await this.ask(imageId)
      if (known.ok && known.value.receivedAt) return this.verdict(known.value)
      if (!known.ok && known.status === 0) return 'lost'
    }
    this.tell({ kind: 'sending', share: 0 })
    const sent = await send(this.addressOf(imageId), this.file, {
      language: language.value,
      progress: (share) => this.tell(share < 1 ? { kind: 'sending', share } : { kind: 'checking' }),
      signal: this.aborting.signal,
    })
    return this.received(imageId, sent)
  }

  private async received(imageId: string, sent: Sent): Promise<Step> {
    if (sent.status === 0) return 'lost'
    if (sent.status === 200) return this.verdict(JSON.parse(sent.text) as ImageView)
    const problem = told(sent.text)
    if (problem.code === 'image-already-received') {
      const known = await this.ask(imageId)
      return known.ok ? this.verdict(known.value) : 'lost'
    }
    if (problem.code === 'image-unknown') {
      this.imageId = null
      return 'again'
    }
    if (sent.status >= 500) return 'lost'
    await remove('/api/application/materials/{slot}/{imageId}', { path: { slot: this.to.slot, imageId } })
    return this.refused(problem.detail, problem.findings ?? [])
  }

  /** Where inspection runs apart from the upload, the verdict comes a little later. */
  private async verdict(image: ImageView): Promise<Step> {
    let known = image
    while (known.isAccepted === undefined || known.isAccepted === null) {
      this.tell({ kind: 'checking' })
      await this.sleep(verdictPauseSeconds)
      if (this.isStopped) break
      const answer = await this.ask(known.id)
      if (answer.ok) known = answer.value
    }
    this.tell({ kind: 'idle' })
    return { done: known }
  }

  private ask(imageId: string): Promise<Answer<ImageView>> {
    return get('/api/application/materials/{slot}/{imageId}', { path: { slot: this.to.slot, imageId } })
  }

  private failed(answer: Extract<Answer<unknown>, { ok: false }>): Step {
    if (answer.status === 0 || answer.status >= 500) return 'lost'
    return this.refused(answer.problem.detail, answer.problem.findings ?? [])
  }

  private refused(detail: string, findings: readonly FindingView[]): Step {
    this.tell({ kind: 'refused', detail, findings })
    return { done: null }
  }

  private addressOf(imageId: string): string {
    return `/api/application/materials/${this.to.slot}/${imageId}/content`
  }

  /** Until the pause is over, the network is back, or the candidate asks for it. */
  private async rest(): Promise<void> {
    if (this.isStopped) return
    this.tell({ kind: 'waiting', seconds: navigator.onLine ? this.pause : null })
    await this.sleep(this.pause)
    this.pause = Math.min(longestPauseSeconds, this.pause * 2)
  }

  private sleep(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        window.removeEventListener('online', done)
        resolve()
      }
      const timer = setTimeout(done, seconds * 1000)
      window.addEventListener('online', done)
      this.wakeUp = done
    })
  }
}
