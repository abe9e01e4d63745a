/**
 * The files of the rules of library cards. All are optional: without them the clerk says which card a person gets, and
 * cards are given by scan.
 */
import { cardFlaw, rangeFlaw, residencyFlaw } from '../patron/check-card-rules.ts'
import { PATRON_FIELDS } from '../kernel/patron-field.ts'
import * as card from '../policy/card-facts.ts'
import type { RowFlaw } from '../policy/policy-finding.ts'
import { CODE, CODE_OR_ANY, count, NAME, oneOf, text, YES_NO } from './cell-fields.ts'
import { ABOVE_ZERO } from './formats-cash.ts'
import type { RowFault } from './reason.ts'
import { Bad, format, maybe, optional, required, type Field, type RowOf } from './table.ts'

const AGE = count(0, 130)

/** What is told of a row that contradicts itself. */
function faultOf(found: { code: RowFlaw; column: string } | null, row: string, cells: object): RowFault | null {
  if (found === null) return null
  const value: unknown = Reflect.get(cells, found.column)
  return {
    column: found.column,
    value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    reason: { code: 'finding', fact: { code: found.code, row } },
  }
}

export const RESIDENCY_RULES = format(
  'residency_rules.csv',
  'who is a resident, by address; without any, the clerk says it',
  {
    rule_code: required(CODE, 'the rule’s name'),
    standing_kind: required(oneOf(card.STANDINGS), 'what somebody who lives there is'),
    postal_code: maybe(text(20), 'the ZIP code, five digits or the first three; empty: any'),
    city: maybe(NAME, 'the city; empty: any'),
    street: maybe(NAME, 'the street without a number; empty: any'),
    house_number_from: maybe(count(1, 999_999), 'from this house number'),
    house_number_to: maybe(count(1, 999_999), 'to this house number'),
    side_kind: optional(oneOf(card.STREET_SIDES), 'both', 'which side of the street'),
    home_library_name: maybe(NAME, 'the library that such a person belongs to'),
  },
  { check: (row) => faultOf(residencyFlaw(row), row.rule_code, row) },
)

export const CARD_RULES = format(
  'card_rules.csv',
  'which cards there are, for whom, and what they take; how long one is valid is the category’s',
  {
    rule_code: required(CODE, 'the rule’s name'),
    category_code: required(CODE, 'the category whose card it is'),
    standing_kind: optional(oneOf(['any', ...card.STANDINGS]), 'any', 'for whom'),
    given_kind: optional(
      oneOf(card.GIVEN_KINDS),
      'by-rule',
      'by-rule: offered by itself; if-chosen: only where a clerk chooses it; by-grant: likewise, with the grant for it',
    ),
    age_min: maybe(AGE, 'from this age'),
    age_max: maybe(AGE, 'up to this age, that year included'),
    is_guardian_required: optional(YES_NO, false, 'whether a parent or guardian signs'),
    ends_at_age: maybe(count(1, 130), 'the card ends on this birthday'),
    is_capped_at_home_card: optional(YES_NO, false, 'whether it ends with the card of the library at home'),
    renewal_from: optional(oneOf(['today', 'expiry']), 'today', 'from when a renewal counts'),
    check_kind: optional(oneOf(card.CHECK_KINDS), 'always', 'when a renewal asks for the address again'),
    identity_proofs_count: optional(count(0, 5), 1, 'how many proofs of who they are'),
    address_proofs_count: optional(count(0, 5), 1, 'how many proofs of the address'),
    fee_kind: optional(oneOf(card.FEE_KINDS), 'none', 'by what the fee is computed'),
    fee: maybe(ABOVE_ZERO, 'the amount, or the amount for each person of the household'),
    fee_bp: maybe(count(1, 10_000), 'the share of a tax bill or a rent, in hundredths of a percent'),
    fee_free_below_age: maybe(count(1, 130), 'nobody below this age pays'),
    order_number: optional(count(0, 100_000), 0, 'the lowest number is offered first'),
  },
  {
    check: (row) => {
      const { age_min: age_count_min, age_max: age_count_max, fee_kind, fee: fee_cents, fee_bp } = row
      const found = cardFlaw({ age_count_min, age_count_max, fee_kind, fee_cents, fee_bp })
      const column = { age_count_max: 'age_max', fee_cents: 'fee' }[found?.column ?? ''] ?? found?.column ?? ''
      return faultOf(found && { ...found, column }, row.rule_code, row)
    },
  },
)

export const FIELD_RULES = format('field_rules.csv', 'what a registration asks for', {
  rule_code: required(CODE, 'the rule’s name'),
  field_name: required(oneOf(PATRON_FIELDS), 'the field'),
  category_code: optional(CODE_OR_ANY, '*', 'for which category'),
  need_kind: required(oneOf(card.FIELD_NEEDS), 'how much it matters'),
})

export const PROOF_KINDS = format(
  'proof_kinds.csv',
  'kinds of documents that prove who somebody is or where they live',
  {
    proof_code: required(CODE, 'its code'),
    name: required(NAME, 'its name: Driver’s license'),
    shows_kind: required(oneOf(card.PROOF_SHOWS), 'what it proves'),
    days_max: maybe(count(1, 10_000), 'at most this many days old'),
    is_this_year: optional(YES_NO, false, 'whether it must be of this year'),
    order_number: optional(count(0, 100_000), 0, 'the lowest number comes first'),
    is_active: optional(YES_NO, true, 'no: it is not accepted now'),
  },
)

const DIGITS: Field<string> = {
  says: '4 to 20 digits',
  parse: (cell) => (/^\d{4,20}$/.test(cell) ? cell : new Bad({ code: 'not-code' })),
  isNumber: true,
}

export const CARD_RANGES = format(
  'card_ranges.csv',
  'the numbers of library cards: given out by one desk each, or printed on cards',
  {
    range_code: required(CODE, 'its code'),
    terminal_code: maybe(CODE, 'the one desk that gives these numbers out; empty: they are printed on cards'),
    from_number: required(DIGITS, 'the first number, without a check digit'),
    to_number: required(DIGITS, 'the last number, without a check digit'),
    check_kind: optional(oneOf(card.NUMBER_CHECKS), 'mod-10', 'mod-10: the check digit of 14-digit cards is added'),
  },
  { check: (row) => faultOf(rangeFlaw(row), row.range_code, row) },
)

export type ResidencyRuleRow = RowOf<typeof RESIDENCY_RULES.columns>
export type CardRuleRow = RowOf<typeof CARD_RULES.columns>
export type FieldRuleRow = RowOf<typeof FIELD_RULES.columns>
export type ProofKindRow = RowOf<typeof PROOF_KINDS.columns>
export type CardRangeRow = RowOf<typeof CARD_RANGES.columns>
