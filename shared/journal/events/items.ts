/** Facts about items besides loans: marked, seen, used, made, edited. */
import { z } from 'zod'
import { code, itemBarcode, onDate, titleRef, fact } from './fields.ts'

/** What of an item a desk may write. `price_cents` null: the default of its type. */
export const itemFields = z.strictObject({
  item_type_code: code,
  home_branch: code,
  call_number: z.string().max(200),
  location: z.string().max(200),
  price_cents: z.int().nonnegative().nullable(),
  note: z.string().max(2000),
  /** Another library's: its name, and when it must be back there. Empty: this library's own. */
  lender_name: z.string().max(200),
  lender_due_on: onDate.nullable(),
})
export type ItemFields = z.infer<typeof itemFields>

export const ITEM_EVENTS = {
  'item-marked': fact(1, {
    item_barcode: itemBarcode,
    before: z.strictObject({ at_branch: code, status: z.string() }),
    status: z.string(),
    /** Where the item is from now on, when the mark is undone. Null: where it was marked. */
    at_branch: code.nullable(),
    reason: z.enum(['staff', 'inventory', 'check-out', 'hold', 'shelf-check', 'undone']),
  }),
  /** Below zero: a count that was undone. */
  'item-used-here': fact(1, { item_barcode: itemBarcode, uses_count: z.int() }),
  'item-made': fact(1, {
    item_barcode: itemBarcode,
    title_ref: titleRef,
    /** Null when the title was there already. */
    title: z
      .strictObject({ title: z.string().max(2000), author: z.string().max(500), isbn: z.string().max(20) })
      .nullable(),
    fields: itemFields,
  }),
  'item-edited': fact(1, { item_barcode: itemBarcode, before: itemFields, after: itemFields }),
} as const
