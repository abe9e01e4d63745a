/**
 * Statements behind the lists about holds: the shelf, in transit, what to pull, what needs a person. Each uses an
 * index, however many hundred thousand holds there are; the status of a partial index is a literal, because SQLite
 * cannot match a parameter. Never selects a name.
 */
import { sql, type RawBuilder } from 'kysely'
import type { TitleId } from '../../../shared/kernel/ids.ts'
import { build, statement } from '../sql.ts'

const shelved = build
  .selectFrom('hold_now as held')
  .innerJoin('item_now as item', 'item.item_id', 'held.item_id')
  .innerJoin('title', 'title.title_id', 'held.title_id')
  .select([
    'held.hold_ref',
    'held.patron_id',
    'held.pickup_code',
    'held.shelf_until_on',
    'held.expires_on',
    'held.pickup_branch_code',
    'item.barcode',
    'item.call_number',
    'item.location',
    'item.home_branch_code',
    'item.item_id',
    'item.title_id',
    'item.at_branch_code',
    'title.title',
    'title.author',
  ])

type ShelfPage = { branch_code: string; after_code: string; after_ref: string; limit: number }

/** The hold shelf of a branch in the order of its codes, starting after one hold. */
export const holdShelf = statement<ShelfPage>()((p) =>
  shelved
    .where('held.pickup_branch_code', '=', p.branch_code)
    .where(sql<boolean>`held.status = 'ready'`)
    .where(sql<boolean>`(held.pickup_code, held.hold_ref) > (${p.after_code}, ${p.after_ref})`)
    .orderBy('held.pickup_code')
    .orderBy('held.hold_ref')
    .limit(p.limit),
)
export type ShelvedRow = NonNullable<(typeof holdShelf)['row']>

/** How many are on the shelf, by their last day there. Old data has one date for both. */
export const holdShelfDays = statement<{ branch_code: string }>()((p) =>
  build
    .selectFrom('hold_now as held')
    .select((eb) => [
      sql<string | null>`coalesce(held.shelf_until_on, held.expires_on)`.as('until_on'),
      eb.fn.countAll<number>().as('items_count'),
    ])
    .where('held.pickup_branch_code', '=', p.branch_code)
    .where(sql<boolean>`held.status = 'ready'`)
    .groupBy('until_on'),
)

/** Expired holds, in shelf order. */
export const shelfOver = statement<{ branch_code: string; today: string; limit: number }>()((p) =>
  shelved
    .where('held.pickup_branch_code', '=', p.branch_code)
    .where(sql<boolean>`held.status = 'ready'`)
    .where(sql<boolean>`coalesce(held.shelf_until_on, held.expires_on) < ${p.today}`)
    .orderBy('held.pickup_code')
    .orderBy('held.hold_ref')
    .limit(p.limit),
)

/** In transit to this branch for a patron. */
export const holdsOnTheirWay = statement<{ branch_code: string; limit: number }>()((p) =>
  shelved
    .where('held.pickup_branch_code', '=', p.branch_code)
    .where(sql<boolean>`held.status = 'in-transit'`)
    .orderBy('item.at_branch_code')
    .orderBy('item.call_number')
    .orderBy('item.barcode')
    .limit(p.limit),
)

/** An item with its title, as lists show it. */
const ITEM = ['item.barcode', 'item.call_number', 'item.location', 'item.home_branch_code', 'title.title'] as const

/** A checked-out item is on no shelf. */
const NOT_OUT = sql<boolean>`NOT EXISTS (SELECT 1 FROM loan_now AS loan WHERE loan.item_id = item.item_id)`
const NOT_MOVED = sql<boolean>`NOT EXISTS (SELECT 1 FROM overlay_item AS own WHERE own.item_id = item.item_id)`

type StatusAsk = { status: string; branch_code: string; limit: number }

/**
 * Items of one status from the library's data that this desk has not moved since; and those it has. Two statements,
 * because the index on status does not serve the view of both.
 */
const unmoved = build
  .selectFrom('item')
  .innerJoin('title', 'title.title_id', 'item.title_id')
  .select([...ITEM, 'item.item_id', 'item.title_id', 'item.at_branch_code', 'title.author'])
  .where(sql<boolean>`item.status <> 'available'`)
  .where(NOT_MOVED)
  .where(NOT_OUT)

const moved = build
  .selectFrom('overlay_item as own')
  .innerJoin('item', 'item.item_id', 'own.item_id')
  .innerJoin('title', 'title.title_id', 'item.title_id')
  .select([...ITEM, 'item.item_id', 'item.title_id', 'own.at_branch_code', 'title.author'])
  .where(NOT_OUT)

export const itemsStandingAt = statement<StatusAsk>()((p) =>
  unmoved.where('item.status', '=', p.status).where('item.at_branch_code', '=', p.branch_code).limit(p.limit),
)
export const itemsBelongingTo = statement<StatusAsk>()((p) =>
  unmoved.where('item.status', '=', p.status).where('item.home_branch_code', '=', p.branch_code).limit(p.limit),
)
export const itemsMovedAt = statement<StatusAsk>()((p) =>
  moved.where('own.status', '=', p.status).where('own.at_branch_code', '=', p.branch_code).limit(p.limit),
)
export const itemsMovedOf = statement<StatusAsk>()((p) =>
  moved.where('own.status', '=', p.status).where('item.home_branch_code', '=', p.branch_code).limit(p.limit),
)
/** No hold keeps it on the shelf of that branch. */
function unkept(branch_code: string): RawBuilder<boolean> {
  return sql<boolean>`NOT EXISTS (SELECT 1 FROM hold_now AS held WHERE held.title_id = item.title_id
    AND held.item_id = item.item_id AND held.status = 'ready' AND held.pickup_branch_code = ${branch_code})`
}

