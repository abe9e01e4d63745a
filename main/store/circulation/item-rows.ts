/** Statements that look up material: items, titles, holds on them. */
import type { ItemId, TitleId } from '../../../shared/kernel/ids.ts'
import { LOAN_COLUMNS } from '../overlay/overlay-tables.ts'
import { build, statement } from '../sql.ts'
import { titleOrBarcode } from './item-title.ts'

/** One item with what the desk says about it. No patron. */
export const itemByBarcode = statement<{ barcode: string }>()((p) =>
  build
    .selectFrom('item_now as item')
    .innerJoin('title', 'title.title_id', 'item.title_id')
    .innerJoin('item_type', 'item_type.item_type_code', 'item.item_type_code')
    .leftJoin('item_lender as lender', 'lender.item_id', 'item.item_id')
    .select([
      'item.item_id',
      'item.barcode',
      'item.title_id',
      'item.item_type_code',
      'item_type.name as item_type_name',
      'item_type.is_for_loan',
      'item.home_branch_code',
      'item.at_branch_code',
      'item.call_number',
      'item.location',
      'item.status',
      'item.price_cents',
      'item.note',
      'lender.lender_name',
      'lender.lender_due_on',
      'title.external_id as title_ref',
      titleOrBarcode('item.barcode'),
      'title.author',
    ])
    .where('item.barcode', '=', p.barcode),
)
export type ItemRow = NonNullable<(typeof itemByBarcode)['row']>

/** Only the record number: for the journal, which names items by barcode. */
export const itemIdByBarcode = statement<{ barcode: string }>()((p) =>
  build.selectFrom('item').select('item_id').where('barcode', '=', p.barcode),
)

/** An item's barcode by its record number, for rows that name items by number. */
export const itemBarcodeById = statement<{ item_id: ItemId }>()((p) =>
  build.selectFrom('item').select('barcode').where('item_id', '=', p.item_id),
)

/** An item's title, by record number. */
export const titleOfItem = statement<{ item_id: ItemId }>()((p) =>
  build
    .selectFrom('item_now as item')
    .innerJoin('title', 'title.title_id', 'item.title_id')
    .select(titleOrBarcode('item.barcode'))
    .where('item.item_id', '=', p.item_id),
)

export const loanOfItem = statement<{ item_id: ItemId }>()((p) =>
  build.selectFrom('loan_now').select(LOAN_COLUMNS).where('item_id', '=', p.item_id),
)
export type LoanRow = NonNullable<(typeof loanOfItem)['row']>

/** A loan that this desk ended, until that is settled. */
export const endedLoanOfItem = statement<{ item_id: ItemId }>()((p) =>
  build.selectFrom('overlay_loan').select(LOAN_COLUMNS).where('item_id', '=', p.item_id).where('is_open', '=', 0),
)
export type EndedLoan = NonNullable<(typeof endedLoanOfItem)['row']>

export const titleIdByRef = statement<{ title_ref: string }>()((p) =>
  build.selectFrom('title').select('title_id').where('external_id', '=', p.title_ref),
)

export const titlesByIsbn = statement<{ isbn: string }>()((p) =>
  build.selectFrom('title_isbn').select('title_id').where('isbn', '=', p.isbn).limit(20),
)

export const titleById = statement<{ title_id: TitleId }>()((p) =>
  build
    .selectFrom('title')
    .select(['title_id', 'title', 'author', 'year', 'format', 'isbn'])
    .where('title_id', '=', p.title_id),
)

/** The loan is looked up per item: as a join, SQLite would first collect every loan of the library. */
function itemsOf(title_id: TitleId) {
  return build
    .selectFrom('item_now as item')
    .innerJoin('branch', 'branch.branch_code', 'item.at_branch_code')
    .select((eb) => [
      'item.call_number',
      'item.status',
      'item.at_branch_code',
      'branch.name as branch_name',
      eb
        .selectFrom('loan_now as loan')
        .select('loan.due_at_ms')
        .whereRef('loan.item_id', '=', 'item.item_id')
        .as('due_at_ms'),
    ])
    .where('item.title_id', '=', title_id)
}

/** Each item of a title and whether it is out, for "2 of 3 in at Maple Street". */
export const itemsOfTitle = statement<{ title_id: TitleId }>()((p) =>
  itemsOf(p.title_id).orderBy('item.call_number').limit(200),
)

/** The same by branch, with what a page shows of each item. */
export const itemsByBranch = statement<{ title_id: TitleId }>()((p) =>
  itemsOf(p.title_id)
    .select((eb) => [
      'item.barcode',
      'item.location',
      eb
        .selectFrom('loan_now as loan')
        .select('loan.recalled_at_ms')
        .whereRef('loan.item_id', '=', 'item.item_id')
        .as('recalled_at_ms'),
    ])
    .orderBy('branch.name')
    .orderBy('item.call_number')
    .orderBy('item.barcode')
    .limit(500),
)
