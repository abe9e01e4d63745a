/**
 * What an event changes: one exhaustive function that the desk, the central server and the auditor share.
 * Pure: names items by barcode, title name and place in the journal, never by record number, so that each side finds
 * its own rows; who an event is about is kept beside it.
 */
import type { DeskEvent, EventKind, EventOf } from '../event.ts'
import { CASH_FOLDS, type CashChange } from './cash.ts'
import { CHARGE_FOLDS, type ChargeChange } from './charges.ts'
import { CLAIM_FOLDS } from './claims.ts'
import { DESK_FOLDS } from './desk.ts'
import { HOLD_FOLDS, type HoldChange } from './holds.ts'
import { ITEM_FOLDS, type ItemChange } from './items.ts'
import { LOAN_FOLDS, type LoanChange } from './loans.ts'
import { NOTE_FOLDS } from './notes.ts'
import { PICKUP_FOLDS } from './pickups.ts'
import { PATRON_FOLDS } from './patrons.ts'
import { POLICY_FOLDS } from './policy.ts'
import { RETURN_FOLDS, type QuestionChange } from './returns.ts'
import type { RowChange } from './rows.ts'
import { STAFF_FOLDS } from './staff.ts'

export type Change = LoanChange | ItemChange | HoldChange | ChargeChange | QuestionChange | RowChange | CashChange

const FOLDS: { readonly [Kind in EventKind]: (event: EventOf<Kind>) => readonly Change[] } = {
  ...DESK_FOLDS,
  ...STAFF_FOLDS,
  ...LOAN_FOLDS,
  ...RETURN_FOLDS,
  ...HOLD_FOLDS,
  ...CHARGE_FOLDS,
  ...ITEM_FOLDS,
  ...PATRON_FOLDS,
  ...NOTE_FOLDS,
  ...PICKUP_FOLDS,
  ...CLAIM_FOLDS,
  ...POLICY_FOLDS,
  ...CASH_FOLDS,
}

/** The changes of one event, in order. An erasure, or a log entry, gives none. */
export function fold(event: DeskEvent): readonly Change[] {
  const one = FOLDS[event.kind] as (event: DeskEvent) => readonly Change[]
  return one(event)
}
