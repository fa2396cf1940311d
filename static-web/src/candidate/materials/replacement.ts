import { remove } from '@/api/client'
import type { ImageView } from '@/api/schema'
import { useUpload } from './uploading/upload'

export type Replaced = { readonly isDone: true } | { readonly isDone: false; readonly problem: string }

/** The old image goes only when the new one is there, unless the slot has no room for both. */
export type Order = 'upload-first' | 'remove-first'

/** Puts a mended image in the place of the one that it was made from. */
export function useReplacement() {
  const { start, ...upload } = useUpload()

  async function replace(old: ImageView, file: File, order: Order): Promise<Replaced> {
    if (order === 'remove-first') {
      const problem = await removed(old)
      if (problem !== '') return { isDone: false, problem }
    }
    const to = { slot: old.slot, page: old.page, entryId: old.entryId ?? null, fileName: file.name }
    if ((await start(to, file)) === null) return { isDone: false, problem: '' }
    const problem = order === 'upload-first' ? await removed(old) : ''
    return problem === '' ? { isDone: true } : { isDone: false, problem }
  }

  return { ...upload, replace }
}

async function removed(image: ImageView): Promise<string> {
  const path = { slot: image.slot, imageId: image.id }
  const answer = await remove('/api/application/materials/{slot}/{imageId}', { path })
  return answer.ok || answer.problem.code === 'image-unknown' ? '' : answer.problem.detail
}
