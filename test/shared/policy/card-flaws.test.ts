/** What the rules of cards contradict in themselves, each row by its code. */
import { describe, expect, test } from 'vitest'
import { checkCardRules } from '../../../shared/patron/check-card-rules.ts'
import { categoryCode } from '../../../shared/kernel/ids.ts'
import { cents } from '../../../shared/kernel/money.ts'
import type { LibraryPolicy } from '../../../shared/policy/policy-facts.ts'
import { cardRange, cardRule, residency } from '../../support/cards-made.ts'
import { ADULT, policyOf } from '../../support/policy-made.ts'

const street = (change: Parameters<typeof residency>[1]) => ({ residency_rules: [residency('R', change)] })
const rule = (change: Parameters<typeof cardRule>[1]) => ({ card_rules: [cardRule('R', change)] })
const range = (change: Parameters<typeof cardRange>[1]) => ({ card_ranges: [cardRange('R', change)] })

const ROWS: readonly (readonly [string, Partial<LibraryPolicy>, readonly string[]])[] = [
  ['a ZIP code', street({ postal_code: '60015' }), []],
  ['one side of a street', street({ street: 'Wilmot Rd', side_kind: 'odd' }), []],
  ['a side of no street', street({ side_kind: 'odd' }), ['house-idle']],
  ['houses of no street', street({ house_number_from: 1 }), ['house-idle']],
  ['houses backwards', street({ street: 'Elm', house_number_from: 9, house_number_to: 3 }), ['house-order']],
  ['a resident of another library', street({ home_library_name: 'Cook' }), ['library-idle']],
  ['a free card', rule({}), []],
  ['ages backwards', rule({ age_count_min: 18, age_count_max: 4 }), ['age-order']],
  ['a fee of nothing', rule({ fee_kind: 'fixed' }), ['fee-missing']],
  ['a share of nothing', rule({ fee_kind: 'rent' }), ['fee-missing']],
  ['a share and an amount', rule({ fee_kind: 'rent', fee_bp: 1500, fee_cents: cents(100) }), ['fee-idle']],
  ['an amount without a fee', rule({ fee_cents: cents(100) }), ['fee-idle']],
  ['a category that there is not', rule({ category_code: categoryCode('GONE') }), ['stranger']],
  ['a thousand numbers', range({}), []],
  ['letters', range({ from_number: '21031000000AB' }), ['range-digits']],
  ['two lengths', range({ to_number: '210310000099' }), ['range-digits']],
  ['numbers backwards', range({ from_number: '2103100009999' }), ['range-order']],
  [
    'the last of one is the first of the other',
    {
      card_ranges: [
        cardRange('A'),
        cardRange('B', { terminal_code: 'OTHER', from_number: '2103100000999', to_number: '2103100001999' }),
      ],
    },
    ['range-overlap'],
  ],
  [
    'a range whose numbers have a check digit, and one of the same whole numbers',
    {
      card_ranges: [
        cardRange('A'),
        cardRange('B', {
          terminal_code: 'OTHER',
          check_kind: 'none',
          from_number: '21031000005000',
          to_number: '21031000005999',
        }),
      ],
    },
    ['range-overlap'],
  ],
  [
    'the same digits as the beginning of longer numbers',
    { card_ranges: [cardRange('A', { check_kind: 'none' }), cardRange('B', { terminal_code: 'OTHER' })] },
    [],
  ],
  [
    'one after the other',
    {
      card_ranges: [
        cardRange('A'),
        cardRange('B', { terminal_code: 'OTHER', from_number: '2103100001000', to_number: '2103100001999' }),
      ],
    },
    [],
  ],
]

describe('the rules of cards', () => {
  test.each(ROWS)('%s', (_, change, codes) => {
    const found = checkCardRules(policyOf(change), { branch_codes: [], category_codes: [ADULT], item_type_codes: [] })
    expect(found.map((one) => one.fact.code)).toEqual(codes)
  })
})
