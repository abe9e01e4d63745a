/**
 * Holds the rules of cards against themselves before they are saved: house numbers without a street, a fee without an
 * amount, two ranges with the same numbers. Pure.
 */
import type { CardRange, CardRule, ResidencyRule } from '../policy/card-facts.ts'
import type { LibraryPolicy } from '../policy/policy-facts.ts'
import { finding, type Finding, type RowFlaw, type RuleCodes } from '../policy/policy-finding.ts'
import { cardNumber } from './card-numbers.ts'

type Flawed = { readonly code: RowFlaw; readonly column: string }

/** What of a residency rule contradicts itself. */
export function residencyFlaw(rule: Omit<ResidencyRule, 'rule_code'>): Flawed | null {
  const { house_number_from: from, house_number_to: to, street, side_kind } = rule
  if (from !== null && to !== null && to < from) return { code: 'house-order', column: 'house_number_to' }
  const hasHouses = from !== null || to !== null || side_kind !== 'both'
  if (street === null && hasHouses) return { code: 'house-idle', column: 'street' }
  const isOthers = rule.standing_kind === 'resident' && rule.home_library_name !== null
  return isOthers ? { code: 'library-idle', column: 'home_library_name' } : null
}

type Feed = Pick<CardRule, 'age_count_min' | 'age_count_max' | 'fee_kind' | 'fee_cents' | 'fee_bp'>

/** What of a card rule contradicts itself, or cannot be computed. */
export function cardFlaw({ age_count_min: from, age_count_max: to, fee_kind, fee_cents, fee_bp }: Feed): Flawed | null {
  if (from !== null && to !== null && to < from) return { code: 'age-order', column: 'age_count_max' }
  const isAmount = fee_kind === 'fixed' || fee_kind === 'household'
  const isShare = fee_kind === 'tax-bill' || fee_kind === 'rent'
  if (isAmount && fee_cents === null) return { code: 'fee-missing', column: 'fee_cents' }
  if (isShare && fee_bp === null) return { code: 'fee-missing', column: 'fee_bp' }
  if (!isAmount && fee_cents !== null) return { code: 'fee-idle', column: 'fee_cents' }
  return !isShare && fee_bp !== null ? { code: 'fee-idle', column: 'fee_bp' } : null
}

/** What is wrong with the numbers of a range by themselves. */
export function rangeFlaw({ from_number: from, to_number: to }: Pick<CardRange, 'from_number' | 'to_number'>) {
  const isDigits = /^\d{4,20}$/.test(from) && /^\d{4,20}$/.test(to) && from.length === to.length
  if (!isDigits) return { code: 'range-digits', column: 'from_number' } as const
  return to < from ? ({ code: 'range-order', column: 'to_number' } as const) : null
}

function flaw(table: 'residency_rule' | 'card_rule' | 'card_range', row: string, found: Flawed | null) {
  return found === null ? [] : [finding('stops', table, [row], { code: found.code, row })]
}

function strangers(table: 'card_rule' | 'field_rule', policy: LibraryPolicy, { category_codes }: RuleCodes) {
  const rows = table === 'card_rule' ? policy.card_rules : policy.field_rules
  return rows.flatMap(({ rule_code: row, category_code: named }) => {
    if (named === '*' || category_codes.includes(named)) return []
    return [finding('stops', table, [row], { code: 'stranger', row, of: 'category', named })]
  })
}

/** The first and the last number on the cards of a range: with their check digits, where they have one. */
function onCards({ range_code, from_number, to_number, check_kind }: CardRange) {
  return { range_code, first: cardNumber(from_number, check_kind), last: cardNumber(to_number, check_kind) }
}

/** Numbers of one length that two ranges have in common. As text they are ordered as numbers. */
function overlaps(ranges: readonly CardRange[]): readonly Finding[] {
  const sound = ranges.filter((range) => rangeFlaw(range) === null).map(onCards)
  return sound.flatMap((one, index) =>
    sound.slice(index + 1).flatMap((other) => {
      const isSame = one.first.length === other.first.length
      if (!isSame || one.last < other.first || other.last < one.first) return []
      const rows = [one.range_code, other.range_code]
      return [finding('stops', 'card_range', rows, { code: 'range-overlap', rows })]
    }),
  )
}

export function checkCardRules(policy: LibraryPolicy, codes: RuleCodes): readonly Finding[] {
  return [
    ...policy.residency_rules.flatMap((rule) => flaw('residency_rule', rule.rule_code, residencyFlaw(rule))),
    ...policy.card_rules.flatMap((rule) => flaw('card_rule', rule.rule_code, cardFlaw(rule))),
    ...policy.card_ranges.flatMap((range) => flaw('card_range', range.range_code, rangeFlaw(range))),
    ...strangers('card_rule', policy, codes),
    ...strangers('field_rule', policy, codes),
    ...overlaps(policy.card_ranges),
  ]
}
