/**
 * Statements for records made and changed at the desk: what a kind of item is, whether a hold has a copy, how often
 * used.
 */
import type { ItemId, TitleId } from '../../../shared/kernel/ids.ts'
import { build, statement } from '../sql.ts'

export const itemTypeByCode = statement<{ item_type_code: string }>()((p) =>
  build.selectFrom('item_type').select(['item_type_code', 'name']).where('item_type_code', '=', p.item_type_code),
)

export const allItemTypes = statement()(() =>
  build.selectFrom('item_type').select(['item_type_code', 'name']).orderBy('name'),
)

/** The kinds of the newest items, one row each: what a desk most likely has in its hand. */
export const newestItemTypes = statement<{ rows_count: number }>()((p) =>
  build.selectFrom('item').select('item_type_code').orderBy('item_id', 'desc').limit(p.rows_count),
)

export const titleRefById = statement<{ title_id: TitleId }>()((p) =>
  build.selectFrom('title').select('external_id as title_ref').where('title_id', '=', p.title_id),
)

/** A hold that this very copy was set aside for, here or on its way. */
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

/** When this desk last had it in hand, of what is not settled yet. */
export const seenHere = statement<{ item_id: ItemId }>()((p) =>
  build.selectFrom('overlay_item').select('seen_at_ms').where('item_id', '=', p.item_id),
)

/** How this kind of thing was recorded last for this title, to offer it again. */
export const likeItem = statement<{ title_id: TitleId }>()((p) =>
  build
    .selectFrom('item')
    .select(['item_type_code', 'call_number', 'location', 'price_cents'])
    .where('title_id', '=', p.title_id)
    .orderBy('item_id', 'desc')
    .limit(1),
)
