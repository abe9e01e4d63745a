/**
 * Every "no" about the records of people and items themselves: notes, marks, records made at the desk. In precedence
 * order.
 */
import type { RefusalEntry } from './entry.ts'

export const STOCK_REFUSALS = [
  {
    code: 'patron-gone',
    kind: 'impossible',
    override: 'nobody',
    says: 'This account is not in the library’s data any more.',
    way_out: 'Find the person with F4: two accounts may have become one.',
  },
  {
    code: 'note-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'That note is not on this account any more.',
    way_out: 'Look at the account again.',
  },
  {
    code: 'text-missing',
    kind: 'impossible',
    override: 'nobody',
    says: 'It says nothing yet.',
    way_out: 'Type a few words.',
  },
  {
    code: 'until-past',
    kind: 'impossible',
    override: 'nobody',
    says: 'It would have ended already: {on} is past.',
    way_out: 'Type today or a later day, or leave it empty.',
  },
  {
    code: 'item-is-out',
    kind: 'impossible',
    override: 'nobody',
    says: 'It is checked out.',
    way_out: 'Check it in first; lost, claimed and damaged stand on the account of whoever has it.',
  },
  {
    code: 'item-is-held',
    kind: 'impossible',
    override: 'nobody',
    says: 'It is set aside for a hold.',
    way_out: 'Missing, looked for, damaged and withdrawn let the hold go; else cancel the hold first, on its account.',
  },
  {
    code: 'marked-already',
    kind: 'impossible',
    override: 'nobody',
    says: 'It is marked so already.',
    way_out: 'Nothing needs doing.',
  },
  {
    code: 'item-known',
    kind: 'impossible',
    override: 'nobody',
    says: '{barcode} has a record already: {title}.',
    way_out: 'Scan it.',
  },
  {
    code: 'card-of-somebody',
    kind: 'impossible',
    override: 'nobody',
    says: '{barcode} is a library card or a badge.',
    way_out: 'Put another barcode on the item and scan that.',
  },
  {
    code: 'title-missing',
    kind: 'impossible',
    override: 'nobody',
    says: 'It has no title yet.',
    way_out: 'Type its title, or choose one the library has.',
  },
  {
    code: 'title-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'That title is not in the library’s data any more.',
    way_out: 'Look it up again.',
  },
  {
    code: 'item-type-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'There is no kind of item {item_type}.',
    way_out: 'Choose one of the list.',
  },
] as const satisfies readonly RefusalEntry[]
