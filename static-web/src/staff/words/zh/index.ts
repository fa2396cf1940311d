import { administration } from './administration'
import { desk } from './desk'
import { lists } from './lists'
import { operation } from './operation'
import { review } from './review'
import { session } from './session'

/** Every word that the staff's pages say of their own. */
export const zh = { ...session, lists, review, desk, administration, operation }

export type StaffWords = typeof zh
