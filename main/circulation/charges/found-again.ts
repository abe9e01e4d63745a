/**
 * An item billed as lost is back: asks the rule about its charges, and drafts the transfers. Cancels, restores,
 * recounts, refunds; the ledger asserts that no cent is lost.
 */
import { canceledCents, paidCents, waivedCents, type ReducingCode } from '../../../shared/ledger/charge.ts'
import { settleFound } from '../../../shared/ledger/settle-found.ts'
import {
  fineLetOff,
  foundAfterBilling,
  type FoundAsk,
  type FoundDecision,
  type FoundKind,
} from '../../../shared/circulation/lost/found.ts'
import type { Fine } from '../../../shared/circulation/fines/fine.ts'
import { lostRuleFor } from '../../../shared/circulation/lost/lost.ts'
import type { LostRule } from '../../../shared/policy/policy-facts.ts'
import { localRef } from '../../../shared/journal/local-ref.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import type { Gathered, Gathering } from './gathering.ts'
import { recordLetOff } from './let-off.ts'
import { chargesAbout, isOfLateness, openCharges, type ReadCharge } from './charge-reading.ts'
import { askedOf, fineBasis, fineOf, finePeriod, isTelling } from './loan-fine.ts'
import { LET_OFF_AT_RETURN, type AtReturn, type LetOffAtReturn, type Question, type Returning } from './return-facts.ts'
import type { Library } from '../../library/library.ts'

const NO_PARTS: ReadonlyMap<FoundKind, number> = new Map()
const KINDS: ReadonlySet<string> = new Set<FoundKind>(['lost', 'processing', 'overdue'])

export function foundAgain(library: Library, to: Gathering, returning: Returning): Omit<AtReturn, keyof Gathered> {
  const rule = ruleOf(library, returning)
  if (rule === null) return { fine: null, told: [{ code: 'no-lost-rule' }], question: null }
  const found = read(library, returning, KINDS)
  const ask = { ...found.ask, rule }
  const decision = foundAfterBilling(ask)
  const question = questionOf(ask, decision, returning)
  if (question) return { fine: null, told: [], question }
  carryOut(library, to, decision, { ...found, dated_parts: datedParts(ask, decision, returning) })
  const off = fineLetOff(ask, decision, finesOf(library, found))
  recordLetOff(library, to, returning, returning.was_right ? { 'claim-found': off.amnesty + off.backdated } : off)
  return { fine: null, told: decision.steps, question: null }
}

/** The fine up to the return itself, and to the day that was set, less what was waived of it before. */
function finesOf(library: Library, { waived_cents, returning }: Found) {
  const { item, loan, patron, back_at, undated_at } = returning
  const until = (until_at: Instant): Cents =>
    cents(Math.max(0, fineOf(library, { loan, item, patron }, { until_at }).amount_cents - waived_cents))
  return { full_cents: until(undated_at), dated_cents: until(back_at) }
}

/** Of what the day that a person set gives back more than the return itself would, as within the days of a refund. */
function datedParts(ask: FoundAsk, { changes: dated }: FoundDecision, { undated_at }: Returning): typeof NO_PARTS {
  if (undated_at <= ask.back_at) return NO_PARTS
  const { changes } = foundAfterBilling({ ...ask, back_at: undated_at })
  const undated = new Map(changes.map(({ kind, change_cents }) => [kind, change_cents]))
  const more = dated.map(({ kind, change_cents }) => {
    return [kind, Math.min(-change_cents, (undated.get(kind) ?? 0) - change_cents)] as const
  })
  return new Map(more.filter(([, part]) => part > 0))
}

/** What the rule leaves to a person, or to a paper that only a person sees. */
function questionOf(ask: FoundAsk, decision: FoundDecision, { said }: Returning): Question | null {
  if (decision.asks) {
    const owed = ask.charges.reduce((sum, one) => sum + one.amount_cents - one.paid_cents, 0)
    return { about: 'charge', owed_cents: cents(owed) }
  }
  if (!decision.needs_receipt || said.receipt !== null) return null
  const shown = foundAfterBilling({ ...ask, has_receipt: true })
  const back = shown.applied_to_owed_cents + shown.credit_cents + shown.refund_cents
  return { about: 'receipt', back_cents: cents(back) }
}

/**
 * A fine that was charged before the return comes to less by now: let off, or counted to an earlier day. The receipt is
 * a matter of what was lost: of this payment the desk knows itself.
 */
export function fineIsLess(library: Library, to: Gathering, returning: Returning): void {
  const rule = ruleOf(library, returning)
  const found = read(library, returning, ONLY_FINES)
  if (rule) {
    const recounted = { ...rule, is_overdue_counted_anew: true, is_receipt_required: false }
    return carryOut(library, to, foundAfterBilling({ ...found.ask, rule: recounted }), found)
  }
  // No rule about lost items keeps anything of it: what was paid goes back.
  const charged = found.ask.charges.reduce((sum, one) => sum + one.amount_cents, 0)
  const less = Math.max(0, charged - found.ask.fine_cents)
  carryOut(library, to, { changes: [{ kind: 'overdue', change_cents: cents(-less) }], ...NOTHING_ELSE }, found)
}

const NOTHING_ELSE = { applied_to_owed_cents: cents(0), refund_method: 'credit' } as const

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

function ruleOf(library: Library, { item, loan, patron, was_right }: Returning): LostRule | null {
  const { policy, asked } = askedOf(library, loan, item, patron)
  const rule = lostRuleFor(policy, asked)
  if (rule === null || !was_right) return rule
  return { ...rule, ...ALL_OF_IT, found_paid_kind: rule.found_paid_kind === 'leave' ? 'refund' : rule.found_paid_kind }
}

