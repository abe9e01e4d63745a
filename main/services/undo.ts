/**
 * Undoes the last act by a further entry that restores what was before. Must never take an entry away, and refuses when
 * something newer was recorded for the item.
 */
import { refuse, type Refusal } from '../../shared/circulation/refusals.ts'
import type { DeskEvent, EventDraft } from '../../shared/journal/event.ts'
import { eventRefText, parseEventRef } from '../../shared/journal/event.ts'
import { must } from '../../shared/kernel/assert.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { loanOfItem, type LoanRow } from '../store/item-rows.ts'
import { referenceLoan } from '../store/settle-rows.ts'
import { findItem } from './circulate.ts'
import { record, type Command, type Desk } from './context.ts'

/** @returns null when it was undone, else why not */
export function undoEvent(desk: Desk, command: Command, ref: string): Refusal | null {
  const event = desk.journal.event(ref)
  const undoing = event && compensation(desk, event)
  if (!undoing) return refuse('undo-overtaken')
  record(desk, command, undoing.drafts, { parties: undoing.parties })
  return null
}

type Undoing = { readonly drafts: readonly EventDraft[]; readonly parties: ReadonlyMap<string, PatronId> }
const NOBODY: ReadonlyMap<string, PatronId> = new Map()

function compensation(desk: Desk, event: DeskEvent): Undoing | null {
  switch (event.kind) {
    case 'item-checked-out': {
      const { item_barcode } = event.body
      const loan_ref = eventRefText(event.head)
      const loan = openLoan(desk, item_barcode)
      if (loan?.loan_ref !== loan_ref || loan.renewals_count > 0) return null
      const lent: EventDraft = { kind: 'check-out-undone', body: { of: loan_ref, item_barcode, loan_ref } }
      const back = takenBackBefore(desk, event)
      if (!back) return { drafts: [lent], parties: NOBODY }
      // The item was taken back from somebody else by the same command: their loan is theirs again.
      const restored = restoredLoan(desk, back)
      return restored && { drafts: [lent, ...restored.drafts], parties: restored.parties }
    }
    case 'loan-renewed': {
      const { item_barcode, loan_ref, due_before_ms, due_at_ms, renewals_count } = event.body
      const loan = openLoan(desk, item_barcode)
      if (loan?.loan_ref !== loan_ref || loan.due_at_ms !== due_at_ms) return null
      const before = { due_at_ms: due_before_ms, renewals_count: renewals_count - 1 }
      const body = { of: eventRefText(event.head), item_barcode, loan_ref, ...before }
      return { drafts: [{ kind: 'renewal-undone', body }], parties: NOBODY }
    }
    case 'item-checked-in':
      return checkInUndone(desk, event)
    default:
      return null
  }
}

type CheckedIn = Extract<DeskEvent, { kind: 'item-checked-in' }>

function checkInUndone(desk: Desk, event: CheckedIn): Undoing | null {
  const { item_barcode, status } = event.body
  const item = findItem(desk, item_barcode)
  if (!item || item.status !== status || openLoan(desk, item_barcode)) return null
  return restoredLoan(desk, event)
}

/** What puts a check-in back; null when nobody knows any more whose loan it ended. */
function restoredLoan(desk: Desk, event: CheckedIn): Undoing | null {
  const { item_barcode, loan, before } = event.body
  const of = eventRefText(event.head)
  const body = { of, item_barcode, loan, at_branch: before.at_branch, status: before.status }
  const drafts: readonly EventDraft[] = [{ kind: 'check-in-undone', body }]
  if (!loan) return { drafts, parties: NOBODY }
  const patron_id = patronOfEnded(desk, item_barcode, loan.loan_ref)
  return patron_id === null ? null : { drafts, parties: new Map([[loan.party, patron_id]]) }
}

/** The check-in that the same command recorded just before this check-out, if any. */
function takenBackBefore(desk: Desk, lent: Extract<DeskEvent, { kind: 'item-checked-out' }>): CheckedIn | null {
  const { head, body } = lent
  const before = desk.journal.event(eventRefText({ ...head, seq: head.seq - 1 }))
  if (before?.kind !== 'item-checked-in' || before.head.at_ms !== head.at_ms) return null
  return before.body.item_barcode === body.item_barcode ? before : null
}

/** Whose loan it was: in this desk's own mapping, or in the reference file for a loan made elsewhere. */
function patronOfEnded(desk: Desk, item_barcode: string, loan_ref: string): PatronId | null {
  const own = parseEventRef(loan_ref) ? desk.journal.partyOf(loan_ref) : null
  if (own !== null) return own
  const item = must(findItem(desk, item_barcode), 'the item of an event is known')
  const row = desk.store.desk.get(referenceLoan, { item_id: item.item_id })
  return row?.loan_ref === loan_ref ? row.patron_id : null
}

function openLoan(desk: Desk, barcode: string): LoanRow | null {
  const item = must(findItem(desk, barcode), 'the item of an event is known')
  return desk.store.desk.get(loanOfItem, { item_id: item.item_id })
}
