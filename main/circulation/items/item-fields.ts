/** The fields of an item's record that a desk can edit, read from the record. Reads only. */
import type { ItemFields } from '../../../shared/journal/events/items.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'

export function fieldsOf(item: ItemRow): ItemFields {
  return {
    item_type_code: item.item_type_code,
    home_branch: item.home_branch_code,
    call_number: item.call_number,
    location: item.location,
    price_cents: item.price_cents,
    note: item.note,
    ...lenderFields(item.lender_name ?? '', item.lender_due_on),
  }
}

/** No lender is written for this library's own item. */
export function lenderFields(
  lender_name: string,
  lender_due_on: string | null,
): Pick<ItemFields, 'lender_name' | 'lender_due_on'> {
  const name = lender_name.trim()
  return { lender_name: name, lender_due_on: name === '' ? null : lender_due_on }
}

/** A note with one more line at its end. */
export function withNote(note: string, line: string): string {
  return [note.trim(), line.trim()]
    .filter((part) => part !== '')
    .join('\n')
    .slice(-2000)
}
