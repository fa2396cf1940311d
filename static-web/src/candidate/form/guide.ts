import { shallowRef, watch, type ShallowRef } from 'vue'
import { get } from '@/api/client'
import type { FormGuide } from '@/api/schema'
import { language } from '@/words/language'

/** What the fields are called and what can be chosen in them, as the server has it. */
export const guide: ShallowRef<FormGuide | undefined> = shallowRef()

export async function readGuide(): Promise<void> {
  const answer = await get('/api/application/form/guide')
  if (answer.ok) guide.value = answer.value
}

watch(language, () => {
  if (guide.value !== undefined) void readGuide()
})
