/** Deerfield Public Library: cards, and what printing costs; its loan periods were not seen. */
import { must } from '../../../shared/kernel/assert.ts'
import { categoryCode } from '../../../shared/kernel/ids.ts'
import type { CardRule } from '../../../shared/policy/card-facts.ts'
import { cardRule, proof, residency } from '../cards-made.ts'
import { category } from '../policy-made.ts'
import { done, fee, mapped, monthsIn, nested, type Mapping } from './reading.ts'

const JUVENILE = categoryCode('JUVENILE')
const TEMPORARY = categoryCode('TEMPORARY')
const RECIPROCAL = categoryCode('RECIPROCAL')
const NONRESIDENT = categoryCode('NONRESIDENT')

// The village is in ZIP 60015, which Bannockburn and Riverwoods share.
const VILLAGE = [
  residency('VILLAGE', { postal_code: '60015', city: 'Deerfield' }),
  residency('HIGHLAND PARK', {
    city: 'Highland Park',
    standing_kind: 'reciprocal',
    home_library_name: 'Highland Park PL',
  }),
  residency('UNTAXED', { postal_code: '60015', standing_kind: 'non-resident' }),
]

type Proofs = Pick<CardRule, 'identity_proofs_count' | 'address_proofs_count' | 'check_kind'>

function cardRules(minor_under: number, is_guardian_required: boolean, proofs: Proofs): readonly CardRule[] {
  const adult = { age_count_min: minor_under }
  return [
    cardRule('ADULT', { standing_kind: 'resident', ...adult, ...proofs }),
    cardRule('JUVENILE', {
      category_code: JUVENILE,
      standing_kind: 'resident',
      age_count_max: minor_under - 1,
      is_guardian_required,
      ...proofs,
    }),
    cardRule('RECIPROCAL', {
      category_code: RECIPROCAL,
      standing_kind: 'reciprocal',
      is_capped_at_home_card: true,
      ...proofs,
    }),
    cardRule('NONRESIDENT', {
      category_code: NONRESIDENT,
      standing_kind: 'non-resident',
      fee_kind: 'tax-bill',
      fee_bp: 450,
      ...proofs,
    }),
    cardRule('HOTEL', { category_code: TEMPORARY, given_kind: 'if-chosen', ...adult, ...proofs, order_number: 9 }),
  ]
}

export const DEERFIELD: Mapping = {
  library: 'Deerfield Public Library',
  map: (given) => {
    const expiry = nested(given, 'expiry')
    const check_kind = /verified yearly/.test(expiry.text('resident_adult') ?? '') ? 'yearly' : 'always'
    const reciprocal = monthsIn(expiry.text('reciprocal'))
    const non_resident = expiry.has('non_resident') && /yearly/.test(expiry.text('non_resident') ?? '') ? 12 : null
    done(expiry)
    const printing = nested(given, 'printing_3d')
    const per_gram = must(printing.number('per_gram_over'), 'a price')
    printing.take('free_grams')
    done(printing)
    const registration = nested(given, 'registration')
    const identity_proofs_count = registration.flag('photo_id') ? 1 : 0
    const documents = registration.texts('proof_of_address')
    const minor_under = must(registration.number('minor_under'), 'an age')
    const is_guardian_required = /parent or guardian/.test(registration.text('minor_needs') ?? '')
    const hotel = must(
      registration.texts('other_holders').find((one) => /temporary card/.test(one)),
      'who gets a temporary card',
    )
    done(registration)
    return mapped(
      given,
      {
        categories: [
          category(),
          category({ category_code: JUVENILE, name: 'Juvenile' }),
          category({ category_code: TEMPORARY, name: 'Temporary', card_months_count: 3 }),
          category({ category_code: RECIPROCAL, name: 'Reciprocal', card_months_count: reciprocal }),
          category({ category_code: NONRESIDENT, name: 'Non-resident', card_months_count: non_resident }),
        ],
        fee_rules: [fee('other', '3D printing, a gram', per_gram)],
        proof_kinds: [
          proof('photo ID', { shows_kind: 'identity' }),
          // A license shows both.
          ...documents.map((one) => proof(one, { shows_kind: /licence/.test(one) ? 'both' : 'address' })),
          proof(hotel, { shows_kind: 'address' }),
        ],
        residency_rules: VILLAGE,
        card_rules: cardRules(minor_under, is_guardian_required, {
          identity_proofs_count,
          address_proofs_count: 1,
          check_kind,
        }),
      },
      {
        hold_shelf: 'the order of a shelf is not a rule of lending',
        study_room: 'rooms are booked, not lent',
        unattended_child_max_age: 'a rule of conduct',
        note: 'says what was not seen',
      },
    )
  },
}
