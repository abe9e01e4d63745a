/** The columns of the rules of cards, in the order of the form; card-facts.ts says what they mean. Pure data. */
import { PATRON_FIELDS } from '../kernel/patron-field.ts'
import * as card from './card-facts.ts'
import * as is from './columns.ts'

const AGE_MAX = 130

export const RESIDENCY_RULE = [
  is.ownCode('rule_code'),
  is.choice('standing_kind', card.STANDINGS),
  is.maybe(is.words('postal_code')),
  is.maybe(is.words('city')),
  is.maybe(is.words('street')),
  is.maybe(is.count('house_number_from', null, { least: 1 })),
  is.maybe(is.count('house_number_to', null, { least: 1 })),
  is.choice('side_kind', card.STREET_SIDES),
  is.maybe(is.words('home_library_name')),
] as const

export const CARD_RULE = [
  is.ownCode('rule_code'),
  is.CATEGORY,
  is.choice('standing_kind', ['any', ...card.STANDINGS]),
  is.choice('given_kind', card.GIVEN_KINDS),
  is.maybe(is.count('age_count_min', null, { most: AGE_MAX })),
  is.maybe(is.count('age_count_max', null, { most: AGE_MAX })),
  is.tick('is_guardian_required', false),
  is.maybe(is.count('ends_at_age_count', null, { least: 1, most: AGE_MAX })),
  is.tick('is_capped_at_home_card', false),
  is.choice('renewal_from', ['today', 'expiry']),
  is.choice('check_kind', card.CHECK_KINDS),
  is.count('identity_proofs_count', 1, { most: 5 }),
  is.count('address_proofs_count', 1, { most: 5 }),
  is.choice('fee_kind', card.FEE_KINDS),
  is.maybe(is.money('fee_cents', 1)),
  is.maybe(is.count('fee_bp', null, { least: 1, most: 10_000 })),
  is.maybe(is.count('fee_free_below_age_count', null, { least: 1, most: AGE_MAX })),
  is.count('order_number', 0),
] as const

export const FIELD_RULE = [
  is.ownCode('rule_code'),
  is.choice('field_name', PATRON_FIELDS),
  is.CATEGORY,
  is.choice('need_kind', card.FIELD_NEEDS),
] as const

export const PROOF_KIND = [
  is.ownCode('proof_code'),
  is.words('name'),
  is.choice('shows_kind', card.PROOF_SHOWS),
  is.maybe(is.count('days_count_max', null, { least: 1, most: 10_000 })),
  is.tick('is_this_year', false),
  is.count('order_number', 0),
  is.tick('is_active', true),
] as const

export const CARD_RANGE = [
  is.ownCode('range_code'),
  is.maybe(is.code('terminal_code')),
  is.words('from_number'),
  is.words('to_number'),
  is.choice('check_kind', card.NUMBER_CHECKS),
] as const
