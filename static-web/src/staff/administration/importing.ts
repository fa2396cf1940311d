import { told, type Failed } from '@/api/client'
import type { ImportAnswer, ImportedRow } from '@/api/schema'
import { language } from '@/words/language'

/** How many accounts one request opens: none takes long, and each says how far it is. */
const AtOnce = 50

type Imported = { readonly ok: true; readonly value: ImportAnswer } | Failed

async function send(file: File, query: string): Promise<Imported> {
  try {
    const response = await fetch(`/api/admin/accounts/import?${query}`, {
      method: 'POST',
      body: file,
      headers: {
        'Content-Type': file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'application/octet-stream',
        'Accept-Language': language.value === 'en' ? 'en' : 'zh-CN',
      },
    })
    const text = await response.text()
    return response.ok
      ? { ok: true, value: JSON.parse(text) as ImportAnswer }
      : { ok: false, status: response.status, problem: told(text) }
  } catch {
    return { ok: false, status: 0, problem: told('') }
  }
}

/** What each row would come to; nothing is opened. */
export function preview(file: File): Promise<Imported> {
  return send(file, 'dryRun=true')
}

/** Opens the rows in order, part by part. What an interrupted run has opened, the next finds taken. */
export async function open(
  file: File,
  rows: number,
  progress: (done: number) => void,
): Promise<{ readonly ok: true; readonly rows: readonly ImportedRow[] } | Failed> {
  let opened: readonly ImportedRow[] = []
  for (let skip = 0; skip < rows; skip += AtOnce) {
    const answer = await send(file, `dryRun=false&skip=${skip}&take=${AtOnce}`)
    if (!answer.ok) return answer
    opened = [...opened, ...answer.value.rows]
    progress(Math.min(rows, skip + AtOnce))
  }
  return { ok: true, rows: opened }
}
