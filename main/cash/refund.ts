/**
 * Pays money back: what circulation decided that the library owes, or lines of a receipt. A charge is reduced first, in
 * the same command, so that what was paid on it is due. Money goes back to the tender that it came from.
 */
import { grossSum } from '../../shared/cash/line-sums.ts'
import { cashSide, mostBack, refundLines, refundWay, tendersLeft } from '../../shared/cash/refunds.ts'
import type { AskedLine, PaidBack } from '../../shared/cash/refunds.ts'
import { cashRefund } from '../../shared/cash/settle.ts'
import type { SealedLine, SealedRefundLine } from '../../shared/journal/events/cash.ts'
import { eventRefText, type DeskEvent, type EventBody, type EventDraft } from '../../shared/journal/event.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import { refundDue, type RefundMethod, type Transfer } from '../../shared/ledger/accounts.ts'
import { fundOf } from '../../shared/ledger/charge-kinds.ts'
import { reduced } from '../../shared/ledger/charge.ts'
import type { RefundTender } from '../../shared/ledger/drawer-acts.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { readCharge, type Entry } from '../circulation/charges/charge-reading.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { approverOf, type Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import type { Library } from '../library/library.ts'
import { recordAtDrawer } from './at-drawer.ts'
import { cashReason, cashRules } from './cash-rules.ts'
import { usedSession } from './custody.ts'
import { outRefusal } from './drawer-moves.ts'
import type { ChargePart } from './payment-lines.ts'
import { findPayment, paidBack, payerOf, refundsOf, voidOf } from './receipts.ts'
import { togetherOf, togetherWith, type Together } from './refunded-together.ts'
import { isSession } from './sessions.ts'
import { nextNumber } from './take-payment.ts'

export type RefundWish = {
  readonly drawer_code: string
  readonly what:
    /** What circulation decided; null amount: all that is due this way. */
    | { readonly of: 'due'; readonly charges: readonly ChargePart[] }
    | { readonly of: 'receipt'; readonly receipt: string; readonly lines: readonly AskedLine[] }
  readonly to:
    | { readonly tender: 'cash' | 'office-check' }
    | { readonly tender: 'card'; readonly authorization: string; readonly last_four: string }
  /** Who gets the money: needed where it is not one patron's. */
  readonly payee_name?: string | undefined
  readonly reason: string
  readonly is_exact_possible: boolean
}

/** A refund that can be paid. */
export type Refunding = {
  readonly body: EventBody<'refund-paid'>
  /** What makes it due on the charges. */
  readonly moves: readonly Transfer[]
  /** What a role must be allowed, and how far: with what went back of the same before. */
  readonly grant: 'refund' | 'refund-in-cash'
  readonly reach_cents: number
}

/** What is given back of what, and what was before. */
type Found = {
  readonly receipt_ref: string | null
  readonly lines: SealedRefundLine[]
  readonly moves: readonly Transfer[]
  readonly before_cents: number
  /** What else took money for it and gave it back. */
  readonly together: Together
  readonly payer: PatronId | null
  /** It would go back in cash, and was paid otherwise. */
  readonly is_other: boolean
}

/** What would be paid back, or why not. Reads only. */
export function refundingOf(library: Library, actor: Actor, wish: RefundWish): Refunding | Refusal {
  const rules = cashRules(library)
  const { what, to, reason: reason_code } = wish
  const { tender } = to
  if (cashReason(library, 'refund', reason_code) === null) return refuse('reason-unknown', { reason: reason_code })
  const session = usedSession(library, actor, wish.drawer_code)
  if (!isSession(session)) return session
  const found = what.of === 'due' ? dueFound(library, what.charges, tender) : receiptFound(library, what, tender)
  if (isRefusal(found)) return found
  if (found.payer === null && (wish.payee_name ?? '') === '') return refuse('payee-missing')
  const refund_cents = grossSum(found.lines)
  const paid_cents = paidFor(cents(refund_cents), tender, found.together, {
    rounding: rules.rounding,
    refunds: rules.refund_rounding,
    is_exact_possible: wish.is_exact_possible,
  })
  const rounding_cents = refund_cents - paid_cents
  const wrong = tender === 'cash' ? outRefusal(library, session, paid_cents) : null
  if (wrong) return wrong
  const { receipt_ref, lines } = found
  const what_for = { session_ref: session.session_ref, receipt_number: nextNumber(library), receipt_ref, lines, tender }
  const grant = found.is_other ? 'refund-in-cash' : 'refund'
  const approved_by = approverOf(actor, grant)
  const body = { ...what_for, due: methodOf(tender), paid_cents, rounding_cents, reason_code, approved_by }
  return { body, moves: found.moves, grant, reach_cents: refund_cents + found.before_cents }
}

/** What goes out for it. A card gives back what it paid, which is never rounded. */
function paidFor(
  refund_cents: Cents,
  tender: RefundTender,
  { receipts, refunds }: Together,
  by: Parameters<typeof cashRefund>[1],
): number {
  if (tender === 'card') return refund_cents
  const [sealed, before] = [receipts.map((one) => one.body.receipt), paidBack(refunds)]
  const asked =
    tender === 'cash' ? 0 - cashRefund(refund_cents, by, cashSide(sealed, before)).drawer_cents : refund_cents
  return Math.min(asked, mostBack(refund_cents, sealed, before))
}

function methodOf(tender: RefundTender): Exclude<RefundMethod, 'credit'> {
  return tender === 'office-check' ? 'check' : 'drawer'
}

function dueFound(library: Library, charges: readonly ChargePart[], tender: RefundTender): Found | Refusal {
  if (tender === 'card') return refuse('refund-needs-receipt')
  const method = methodOf(tender)
  const lines: SealedRefundLine[] = []
  let before_cents = 0
  let is_other = false
  for (const { charge_ref, amount_cents: asked } of charges) {
    const charge = readCharge(library, charge_ref)
    const isTwice = lines.some((one) => one.of === 'charge' && one.charge_ref === charge_ref)
    if (charge === null || isTwice) return refuse('charge-unknown')
    const { balances, refund_due_cents } = charge.state
    if (refund_due_cents === 0) return refuse('nothing-to-refund')
    const due = 0 - balances[refundDue(method)]
    if (due === 0) return refuse(balances['refund-due-credit'] < 0 ? 'refund-is-credit' : 'refund-other-way')
    const amount_cents = asked ?? due
    if (amount_cents > due) return refuse('more-than-due', { due: cents(due) })
    const { cash_cents, other_cents } = paidWith(charge.entries)
    before_cents += backOf(charge.entries)
    is_other ||= tender === 'cash' && other_cents > 0 && amount_cents > cash_cents
    lines.push({ of: 'charge', charge_ref, fund: fundOf(charge.row.kind), amount_cents, line_number: null })
  }
  const asked = charges.map((one) => one.charge_ref)
  const payer = payerOf(library, { lines, in_kind: [] })
  return { receipt_ref: null, lines, moves: [], before_cents, together: togetherOf(library, asked), payer, is_other }
}

/** What went back of a charge, whichever receipt it was paid with. */
function backOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, one) => (one.code === 'paid-back' ? sum + one.amount_cents : sum), 0)
}

