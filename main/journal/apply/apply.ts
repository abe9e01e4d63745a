/**
 * Applies an event's changes to the overlay, inside the transaction that records it. Must never touch a loan, hold or
 * charge other than the one the event names: the journal would not explain it.
 */
import { assert, must, unreachable } from '../../../shared/kernel/assert.ts'
import type { ItemId } from '../../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant, localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { chargesOf, historyTransfer, NO_BALANCES, posted, totalsOf } from '../../../shared/ledger/accounts.ts'
import { parseEventRef } from '../../../shared/journal/event.ts'
import type { HoldState } from '../../../shared/journal/events/fields.ts'
import type { ChargeChange } from '../../../shared/journal/fold/charges.ts'
import type { Change } from '../../../shared/journal/fold/fold.ts'
import type { HoldChange } from '../../../shared/journal/fold/holds.ts'
import type { LoanChange } from '../../../shared/journal/fold/loans.ts'
import { dueOfEnded, type SealedLoan } from '../../../shared/journal/sealing.ts'
import type { QuestionChange } from '../../../shared/journal/fold/returns.ts'
import { chargeByRef, insertTransfer, type ChargeRow } from '../../store/money/charge-rows.ts'
import { holdByRef, type HoldRow } from '../../store/circulation/hold-rows.ts'
import { endedLoanOfItem, loanOfItem, type EndedLoan, type LoanRow } from '../../store/circulation/item-rows.ts'
import { loanColumns } from '../../store/circulation/loan-columns.ts'
import { insertParty } from '../../store/journal/journal-rows.ts'
import { putCharge, putHold, putItem, putLoan } from '../../store/overlay/overlay-tables.ts'
import { dropQuestion, putQuestion } from '../../store/circulation/question-rows.ts'
import { applyCash } from './apply-cash.ts'
import { applyRow } from './apply-rows.ts'
import { itemIdOf, titleIdOf } from '../numbered.ts'
import type { Applying } from '../beside.ts'

export function applyChange(change: Change, to: Applying): void {
  switch (change.kind) {
    case 'loan-opened':
    case 'loan-changed':
    case 'loan-closed':
      return applyLoan(change, to)
    case 'item-placed': {
      const { item_barcode, at_branch, status, seen_at_ms } = change
      const item_id = itemId(to, item_barcode)
      to.desk.run(putItem, {
        ...place(to),
        item_id,
        at_branch_code: at_branch,
        status,
        seen_at_ms: instant(seen_at_ms),
      })
      return
    }
    case 'hold-opened':
    case 'hold-moved':
    case 'hold-closed':
      return applyHold(change, to)
    case 'charge-opened':
    case 'money-moved':
      return applyCharge(change, to)
    case 'question-opened':
    case 'question-closed':
      return applyQuestion(change, to)
    case 'row-put':
    case 'row-changed':
    case 'row-dropped':
    case 'row-released':
      return applyRow(change, to)
    case 'session-opened':
    case 'session-changed':
    case 'cash-moved':
      return applyCash(change, to)
    default:
      unreachable(change)
  }
}

function place({ event }: Applying): { epoch_count: number; seq_count: number } {
  return { epoch_count: event.head.epoch, seq_count: event.head.seq }
}

function itemId({ desk, known }: Applying, barcode: string): ItemId {
  return must(known.get(barcode) ?? itemIdOf(desk, barcode), 'the item of an event is known')
}

function applyLoan(change: LoanChange, to: Applying): void {
  const { desk } = to
  const item_id = itemId(to, change.item_barcode)
  const { loan_ref } = change
  if (change.kind === 'loan-opened') {
    const { kind: _kind, item_barcode: _barcode, ...state } = change
    const patron_id = to.patron_id ?? to.partyOf(loan_ref)
    assert(patron_id !== null || to.again !== undefined, 'the patron of a loan is known')
    // Folded again, it is forgotten whose it was: it has ended since.
    const is_open = Number(patron_id !== null)
    desk.run(putLoan, { ...loanColumns(state), ...place(to), item_id, is_open, patron_id, party_ref: loan_ref })
    return
  }
  const loan = must(loanToChange(to, item_id), 'a loan to change')
  assert(loan.loan_ref === loan_ref, 'the loan that changes is the one that is open')
  const same = { ...loan, ...place(to), is_open: Number(loan.patron_id !== null) }
  assert(isSealedAlike(to, loan, change), 'an event about a loan seals the date that its loan has sealed')
  if (change.kind === 'loan-changed') {
    desk.run(putLoan, { ...same, ...loanColumns(change.to) })
    return
  }
  // Folded again, it is remembered, or forgotten by now.
  if (!to.again && loan.patron_id !== null) rememberPatron(to, { ...loan, patron_id: loan.patron_id }, item_id)
  desk.run(putLoan, { ...same, ...loanColumns(dueOfEnded(loan)), is_open: 0, patron_id: null })
}

/** A due date that was kept out of the seal once must never come into it by a later event of the same loan. */
function isSealedAlike({ event, again }: Applying, { sealed_due_at_ms }: SealedLoan, change: LoanChange): boolean {
  if (sealed_due_at_ms === null || again !== undefined || event.kind === 'check-out-undone') return true
  return (change.kind === 'loan-changed' && change.to.due_at_ms === undefined) || event.sealed !== undefined
}

/** The open loan of an item; folded again, also one of which it is forgotten whose it was. */
function loanToChange({ desk, again }: Pick<Applying, 'desk' | 'again'>, item_id: ItemId): LoanRow | EndedLoan | null {
  return desk.get(loanOfItem, { item_id }) ?? (again ? desk.get(endedLoanOfItem, { item_id }) : null)
}