/** The charges of the loan, and what a rule is asked of them. */
function read(library: Library, returning: Returning, kinds: ReadonlySet<string>): Found {
  const { item, loan, patron, back_at, is_amnesty, said } = returning
  const known = chargesAbout(library, loan, item.item_id).filter(
    (one) => kinds.has(one.row.kind) && !isOfBefore(library, one, loan.due_at_ms),
  )
  const fine = fineOf(library, { loan, item, patron }, { until_at: back_at, is_amnesty })
  // What a person waived of the fine stays waived, however it is recounted.
  const let_off = known.reduce((sum, { row, state }) => (row.kind === 'overdue' ? sum + waivedCents(state) : sum), 0)
  const own = new Set(known.map(({ row }) => row.charge_ref))
  const others = openCharges(library, loan.patron_id).filter(({ row }) => !own.has(row.charge_ref))
  const ask: Found['ask'] = {
    calendar: askedOf(library, loan, item, patron).calendar,
    due_at: loan.due_at_ms,
    back_at,
    charges: known.map(({ row, state }) => ({
      kind: row.kind as FoundKind,
      amount_cents: state.worth_cents,
      paid_cents: paidCents(state),
    })),
    canceled_overdue_cents: canceledOf(known),
    fine_cents: cents(Math.max(0, fine.amount_cents - let_off)),
    paid_at: paidAt(known),
    has_receipt: said.receipt === 'seen',
    owed_else_cents: cents(others.reduce((sum, { row }) => sum + row.owed_cents, 0)),
    is_amnesty,
    answer: said.charge,
  }
  return { ask, known, others, returning, fine, waived_cents: cents(let_off) }
}

/** A fine for being late before it was renewed: neither the billing nor the find touches it. */
function isOfBefore(library: Library, { row, state }: ReadCharge, due_at: Instant): boolean {
  return row.kind === 'overdue' && !isOfLateness(library, state, due_at)
}

function canceledOf(known: readonly ReadCharge[]): Cents {
  const late = known.filter(({ row }) => row.kind === 'overdue')
  return cents(late.reduce((sum, { state }) => sum + canceledCents(state), 0))
}

/** The last payment that is known; for what another system took, when it was charged. */
function paidAt(known: readonly ReadCharge[]): Instant | null {
  const times = known
    .filter(({ state }) => paidCents(state) > 0)
    .map(({ row, entries }) => entries.findLast((entry) => entry.code === 'paid')?.at_ms ?? row.charged_at_ms)
  return times.length === 0 ? null : instant(Math.max(...times))
}

type Found = {
  readonly ask: Omit<FoundAsk, 'rule'>
  readonly known: readonly ReadCharge[]
  readonly others: readonly ReadCharge[]
  readonly returning: Returning
  readonly fine: Fine
  readonly waived_cents: Cents
  /** What the day that a person set gives back. */
  readonly dated_parts?: typeof NO_PARTS
}

type Settling = Pick<FoundDecision, 'changes' | 'applied_to_owed_cents' | 'refund_method'>

/** Nothing changes before a person has answered, nor where the charge stays: then there are no changes. */
function carryOut(
  library: Library,
  to: Gathering,
  decision: Settling,
  { known, others, returning, fine, dated_parts = NO_PARTS }: Found,
): void {
  const name = localRef(library.random)
  const { transfers, charge_cents } = settleFound({
    charges: known.map(({ state }) => state),
    others: others.map(({ state }) => state),
    changes: decision.changes.flatMap((one) => inParts(one, returning, dated_parts.get(one.kind) ?? 0)),
    applied_to_owed_cents: decision.applied_to_owed_cents,
    refund_method: decision.refund_method,
    new_fine_ref: name,
  })
  if (charge_cents > 0) chargeMore(library, to, { returning, fine }, { charge_cents, name })
  for (const one of transfers)
    to.move([one], isLetOffHere(one.code) ? { approved_by: returning.let_off_by[one.code] } : {})
}

/** What the item brought back takes off, and what the day that was set takes off beyond that. */
function inParts({ kind, change_cents }: FoundDecision['changes'][number], returning: Returning, dated: number) {
  if (dated === 0 || returning.was_right) return [{ kind, change_cents, code: whyOff(kind, returning) }]
  const undated = { ...returning, back_at: returning.undated_at }
  const rest = { kind, change_cents: change_cents + dated, code: whyOff(kind, undated) }
  const back = { kind, change_cents: -dated, code: 'backdated' } as const
  return rest.change_cents === 0 ? [back] : [rest, back]
}

/** What no fine of before can bear: the find makes the fine longer than it was when the item was billed. */
function chargeMore(
  library: Library,
  to: Gathering,
  { returning, fine }: Pick<Found, 'returning' | 'fine'>,
  { charge_cents, name }: { readonly charge_cents: Cents; readonly name: string },
): void {
  const { item, loan, back_at } = returning
  to.charge({
    name,
    patron_id: loan.patron_id,
    kind: 'overdue',
    amount_cents: charge_cents,
    item_barcode: item.barcode,
    loan_ref: loan.loan_ref,
    period: finePeriod(loan, back_at),
    basis: fineBasis(fine, cents(fine.amount_cents - charge_cents)),
    is_telling: isTelling(library, loan, fine.rule),
  })
}

function whyOff(kind: string, { was_right, is_amnesty, said, back_at, undated_at }: Returning): ReducingCode {
  if (was_right) return 'claim-found'
  if (kind !== 'overdue') return 'found'
  if (is_amnesty || said.charge === 'waive') return 'amnesty'
  return back_at < undated_at ? 'backdated' : 'found'
}

function isLetOffHere(code: string): code is LetOffAtReturn {
  return LET_OFF_AT_RETURN.some((one) => one === code)
}
