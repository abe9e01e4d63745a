/** English for the tables of the rules of cash, their columns and the options of each. */
import type { TableWords } from '../../policy-words.ts'

const CODE_HINT = 'Letters, digits and spaces; it cannot be changed later'
const SHORT_NAME = { label: 'Short name', hint: CODE_HINT }
const NAME = { label: 'Name' }
const FUND_HINT = 'The short name that the library’s bookkeeping has for it'

type CashTable = 'cash_drawer' | 'product' | 'cash_reason' | 'variance_tier' | 'float_piece' | 'in_kind_tender'

export const CASH_TABLES: Pick<TableWords, CashTable> = {
  cash_drawer: {
    title: 'Cash drawers',
    one: 'Cash drawer',
    columns: { drawer_code: SHORT_NAME, name: NAME, branch_code: { label: 'Branch' } },
  },
  product: {
    title: 'Products',
    one: 'Product',
    columns: {
      product_code: SHORT_NAME,
      name: NAME,
      key_letter: { label: 'Key', hint: 'One letter, but not A, D, G, K, V or X', none: 'no key' },
      price_cents: { label: 'Price', none: 'asked at the desk' },
      kind: {
        label: 'Type',
        options: { sale: 'Sale', donation: 'Donation to the library', held: 'Held for another payee' },
      },
      fund: { label: 'Fund', hint: FUND_HINT, none: 'sales, or donations' },
      payee: { label: 'Payee', hint: 'Whose money it is: “Friends”', none: 'the library' },
      tax_bp: { label: 'Sales tax, in hundredths of a percent', hint: '825 is 8.25%; 0 for none' },
      order_number: { label: 'Place in the list', hint: 'The lowest number comes first' },
      is_active: { label: 'On sale' },
    },
  },
  cash_reason: {
    title: 'Cash reasons',
    one: 'Cash reason',
    columns: {
      reason_code: SHORT_NAME,
      name: NAME,
      used_for: {
        label: 'For',
        options: {
          'no-sale': 'Opening the drawer without a sale',
          'paid-in': 'Money in',
          'paid-out': 'Money out',
          void: 'Voiding a receipt',
          refund: 'A refund',
          variance: 'A drawer over or short',
        },
      },
      fund: { label: 'Fund', hint: `Only for money in and out. ${FUND_HINT}`, none: 'other' },
    },
  },
  in_kind_tender: {
    title: 'Goods and work',
    one: 'Goods or work',
    columns: {
      kind_code: SHORT_NAME,
      name: NAME,
      per_kind: {
        label: 'Counts by',
        options: { piece: 'The piece', hour: 'The hour', asked: 'Its worth, asked at the desk' },
      },
      value_cents: { label: 'Worth of one', none: 'asked at the desk' },
      is_for_overdue: { label: 'Pays overdue fines' },
      is_for_lost: { label: 'Pays for lost items' },
      is_for_damage: { label: 'Pays for damage' },
      is_for_fees: { label: 'Pays other charges' },
      receipt_cents_max: { label: 'At most on one receipt', none: 'no limit' },
      month_cents_max: { label: 'At most for a patron in a month', none: 'no limit' },
      is_active: { label: 'Taken now' },
    },
  },
  variance_tier: {
    title: 'Over and short',
    one: 'Over-and-short step',
    columns: {
      tier_code: SHORT_NAME,
      from_cents: { label: 'Over or short by at least' },
      needs: {
        label: 'Needs',
        options: { reason: 'A reason', note: 'A reason and a note', 'sign-off': 'A note and a sign-off' },
      },
    },
  },
  float_piece: {
    title: 'Float',
    one: 'Float piece',
    columns: {
      piece_code: {
        label: 'Bill or coin',
        options: {
          10000: '$100 bills',
          5000: '$50 bills',
          2000: '$20 bills',
          1000: '$10 bills',
          500: '$5 bills',
          200: '$2 bills',
          100: '$1 bills and coins',
          50: 'Half dollars',
          25: 'Quarters',
          10: 'Dimes',
          5: 'Nickels',
          1: 'Pennies',
        },
      },
      pieces_count: { label: 'How many stay in the drawer' },
    },
  },
}
