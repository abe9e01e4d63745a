/**
 * What a debt of the former system gives when it is owed back and pays another charge. What was paid of it here is
 * income already, by the day on which it was paid; what the former system had becomes income only now. Pure.
 */
import { cents, type Cents } from '../../kernel/money.ts'

/** A transfer of the charge, or one by which another charge paid it. */
export type GivenOrTaken = {
  readonly charge_ref: string
  readonly epoch: number
  readonly seq: number
  readonly transfer_number: number
  readonly pays_ref: string | null
  readonly transfer_code: string
  readonly credit_code: string
  readonly amount_cents: number
}

type Where = Pick<GivenOrTaken, 'epoch' | 'seq' | 'transfer_number'>

/** Names a transfer among those of its charge. */
export function placeOf({ epoch, seq, transfer_number }: Where): string {
  return `${epoch} ${seq} ${transfer_number}`
}

/** By how much more was paid of the charge here; below zero: it was taken or given back. */
function earnedBy(charge_ref: string, one: GivenOrTaken): number {
  const isTaker = one.transfer_code === 'applied' && one.pays_ref === charge_ref
  if (one.transfer_code === 'paid' || isTaker)
    return one.credit_code === 'receivable' ? one.amount_cents : 0 - one.amount_cents
  if (one.transfer_code !== 'paid-back') return 0
  return one.credit_code.startsWith('refund-due-') ? one.amount_cents : 0 - one.amount_cents
}

/**
 * How much each use of what is owed back took of what the former system had: what was paid here goes first.
 *
 * @param history of the charge, oldest first
 * @returns by place; below zero where a use was undone
 */
export function formerUsed(charge_ref: string, history: readonly GivenOrTaken[]): ReadonlyMap<string, Cents> {
  let [earned, used] = [0, 0]
  const former = (sum: number): number => Math.max(0, sum - earned)
  const found = new Map<string, Cents>()
  for (const one of history) {
    if (one.transfer_code === 'applied' && one.charge_ref === charge_ref) {
      const after = used + (one.credit_code === 'receivable' ? one.amount_cents : 0 - one.amount_cents)
      found.set(placeOf(one), cents(former(after) - former(used)))
      used = after
    } else {
      earned += earnedBy(charge_ref, one)
    }
  }
  return found
}
