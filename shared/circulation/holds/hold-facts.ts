/**
 * What the decisions on holds need to know of one hold, read by a service before it asks. Pure data: who waits is not
 * in it, only whether the library still serves them. The decisions are the other hold-*.ts.
 */
import type { HoldState, HoldStatus } from '../../journal/events/fields.ts'
import type { BranchCode } from '../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'

export type HoldFacts = {
  readonly hold_ref: string
  readonly status: HoldStatus
  readonly placed_at: Instant
  /** On this very item; else any item of the title will do. */
  readonly is_item_hold: boolean
  /** The item that was captured for it, or the one asked for; null while any item will do. */
  readonly item_barcode: string | null
  readonly pickup_branch: BranchCode
  /** Last day on which they still want it; null: for ever. */
  readonly expires_on: LocalDate | null
  readonly suspended_until_on: LocalDate | null
  /** Last day on the hold shelf; null until it is ready. */
  readonly shelf_until_on: LocalDate | null
  readonly pickup_code: string
  /**
   * Whether the library serves who waits: a bar, a closed account and one that is not in the library's data any more do
   * not get an item set aside.
   */
  readonly patron_status: 'served' | 'barred' | 'closed' | 'gone'
}

/** No one will come for it: the account is closed, or no longer in the library's data. */
export function isAbandoned({ patron_status }: Pick<HoldFacts, 'patron_status'>): boolean {
  return patron_status === 'closed' || patron_status === 'gone'
}

/** What of a hold can change, as an event keeps it. */
export function holdState(hold: HoldFacts): HoldState {
  const { status, pickup_branch, expires_on, suspended_until_on, item_barcode, shelf_until_on, pickup_code } = hold
  return { status, pickup_branch, expires_on, suspended_until_on, item_barcode, shelf_until_on, pickup_code }
}

/** Back in the queue: no item set aside any more. A hold on one item keeps asking for that item. */
export function backInQueue(hold: HoldFacts): HoldState {
  const item_barcode = hold.is_item_hold ? hold.item_barcode : null
  const shelf = { shelf_until_on: null, pickup_code: '' } as const
  return { ...holdState(hold), status: 'waiting', suspended_until_on: null, item_barcode, ...shelf }
}

/** Whether an item was set aside for it, here or on its way. */
export function isCaptured(hold: Pick<HoldFacts, 'status'>): boolean {
  return hold.status === 'ready' || hold.status === 'in-transit'
}

/** The last day on the hold shelf. A hold that came with the library's data has only one date, for both. */
export function lastShelfDay<On>(hold: {
  readonly shelf_until_on: On | null
  readonly expires_on: On | null
}): On | null {
  return hold.shelf_until_on ?? hold.expires_on
}

/** Whether its last day on the hold shelf has passed. */
export function isShelfOver(hold: HoldFacts, today: LocalDate): boolean {
  const last = lastShelfDay(hold)
  return hold.status === 'ready' && last !== null && last < today
}
