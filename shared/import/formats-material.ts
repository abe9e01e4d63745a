/** The files about material and its circulation: titles, items, open loans, holds, charges and credits. */
import { DATE_OR_NEVER, MOMENT_FIELD } from './date-fields.ts'
import { BARCODE, CODE, count, EXTERNAL_ID, LONG_TEXT, MONEY, NAME, oneOf, text } from './cell-fields.ts'
import { readIsbns, type Isbns } from './read-isbns.ts'
import { format, maybe, optional, required, type Field, type RowOf } from './table.ts'
import { REFUND_METHODS } from '../ledger/accounts.ts'
import type { RowFault } from './reason.ts'

export const NO_ISBNS: Isbns = { valid: [], bad: [] }

const ISBNS: Field<Isbns> = {
  says: 'ISBNs of 10 or 13 digits, several separated by semicolons',
  parse: (cell) => readIsbns(cell.split(';').filter((one) => one.trim() !== '')),
}

/** One note for each ISBN whose check digit is wrong; the title is kept. */
export function isbnNotes(column: string, isbn: Isbns): readonly RowFault[] {
  return isbn.bad.map((value) => ({ column, value, reason: { code: 'isbn-left-out' } }))
}

export const TITLES = format(
  'titles.csv',
  'works the library has, whatever their form',
  {
    title_id: required(EXTERNAL_ID, 'the library’s own number for the title'),
    title: required(text(2000), 'title, with its subtitle'),
    author: optional(text(2000), '', 'who made it, surname first'),
    isbn: optional(ISBNS, NO_ISBNS, 'its ISBNs; one with a wrong check digit is told and left out'),
    publisher: optional(NAME, '', 'publisher'),
    year: optional(text(40), '', 'year, as printed'),
    format: optional(text(40), 'book', 'book, DVD, magazine, …'),
    language: optional(text(35), '', 'language code, such as en or spa'),
  },
  { notes: ({ isbn }) => isbnNotes('isbn', isbn) },
)

export const ITEM_STATUSES = [
  'available',
  'on-order',
  'in-process',
  'lost',
  'missing',
  'damaged',
  'withdrawn',
  'reference',
  'in-transit',
  'hold-shelf',
] as const

export const ITEMS = format('items.csv', 'the copies on the shelves', {
  barcode: required(BARCODE, 'the number on the item'),
  title_id: required(EXTERNAL_ID, 'a title of titles.csv or of a MARC file'),
  item_type_code: required(CODE, 'a type of item_types.csv'),
  home_branch_code: required(CODE, 'the branch that owns it'),
  at_branch_code: maybe(CODE, 'the branch where it stands; empty for its home'),
  call_number: optional(NAME, '', 'kept exactly as given'),
  location: optional(NAME, '', 'where on the floor, such as Fiction'),
  status: optional(oneOf(ITEM_STATUSES), 'available', 'an item on loan is available here and stands in loans.csv'),
  price: maybe(MONEY, 'what replacing it costs'),
  note: optional(LONG_TEXT, '', 'what the clerk should know, such as "2 discs"'),
  lender_name: optional(NAME, '', 'another library, when it was borrowed from there; empty for the library’s own'),
  lender_due_on: maybe(DATE_OR_NEVER, 'when it must be back there'),
})

export const LOANS = format('loans.csv', 'what is out now', {
  item_barcode: required(BARCODE, 'which item'),
  patron_id: required(EXTERNAL_ID, 'who has it'),
  branch_code: required(CODE, 'where it was checked out; its clock reads the times below'),
  out_at: required(MOMENT_FIELD, 'when, today at the latest; a bare date is the start of that day'),
  due_at: required(MOMENT_FIELD, 'when it is due; a bare date is the end of that day, 23:59:59'),
  renewals_count: optional(count(0, 10_000), 0, 'how often it was renewed'),
})

export const HOLDS = format('holds.csv', 'who waits for what', {
  hold_id: required(EXTERNAL_ID, 'the library’s own number for the hold'),
  patron_id: required(EXTERNAL_ID, 'who waits'),
  title_id: required(EXTERNAL_ID, 'for which title'),
  item_barcode: maybe(BARCODE, 'for this very item, or the one that is ready; empty for any copy'),
  pickup_branch_code: required(CODE, 'where it will be picked up; its clock reads placed_at'),
  placed_at: required(MOMENT_FIELD, 'when it was placed'),
  expires_on: maybe(DATE_OR_NEVER, 'last day it waits, or is kept on the shelf'),
  status: optional(oneOf(['waiting', 'ready', 'suspended']), 'waiting', 'ready: on the hold shelf'),
})

export const CHARGES = format(
  'charges.csv',
  'what is owed',
  {
    charge_id: required(EXTERNAL_ID, 'the library’s own number for the charge'),
    patron_id: required(EXTERNAL_ID, 'who owes it'),
    item_barcode: maybe(BARCODE, 'for which item, if any'),
    kind: required(text(60), 'overdue, lost, damaged, replacement card, …'),
    charged_at: required(MOMENT_FIELD, 'when, by the library’s clock'),
    amount: required(MONEY, 'the whole amount, more than nothing'),
    owed: maybe(MONEY, 'what is still owed of it; empty is all'),
    note: optional(LONG_TEXT, '', 'what for'),
  },
  {
    check: ({ amount, owed }) => {
      if (amount === 0) return { column: 'amount', value: '0', reason: { code: 'charge-of-nothing' } }
      if (owed === null || owed <= amount) return null
      return { column: 'owed', value: String(owed / 100), reason: { code: 'owed-above-charge' } }
    },
  },
)

export const CREDITS = format(
  'credits.csv',
  'what the library owes patrons',
  {
    credit_id: required(EXTERNAL_ID, 'the library’s own number for the credit'),
    patron_id: required(EXTERNAL_ID, 'who is owed it'),
    credited_at: required(MOMENT_FIELD, 'when, by the library’s clock'),
    amount: required(MONEY, 'what is still owed to the patron, more than nothing'),
    method: optional(oneOf(REFUND_METHODS), 'credit', 'credit: stays on the account; drawer: in cash; check: by mail'),
    note: optional(LONG_TEXT, '', 'what for'),
  },
  {
    check: ({ amount }) =>
      amount === 0 ? { column: 'amount', value: '0', reason: { code: 'credit-of-nothing' } } : null,
  },
)

export type TitleRow = RowOf<typeof TITLES.columns>
export type ItemRow = RowOf<typeof ITEMS.columns>
export type LoanRow = RowOf<typeof LOANS.columns>
export type HoldRow = RowOf<typeof HOLDS.columns>
export type ChargeRow = RowOf<typeof CHARGES.columns>
export type CreditRow = RowOf<typeof CREDITS.columns>
