/**
 * Something billed as lost is back: carries out what the rule says about its charges. Cancels, restores, counts anew,
 * gives back; each change is a move of a charge. Must never lose a cent: the ledger asserts it.
 */
import {
  applied,
  cancelledCents,
  paidCents,
  reduced,
  restored,
  waivedCents,
  type ChargeState,
  type Moved,
} from '../../../shared/circulation/charge-ledger.ts'
import {
  foundAfterBilling,
  type FoundAsk,
  type FoundDecision,
  type FoundKind,
} from '../../../shared/circulation/found.ts'
import { lostRuleFor } from '../../../shared/circulation/lost.ts'
import type { ChargeMove } from '../../../shared/journal/events/charges.ts'
import type { LostRule } from '../../../shared/circulation/policy-facts.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents, moneyText, type Cents } from '../../../shared/kernel/money.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import type { Desk } from '../context.ts'
import type { Gathered, Gathering } from './drafts.ts'
import { chargesAbout, isOfLateness, openCharges, type KnownCharge } from './known.ts'
import { askedOf, fineOf, finePeriod } from './loan-fine.ts'
import type { AtReturn, Question, Returning } from './return-facts.ts'

const KINDS: ReadonlySet<string> = new Set<FoundKind>(['lost', 'processing', 'overdue'])

export function foundAgain(desk: Desk, to: Gathering, returning: Returning): Omit<AtReturn, keyof Gathered> {
  const rule = ruleOf(desk, returning)
  if (rule === null) {
    const words = ['No rule says what becomes of its charges: they stay']
    return { fine: null, words, question: null }
  }
  const found = read(desk, returning, KINDS)
  const ask = { ...found.ask, rule }
  const decision = foundAfterBilling(ask)
  const question = questionOf(ask, decision, returning)
  if (question) return { fine: null, words: [], question }
  carryOut(to, decision, found)
  const words = decision.steps.map((step) => step.charAt(0).toUpperCase() + step.slice(1))
  return { fine: null, words, question: null }
}

/** What the rule leaves to a person, or to a paper that only a person sees. */
function questionOf(ask: FoundAsk, decision: FoundDecision, { said }: Returning): Question | null {
  if (decision.asks) {
    const owed = ask.charges.reduce((sum, one) => sum + one.amount_cents - one.paid_cents, 0)
    return { about: 'charge', says: `Billed as lost, ${moneyText(cents(owed))} owed: what becomes of it?` }
  }
  if (!decision.needs_receipt || said.receipt !== null) return null
  const shown = foundAfterBilling({ ...ask, has_receipt: true })
  const back = cents(shown.applied_to_owed_cents + shown.credit_cents + shown.refund_cents)
  return { about: 'receipt', says: `Paid already, ${moneyText(back)} goes back with the receipt: was it shown?` }
}

/**
 * A fine that was charged before the return comes to less by now: let off, or counted to an earlier day. The receipt is
 * a matter of what was lost: of this payment the desk knows itself.
 */
export function fineIsLess(desk: Desk, to: Gathering, returning: Returning): void {
  const rule = ruleOf(desk, returning)
  const found = read(desk, returning, ONLY_FINES)
  if (rule) {
    const anew = { ...rule, is_overdue_counted_anew: true, is_receipt_required: false }
    return carryOut(to, foundAfterBilling({ ...found.ask, rule: anew }), found)
  }
  // No rule about lost items keeps anything of it: what was paid goes back.
  const charged = found.ask.charges.reduce((sum, one) => sum + one.amount_cents, 0)
  const less = Math.max(0, charged - found.ask.fine_cents)
  takeOff(new Standing(to, found.known), 'overdue', less, whyOff('overdue', returning))
}

const ONLY_FINES: ReadonlySet<string> = new Set<FoundKind>(['overdue'])

/** Where the patron was right all along, nothing stays: no fee, no window, no receipt. */
const ALL_OF_IT = {
  is_processing_refundable: true,
  lost_refund_kind: 'always',
  overdue_refund_kind: 'always',
  refund_cents_min: cents(0),
  is_receipt_required: false,
  no_return_after_days_count: null,
} as const satisfies Partial<LostRule>

function ruleOf(desk: Desk, { item, loan, borrower, was_right }: Returning): LostRule | null {
  const { policy, asked } = askedOf(desk, loan, item, borrower)
  const rule = lostRuleFor(policy, asked)
  if (rule === null || !was_right) return rule
  return { ...rule, ...ALL_OF_IT, found_paid_kind: rule.found_paid_kind === 'leave' ? 'refund' : rule.found_paid_kind }
}

/** The charges of the loan, and what a rule is asked of them. */
function read(desk: Desk, returning: Returning, kinds: ReadonlySet<string>): Found {
  const { item, loan, borrower, back_at, is_amnesty, said } = returning
  const known = chargesAbout(desk, loan, item.item_id).filter(
    (one) => kinds.has(one.row.kind) && !isOfBefore(desk, one, loan.due_at_ms),
  )
  const fine = fineOf(desk, { loan, item, borrower }, { until_at: back_at, is_amnesty })
  // What a person let off of the fine stays off, however it is counted anew.
  const let_off = known.reduce(
    (sum, { row, entries }) => (row.kind === 'overdue' ? sum + waivedCents(entries) : sum),
    0,
  )
  const own = new Set(known.map(({ row }) => row.charge_ref))
  const others = openCharges(desk, loan.patron_id).filter(({ row }) => !own.has(row.charge_ref))
  const ask: Found['ask'] = {
    calendar: askedOf(desk, loan, item, borrower).calendar,
    due_at: loan.due_at_ms,
    back_at,
    charges: known.map(({ row, state }) => ({
      kind: row.kind as FoundKind,
      amount_cents: state.worth_cents,
      paid_cents: paidCents(state),
    })),
    cancelled_overdue_cents: cancelledOf(known),
    fine_cents: cents(Math.max(0, fine.amount_cents - let_off)),
    paid_at: paidAt(known),
    has_receipt: said.receipt === 'seen',
    owed_else_cents: cents(others.reduce((sum, { row }) => sum + row.owed_cents, 0)),
    is_amnesty,
    answer: said.charge,
  }
  return { ask, known, others, returning, fine_steps: fine.steps }
}

