/** Reads holds from the store into the facts the decisions need. Reads only; decides nothing. */
import type { HoldFacts } from '../../../shared/circulation/holds/hold-facts.ts'
import { byTurn } from '../../../shared/circulation/holds/hold-queue.ts'
import type { HoldStatus } from '../../../shared/journal/events/fields.ts'
import { branchCode, type PatronId, type TitleId } from '../../../shared/kernel/ids.ts'
import { localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import {
  frontOfQueue,
  holdOfItem,
  queuedHold,
  queuedOfPatron,
  queueOfTitle,
  type QueuedRow,
} from '../../store/circulation/hold-queue-rows.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import type { Library } from '../../library/library.ts'

/** A line is longer than this for no title. */
const LINE_READ_MAX = 1000

/** A hold as decisions see it, and the record numbers the store knows it by. */
export type Hold = {
  readonly facts: HoldFacts
  readonly patron_id: PatronId
  readonly party_ref: string
  readonly title_id: TitleId
  /** The patron's fields that rules match; null when the patron is gone. */
  readonly patron: { readonly category_code: string; readonly branch_code: string } | null
}

function dateOrNull(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text)
}

function patronStatusOf(row: QueuedRow): HoldFacts['patron_status'] {
  if (row.is_active === null) return 'gone'
  if (row.is_active === 0) return 'closed'
  return row.is_barred === 1 ? 'barred' : 'served'
}

export function holdOf(row: QueuedRow): Hold {
  const { hold_ref, pickup_code, item_barcode, patron_id, party_ref, title_id } = row
  const facts: HoldFacts = {
    hold_ref,
    // The column's CHECK allows the same words.
    status: row.status as HoldStatus,
    placed_at: row.placed_at_ms,
    is_item_hold: row.is_item_hold === 1,
    item_barcode,
    pickup_branch: branchCode(row.pickup_branch_code),
    expires_on: dateOrNull(row.expires_on),
    suspended_until_on: dateOrNull(row.suspended_until_on),
    shelf_until_on: dateOrNull(row.shelf_until_on),
    pickup_code,
    patron_status: patronStatusOf(row),
  }
  const { category_code, patron_branch_code: branch_code } = row
  const patron = category_code === null || branch_code === null ? null : { category_code, branch_code }
  return { facts, patron_id, party_ref, title_id, patron }
}

export function findHold(library: Library, hold_ref: string): Hold | null {
  const row = library.db.get(queuedHold, { hold_ref })
  return row && holdOf(row)
}

/** Every open hold on a title, in their order. */
export function lineOfTitle(library: Library, title_id: TitleId): readonly Hold[] {
  return library.db.all(queueOfTitle, { title_id, limit: LINE_READ_MAX }).map(holdOf)
}

/**
 * How much of a line is read at first, and how much when all of that was passed over: almost always one of the first
 * gets an item, and hundreds may stand behind them.
 */
export const LINE_READ_COUNTS: readonly number[] = [4, 32, LINE_READ_MAX]

/** The first so many who wait for a title and have no item yet, in their order. */
export function frontOfLine(library: Library, title_id: TitleId, limit: number): readonly Hold[] {
  const front = library.db.all(frontOfQueue, { title_id, limit }).map(holdOf)
  return front.sort((one, other) => byTurn(one.facts, other.facts))
}

/** The hold that this very item is set aside for, here or on its way. */
export function holdWith(library: Library, { title_id, item_id }: Pick<ItemRow, 'title_id' | 'item_id'>): Hold | null {
  const row = library.db.get(holdOfItem, { title_id, item_id })
  return row && holdOf(row)
}

export function holdsOf(library: Library, patron_id: PatronId): readonly Hold[] {
  return library.db.all(queuedOfPatron, { patron_id }).map(holdOf)
}
