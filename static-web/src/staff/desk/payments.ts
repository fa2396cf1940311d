import type { Payment, RefundOutcome, RefundWay, StageName } from '@/api/schema'

type Way = NonNullable<RefundWay>

/** What the desk may do with a payment; the server decides, this keeps it from offering what would be refused. */
export interface Acts {
  /** 计入缴费 */
  readonly counts: boolean
  /** 冲正 */
  readonly reverses: boolean
  /** How it can be refunded; none where it can't. */
  readonly ways: readonly Way[]
  readonly outcomes: readonly RefundOutcome[]
}

export function isRefundRunning(payment: Payment): boolean {
  return !!payment.refund && !payment.refund.trouble && !payment.refunded
}

export function actsOn(payment: Payment, stage: StageName): Acts {
  const isGone = !!payment.reversed || !!payment.refunded
  const isFee = !isGone && !payment.surplus && stage === 'paid'
  const isRefundable = !isGone && (isFee || !!payment.surplus) && !isRefundRunning(payment)
  return {
    counts: !isGone && !!payment.surplus && !payment.refund && stage === 'originals-verified',
    // What the provider confirmed has come, and can only be refunded.
    reverses: isFee && !payment.confirmedAt && !payment.refund,
    ways: !isRefundable ? [] : payment.confirmedAt ? ['provider', 'by-hand'] : ['by-hand'],
    outcomes: isFee ? ['stays-paid', 'withdraws'] : ['stays-paid'],
  }
}
