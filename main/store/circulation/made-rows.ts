/**
 * Statements for records made and changed at the desk: the type of an item, whether a hold has an item, how often used.
 */
import type { ItemId, TitleId } from '../../../shared/kernel/ids.ts'
import { build, statement } from '../sql.ts'

export const itemTypeByCode = statement<{ item_type_code: string }>()((p) =>
  build.selectFrom('item_type').select(['item_type_code', 'name']).where('item_type_code', '=', p.item_type_code),
)

export const allItemTypes = statement()(() =>
  build.selectFrom('item_type').select(['item_type_code', 'name']).orderBy('name'),
)

/** The types of the newest items, one row each: what a desk most likely has in hand. */
export const newestItemTypes = statement<{ rows_count: number }>()((p) =>
  build.selectFrom('item').select('item_type_code').orderBy('item_id', 'desc').limit(p.rows_count),
)

export const titleRefById = statement<{ title_id: TitleId }>()((p) =>
  build.selectFrom('title').select('external_id as title_ref').where('title_id', '=', p.title_id),
)

/** A hold that this very item was set aside for, here or in transit. */
export const holdsOfItem = statement<{ item_id: ItemId }>()((p) =>
  build
    .selectFrom('item')
    .innerJoin('hold_now as hold', 'hold.title_id', 'item.title_id')
    .select('hold.hold_ref')
    .where('item.item_id', '=', p.item_id)
    .whereRef('hold.item_id', '=', 'item.item_id')
    .where('hold.status', 'in', ['ready', 'in-transit'])
    .limit(1),
)

/** When this desk last handled it, as far as not settled. */
export const seenHere = statement<{ item_id: ItemId }>()((p) =>
  build.selectFrom('overlay_item').select('seen_at_ms').where('item_id', '=', p.item_id),
)

/** How an item of this title was last recorded, to offer the same again. */
export const likeItem = statement<{ title_id: TitleId }>()((p) =>
  build
    .selectFrom('item')
    .select(['item_type_code', 'call_number', 'location', 'price_cents'])
    .where('title_id', '=', p.title_id)
    .orderBy('item_id', 'desc')
    .limit(1),
)
