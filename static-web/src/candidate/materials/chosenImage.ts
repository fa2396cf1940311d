import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { FindingGuide, FindingView, PageView, SlotView } from '@/api/schema'
import { Mender } from '@/images/mender'
import { checkNumbers, type NumericVerdict } from '@/images/numericChecks'
import { judgeCode, shownCode } from '@/images/officialCode'
import { findingOf, type Measured } from './findingOf'
import { standardOf } from './standardOf'

/** A file that was chosen for a slot, with what this page has found out about it by itself. */
export interface Examined {
  readonly verdict: NumericVerdict
  readonly findings: readonly FindingView[]
  /** Whether the browser can show and mend it. */
  readonly isReadable: boolean
}

export type CodeState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'official'; readonly host: string }

/** Examines a file as soon as it is there: the numbers at once, the verification code in a worker. */
export function useExamination(
  file: Readonly<Ref<Blob>>,
  slot: Readonly<Ref<SlotView>>,
  page: Readonly<Ref<PageView>>,
  guide: Readonly<Ref<ReadonlyMap<string, FindingGuide>>>,
) {
  const examined = shallowRef<Examined>()
  const code = shallowRef<CodeState>({ kind: 'none' })
  let latest = 0

  watch([file, page, guide], () => void examine(++latest), { immediate: true })
  onScopeDispose(() => latest++)

  async function examine(turn: number): Promise<void> {
    code.value = { kind: 'none' }
    const bytes = new Uint8Array(await file.value.arrayBuffer())
    const verdict = checkNumbers(bytes, standardOf(slot.value), page.value.mayBeGrey)
    const isReadable = await canShow(file.value)
    if (turn !== latest) return
    const findings = verdict.findings.map((one) => findingOf(one, guide.value))
    examined.value = { verdict, findings, isReadable }
    if (!page.value.bearsCode || !isReadable) return
    code.value = { kind: 'reading' }
    const [state, finding] = await readCode(file.value, slot.value)
    if (turn !== latest) return
    code.value = state
    if (finding !== null)
      examined.value = { verdict, isReadable, findings: [...findings, findingOf(finding, guide.value)] }
  }

  return { examined, code }
}

async function readCode(file: Blob, slot: SlotView): Promise<[CodeState, Measured | null]> {
  const mender = new Mender()
  try {
    if ((await mender.open(file)).kind === 'unreadable') return [{ kind: 'none' }, null]
    const text = await mender.readCode()
    const hosts = slot.officialHosts
    const required = hosts.map((host) => `https://${host}`).join(' / ')
    switch (judgeCode(text, hosts)) {
      case 'official':
        return [{ kind: 'official', host: new URL(text ?? '').hostname }, null]
      case 'wrong-host':
        return [
          { kind: 'none' },
          { code: 'qr-wrong-host', measured: shownCode(text ?? ''), required, isSure: true },
        ]
      case 'unreadable':
        return [{ kind: 'none' }, { code: 'qr-unreadable', measured: '0', required: '1', isSure: true }]
    }
  } catch {
    // A browser without the reader's WebAssembly: the server reads the code after the upload.
    return [{ kind: 'none' }, null]
  } finally {
    mender.close()
  }
}

async function canShow(file: Blob): Promise<boolean> {
  try {
    const bitmap = await createImageBitmap(file)
    bitmap.close()
    return true
  } catch {
    return false
  }
}
