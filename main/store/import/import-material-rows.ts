/** The importer's statements on titles, items, loans, holds and charges. */
import { sql } from 'kysely'
import type { ItemId, TitleId } from '../../../shared/kernel/ids.ts'
import { COLUMNS } from '../schema.gen.ts'
import { insert, upsert } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

export const titleByNumber = statement<{ external_id: string }>()((p) =>
  build.selectFrom('title').select('title_id').where('external_id', '=', p.external_id),
)

export const putTitle = upsert('title', 'external_id')

export const dropIsbnsOf = statement<{ title_id: TitleId }>()((p) =>
  build.deleteFrom('title_isbn').where('title_id', '=', p.title_id),
)

export const addIsbn = insert('title_isbn')

export const dropTitleWords = statement<{ title_id: TitleId }>()((p) =>
  build.deleteFrom('title_words').where(sql<TitleId>`rowid`, '=', p.title_id),
)

type TitleWords = { title_id: TitleId; words: string }

/** The typed builder does not know the columns of full-text tables. */
export const addTitleWords = statement<TitleWords>()((p) =>
  build
    .insertInto('title_words')
    .columns(['rowid', 'words'])
    .expression(build.selectNoFrom((eb) => [eb.val(p.title_id).as('rowid'), eb.val(p.words).as('words')])),
)

export const itemByBarcode = statement<{ barcode: string }>()((p) =>
  build.selectFrom('item').select(['item_id', 'title_id']).where('barcode', '=', p.barcode),
)

/** The fields of an item that a desk can change. */
export const itemStands = statement<{ barcode: string }>()((p) =>
  build
    .selectFrom('item')
    .leftJoin('item_lender', 'item_lender.item_id', 'item.item_id')
    .select(['item.status', 'item.at_branch_code', 'item.item_type_code', 'item.home_branch_code as home_branch'])
    .select(['item.call_number', 'item.location', 'item.price_cents', 'item.note'])
    .select(['item_lender.lender_name', 'item_lender.lender_due_on'])
    .where('item.barcode', '=', p.barcode),
)

export const putItem = upsert('item', 'barcode')

export const loanOfItem = statement<{ item_id: ItemId }>()((p) =>
  build.selectFrom('loan').select(COLUMNS.loan).where('item_id', '=', p.item_id),
)

export const putHold = upsert('hold', 'external_id', 'party_ref', 'suspended_until_on', 'shelf_until_on', 'pickup_code')

/** A credit is a charge of nothing owed, with a refund due. */
export const putCredit = upsert('charge', 'external_id', 'loan_ref', 'party_ref')

export const putCharge = upsert('charge', 'external_id', 'loan_ref', 'party_ref', 'refund_due_cents')
