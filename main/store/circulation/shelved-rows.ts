/**
 * Where every item is shelved, in chunks in the order of record numbers, so that a million items take many short turns.
 */
import type { ItemId } from '../../../shared/kernel/ids.ts'
import { build, statement } from '../sql.ts'

export const shelvedAfter = statement<{ item_id: ItemId | 0; limit: number }>()((p) =>
  build
    .selectFrom('item')
    .select(['item_id', 'home_branch_code as branch_code', 'location', 'call_number'])
    .where('item_id', '>', p.item_id as ItemId)
    .orderBy('item_id')
    .limit(p.limit),
)

/** The newest record: if it differs, items were added. */
export const newestItem = statement()(() =>
  build.selectFrom('item').select('item_id').orderBy('item_id', 'desc').limit(1),
)
