import type { StaffWords } from '../zh'
import { administration } from './administration'
import { desk } from './desk'
import { lists } from './lists'
import { operation } from './operation'
import { review } from './review'
import { session } from './session'

export const en: StaffWords = { ...session, lists, review, desk, administration, operation }
