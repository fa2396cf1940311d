import type { TextState, TextTemplate } from '@/api/schema'
import { ask } from '../acts/asking'
import { words } from '../words'

/** A text costs money, and one whose fate is unknown may have arrived (R15): nobody sends it again by a slip of the hand. */
export async function askToSendAgain(template: TextTemplate, state: TextState): Promise<boolean> {
  const { texts } = words.value.administration
  const text = texts.againAsk(texts.templates[template])
  const said = await ask({
    title: texts.again,
    text: state === 'unknown' ? `${text}${texts.maybeArrived}` : text,
    act: texts.again,
  })
  return said !== null
}
