/** Rows of the rules of cards for tests: plain ones, and what a test says otherwise. */
import type { CardRange, CardRule, ProofKind, ResidencyRule } from '../../shared/policy/card-facts.ts'
import { ADULT } from './policy-made.ts'

/** Whoever lives there is a resident. */
export function residency(rule_code: string, change: Partial<ResidencyRule> = {}): ResidencyRule {
  return {
    rule_code,
    postal_code: null,
    city: null,
    street: null,
    house_number_from: null,
    house_number_to: null,
    side_kind: 'both',
    standing_kind: 'resident',
    home_library_name: null,
    ...change,
  }
}

/** An adult's card for anybody of any age, free, with one proof each of identity and address. */
export function cardRule(rule_code: string, change: Partial<CardRule> = {}): CardRule {
  return {
    rule_code,
    category_code: ADULT,
    standing_kind: 'any',
    given_kind: 'by-rule',
    age_count_min: null,
    age_count_max: null,
    is_guardian_required: false,
    ends_at_age_count: null,
    is_capped_at_home_card: false,
    renewal_from: 'today',
    check_kind: 'always',
    identity_proofs_count: 1,
    address_proofs_count: 1,
    fee_kind: 'none',
    fee_cents: null,
    fee_bp: null,
    fee_free_below_age_count: null,
    order_number: 0,
    ...change,
  }
}

export function proof(proof_code: string, change: Partial<ProofKind> = {}): ProofKind {
  const plain = { shows_kind: 'both', days_count_max: null, is_this_year: false, order_number: 0 } as const
  return { proof_code, name: proof_code, is_active: true, ...plain, ...change }
}

/** A thousand numbers of 14 digits for one desk. */
export function cardRange(range_code: string, change: Partial<CardRange> = {}): CardRange {
  const numbers = { from_number: '2103100000000', to_number: '2103100000999' }
  return { range_code, terminal_code: 'K4N7QW', ...numbers, check_kind: 'mod-10', ...change }
}
