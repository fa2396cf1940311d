import { addressOf, told, type Failed } from '@/api/client'
import { language } from '@/words/language'

/** A file that arrived, with what its answer said beside it. */
export interface Arrived {
  readonly ok: true
  readonly blob: Blob
  readonly headers: Headers
}

/** Fetches a file and says how much of it has come. */
export async function fetchFile(
  path: string,
  query: Readonly<Record<string, unknown>>,
  progress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Arrived | Failed> {
  try {
    const response = await fetch(addressOf(path, { query }), {
      signal,
      headers: { 'Accept-Language': language.value === 'en' ? 'en' : 'zh-CN' },
    })
    if (!response.ok || !response.body) {
      return { ok: false, status: response.status, problem: told(await response.text()) }
    }
    const parts: BlobPart[] = []
    let bytes = 0
    const reader = response.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      parts.push(value)
      progress((bytes += value.byteLength))
    }
    const type = response.headers.get('Content-Type') ?? ''
    return { ok: true, blob: new Blob(parts, { type }), headers: response.headers }
  } catch {
    return { ok: false, status: 0, problem: told('') }
  }
}

/** Leaves a file in the browser's downloads. */
export function leave(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