type ShelfAsk = { branch_code: string; limit: number }

/** On the hold shelf of a branch by the records, but kept there by no hold. */
export const leftOnShelf = statement<ShelfAsk>()((p) =>
  unmoved
    .where('item.status', '=', 'hold-shelf')
    .where('item.at_branch_code', '=', p.branch_code)
    .where(unkept(p.branch_code))
    .limit(p.limit),
)
export const movedAndLeftOnShelf = statement<ShelfAsk>()((p) =>
  moved
    .where('own.status', '=', 'hold-shelf')
    .where('own.at_branch_code', '=', p.branch_code)
    .where(unkept(p.branch_code))
    .limit(p.limit),
)
export type MovedRow = NonNullable<(typeof itemsMovedAt)['row']>

/** The hold an item was captured for, if it is still open. */
export const holdWithItem = statement<{ title_id: TitleId; item_id: MovedRow['item_id'] }>()((p) =>
  build
    .selectFrom('hold_now')
    .select(['hold_ref', 'pickup_branch_code', 'status'])
    .where('title_id', '=', p.title_id)
    .where('item_id', '=', p.item_id)
    .where('status', 'in', ['ready', 'in-transit'])
    .limit(1),
)

type TitlesAsk = { branch_code: string; after: number; limit: number }

/** Of the next titles with holds, by record number after a given one: those with an available item at this branch. */
export const titlesToPull = statement<TitlesAsk>()((p) => {
  const waits = build
    .selectFrom('hold')
    .select('title_id')
    .where(sql<boolean>`status = 'waiting'`)
    .where('title_id', '>', sql<TitleId>`${p.after}`)
    .groupBy('title_id')
    .orderBy('title_id')
    .limit(p.limit)
    .as('waits')
  return build
    .selectFrom(waits)
    .innerJoin('item', 'item.title_id', 'waits.title_id')
    .leftJoin('overlay_item as own', 'own.item_id', 'item.item_id')
    .select('waits.title_id')
    .where(sql<boolean>`coalesce(own.at_branch_code, item.at_branch_code) = ${p.branch_code}`)
    .where(sql<boolean>`coalesce(own.status, item.status) = 'available'`)
    .where(NOT_OUT)
    .groupBy('waits.title_id')
})

/** The last of the next titles with holds. */
export const lastTitleWaitedFor = statement<{ after: number; limit: number }>()((p) =>
  build
    .selectFrom(
      build
        .selectFrom('hold')
        .select('title_id')
        .where(sql<boolean>`status = 'waiting'`)
        .where('title_id', '>', sql<TitleId>`${p.after}`)
        .groupBy('title_id')
        .orderBy('title_id')
        .limit(p.limit)
        .as('waits'),
    )
    .select((eb) => eb.fn.max<number | null>('waits.title_id').as('last_id')),
)

/** The same for what this desk changed since. */
export const titlesWaitedForHere = statement<{ limit: number }>()((p) =>
  build
    .selectFrom('overlay_hold')
    .select('title_id')
    .where('is_open', '=', 1)
    .where('status', '=', 'waiting')
    .groupBy('title_id')
    .limit(p.limit),
)

/** Items of a title that are available and can be lent, at any branch. */
export const itemsToPull = statement<{ title_id: TitleId }>()((p) =>
  build
    .selectFrom('item_now as item')
    .innerJoin('item_type', 'item_type.item_type_code', 'item.item_type_code')
    .innerJoin('title', 'title.title_id', 'item.title_id')
    .select([...ITEM, 'item.item_id', 'item.item_type_code', 'item.at_branch_code', 'title.author', 'title.language'])
    .where('item.title_id', '=', p.title_id)
    .where('item.status', '=', 'available')
    .where('item_type.is_for_loan', '=', 1)
    .where(NOT_OUT)
    .limit(500),
)

/**
 * Open holds of patrons the library no longer serves: a person decides what happens to them. The patrons first, by the
 * index made for them (CROSS JOIN keeps that order), because few holds are theirs.
 */
export const holdsOfUnserved = statement<{ limit: number }>()((p) =>
  build
    .selectFrom('patron')
    .crossJoin('hold_now as held')
    .crossJoin('title')
    .select(['held.hold_ref', 'held.pickup_branch_code', 'title.title', 'patron.is_active'])
    .where(sql<boolean>`(patron.is_active = 0 OR patron.is_barred = 1)`)
    .whereRef('held.patron_id', '=', 'patron.patron_id')
    .whereRef('title.title_id', '=', 'held.title_id')
    .limit(p.limit),
)

/** Patrons with holds who are gone from the library's data. Reads only the index of holds by patron. */
export const goneWithHolds = statement<{ limit: number }>()((p) => {
  const isGone = sql<boolean>`NOT EXISTS (SELECT 1 FROM patron WHERE patron.patron_id = of_hold.patron_id)`
  const known = build.selectFrom('hold as of_hold').select('of_hold.patron_id').where(isGone)
  const own = build.selectFrom('overlay_hold as of_hold').select('of_hold.patron_id').where(isGone)
  return known.union(own).limit(p.limit)
})