/** What a charge has of cash, and of checks and cards: paid less paid back. */
function paidWith(entries: readonly Entry[]): { readonly cash_cents: number; readonly other_cents: number } {
  let [cash_cents, other_cents] = [0, 0]
  for (const { debit, credit, amount_cents } of entries) {
    for (const [side, by] of [
      [debit, amount_cents],
      [credit, 0 - amount_cents],
    ] as const) {
      if (side.account === 'cash') cash_cents += by
      if (side.account === 'checks' || side.account === 'card-clearing') other_cents += by
    }
  }
  return { cash_cents, other_cents }
}

function receiptFound(
  library: Library,
  { receipt: given, lines: asked }: Extract<RefundWish['what'], { of: 'receipt' }>,
  tender: RefundTender,
): Found | Refusal {
  const receipt = findPayment(library, given)
  if (receipt === null) return refuse('receipt-unknown')
  if (voidOf(library, receipt) !== null) return refuse('receipt-voided-already')
  const before = paidBack(refundsOf(library, receipt))
  const sealed = receipt.body.receipt
  const found = refundLines(sealed, before, asked)
  if ('code' in found)
    return found.code === 'line-unknown' ? refuse(found.code) : refuse(found.code, { left: found.left_cents })
  const isAll = new Set(asked.flatMap((one) => (one.amount_cents === null ? one.line_number : [])))
  const lines = found.map((line) => (isAll.has(line.line_number ?? 0) ? allThatIsLeft(library, line, tender) : line))
  const way = refundWay(tendersLeft(sealed, before), tender, grossSum(lines))
  if (typeof way === 'number') return refuse('refund-tender', { amount: way })
  const moves: Transfer[] = []
  for (const line of lines) {
    const made = madeDue(library, line, methodOf(tender))
    if (isRefusal(made)) return made
    moves.push(...made)
  }
  const before_cents = beforeOf(library, before, lines)
  const [together, payer] = [togetherWith(library, receipt), payerOf(library, sealed)]
  const receipt_ref = eventRefText(receipt.head)
  return { receipt_ref, lines, moves, before_cents, together, payer, is_other: way === 'other' }
}

