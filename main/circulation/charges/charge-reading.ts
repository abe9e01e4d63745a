/**
 * Reads charges with their history from the store, in the form of the ledger. Reads only. The row has the patron of a
 * charge; the journal has what it was for, and a note beside it.
 */
import { receiptNumber } from '../../../shared/cash/numbers/receipt-number.ts'
import { fromHistory, type HistoryTransfer, type Transfer } from '../../../shared/ledger/accounts.ts'
import { chargeState, inKindCents, waivedCents, type ChargeState } from '../../../shared/ledger/charge.ts'
import { eventRefText, parseEventRef, type DeskEvent } from '../../../shared/journal/event.ts'
import type { ItemId, PatronId } from '../../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant, MS_PER_DAY, type Instant } from '../../../shared/kernel/time.ts'
import {
  chargeByRef,
  chargesOfItem,
  chargesOfLoan,
  openChargesOfPatron,
  paidChargesOfPatron,
  transfersOfCharge,
  type ChargeRow,
} from '../../store/money/charge-rows.ts'
import { readPersonal } from '../../store/journal/journal-rows.ts'
import type { Library } from '../../library/library.ts'

/** A transfer with when it was, who made it and why. `of`: the entry that it undoes. */
export type Entry = Transfer & {
  readonly of: string | null
  readonly at_ms: Instant
  readonly staff_code: string
  readonly reason: string
  /** Of the receipt or refund that moved it; empty: no drawer did. */
  readonly receipt_ref: string
}

/** A charge now, with its history at this desk, oldest first. */
export type ReadCharge = {
  /** `note`: what another system wrote to it. */
  readonly row: ChargeRow & { readonly note?: string }
  readonly state: ChargeState
  readonly entries: readonly Entry[]
}

export function entriesOf(library: Library, charge_ref: string): readonly Entry[] {
  return library.db.all(transfersOfCharge, { charge_ref }).map((kept) => {
    const { of_ref: of, at_ms, staff_code, reason, charge_ref: whose, pays_ref, amount_cents, session_ref } = kept
    const { debit_code: debit, credit_code: credit, transfer_code: code, fund_code: fund } = kept
    const what = { charge_ref: whose, pays_ref, debit, credit, amount_cents, code, fund } as HistoryTransfer
    const place = { terminal: library.journal.terminal, epoch: kept.epoch, seq: kept.seq }
    const receipt_ref = session_ref === null ? '' : eventRefText(place)
    return { ...fromHistory(what, session_ref ?? ''), of, at_ms: instant(at_ms), staff_code, reason, receipt_ref }
  })
}

function withHistory(library: Library, row: ChargeRow): ReadCharge {
  const entries = entriesOf(library, row.charge_ref)
  return { row, entries, state: chargeState(row, entries) }
}

export function readCharge(library: Library, charge_ref: string): ReadCharge | null {
  const row = library.db.get(chargeByRef, { charge_ref })
  return row && withHistory(library, row)
}

/** What names this loan, whatever is left of it, oldest first. */
export function chargesOfOneLoan(
  library: Library,
  { patron_id, loan_ref }: { readonly patron_id: PatronId; readonly loan_ref: string },
): readonly ReadCharge[] {
  return library.db.all(chargesOfLoan, { patron_id, loan_ref }).map((row) => withHistory(library, row))
}

/**
 * Everything that one loan was charged for: by its name, and what another system charged for the item since it was
 * lent. What the same person owes for having had it before is no part of it; such a charge may know its day only.
 */
export function chargesAbout(
  library: Library,
  loan: { readonly patron_id: PatronId; readonly loan_ref: string; readonly out_at_ms: number },
  item_id: ItemId,
): readonly ReadCharge[] {
  const { db } = library
  const { patron_id, out_at_ms } = loan
  const unnamed = db
    .all(chargesOfItem, { patron_id, item_id })
    .filter((row) => row.charged_at_ms > out_at_ms - MS_PER_DAY)
  return [...chargesOfOneLoan(library, loan), ...unnamed.map((row) => withHistory(library, row))]
}

/** What a patron still owes, or is still owed, oldest first. */
export function openCharges(library: Library, patron_id: PatronId): readonly ReadCharge[] {
  return library.db.all(openChargesOfPatron, { patron_id }).map((row) => withHistory(library, row))
}

type Made = Extract<DeskEvent, { kind: 'charge-made' }>

/** The entry that made a charge at this desk; null for one that came from elsewhere. */
export function madeBy(library: Library, charge_ref: string): Made | null {
  const event = library.journal.event(charge_ref)
  return event?.kind === 'charge-made' ? event : null
}

/** Whether a fine was charged for being late since `due_at`, and not before a renewal moved that. */
export function isOfLateness(library: Library, { charge_ref }: ChargeState, due_at: Instant): boolean {
  const made = madeBy(library, charge_ref)
  return made === null || made.body.period === null || made.body.period.from_ms === due_at
}

/** What was charged already for this same lateness, as by another system; also what was waived or given in kind. */
export function chargedAlready(library: Library, charges: readonly ReadCharge[], due_at: Instant): Cents {
  const sum = charges
    .filter(({ row, state }) => row.kind === 'overdue' && isOfLateness(library, state, due_at))
    .reduce((total, { state }) => total + state.worth_cents + waivedCents(state) + inKindCents(state), 0)
  return cents(sum)
}

/** The same of a loan that runs, or is just ended. */
export function chargedForLateness(
  library: Library,
  loan: Parameters<typeof chargesAbout>[1] & { readonly due_at_ms: Instant },
  item_id: ItemId,
): Cents {
  return chargedAlready(library, chargesAbout(library, loan, item_id), loan.due_at_ms)
}

/** The note on a charge from when it was made; empty once erased, or when there was none. */
export function noteOf(library: Library, charge_ref: string): string {
  const place = parseEventRef(charge_ref)
  if (!place || place.terminal !== library.journal.terminal) return ''
  return library.db.get(readPersonal, { epoch: place.epoch, seq: place.seq })?.text ?? ''
}

/** The number of the receipt or refund that this entry is; empty: it is none. */
export function receiptNumberAt({ journal }: Library, receipt_ref: string): string {
  const event = receipt_ref === '' ? null : journal.event(receipt_ref)
  const isNumbered = event?.kind === 'receipt-made' || event?.kind === 'refund-paid'
  return isNumbered ? receiptNumber(event.head, event.body.receipt_number) : ''
}

/** The charges of a patron that were paid at this desk and of which nothing is owed, the newest first. */
export function paidCharges(library: Library, patron_id: PatronId, limit: number): readonly ReadCharge[] {
  return library.db.all(paidChargesOfPatron, { patron_id, limit }).map((row) => withHistory(library, row))
}
