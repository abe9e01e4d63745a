/** Reads holds from the store into the facts the decisions need. Reads only; decides nothing. */
import type { HoldFacts } from '../../../shared/circulation/hold-facts.ts'
import type { HoldStatus } from '../../../shared/journal/event-fields.ts'
import { branchCode, type ItemId, type PatronId, type TitleId } from '../../../shared/kernel/ids.ts'
import { localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { queuedHold, queuedOfPatron, queueOfTitle, type QueuedRow } from '../../store/hold-queue-rows.ts'
import type { Desk } from '../context.ts'

/** A line is longer than this for no title. */
const LINE_READ_MAX = 1000

/** A hold as decisions see it, and the record numbers the store knows it by. */
export type Hold = {
  readonly facts: HoldFacts
  readonly patron_id: PatronId
  readonly party_ref: string
  readonly title_id: TitleId
  /** What the rules are asked by of whoever waits; null when they are gone. */
  readonly borrower: { readonly category_code: string; readonly branch_code: string } | null
}

function dateOrNull(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text)
}

function standingOf(row: QueuedRow): HoldFacts['standing'] {
  if (row.is_active === null) return 'gone'
  if (row.is_active === 0) return 'closed'
  return row.is_barred === 1 ? 'barred' : 'served'
}

export function holdOf(row: QueuedRow): Hold {
  const { hold_ref, pickup_code, item_barcode, patron_id, party_ref, title_id } = row
  const facts: HoldFacts = {
    hold_ref,
    // The column's CHECK holds the same words.
    status: row.status as HoldStatus,
    placed_at: row.placed_at_ms,
    is_copy_hold: row.is_copy_hold === 1,
    item_barcode,
    pickup_branch: branchCode(row.pickup_branch_code),
    expires_on: dateOrNull(row.expires_on),
    suspended_until_on: dateOrNull(row.suspended_until_on),
    shelf_until_on: dateOrNull(row.shelf_until_on),
    pickup_code,
    standing: standingOf(row),
  }
  const { category_code, patron_branch_code: branch_code } = row
  const borrower = category_code === null || branch_code === null ? null : { category_code, branch_code }
  return { facts, patron_id, party_ref, title_id, borrower }
}

export function findHold(desk: Desk, hold_ref: string): Hold | null {
  const row = desk.store.desk.get(queuedHold, { hold_ref })
  return row && holdOf(row)
}

/** Everybody who waits for a title; the one who has this very copy is among them, however long the line. */
export function lineOfTitle(
  desk: Desk,
  title_id: TitleId,
  item_id: ItemId | null,
  limit = LINE_READ_MAX,
): readonly Hold[] {
  return desk.store.desk.all(queueOfTitle, { title_id, item_id, limit }).map(holdOf)
}

export function holdsOf(desk: Desk, patron_id: PatronId): readonly Hold[] {
  return desk.store.desk.all(queuedOfPatron, { patron_id }).map(holdOf)
}
