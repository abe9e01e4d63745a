/** By which numbers of SQLite the event that is applied goes here: of its item, and of whom it is about. */
import { must } from '../../../shared/kernel/assert.ts'
import type { ItemId, PatronId } from '../../../shared/kernel/ids.ts'
import type { Applying } from '../beside.ts'
import { itemIdOf } from '../numbered.ts'

export function itemOf({ desk, known }: Applying, barcode: string): ItemId {
  return must(known.get(barcode) ?? itemIdOf(desk, barcode), 'the item of an event is known')
}

/** @param ref the entry that made the row. @returns null once it is forgotten */
export function whose({ patron_id, partyOf }: Applying, ref: string): PatronId | null {
  return patron_id ?? partyOf(ref)
}
