/** The importer's statements on titles, items, loans, holds and charges. */
import { sql } from 'kysely'
import type { ItemId, TitleId } from '../../../shared/kernel/ids.ts'
import { COLUMNS, type ReferenceTables } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'

export const titleByNumber = statement<{ external_id: string }>()((p) =>
  build.selectFrom('title').select('title_id').where('external_id', '=', p.external_id),
)

export const putTitle = statement<ReferenceTables['title']>()((p) => {
  const rest = {
    title: p.title,
    author: p.author,
    isbn: p.isbn,
    publisher: p.publisher,
    year: p.year,
    format: p.format,
    language: p.language,
    title_key: p.title_key,
  }
  return build
    .insertInto('title')
    .values({ title_id: p.title_id, external_id: p.external_id, ...rest })
    .onConflict((oc) => oc.column('external_id').doUpdateSet(rest))
})

export const dropIsbnsOf = statement<{ title_id: TitleId }>()((p) =>
  build.deleteFrom('title_isbn').where('title_id', '=', p.title_id),
)

export const addIsbn = statement<ReferenceTables['title_isbn']>()((p) =>
  build.insertInto('title_isbn').values({ isbn: p.isbn, title_id: p.title_id }),
)

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

export const putItem = statement<ReferenceTables['item']>()((p) => {
  const rest = {
    title_id: p.title_id,
    item_type_code: p.item_type_code,
    home_branch_code: p.home_branch_code,
    at_branch_code: p.at_branch_code,
    call_number: p.call_number,
    location: p.location,
    status: p.status,
    price_cents: p.price_cents,
    note: p.note,
  }
  return build
    .insertInto('item')
    .values({ item_id: p.item_id, barcode: p.barcode, ...rest })
    .onConflict((oc) => oc.column('barcode').doUpdateSet(rest))
})

export const loanOfItem = statement<{ item_id: ItemId }>()((p) =>
  build.selectFrom('loan').select(COLUMNS.loan).where('item_id', '=', p.item_id),
)

type HoldColumns =
  | 'external_id'
  | 'patron_id'
  | 'title_id'
  | 'item_id'
  | 'is_item_hold'
  | 'pickup_branch_code'
  | 'placed_at_ms'
  | 'expires_on'
  | 'status'

export const putHold = statement<Pick<ReferenceTables['hold'], HoldColumns>>()((p) => {
  const rest = {
    patron_id: p.patron_id,
    title_id: p.title_id,
    item_id: p.item_id,
    is_item_hold: p.is_item_hold,
    pickup_branch_code: p.pickup_branch_code,
    placed_at_ms: p.placed_at_ms,
    expires_on: p.expires_on,
    status: p.status,
  }
  return build
    .insertInto('hold')
    .values({ external_id: p.external_id, ...rest })
    .onConflict((oc) => oc.column('external_id').doUpdateSet(rest))
})

type ChargeColumns = Exclude<
  keyof ReferenceTables['charge'],
  'charge_id' | 'loan_ref' | 'party_ref' | 'refund_due_cents'
>

export const putCharge = statement<Pick<ReferenceTables['charge'], ChargeColumns>>()((p) => {
  const rest = {
    patron_id: p.patron_id,
    item_id: p.item_id,
    kind: p.kind,
    charged_at_ms: p.charged_at_ms,
    amount_cents: p.amount_cents,
    owed_cents: p.owed_cents,
    note: p.note,
  }
  return build
    .insertInto('charge')
    .values({ external_id: p.external_id, ...rest })
    .onConflict((oc) => oc.column('external_id').doUpdateSet(rest))
})
