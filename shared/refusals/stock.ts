/** Every refusal about the records of patrons and items themselves: notes, marks, records made at the desk. */
import { NOTHING_TO_DO, STOP, type RefusalEntry } from './entry.ts'

export const STOCK_REFUSALS = {
  'patron-gone': STOP,
  'note-unknown': STOP,
  'text-missing': STOP,
  'until-past': { ...STOP, facts: { on: 'date' } },
  'item-is-out': STOP,
  'item-is-held': STOP,
  'marked-already': STOP,
  'item-unchanged': NOTHING_TO_DO,
  'item-known': { ...STOP, facts: { barcode: 'text', title: 'text' } },
  'card-of-somebody': { ...STOP, facts: { barcode: 'text' } },
  'title-missing': STOP,
  'title-unknown': STOP,
  'item-type-unknown': { ...STOP, facts: { item_type: 'text' } },
} as const satisfies Readonly<Record<string, RefusalEntry>>
