/** Titles and items that were made or changed by hand, as an event says them, written into the reference file. */
import { titleKey } from '../../../shared/catalog/fold.ts'
import { titleWords } from '../../../shared/catalog/title-words.ts'
import type { RowTables } from '../../../shared/journal/fold/rows.ts'
import type { Cents } from '../../../shared/kernel/money.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { addIsbn, addTitleWords, putItem, putTitle } from '../import/import-material-rows.ts'
import type { Numbers } from '../numbers/numbers.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { build, statement, type WriteHandle } from '../sql.ts'
import { itemIdByBarcode, titleIdByRef } from './item-rows.ts'
import { dropLender, putLender } from './lender-rows.ts'

const editItem = statement<
  Pick<
    ReferenceTables['item'],
    'item_id' | 'item_type_code' | 'home_branch_code' | 'call_number' | 'location' | 'price_cents' | 'note'
  >
>()((p) =>
  build
    .updateTable('item')
    .set({
      item_type_code: p.item_type_code,
      home_branch_code: p.home_branch_code,
      call_number: p.call_number,
      location: p.location,
      price_cents: p.price_cents,
      note: p.note,
    })
    .where('item_id', '=', p.item_id),
)

type Records = { readonly reference: WriteHandle; readonly numbers: Numbers }

/** A title that is there already stays as it is. */
export function putTitleMade({ reference, numbers }: Records, title_ref: string, title: RowTables['title_made']): true {
  if (reference.get(titleIdByRef, { title_ref })) return true
  const title_id = numbers.of('title', title_ref)
  numbers.keep()
  const { title: words, author, isbn } = title
  const unknown = { publisher: '', year: '', format: '', language: '' }
  const about = { title: words, author, isbn, title_key: titleKey(words), ...unknown }
  reference.run(putTitle, { title_id, external_id: title_ref, ...about })
  reference.run(addTitleWords, { title_id, words: titleWords(`${words} ${author}`) })
  if (isbn !== '') reference.run(addIsbn, { isbn, title_id })
  return true
}

/** An item that is there already stays as it is. @returns no when its title is not there */
export function putItemMade({ reference, numbers }: Records, barcode: string, made: RowTables['item_made']): boolean {
  if (reference.get(itemIdByBarcode, { barcode })) return true
  const title = reference.get(titleIdByRef, { title_ref: made.title_ref })
  if (!title) return false
  const item_id = numbers.of('item', barcode)
  numbers.keep()
  const place = { at_branch_code: made.at_branch_code, status: made.status }
  reference.run(putItem, { item_id, barcode, title_id: title.title_id, ...columnsOf(made), ...place })
  putLenderOf(reference, barcode, made)
  return true
}

/** @returns no when there is no such item */
export function putItemEdit(reference: WriteHandle, edit: RowTables['item_edit']): boolean {
  const item = reference.get(itemIdByBarcode, { barcode: edit.barcode })
  if (!item) return false
  reference.run(editItem, { item_id: item.item_id, ...columnsOf(edit) })
  putLenderOf(reference, edit.barcode, edit)
  return true
}

type Edited = Omit<RowTables['item_edit'], 'barcode'>

function columnsOf(record: Edited): Omit<Parameters<typeof editItem.bind>[0], 'item_id'> {
  const { item_type_code, home_branch_code, call_number, location, note } = record
  return {
    item_type_code,
    home_branch_code,
    call_number,
    location,
    note,
    price_cents: record.price_cents as Cents | null,
  }
}

function putLenderOf(reference: WriteHandle, barcode: string, { lender_name, lender_due_on }: Edited): void {
  if (lender_name === '') reference.run(dropLender, { barcode })
  else reference.run(putLender, { barcode, lender_name, lender_due_on: lender_due_on as LocalDate | null })
}
