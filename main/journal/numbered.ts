/** Which number the item, the title or the new patron of an event goes by, whether or not the reference file has it. */
import { eventRefText, type DeskEvent } from '../../shared/journal/event.ts'
import type { ItemId, PatronId, TitleId } from '../../shared/kernel/ids.ts'
import { itemIdByBarcode, titleIdByRef } from '../store/circulation/item-rows.ts'
import { readItemNumber, readTitleNumber } from '../store/numbers/number-rows.ts'
import { registeredId } from '../store/patrons/patron-entry-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import type { Store } from '../store/store.ts'

export function itemIdOf(db: ReadHandle, barcode: string): ItemId | null {
  return db.get(itemIdByBarcode, { barcode })?.item_id ?? db.get(readItemNumber, { barcode })?.item_id ?? null
}

export function titleIdOf(db: ReadHandle, title_ref: string): TitleId | null {
  return db.get(titleIdByRef, { title_ref })?.title_id ?? db.get(readTitleNumber, { title_ref })?.title_id ?? null
}

/** Who is registered gets a number, under the place of the entry: within its transaction. */
export function newPatron({ numbers }: Store, { head }: DeskEvent): PatronId {
  const patron_id = numbers.of('patron', registeredId(eventRefText(head)))
  numbers.keep()
  return patron_id
}
