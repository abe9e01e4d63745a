/** One thing that could have made a drawer over or short, and how such things are read from its entries. Pure. */
import type { Cents } from '../../kernel/money.ts'
import type { PieceCents } from '../pieces.ts'
import type { CashReceipt, DrawerEvidence, DrawerMove } from './drawer-evidence.ts'

export type Figures = {
  /** The bill that was in the hand, or that was given; the amount that was typed. */
  readonly note_cents?: Cents
  /** The bill or amount that it should have been. */
  readonly meant_cents?: Cents
  readonly piece_cents?: PieceCents
  readonly by_count?: number
  readonly product_code?: string
}
/** One thing that could have happened, and by how much the drawer is off by it. */
export type Possible = Figures & { readonly by_cents: number; readonly receipt?: string; readonly event_ref?: string }

export const changeOf = (one: CashReceipt) => one.tendered_cents - one.drawer_cents

export function eachStanding(
  { receipts }: DrawerEvidence,
  offBy: (one: CashReceipt) => readonly number[],
): readonly Possible[] {
  return receipts
    .filter((one) => !one.is_voided)
    .flatMap((one) => offBy(one).map((by_cents) => ({ by_cents, receipt: one.full_receipt_number })))
}

export function ofMove({ event_ref, full_receipt_number }: DrawerMove, by_cents: number): Possible {
  return full_receipt_number === null ? { by_cents, event_ref } : { by_cents, receipt: full_receipt_number }
}
