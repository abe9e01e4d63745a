/**
 * The files of the library's rules of cash. All are optional: without them the desk has one drawer, sells nothing, and
 * the usual reasons and steps apply. The rest of these rules are settings.
 */
import { inKindFlaw, productFlaw } from '../cash/check-rules.ts'
import { IN_KIND_PER, PIECE_CODES, PRODUCT_KINDS, REASON_USES, VARIANCE_NEEDS } from '../policy/cash-facts.ts'
import type { Cents } from '../kernel/money.ts'
import { CODE, CODE_OR_ANY, count, MONEY, NAME, oneOf, YES_NO } from './cell-fields.ts'
import { Bad, format, maybe, optional, required, type Field, type RowOf } from './table.ts'

const LETTER: Field<string> = {
  says: 'a letter, A to Z',
  parse: (cell) => (/^[A-Za-z]$/.test(cell) ? cell.toUpperCase() : new Bad({ code: 'not-letter' })),
}

export const ABOVE_ZERO: Field<Cents> = {
  says: 'an amount such as 3.75, more than zero',
  parse: (cell) => (MONEY.parse(cell) === 0 ? new Bad({ code: 'zero' }) : MONEY.parse(cell)),
}

export const CASH_DRAWERS = format('cash_drawers.csv', 'the drawers of money; without any there is one', {
  drawer_code: required(CODE, 'the drawer’s code'),
  name: required(NAME, 'its name'),
  branch_code: optional(CODE_OR_ANY, '*', 'where it is, or * for any branch'),
})

export const PRODUCTS = format(
  'products.csv',
  'what the desk sells or takes money for, besides charges',
  {
    product_code: required(CODE, 'the product’s code'),
    name: required(NAME, 'its name'),
    key_letter: maybe(
      LETTER,
      'the key that adds it to a payment, other than A, D, G, K, V and X; empty: it is picked from the list',
    ),
    price: maybe(ABOVE_ZERO, 'for one; empty: asked at the desk'),
    kind: optional(oneOf(PRODUCT_KINDS), 'sale', 'held: the money is the payee’s, and is passed on'),
    fund: maybe(CODE, 'whose account at the library it is for; empty: sales, or donations'),
    payee: maybe(CODE, 'whose money it is, where it is held: FRIENDS'),
    tax_bp: optional(count(0, 3000), 0, 'sales tax in hundredths of a percent: 825 is 8.25 %'),
    order_number: optional(count(0, 100_000), 0, 'its place in the list; the lowest comes first'),
    is_active: optional(YES_NO, true, 'no: it is not on sale'),
  },
  {
    check: (row) => {
      const code = productFlaw(row)
      if (code === null) return null
      const column = code === 'tax-idle' ? 'tax_bp' : 'payee'
      const value = String(row[column] ?? '')
      return { column, value, reason: { code: 'finding', fact: { code, row: row.product_code } } }
    },
  },
)

export const CASH_REASONS = format(
  'cash_reasons.csv',
  'reasons that a clerk picks from; those of a use replace the usual ones of it',
  {
    reason_code: required(CODE, 'the reason’s code'),
    name: required(NAME, 'what it says'),
    used_for: required(oneOf(REASON_USES), 'what it is a reason for'),
    fund: maybe(CODE, 'for paid-in and paid-out: which fund; empty: other'),
  },
  {
    check: ({ used_for, fund, reason_code: row }) =>
      fund === null || used_for === 'paid-in' || used_for === 'paid-out'
        ? null
        : { column: 'fund', value: fund, reason: { code: 'finding', fact: { code: 'fund-idle', row } } },
  },
)

export const IN_KIND_TENDERS = format(
  'in_kind_tenders.csv',
  'goods and work that pay charges, such as food for fines; without any, none do',
  {
    kind_code: required(CODE, 'its code'),
    name: required(NAME, 'its name: Food for fines'),
    per_kind: required(oneOf(IN_KIND_PER), 'by what it counts; asked: its worth is typed at the desk'),
    value: maybe(ABOVE_ZERO, 'what one piece or one hour is worth; empty for asked'),
    is_for_overdue: optional(YES_NO, true, 'whether it pays overdue fines'),
    is_for_lost: optional(YES_NO, false, 'whether it pays for lost items and their processing'),
    is_for_damage: optional(YES_NO, false, 'whether it pays for damage and missing parts'),
    is_for_fees: optional(YES_NO, false, 'whether it pays all other charges'),
    receipt_max: maybe(ABOVE_ZERO, 'at most this much on one receipt; empty: no limit'),
    month_max: maybe(ABOVE_ZERO, 'at most this much of one patron in a month; empty: no limit'),
    is_active: optional(YES_NO, true, 'no: it is not taken now'),
  },
  {
    check: (row) => {
      const code = inKindFlaw({ ...row, value_cents: row.value })
      if (code === null) return null
      const column = code === 'pays-nothing' ? 'is_for_overdue' : 'value'
      return {
        column,
        value: String(row[column] ?? ''),
        reason: { code: 'finding', fact: { code, row: row.kind_code } },
      }
    },
  },
)

export const VARIANCE_TIERS = format('variance_tiers.csv', 'what a drawer needs that is over or short', {
  tier_code: required(CODE, 'the step’s code'),
  from_amount: required(ABOVE_ZERO, 'over or short by this much or more'),
  needs: required(oneOf(VARIANCE_NEEDS), 'what it needs; each needs what the one before it needs, too'),
})

export const FLOAT_PIECES = format('float_pieces.csv', 'which bills and coins stay in a drawer', {
  piece_code: required(oneOf(PIECE_CODES), 'the bill or coin, by its value in cents'),
  pieces_count: required(count(1, 10_000), 'how many stay'),
})

export type CashDrawerRow = RowOf<typeof CASH_DRAWERS.columns>
export type ProductsRow = RowOf<typeof PRODUCTS.columns>
export type CashReasonsRow = RowOf<typeof CASH_REASONS.columns>
export type InKindTenderRow = RowOf<typeof IN_KIND_TENDERS.columns>
export type VarianceTierRow = RowOf<typeof VARIANCE_TIERS.columns>
export type FloatPieceRow = RowOf<typeof FLOAT_PIECES.columns>
