/**
 * Statements on the queue of a title and on single holds, with whether the patron is still served. A patron who is gone
 * from the library's data stays in the queue: a person ends the hold, no statement drops it.
 */
import { sql } from 'kysely'
import type { ItemId, PatronId, TitleId } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'
import { HOLD_COLUMNS } from '../overlay/overlay-tables.ts'

const QUEUED_COLUMNS = [
  'held.hold_ref',
  'held.patron_id',
  'held.party_ref',
  'held.title_id',
  'held.is_item_hold',
  'held.pickup_branch_code',
  'held.placed_at_ms',
  'held.expires_on',
  'held.status',
  'held.suspended_until_on',
  'held.shelf_until_on',
  'held.pickup_code',
  'item.barcode as item_barcode',
  'patron.is_barred',
  'patron.is_active',
  'patron.category_code',
  'patron.branch_code as patron_branch_code',
] as const

/** One open hold as the decisions take it. */
const queued = build
  .selectFrom('hold_now as held')
  .leftJoin('patron', 'patron.patron_id', 'held.patron_id')
  .leftJoin('item', 'item.item_id', 'held.item_id')
  .select(QUEUED_COLUMNS)

export const queuedHold = statement<{ hold_ref: string }>()((p) => queued.where('held.hold_ref', '=', p.hold_ref))
export type QueuedRow = NonNullable<(typeof queuedHold)['row']>

/** The open holds on a title in queue order. */
export const queueOfTitle = statement<{ title_id: TitleId; limit: number }>()((p) =>
  queued
    .where('held.title_id', '=', p.title_id)
    .orderBy('held.placed_at_ms')
    .orderBy('held.is_item_hold', 'desc')
    .orderBy('held.hold_ref')
    .limit(p.limit),
)

/**
 * The first waiting holds on a title that have no item yet; unsorted. Reads only that much of the queue, along an index
 * in queue order, and looks up only these patrons.
 */
export const frontOfQueue = statement<{ title_id: TitleId; limit: number }>()((p) => {
  const first = build
    .selectFrom('hold_now')
    .select(HOLD_COLUMNS)
    .where('title_id', '=', p.title_id)
    .where('status', 'in', ['waiting', 'suspended'])
    .orderBy('placed_at_ms')
    .orderBy('is_item_hold', 'desc')
    .orderBy('hold_ref')
    .limit(p.limit)
  return build
    .selectFrom(first.as('held'))
    .leftJoin('patron', 'patron.patron_id', 'held.patron_id')
    .leftJoin('item', 'item.item_id', 'held.item_id')
    .select(QUEUED_COLUMNS)
})

/** The hold that this very item was captured for, if it is still open. */
export const holdOfItem = statement<{ title_id: TitleId; item_id: ItemId }>()((p) =>
  queued
    .where('held.title_id', '=', p.title_id)
    .where('held.item_id', '=', p.item_id)
    .where('held.status', 'in', ['ready', 'in-transit'])
    .limit(1),
)

/** The length of a title's queue, and this hold's position in it. */
export const lineFor = statement<{ title_id: TitleId; placed_at_ms: number; is_item_hold: number; hold_ref: string }>()(
  (p) =>
    build
      .selectFrom('hold_now')
      .select((eb) => [
        eb.fn.countAll<number>().as('line_count'),
        sql<number | null>`sum((placed_at_ms, 1 - is_item_hold, hold_ref)
          <= (${p.placed_at_ms}, 1 - ${p.is_item_hold}, ${p.hold_ref}))`.as('place_count'),
      ])
      .where('title_id', '=', p.title_id)
      .where('status', 'in', ['waiting', 'suspended']),
)

/** All holds of one patron, in the order of placing. */
export const queuedOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  queued.where('held.patron_id', '=', p.patron_id).orderBy('held.placed_at_ms').orderBy('held.hold_ref'),
)

/**
 * Whether a code is in use on the hold shelf of a branch. The status is a literal: the partial index covers ready
 * holds.
 */
export const codeOnShelf = statement<{ pickup_branch_code: string; pickup_code: string }>()((p) =>
  build
    .selectFrom('hold_now')
    .select('hold_ref')
    .where('pickup_branch_code', '=', p.pickup_branch_code)
    .where('pickup_code', '=', p.pickup_code)
    .where(sql<boolean>`status = 'ready'`)
    .limit(1),
)

/** What a code must not resemble: never shown, never kept. */
export const namesOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron').select(['surname', 'given', 'preferred_given']).where('patron_id', '=', p.patron_id),
)

/** Holds that expired while waiting, at any branch; the oldest first. */
export const holdsPastExpiry = statement<{ today: LocalDate; limit: number }>()((p) =>
  queued
    .where('held.expires_on', '<', p.today)
    .where('held.status', 'in', ['waiting', 'suspended'])
    .orderBy('held.expires_on')
    .limit(p.limit),
)

/** Suspended holds whose day has come. */
export const holdsToResume = statement<{ today: LocalDate; limit: number }>()((p) =>
  queued
    .where('held.suspended_until_on', '<=', p.today)
    .where('held.status', '=', 'suspended')
    .orderBy('held.suspended_until_on')
    .limit(p.limit),
)

/** An item as placing a hold sees it. */
export const itemsToHold = statement<{ title_id: TitleId }>()((p) =>
  build
    .selectFrom('item_now as item')
    .innerJoin('item_type', 'item_type.item_type_code', 'item.item_type_code')
    .select((eb) => [
      'item.barcode',
      'item.item_type_code',
      'item_type.is_for_loan',
      'item.status',
      'item.at_branch_code',
      'item.home_branch_code',
      'item.location',
      'item.call_number',
      eb
        .selectFrom('loan_now as loan')
        .select('loan.patron_id')
        .whereRef('loan.item_id', '=', 'item.item_id')
        .as('out_to'),
    ])
    .where('item.title_id', '=', p.title_id)
    .orderBy('item.barcode')
    .limit(500),
)
export type TitleItemRow = NonNullable<(typeof itemsToHold)['row']>

/** The title by record number, with the name that events use. */
export const titleToHold = statement<{ title_id: TitleId }>()((p) =>
  build
    .selectFrom('title')
    .select(['title_id', 'external_id as title_ref', 'title', 'author', 'format', 'year'])
    .where('title_id', '=', p.title_id),
)