/**
 * While a loan is open its own row has the patron. When it ends, the party is kept beside the journal, so that the
 * return can be undone, and damage charged to the last patron, until it is forgotten. A check-out that was undone
 * made nobody the last patron. For an older loan, its source data says whose it was.
 */
function rememberPatron({ desk, event }: Applying, loan: LoanRow, had_item_id: ItemId): void {
  const own = parseEventRef(loan.loan_ref)
  if (!own || own.terminal !== event.head.terminal) return
  const item_id = event.kind === 'item-checked-in' ? had_item_id : null
  desk.run(insertParty, { epoch_count: own.epoch, seq_count: own.seq, patron_id: loan.patron_id, item_id })
}

function applyQuestion(change: QuestionChange, to: Applying): void {
  const { desk, partyOf } = to
  const { question_ref } = change
  if (change.kind === 'question-closed') {
    desk.run(dropQuestion, { question_ref })
    return
  }
  const { loan_ref, branch: branch_code } = change
  const patron_id = must(to.patron_id ?? partyOf(question_ref), 'whom a question is about is known')
  const asked_at_ms = instant(change.asked_at_ms)
  desk.run(putQuestion, { question_ref, patron_id, loan_ref, branch_code, asked_at_ms })
}

function applyHold(change: HoldChange, to: Applying): void {
  const { desk } = to
  if (change.kind === 'hold-opened') {
    const { hold_ref, is_item_hold, placed_at_ms, state } = change
    const patron_id = must(to.patron_id ?? to.partyOf(hold_ref), 'the patron of a hold is known')
    const title_id = must(titleIdOf(desk, change.title_ref), 'the title of a hold')
    const made = { hold_ref, patron_id, party_ref: hold_ref, title_id, is_item_hold: is_item_hold ? 1 : 0 }
    const placed = { is_open: 1, placed_at_ms: instant(placed_at_ms) }
    desk.run(putHold, { ...place(to), ...made, ...placed, ...holdColumns(to, state) })
    return
  }
  const hold: HoldRow = must(desk.get(holdByRef, { hold_ref: change.hold_ref }), 'an open hold to change')
  if (change.kind === 'hold-closed') desk.run(putHold, { ...hold, ...place(to), is_open: 0 })
  else desk.run(putHold, { ...hold, ...place(to), is_open: 1, ...holdColumns(to, change.state) })
}

function dateOrNull(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text)
}

function holdColumns(
  to: Applying,
  state: HoldState,
): Pick<
  Parameters<typeof putHold.bind>[0],
  'item_id' | 'pickup_branch_code' | 'expires_on' | 'status' | 'suspended_until_on' | 'shelf_until_on' | 'pickup_code'
> {
  return {
    item_id: state.item_barcode === null ? null : itemId(to, state.item_barcode),
    pickup_branch_code: state.pickup_branch,
    expires_on: dateOrNull(state.expires_on),
    status: state.status,
    suspended_until_on: dateOrNull(state.suspended_until_on),
    shelf_until_on: dateOrNull(state.shelf_until_on),
    pickup_code: state.pickup_code,
  }
}

function applyCharge(change: ChargeChange, to: Applying): void {
  const { desk } = to
  if (change.kind === 'charge-opened') {
    const { charge_ref, charge: kind, item_barcode, loan_ref, transfer } = change
    const patron_id = must(to.patron_id, 'a new charge is somebody’s')
    const item_id = item_barcode === null ? null : itemId(to, item_barcode)
    const whose = { charge_ref, patron_id, party_ref: charge_ref, item_id, loan_ref, kind }
    const { owed_cents, refund_due_cents } = totalsOf(posted(NO_BALANCES, transfer, charge_ref))
    const sums = { amount_cents: cents(change.amount_cents), owed_cents, refund_due_cents }
    desk.run(putCharge, { ...place(to), ...whose, ...sums, charged_at_ms: instant(to.event.head.at_ms) })
    if (!to.again) keepTransfer(change, to)
    return
  }
  for (const charge_ref of chargesOf(change.transfer).filter((ref) => !to.again?.held.has(ref))) {
    const charge: ChargeRow = must(desk.get(chargeByRef, { charge_ref }), 'a charge to move')
    const by = totalsOf(posted(NO_BALANCES, change.transfer, charge_ref))
    // Data that was made later than what moved here may know of it already.
    const within = (sum: number): Cents => cents(to.again ? Math.min(Math.max(sum, 0), charge.amount_cents) : sum)
    const owed_cents = within(charge.owed_cents + by.owed_cents)
    const refund_due_cents = within(charge.refund_due_cents + by.refund_due_cents)
    desk.run(putCharge, { ...charge, ...place(to), owed_cents, refund_due_cents })
  }
  if (!to.again) keepTransfer(change, to)
}

/** Transfers are never settled: when only the overlay is folded again, they are there. */
export function keepTransfer(change: ChargeChange, to: Applying): void {
  const { transfer } = change
  const {
    of: of_ref,
    reason,
    n: n_count = 0,
    session_ref = null,
  } = change.kind === 'money-moved' ? change : { of: null, reason: '' }
  const { at_ms, staff: staff_code } = to.event.head
  const kept = historyTransfer(transfer)
  const { charge_ref, pays_ref, debit, credit, amount_cents, code: why_code, fund: fund_code } = kept
  const what = { charge_ref, pays_ref, debit_code: debit, credit_code: credit, amount_cents, why_code, fund_code }
  const by = { of_ref, session_ref, staff_code, reason }
  to.desk.run(insertTransfer, { ...what, ...place(to), n_count, at_ms: instant(at_ms), ...by })
}
