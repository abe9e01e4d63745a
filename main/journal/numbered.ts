/** Which number the item or the title of an event goes by, whether or not the reference file has it just now. */
import type { ItemId, TitleId } from '../../shared/kernel/ids.ts'
import { itemIdByBarcode, titleIdByRef } from '../store/circulation/item-rows.ts'
import { readItemNumber, readTitleNumber } from '../store/numbers/number-rows.ts'
import type { WriteHandle } from '../store/sql.ts'

export function itemIdOf(db: WriteHandle, barcode: string): ItemId | null {
  return db.get(itemIdByBarcode, { barcode })?.item_id ?? db.get(readItemNumber, { barcode })?.item_id ?? null
}

export function titleIdOf(db: WriteHandle, title_ref: string): TitleId | null {
  return db.get(titleIdByRef, { title_ref })?.title_id ?? db.get(readTitleNumber, { title_ref })?.title_id ?? null
}
