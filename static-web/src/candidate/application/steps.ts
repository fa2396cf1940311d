import type { StageName } from '@/api/schema'

/** 填报 → 提交 → 审核 → 打印 → 现场 → 交费 */
export const steps = ['fill', 'submit', 'review', 'print', 'onSite', 'pay'] as const

export type Step = (typeof steps)[number]

/** The step that the candidate is at; undefined once everything is done, or where it ended early. */
export function stepOf(stage: StageName, isComplete: boolean): Step | undefined {
  switch (stage) {
    case 'unopened':
    case 'invited':
      return 'fill'
    case 'returned':
      return 'fill'
    case 'draft':
      return isComplete ? 'submit' : 'fill'
    case 'submitted':
      return 'review'
    case 'approved':
      return 'print'
    case 'printed':
      return 'onSite'
    case 'originals-verified':
      return 'pay'
    case 'paid':
    case 'abandoned':
    case 'rejected':
    case 'withdrawn':
      return undefined
  }
}

/** Whether it ended without being completed. */
export function hasEnded(stage: StageName): boolean {
  return stage === 'abandoned' || stage === 'rejected' || stage === 'withdrawn'
}
