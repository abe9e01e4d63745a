/**
 * The model of a charge before transfers: the balance before and after each move, as a figure of its own. Kept
 * unchanged, so that the ledger can be compared with it.
 */
import { assert } from '../../shared/kernel/assert.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'

/** What is owed on a charge, and what is to be refunded. One of them is zero. */
export type Balance = { readonly owed_cents: Cents; readonly refund_due_cents: Cents }

export type ChargeState = Balance & {
  readonly charge_ref: string
  readonly kind: string
  /** What it was made for. */
  readonly amount_cents: Cents
  /** Its present worth: less what was waived or removed, with what was restored. */
  readonly worth_cents: Cents
}

/** An entry of a charge's history: what moved, and the balance after it. `reason` of an undo: what it undid. */
export type LedgerEntry = Balance & { readonly act: string; readonly amount_cents: Cents; readonly reason: string }

export type Move = {
  readonly charge_ref: string
  readonly act: string
  readonly amount_cents: Cents
  readonly before: Balance
  readonly after: Balance
}

/** Moves of a charge in order, and its state after them. */
export type Moved = { readonly moves: readonly Move[]; readonly state: ChargeState }

/** Payments settle what a charge is worth; they do not change it. */
const PAYMENTS: ReadonlySet<string> = new Set(['paid', 'applied', 'paid-back'])

const net = ({ owed_cents, refund_due_cents }: Balance): number => owed_cents - refund_due_cents

/** What a charge made for `amount_cents` is worth after these entries, oldest first. */
export function worthAfter(amount_cents: Cents, entries: readonly LedgerEntry[]): Cents {
  let worth: number = amount_cents
  let before: Balance | null = null
  for (const entry of entries) {
    const { act, reason } = entry
    const isUndoing = act === 'undone'
    const isPayment = PAYMENTS.has(isUndoing ? reason : act)
    if (act !== 'charged' && !isPayment) {
      // An undo goes either way: the balance before it says which.
      if (isUndoing) worth += before === null ? 0 : net(entry) - net(before)
      else worth += act === 'restored' ? entry.amount_cents : -entry.amount_cents
    }
    before = entry
  }
  return cents(worth)
}

/** What a person waived and did not restore: it is not charged again for the same lateness. */
export function waivedCents(entries: readonly LedgerEntry[]): Cents {
  let sum = 0
  for (const { act, reason, amount_cents } of entries) {
    if (act === 'waived') sum += amount_cents
    if (act === 'undone' && reason === 'waived') sum = Math.max(0, sum - amount_cents)
  }
  return cents(sum)
}

/** What was paid towards it, whether the library keeps it or refunds it. */
export function paidCents(state: ChargeState): Cents {
  return cents(state.worth_cents - net(state))
}

/** @param worth_by by how much the move changes the worth of the charge; zero for a payment */
function step(state: ChargeState, act: string, to: Balance, worth_by: number): Moved {
  const after: Balance = { owed_cents: to.owed_cents, refund_due_cents: to.refund_due_cents }
  const amount = Math.abs(net(after) - net(state))
  if (amount === 0) return { moves: [], state }
  assert(after.owed_cents >= 0 && after.refund_due_cents >= 0, 'nothing is owed below zero')
  assert(after.owed_cents <= state.amount_cents, 'never more is owed than was charged')
  const { charge_ref, owed_cents, refund_due_cents } = state
  const before = { owed_cents, refund_due_cents }
  const move: Move = { charge_ref, act, amount_cents: cents(amount), before, after }
  return { moves: [move], state: { ...state, ...after, worth_cents: cents(state.worth_cents + worth_by) } }
}

/** One after the other. */
function followedBy(first: Moved, next: (state: ChargeState) => Moved): Moved {
  const second = next(first.state)
  return { moves: [...first.moves, ...second.moves], state: second.state }
}

/**
 * Reduces the charge's worth by `by`: first what is owed, then what was paid becomes a refund.
 * @param why for what is owed; a refund is always `refund-due`
 */
export function reduced(state: ChargeState, by: number, act: string): Moved {
  assert(by >= 0 && by <= state.worth_cents, 'no more comes off than it is worth')
  const unpaid = Math.min(by, state.owed_cents)
  const paid = by - unpaid
  const first = step(state, act, { ...state, owed_cents: cents(state.owed_cents - unpaid) }, -unpaid)
  return followedBy(first, (now) =>
    step(now, 'refund-due', { ...now, refund_due_cents: cents(now.refund_due_cents + paid) }, -paid),
  )
}

/** Increases the charge's worth again by `by`, never above the original amount: first out of the pending refund. */
export function restored(state: ChargeState, by: number): Moved {
  assert(by >= 0 && state.worth_cents + by <= state.amount_cents, 'no more comes back than was taken off')
  const kept = Math.min(by, state.refund_due_cents)
  const after = {
    owed_cents: cents(state.owed_cents + by - kept),
    refund_due_cents: cents(state.refund_due_cents - kept),
  }
  return step(state, 'restored', after, by)
}

/** The refund of one charge pays what is owed on another, as far as both reach and at most `most`. */
export function applied(
  from: ChargeState,
  to: ChargeState,
  most: number,
): { readonly from: Moved; readonly to: Moved; readonly applied_cents: Cents } {
  const by = Math.max(0, Math.min(from.refund_due_cents, to.owed_cents, most))
  return {
    from: step(from, 'applied', { ...from, refund_due_cents: cents(from.refund_due_cents - by) }, 0),
    to: step(to, 'applied', { ...to, owed_cents: cents(to.owed_cents - by) }, 0),
    applied_cents: cents(by),
  }
}

/** A recorded move reversed; null when what came after it is in the way. */
export function moveUndone(state: ChargeState, move: Pick<Move, 'act' | 'before' | 'after'>): Moved | null {
  const owed = state.owed_cents + move.before.owed_cents - move.after.owed_cents
  const refund = state.refund_due_cents + move.before.refund_due_cents - move.after.refund_due_cents
  if (owed < 0 || owed > state.amount_cents || refund < 0 || (owed > 0 && refund > 0)) return null
  const isPayment = PAYMENTS.has(move.act)
  const worth_by = isPayment ? 0 : net(move.before) - net(move.after)
  return step(state, 'undone', { owed_cents: cents(owed), refund_due_cents: cents(refund) }, worth_by)
}