/**
 * What went back of the receipt, and of its charges that were paid with others, too: a charge that is paid in parts
 * would go back in parts, each below the ceiling.
 */
function beforeOf(library: Library, before: readonly PaidBack[], lines: readonly SealedLine[]): number {
  const back = before.flatMap((one) => one.lines)
  const elsewhere = lines.map((line) => {
    if (line.of !== 'charge') return 0
    const here = back.filter((one) => one.of === 'charge' && one.charge_ref === line.charge_ref)
    return backOf(readCharge(library, line.charge_ref)?.entries ?? []) - grossSum(here)
  })
  return elsewhere.reduce((sum, one) => sum + one, grossSum(back))
}

/** The line, less what of it is elsewhere by now: credit that paid something, or a charge that gave back otherwise. */
function allThatIsLeft(library: Library, line: SealedRefundLine, tender: RefundTender): SealedRefundLine {
  if (line.of !== 'charge' && line.of !== 'credit') return line
  const state = readCharge(library, line.charge_ref)?.state
  if (state === undefined) return line
  const due = 0 - state.balances[refundDue(methodOf(tender))]
  const left = line.of === 'credit' ? 0 - state.balances['refund-due-credit'] : due + state.worth_cents
  // With nothing left it is refused for its reason.
  return left > 0 && left < line.amount_cents ? { ...line, amount_cents: left } : line
}

/** Makes so much of what was paid on a charge due; first what is due already. Credit is due as it is. */
function madeDue(library: Library, line: SealedLine, method: RefundMethod): readonly Transfer[] | Refusal {
  if (line.of !== 'charge' && line.of !== 'credit') return []
  const { charge_ref, amount_cents } = line
  const state = readCharge(library, charge_ref)?.state
  if (state === undefined) return refuse('charge-unknown')
  const { balances, owed_cents, worth_cents } = state
  const credit = cents(0 - balances['refund-due-credit'])
  if (line.of === 'credit') return amount_cents <= credit ? [] : refuse('more-than-paid', { left: credit })
  const due = 0 - balances[refundDue(method)]
  const by = Math.max(0, amount_cents - due)
  if (by === 0) return []
  if (owed_cents > 0) return refuse('charge-still-owed', { owed: owed_cents })
  if (by <= worth_cents) return reduced(state, by, 'refunded', method).transfers
  const left: Cents = cents(due + worth_cents)
  return balances['refund-due-credit'] < 0 ? refuse('refund-is-credit') : refuse('more-than-paid', { left })
}

export function payRefund(
  library: Library,
  actor: Actor,
  command: Command,
  wish: RefundWish,
): readonly DeskEvent[] | Refusal {
  const refunding = refundingOf(library, actor, wish)
  if (isRefusal(refunding)) return refunding
  const { body, moves } = refunding
  const to = new Gathering()
  to.move(moves, { approved_by: body.approved_by, reason: body.reason_code })
  const draft: EventDraft = { kind: 'refund-paid', body }
  // The numbers of a card, and who got the money, are beside the seal, where they can be erased.
  const { tender: _, ...numbers } = wish.to
  const { payee_name = '' } = wish
  const beside = { ...numbers, ...(payee_name === '' ? {} : { payee_name }) }
  to.add(draft, Object.keys(beside).length === 0 ? '' : JSON.stringify([beside]))
  return recordAtDrawer(library, actor, command, to.drafts, { personal: to.personal })
}
