/** Rows of the rules of library cards in a librarian's words: what each is about, and what it says. Pure. */
import type { CardRange, CardRule, FieldRule, ProofKind, ResidencyRule } from '../policy/card-facts.ts'
import type { RowTable } from '../policy/tables.ts'
import type { Speech } from './speech.ts'

type Row = Readonly<Record<string, unknown>>

function joined(...parts: readonly (string | false | null)[]): string {
  return parts.filter((part) => part !== '' && part !== false && part !== null).join(', ')
}

function text(row: Row, name: string): string {
  const value = row[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function houses(row: Row): string {
  const [from, to] = [text(row, 'house_number_from'), text(row, 'house_number_to')]
  return from === '' && to === '' ? '' : `${from}–${to}`
}

/** What a row is about: "Wilmot Road 900–999, 60015", "Birth date"; null: it is not one of these tables. */
export function cardRowName({ words: { policy } }: Speech, table: RowTable, row: Row): string | null {
  switch (table) {
    case 'residency_rule': {
      const street = [text(row, 'street'), houses(row)].filter((part) => part !== '').join(' ')
      return joined(street, text(row, 'city'), text(row, 'postal_code')) || policy.rows.everywhere_else
    }
    case 'field_rule': {
      const options: Readonly<Record<string, string>> = policy.tables.field_rule.columns.field_name.options
      return options[text(row, 'field_name')] ?? ''
    }
    case 'proof_kind':
      return text(row, 'name')
    case 'card_range':
      return text(row, 'range_code')
    default:
      return null
  }
}

function cardRule(row: CardRule, { words: { policy }, money }: Speech): string {
  const { columns } = policy.tables.card_rule
  const { rows } = policy
  const isFee = row.fee_kind !== 'none'
  return joined(
    columns.standing_kind.options[row.standing_kind],
    row.given_kind !== 'by-rule' && columns.given_kind.options[row.given_kind],
    (row.age_count_min !== null || row.age_count_max !== null) && rows.ages(row.age_count_min, row.age_count_max),
    row.is_guardian_required && columns.is_guardian_required.label,
    row.ends_at_age_count !== null && `${columns.ends_at_age_count.label} ${row.ends_at_age_count}`,
    row.is_capped_at_home_card && columns.is_capped_at_home_card.label,
    isFee && columns.fee_kind.options[row.fee_kind],
    row.fee_cents !== null && money(row.fee_cents),
    row.fee_bp !== null && `${row.fee_bp / 100}%`,
  )
}

/** By table, what a row says. */
export const CARD_SAID = {
  residency_rule: ({ standing_kind, home_library_name, side_kind }: ResidencyRule, { words: { policy } }: Speech) => {
    const { columns } = policy.tables.residency_rule
    return joined(
      columns.standing_kind.options[standing_kind],
      home_library_name,
      side_kind !== 'both' && columns.side_kind.options[side_kind],
    )
  },
  card_rule: cardRule,
  field_rule: ({ need_kind, category_code }: FieldRule, { words: { policy } }: Speech) =>
    joined(policy.tables.field_rule.columns.need_kind.options[need_kind], category_code !== '*' && category_code),
  proof_kind: ({ shows_kind, days_count_max, is_this_year, is_active }: ProofKind, { words: { policy } }: Speech) => {
    const { columns } = policy.tables.proof_kind
    return joined(
      columns.shows_kind.options[shows_kind],
      days_count_max !== null && policy.rows.at_most_days_old(days_count_max),
      is_this_year && columns.is_this_year.label,
      !is_active && policy.rows.not_accepted,
    )
  },
  card_range: ({ terminal_code, from_number, to_number }: CardRange, { words: { policy } }: Speech) =>
    joined(`${from_number}–${to_number}`, terminal_code ?? policy.tables.card_range.columns.terminal_code.none),
}