/** A fine for being late before it was renewed: neither the billing nor the find touches it. */
function isOfBefore(desk: Desk, { row, state }: KnownCharge, due_at: Instant): boolean {
  return row.kind === 'overdue' && !isOfLateness(desk, state, due_at)
}

function cancelledOf(known: readonly KnownCharge[]): Cents {
  const late = known.filter(({ row }) => row.kind === 'overdue')
  return cents(late.reduce((sum, { entries }) => sum + cancelledCents(entries), 0))
}

/** The last payment that is known; for what another system took, when it was charged. */
function paidAt(known: readonly KnownCharge[]): Instant | null {
  const times = known
    .filter(({ state }) => paidCents(state) > 0)
    .map(({ row, entries }) => entries.findLast((entry) => entry.why === 'paid')?.at_ms ?? row.charged_at_ms)
  return times.length === 0 ? null : instant(Math.max(...times))
}

type Found = {
  readonly ask: Omit<FoundAsk, 'rule'>
  readonly known: readonly KnownCharge[]
  readonly others: readonly KnownCharge[]
  readonly returning: Returning
  readonly fine_steps: readonly string[]
}

/** The charges as they stand while moves are made, by name. */
class Standing {
  readonly #states: Map<string, ChargeState>
  readonly #to: Gathering

  constructor(to: Gathering, charges: readonly KnownCharge[]) {
    this.#to = to
    this.#states = new Map(charges.map(({ state }) => [state.charge_ref, state]))
  }

  /** Newest last. */
  get all(): readonly ChargeState[] {
    return [...this.#states.values()]
  }

  keep({ moves, state }: Moved): void {
    this.#to.move(moves)
    this.#states.set(state.charge_ref, state)
  }
}

function carryOut(to: Gathering, decision: FoundDecision, found: Found): void {
  // Nothing changes before a person has answered, nor where the charge stands.
  if (decision.changes.length === 0) return
  const standing = new Standing(to, found.known)
  for (const { kind, change_cents } of decision.changes) {
    if (change_cents < 0) takeOff(standing, kind, -change_cents, whyOff(kind, found.returning))
    else putOn(to, standing, change_cents, found)
  }
  payWithin(standing)
  payOthers(standing, new Standing(to, found.others), decision.applied_to_owed_cents)
}

function whyOff(kind: FoundKind, { was_right, is_amnesty, said }: Returning): ChargeMove {
  if (was_right) return 'claim-found'
  return kind === 'overdue' && (is_amnesty || said.charge === 'waive') ? 'amnesty' : 'found'
}

/** Newest first: what was billed last is taken off first. */
function takeOff(standing: Standing, kind: FoundKind, amount: number, why: ChargeMove): void {
  let left = amount
  for (const state of standing.all.toReversed()) {
    const by = state.kind === kind ? Math.min(left, state.worth_cents) : 0
    if (by > 0) standing.keep(reduced(state, by, why))
    left -= by
  }
}

/** A fine that comes back or has grown: on the charge it was, as far as that reaches; else a charge of its own. */
function putOn(to: Gathering, standing: Standing, amount: number, { returning, fine_steps }: Found): void {
  let left = amount
  for (const state of standing.all) {
    const by = state.kind === 'overdue' ? Math.min(left, state.amount_cents - state.worth_cents) : 0
    if (by > 0) standing.keep(restored(state, by))
    left -= by
  }
  if (left === 0) return
  const { item, loan, back_at } = returning
  to.charge({
    patron_id: loan.patron_id,
    kind: 'overdue',
    amount_cents: cents(left),
    item_barcode: item.barcode,
    loan_ref: loan.loan_ref,
    period: finePeriod(loan, back_at),
    steps: fine_steps,
  })
}

/** What goes back of one charge of this loan pays what is still owed of another. */
function payWithin(standing: Standing): void {
  for (const { charge_ref } of standing.all) {
    for (const other of standing.all) {
      const from = must(
        standing.all.find((one) => one.charge_ref === charge_ref),
        'a charge of this loan',
      )
      pay(standing, from, standing, other, from.refund_due_cents)
    }
  }
}

function payOthers(standing: Standing, others: Standing, amount: number): void {
  let left = amount
  for (const { charge_ref } of standing.all) {
    for (const other of others.all) {
      const from = must(
        standing.all.find((one) => one.charge_ref === charge_ref),
        'a charge of this loan',
      )
      left -= pay(standing, from, others, other, left)
    }
  }
}

function pay(givers: Standing, from: ChargeState, takers: Standing, to: ChargeState, most: number): number {
  if (from.charge_ref === to.charge_ref) return 0
  const paid = applied(from, to, most)
  if (paid.applied_cents === 0) return 0
  givers.keep(paid.from)
  takers.keep(paid.to)
  return paid.applied_cents
}
