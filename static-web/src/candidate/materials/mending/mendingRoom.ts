import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import type { Opened } from '@/images/darkroom'
import {
  keptInside,
  largestOfRatio,
  movedBy,
  scaledBy,
  sizeAfter,
  turnedBy,
  upright,
  whole,
  withoutEmptyCorners,
  type Rectangle,
  type Size,
  type Turn,
} from '@/images/geometry'
import { Mender } from '@/images/mender'
import type { Impossible, Mended } from '@/images/mending'
import { likelyPaper, type Paper, type Standard } from '@/images/standard'

export type Outcome =
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly mended: Mended; readonly url: string }
  | { readonly kind: 'impossible'; readonly why: Impossible }
  | { readonly kind: 'failed' }

/** The last change has rested for so long before the picture is made. */
const restMilliseconds = 350
const mostDegrees = 15
/** Less is hardly seen, and turning costs a little sharpness. */
const leastTilt = 0.5

/** One picture on the table: how it is turned and cropped, and what comes of it. */
export function useMendingRoom(file: File, standard: Standard) {
  const mender = new Mender()
  const picture = shallowRef<Opened>()
  const isUnreadable = ref(false)
  const turn = shallowRef<Turn>(upright)
  const crop = shallowRef<Rectangle>({ x: 0, y: 0, width: 1, height: 1 })
  const paper = shallowRef<Paper | null>(null)
  const outcome = shallowRef<Outcome>({ kind: 'working' })
  let resting = 0

  const size = computed(() => sizeAfter(turn.value, picture.value?.size ?? { width: 1, height: 1 }))

  async function open(): Promise<void> {
    try {
      const opened = await mender.open(file)
      if (opened.kind === 'unreadable') {
        isUnreadable.value = true
        return
      }
      picture.value = opened
      paper.value = likelyPaper(standard, opened.size.width, opened.size.height, opened.density)
      reset()
      if (measuredTilt.value !== null) straighten(-measuredTilt.value)
    } catch {
      outcome.value = { kind: 'failed' }
    }
  }

  function reset(): void {
    turn.value = upright
    crop.value = firstCrop()
  }

  /** What a page is measured to be off; null where it is straight, turned on its side, or can't be measured. */
  const measuredTilt = computed(() => {
    const tilt = picture.value?.tilt ?? 0
    return !standard.aspectRatio && turn.value.quarters === 0 && Math.abs(tilt) >= leastTilt ? tilt : null
  })

  function firstCrop(): Rectangle {
    const { aspectRatio } = standard
    return aspectRatio ? largestOfRatio(size.value, aspectRatio) : whole(size.value)
  }

  function rotate(quarters: number): void {
    turn.value = turnedBy(turn.value, quarters)
    crop.value = firstCrop()
  }

  /** A photo's frame draws back from where straightening leaves nothing; a page keeps its paper. */
  function straighten(degrees: number): void {
    const clamped = Math.round(Math.max(-mostDegrees, Math.min(mostDegrees, degrees)) * 10) / 10
    turn.value = { ...turn.value, degrees: clamped }
    if (standard.aspectRatio) crop.value = withoutEmptyCorners(crop.value, turn.value, size.value)
  }

  function setCrop(next: Rectangle): void {
    const kept = keptInside(next, size.value)
    crop.value = standard.aspectRatio ? withoutEmptyCorners(kept, turn.value, size.value) : kept
  }

  /** By so many steps of a hundredth of the picture. */
  function moveCrop(columns: number, rows: number): void {
    const step = size.value.width / 100
    setCrop(movedBy(crop.value, columns * step, rows * step, size.value))
  }

  function resizeCrop(factor: number): void {
    setCrop(scaledBy(crop.value, factor, leastCropOf(size.value), size.value))
  }

  async function make(): Promise<void> {
    if (picture.value === undefined) return
    try {
      const result = await mender.mend(standard, { turn: turn.value, crop: crop.value, paper: paper.value })
      if (result.kind === 'superseded') return
      tell(
        result.kind === 'mended'
          ? { kind: 'done', mended: result, url: URL.createObjectURL(result.file) }
          : { kind: 'impossible', why: result },
      )
    } catch {
      tell({ kind: 'failed' })
    }
  }

  function tell(next: Outcome): void {
    if (outcome.value.kind === 'done') URL.revokeObjectURL(outcome.value.url)
    outcome.value = next
  }

  watch([picture, turn, crop, paper], () => {
    tell({ kind: 'working' })
    clearTimeout(resting)
    resting = window.setTimeout(() => void make(), restMilliseconds)
  })

  onBeforeUnmount(() => {
    clearTimeout(resting)
    mender.close()
    tell({ kind: 'working' })
    picture.value?.preview.close()
  })

  void open()
  return {
    picture,
    isUnreadable,
    measuredTilt,
    turn,
    crop,
    paper,
    size,
    outcome,
    reset,
    rotate,
    straighten,
    setCrop,
    moveCrop,
    resizeCrop,
  }
}

/** A frame that can still be held, in pixels of the picture. */
export function leastCropOf({ width }: Size): number {
  return Math.min(width, 60)
}

export type MendingRoom = ReturnType<typeof useMendingRoom>
