/**
 * Applies an event's changes to the overlay, inside the transaction that records it. Must never touch a loan, hold or
 * charge other than the one the event names: the journal would not explain it.
 */
import { assert, must } from '../../../shared/kernel/assert.ts'
import type { ItemId } from '../../../shared/kernel/ids.ts'
import { parseEventRef } from '../../../shared/journal/event.ts'
import type { Change } from '../../../shared/journal/fold/fold.ts'
import type { LoanChange } from '../../../shared/journal/fold/loans.ts'
import { dueOfEnded, type SealedLoan } from '../../../shared/journal/sealing.ts'
import { applyChange as applyRow } from '../../../shared/journal/state/apply-change.ts'
import { endedLoanOfItem, loanOfItem, type EndedLoan, type LoanRow } from '../../store/circulation/item-rows.ts'
import { loanColumns } from '../../store/circulation/loan-columns.ts'
import { insertParty } from '../../store/journal/journal-rows.ts'
import { putLoan } from '../../store/overlay/overlay-tables.ts'
import { applyCash } from './apply-cash.ts'
import { itemOf } from './named.ts'
import { overlayWorld } from './overlay-world.ts'
import type { Applying } from '../beside.ts'

export function applyChange(change: Change, to: Applying): void {
  switch (change.kind) {
    case 'loan-opened':
    case 'loan-changed':
    case 'loan-closed':
      return applyLoan(change, to)
    case 'session-opened':
    case 'session-changed':
    case 'cash-moved':
      return applyCash(change, to)
    default:
      applyRow(overlayWorld(to), change, to.event)
  }
}

function place({ event }: Applying): { epoch: number; seq: number } {
  return { epoch: event.head.epoch, seq: event.head.seq }
}

function applyLoan(change: LoanChange, to: Applying): void {
  const { desk } = to
  const item_id = itemOf(to, change.item_barcode)
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
  desk.run(insertParty, { epoch: own.epoch, seq: own.seq, patron_id: loan.patron_id, item_id })
}
