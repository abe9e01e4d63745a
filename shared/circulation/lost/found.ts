/**
 * An item billed as lost comes back: what becomes of its charges, and of what was paid. The item itself is always
 * taken in; only the money is decided here. Must never give back more than was paid, nor lose a cent: what is
 * charged after, what goes back and what is kept add up to what was paid and is owed.
 */
import { cents, type Cents } from '../../kernel/money.ts'
import type { RefundMethod } from '../../ledger/accounts.ts'
import { daysBetween, type Instant } from '../../kernel/time.ts'
import { localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import type { FoundStep } from './lost-steps.ts'
import { windowEnd } from './lost.ts'
import type { LostRule, RefundKind } from '../../policy/policy-facts.ts'
import type { FoundAnswer } from './return-question.ts'

export type FoundKind = 'lost' | 'processing' | 'overdue'

/** A charge of this loan: its worth (waived parts are off already), and how much of it was paid. */
export type FoundCharge = { readonly kind: FoundKind; readonly amount_cents: Cents; readonly paid_cents: Cents }

export type FoundAsk = {
  readonly rule: LostRule
  readonly calendar: PreparedCalendar
  readonly due_at: Instant
  readonly back_at: Instant
  readonly charges: readonly FoundCharge[]
  /** The fine that was canceled when it was billed. */
  readonly canceled_overdue_cents: Cents
  /** `fineNow` up to the return. */
  readonly fine_cents: Cents
  /** The last payment towards these charges; null: nothing was paid. */
  readonly paid_at: Instant | null
  readonly has_receipt: boolean
  /** What the patron owes besides this loan. */
  readonly owed_else_cents: Cents
  readonly is_amnesty: boolean
  /**
   * A person's answer where the rule asks. `waive`: the charge and the fine are canceled. `charge`: the charge is
   * canceled, and what was canceled of the fine comes back. `leave`: nothing changes.
   */
  readonly answer: FoundAnswer | null
}

export type FoundDecision = {
  /** By how much each kind of charge goes up or down. */
  readonly changes: readonly { readonly kind: FoundKind; readonly change_cents: Cents }[]
  /** What this loan's charges come to afterwards; below zero: what goes back to the patron. */
  readonly balance_cents: Cents
  /** Of what goes back: first what pays other debts, then credit on the account or money. */
  readonly applied_to_owed_cents: Cents
  readonly credit_cents: Cents
  readonly refund_cents: Cents
  /** Paid, and stays with the library. */
  readonly kept_cents: Cents
  /** By which way what goes back goes back. */
  readonly refund_method: RefundMethod
  /** The rule leaves it to a person. Until they answer nothing changes. */
  readonly asks: boolean
  /** A receipt would change the outcome: ask for it. */
  readonly needs_receipt: boolean
  readonly steps: readonly FoundStep[]
}

function refundMethod({ found_paid_kind, refund_paid_kind }: LostRule): RefundMethod {
  if (found_paid_kind !== 'refund') return 'credit'
  return refund_paid_kind === 'drawer' ? 'drawer' : 'check'
}

type Sums = Readonly<Record<FoundKind, { readonly amount: number; readonly paid: number }>>

function sums(charges: readonly FoundCharge[]): Sums {
  const of = (kind: FoundKind) => {
    const ours = charges.filter((charge) => charge.kind === kind)
    return {
      amount: ours.reduce((sum, charge) => sum + charge.amount_cents, 0),
      paid: ours.reduce((sum, charge) => sum + charge.paid_cents, 0),
    }
  }
  return { lost: of('lost'), processing: of('processing'), overdue: of('overdue') }
}

function unchanged(ask: FoundAsk, asks: boolean, steps: readonly FoundStep[]): FoundDecision {
  const balance = ask.charges.reduce((sum, charge) => sum + charge.amount_cents - charge.paid_cents, 0)
  const none = cents(0)
  return {
    changes: [],
    balance_cents: cents(balance),
    applied_to_owed_cents: none,
    credit_cents: none,
    refund_cents: none,
    kept_cents: none,
    refund_method: refundMethod(ask.rule),
    asks,
    needs_receipt: false,
    steps,
  }
}

function isInWindow({ rule, calendar, due_at, back_at, paid_at }: FoundAsk): boolean {
  if (rule.refund_within_count === null) return true
  const from = rule.refund_from_kind === 'due' ? due_at : paid_at
  return from !== null && back_at <= windowEnd(calendar, from, rule.refund_within_count, rule.refund_within_unit)
}

function isGivenBack(ask: FoundAsk, kind: RefundKind): boolean {
  return kind === 'always' || (kind === 'within-window' && isInWindow(ask))
}

/** What the fine comes to once the item is back. */
function overdueAfter(ask: FoundAsk, before: number, steps: FoundStep[]): number {
  if (ask.is_amnesty || ask.answer === 'waive') {
    if (before > 0) steps.push({ code: 'fine-let-off' })
    return 0
  }
  if (ask.rule.is_overdue_counted_anew) {
    if (ask.fine_cents !== before) steps.push({ code: 'fine-up-to-return', amount_cents: ask.fine_cents })
    return ask.fine_cents
  }
  const isRestored = ask.rule.is_overdue_restored || ask.answer === 'charge'
  if (!isRestored || ask.canceled_overdue_cents === 0) return before
  steps.push({ code: 'fine-comes-back', amount_cents: ask.canceled_overdue_cents })
  return before + ask.canceled_overdue_cents
}

/**
 * What the rule would have the patron owe for lateness beyond what stands charged, and a person let off: by the day to
 * which the return was set, and by a word. Nothing where all stays as it was.
 *
 * @param full_cents the fine up to the return itself, and
 * @param dated_cents up to the day that was set, without anything let off
 */
export function fineLetOff(
  ask: FoundAsk,
  { steps }: FoundDecision,
  { full_cents, dated_cents }: { readonly full_cents: Cents; readonly dated_cents: Cents },
): { readonly backdated: number; readonly amnesty: number } {
  if (steps.some(({ code }) => ALL_STAYS.includes(code))) return { backdated: 0, amnesty: 0 }
  const before = sums(ask.charges).overdue.amount
  const beyond = (fine_cents: Cents): number =>
    Math.max(0, overdueAfter({ ...ask, fine_cents, is_amnesty: false, answer: null }, before, []) - before)
  const [full, dated] = [beyond(full_cents), beyond(dated_cents)]
  const isLetOff = ask.is_amnesty || ask.answer === 'waive'
  return { backdated: Math.max(0, full - dated), amnesty: isLetOff ? dated : 0 }
}

const ALL_STAYS: readonly FoundStep['code'][] = ['lost-charge-stays', 'too-long-overdue']

/** Of what was paid too much: what goes back, what is kept, and whether only a receipt is wanting. */
function settleExcess(ask: FoundAsk, lost: number, overdue: number, steps: FoundStep[]) {
  const { rule } = ask
  const isLostBack = rule.found_paid_kind !== 'leave' && isGivenBack(ask, rule.lost_refund_kind)
  const wanted = (isLostBack ? lost : 0) + (isGivenBack(ask, rule.overdue_refund_kind) ? overdue : 0)
  const lacksReceipt = rule.is_receipt_required && !ask.has_receipt && wanted > 0
  const isTooLittle = wanted > 0 && wanted < rule.refund_cents_min
  if (lost > 0 && !isLostBack && rule.lost_refund_kind === 'within-window') steps.push({ code: 'refund-too-late' })
  if (lacksReceipt) steps.push({ code: 'refund-needs-receipt' })
  if (isTooLittle) steps.push({ code: 'refund-too-small', least_cents: rule.refund_cents_min })
  const back = lacksReceipt || isTooLittle ? 0 : wanted
  return { back, kept: lost + overdue - back, needs_receipt: lacksReceipt && !isTooLittle }
}

type Flow = { readonly back: number; readonly kept: number; readonly needs_receipt: boolean }

function decision(
  ask: FoundAsk,
  before: Sums,
  after: Readonly<Record<FoundKind, number>>,
  flow: Flow,
  steps: FoundStep[],
) {
  const { rule } = ask
  const { back, kept } = flow
  const applied = rule.is_refund_less_owed ? Math.min(back, ask.owed_else_cents) : 0
  const rest = back - applied
  const isMoney = rule.found_paid_kind === 'refund'
  if (kept > 0) steps.push({ code: 'stays-paid', amount_cents: kept })
  if (applied > 0) steps.push({ code: 'pays-other-debts', amount_cents: applied })
  if (rest > 0) steps.push({ code: 'goes-back', amount_cents: rest, method: refundMethod(rule) })
  // What is kept stays charged, on the lost charge first: so that charge and payment meet.
  const kept_on_lost = Math.min(kept, before.lost.amount - after.lost)
  const kept_on_processing = Math.min(kept - kept_on_lost, before.processing.amount - after.processing)
  const final: Readonly<Record<FoundKind, number>> = {
    lost: after.lost + kept_on_lost,
    processing: after.processing + kept_on_processing,
    overdue: after.overdue + (kept - kept_on_lost - kept_on_processing),
  }
  const kinds: readonly FoundKind[] = ['lost', 'processing', 'overdue']
  const paid = kinds.reduce((sum, kind) => sum + before[kind].paid, 0)
  return {
    changes: kinds
      .map((kind) => ({ kind, change_cents: cents(final[kind] - before[kind].amount) }))
      .filter((change) => change.change_cents !== 0),
    balance_cents: cents(kinds.reduce((sum, kind) => sum + final[kind], 0) - paid),
    applied_to_owed_cents: cents(applied),
    credit_cents: cents(isMoney ? 0 : rest),
    refund_cents: cents(isMoney ? rest : 0),
    kept_cents: cents(kept),
    refund_method: refundMethod(rule),
    asks: false,
    needs_receipt: flow.needs_receipt,
    steps,
  } satisfies FoundDecision
}

/** Decides what a find changes. */
export function foundAfterBilling(ask: FoundAsk): FoundDecision {
  const { rule, calendar } = ask
  const before = sums(ask.charges)
  const late = daysBetween(localTimeAt(calendar, ask.due_at).on, localTimeAt(calendar, ask.back_at).on)
  const isUnpaid = before.lost.amount > before.lost.paid
  const most = rule.no_return_after_days_count
  if (isUnpaid && most !== null && late > most) {
    return unchanged(ask, false, [{ code: 'too-long-overdue', days_count: most }])
  }
  if (isUnpaid && rule.found_unpaid_kind === 'ask' && ask.answer === null) return unchanged(ask, true, [])
  const way = ask.answer ?? rule.found_unpaid_kind
  if (way === 'leave' && (isUnpaid || ask.answer === 'leave'))
    return unchanged(ask, false, [{ code: 'lost-charge-stays' }])
  const steps: FoundStep[] = []
  if (before.lost.amount > 0) steps.push({ code: 'lost-charge-canceled', amount_cents: before.lost.amount })
  const isProcessingKept = !rule.is_processing_refundable
  if (before.processing.amount > 0 && isProcessingKept) steps.push({ code: 'processing-fee-stays' })
  const after = {
    lost: 0,
    processing: isProcessingKept ? before.processing.amount : 0,
    overdue: overdueAfter(ask, before.overdue.amount, steps),
  }
  const paid = before.lost.paid + before.processing.paid + before.overdue.paid
  const excess = Math.max(0, paid - after.lost - after.processing - after.overdue)
  const paid_on_lost = before.lost.paid + Math.max(0, before.processing.paid - after.processing)
  const lost_excess = Math.min(excess, paid_on_lost)
  return decision(ask, before, after, settleExcess(ask, lost_excess, excess - lost_excess, steps), steps)
}
