/** Rows of the rules of cash in a librarian's words: what each is about, and what it says. Pure. */
import { cents } from '../kernel/money.ts'
import type { CashReasonRow, FloatPiece, InKindTender, ProductRow, VarianceTier } from '../policy/cash-facts.ts'
import type { RowTable } from '../policy/tables.ts'
import type { Speech } from './speech.ts'

type Named = 'cash_drawer' | 'product' | 'cash_reason' | 'in_kind_tender'
const NAMED: ReadonlySet<RowTable> = new Set<RowTable>([
  'cash_drawer',
  'product',
  'cash_reason',
  'in_kind_tender',
] satisfies Named[])

type Row = Readonly<Record<string, unknown>>

/** What a row is about: "Copies", "From $10.00", "Quarters"; null: it is not one of these tables. */
export function cashRowName({ words: { policy }, money }: Speech, table: RowTable, row: Row): string | null {
  if (NAMED.has(table)) return String(row['name'])
  if (table === 'variance_tier') return policy.rows.from_amount(money(cents(Number(row['from_cents']))))
  if (table !== 'float_piece') return null
  const options: Readonly<Record<string, string>> = policy.tables.float_piece.columns.piece_code.options
  const code = String(row['piece_code'])
  return options[code] ?? code
}

/** "8.25": hundredths of a percent, as a librarian has them on the tax notice. */
function percentText(tax_bp: number): string {
  return String(tax_bp / 100)
}

function joined(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== '' && part !== false).join(', ')
}

function product(row: ProductRow, { words: { policy }, money }: Speech): string {
  const { rows } = policy
  const { price_cents, key_letter, fund, payee, tax_bp, kind } = row
  return joined(
    !row.is_active && rows.off_sale,
    price_cents === null ? rows.asked_price : money(price_cents),
    tax_bp > 0 && rows.plus_tax(percentText(tax_bp)),
    kind === 'donation' && rows.donation,
    kind === 'held' && rows.held_for(payee ?? ''),
    fund !== null && rows.of_fund(fund),
    key_letter !== null && rows.key(key_letter),
  )
}

/** By table, what a row says. */
export const CASH_SAID = {
  product,
  cash_reason: ({ used_for, fund }: CashReasonRow, { words: { policy } }: Speech): string => {
    const { options } = policy.tables.cash_reason.columns.used_for
    return joined(options[used_for], fund !== null && policy.rows.of_fund(fund))
  },
  in_kind_tender: (row: InKindTender, { words: { policy }, money }: Speech): string => {
    const { columns } = policy.tables.in_kind_tender
    const { value_cents, per_kind } = row
    const ticked = ['is_for_overdue', 'is_for_lost', 'is_for_damage', 'is_for_fees'] as const
    return joined(
      value_cents === null
        ? columns.per_kind.options[per_kind]
        : `${columns.per_kind.options[per_kind]} ${money(value_cents)}`,
      ...ticked.map((name) => row[name] && columns[name].label),
    )
  },
  variance_tier: ({ needs }: VarianceTier, { words: { policy } }: Speech): string =>
    policy.tables.variance_tier.columns.needs.options[needs],
  float_piece: ({ piece_code, pieces_count }: FloatPiece, { words: { policy }, money }: Speech): string =>
    policy.rows.pieces(pieces_count, money(cents(Number(piece_code) * pieces_count))),
}
