/** Residency by street, expiry, fees and proofs: the rows that no policy of the shared data has. */
import { describe, expect, test } from 'vitest'
import type { CategoryCode } from '../../shared/kernel/ids.ts'
import { cents } from '../../shared/kernel/money.ts'
import { localDate } from '../../shared/kernel/time.ts'
import {
  cardFee,
  cardsFor,
  chosenFault,
  expiryFrom,
  givenByRule,
  isAddressAsked,
  renewedExpiry,
  shortenedBy,
  type FeeFacts,
} from '../../shared/patron/cards.ts'
import { addressDue } from '../../shared/patron/lists/address-due.ts'
import { householdKey, houseOf, residencyRule } from '../../shared/patron/residency.ts'
import type { Standing } from '../../shared/policy/card-facts.ts'
import { cardRule, residency } from '../support/cards-made.ts'

const TODAY = localDate('2026-11-24')

const STREETS = [
  residency('ELSEWHERE', { standing_kind: 'non-resident' }),
  residency('REGION', { postal_code: '600', standing_kind: 'reciprocal', home_library_name: 'some library' }),
  residency('ZIP', { postal_code: '60015' }),
  residency('CITY', { city: 'Bannockburn', standing_kind: 'non-resident' }),
  residency('STREET', { street: 'Wilmot Road', standing_kind: 'non-resident', postal_code: '60015' }),
  residency('EVENS', { street: 'Wilmot Road', house_number_from: 800, house_number_to: 998, side_kind: 'even' }),
]

describe('whose resident', () => {
  test.each([
    ['the ZIP code', '4 Elm St', 'Deerfield', '60015', 'ZIP'],
    ['with four more digits', '4 Elm St', 'Deerfield', '60015-1234', 'ZIP'],
    ['the street before the ZIP code', '12 Wilmot Rd', 'Deerfield', '60015', 'STREET'],
    ['the even side', '900 Wilmot Rd.', 'Deerfield', '60015', 'EVENS'],
    ['with an apartment', '900 N. Wilmot Rd, Apt 3B', 'Deerfield', '60015', 'EVENS'],
    ['the odd side', '901 Wilmot Road', 'Deerfield', '60015', 'STREET'],
    ['past the last house', '1000 Wilmot Road', 'Deerfield', '60015', 'STREET'],
    ['the first house', '800 WILMOT ROAD', 'deerfield', '60015', 'EVENS'],
    ['another street that begins alike', '900 Wilmot Court', 'Deerfield', '60015', 'ZIP'],
    ['no number', 'Wilmot Road', 'Deerfield', '60015', 'STREET'],
    ['the ZIP code before the city', '1 Half Day Rd', 'Bannockburn', '60015', 'ZIP'],
    ['the city before the region', '1 Half Day Rd', 'Bannockburn', '60069', 'CITY'],
    ['the region', '1 Oak St', 'Highland Park', '60035', 'REGION'],
    ['elsewhere', '1 Main St', 'Peoria', '61602', 'ELSEWHERE'],
  ])('%s', (_, street, city, postal_code, code) => {
    expect(residencyRule(STREETS, { street, city, postal_code })?.rule_code).toBe(code)
  })

  test.each([
    ['a direction without a period', '900 N Wilmot Rd', 900, 'n wilmot rd'],
    ['the same written out', '900 North Wilmot Road', 900, 'n wilmot rd'],
    ['a direction of two letters', '900 NW Highway', 900, 'nw hwy'],
    ['the same written out', '900 Northwest Hwy', 900, 'nw hwy'],
    ['a street that is one letter', '123 A St', 123, 'a st'],
    ['a street that is a direction', '12 N Ave', 12, 'n ave'],
    ['a house with a letter', '900B Wilmot Rd', 900, 'wilmot rd'],
    ['with a letter after a hyphen', '900-B Wilmot Rd', 900, 'wilmot rd'],
    ['with a letter by itself', '900 B Wilmot Rd', 900, 'wilmot rd'],
    ['a half house', '900 1/2 Wilmot Rd', 900, 'wilmot rd'],
    ['a half in one character', '900½ Wilmot Rd', 900, 'wilmot rd'],
    ['two numbers', '900-902 Wilmot Rd', 900, 'wilmot rd'],
    ['a suite', '900 N Wilmot Rd Ste 4', 900, 'n wilmot rd'],
    ['the apartment first', 'Apt 3, 920 Wilmot Rd', 920, 'wilmot rd'],
    ['the same with a period and a letter', 'Apt. 3B, 920 Wilmot Rd.', 920, 'wilmot rd'],
    ['the same without a comma', 'Apt 3 920 Wilmot Rd', 920, 'wilmot rd'],
    ['the same by its sign', '#3, 920 Wilmot Rd', 920, 'wilmot rd'],
    ['on a line of its own', 'Suite 200\n920 N Wilmot Rd', 920, 'n wilmot rd'],
    ['a floor first', '2nd Floor, 920 Wilmot Rd', 920, 'wilmot rd'],
    ['a floor by its number first', 'Fl 2, 920 Wilmot Rd', 920, 'wilmot rd'],
    ['a building and an apartment first', 'Bldg 4, Apt 3, 920 Wilmot Rd', 920, 'wilmot rd'],
    ['in Spanish', 'Depto 3, 920 Wilmot Rd', 920, 'wilmot rd'],
    ['an apartment alone', 'Apt 3', null, ''],
    ['a street that begins like an apartment', 'Unity Lane', null, 'unity ln'],
    ['the same with its town', 'Lower Rd, Deerfield', null, 'lower rd'],
    ['a name that begins like a suite', '900 N Sterling Ave', 900, 'n sterling ave'],
    ['a name that begins like a unit', '12 Old Unity Dr', 12, 'old unity dr'],
    ['a number that is a name', '1st Ave', null, '1st ave'],
    ['a saint', '494 Saint Johns Avenue', 494, 'st johns ave'],
    ['the same in short', '494 ST. JOHNS AVE.', 494, 'st johns ave'],
    ['a street of saints', '12 St Charles St', 12, 'st charles st'],
    ['a mountain and a fort', '12 Fort Mount Dr', 12, 'ft mt dr'],
    ['an ordinal written out', '12 W First Street', 12, 'w 1st st'],
    ['a kind that is seldom written out', '12 Fox Crossing', 12, 'fox xing'],
    ['the same in short', '12 Fox Xing', 12, 'fox xing'],
    ['a square', '12 Town Sq.', 12, 'town sq'],
    ['a floor', '12 Elm St Fl 2', 12, 'elm st'],
    ['a floor with its number first', '12 Elm Street 2nd Floor', 12, 'elm st'],
    ['a lot', '12 Fox Xing Lot 7', 12, 'fox xing'],
    ['in the rear', '12 Elm St Rear', 12, 'elm st'],
    ['a name that is a place within a house', '12 Lower Lot Rd', 12, 'lower lot rd'],
    ['a direction behind the street', '12 5th Avenue North', 12, '5th ave n'],
    ['a direction with its points', '12 N.W. Highway', 12, 'nw hwy'],
  ])('%s: %s', (_, street, house_count, street_key) => {
    expect(houseOf(street)).toEqual({ house_count, street_key })
  })

  test.each(['920 Wilmot Rd Apt 3', 'Apt 3, 920 Wilmot Rd', '#3, 920 Wilmot Road', 'Unit 3 920 Wilmot Rd.'])(
    'who lives together, however it is typed: %s',
    (street) => {
      const at = (line: string): string => householdKey({ street: line, city: 'Deerfield', postal_code: '60015' })
      expect(at(street)).toBe(at('920 Wilmot Rd, Apt 3'))
      expect(at(street)).not.toBe(at('920 Wilmot Rd, Apt 4'))
    },
  )

  test.each(['900 N Wilmot Rd', '900 N. Wilmot Rd', '900 North Wilmot Road', '900 n wilmot rd'])(
    'a rule that names the direction: %s',
    (street) => {
      const rules = [residency('ZIP', { postal_code: '60015' }), residency('NORTH', { street: 'North Wilmot Road' })]
      expect(residencyRule(rules, { street, city: 'Deerfield', postal_code: '60015' })?.rule_code).toBe('NORTH')
    },
  )

  test.each([
    ['Saint Charles', 'St. Charles'],
    ['St Charles', 'SAINT CHARLES'],
    ['Mt. Prospect', 'Mount Prospect'],
    ['North Chicago', 'N. Chicago'],
    ['Prospect Heights', 'Prospect Hts'],
    ['Fort Sheridan', 'Ft Sheridan,'],
  ])('a city that a rule calls %s, typed %s', (city, typed) => {
    const rules = [residency('TOWN', { city }), residency('ELSE', { standing_kind: 'non-resident' })]
    expect(residencyRule(rules, { street: '', city: typed, postal_code: '' })?.rule_code).toBe('TOWN')
  })

  test('no rule speaks: nobody is guessed at', () => {
    expect(residencyRule([], { street: '1 Elm St', city: 'Deerfield', postal_code: '60015' })).toBeNull()
  })
})

const valid = (months: number | null, change: Parameters<typeof cardRule>[1] = {}) => ({
  ...cardRule('R', change),
  card_months_count: months,
})
const born = (text: string) => ({ born_on: localDate(text), home_expires_on: null })
const NOBODY = { born_on: null, home_expires_on: null }
const FROM_EXPIRY = valid(12, { renewal_from: 'expiry' })
const AWAY = { standing_kind: 'non-resident' } as const

describe('which category', () => {
  const CHOICES = [
    cardRule('ADULT', { category_code: 'ADULT' as CategoryCode, standing_kind: 'resident', age_count_min: 18 }),
    cardRule('CHILD', { category_code: 'CHILD' as CategoryCode, standing_kind: 'resident', age_count_max: 17 }),
    cardRule('GUEST', { category_code: 'GUEST' as CategoryCode, standing_kind: 'non-resident', age_count_min: 18 }),
    cardRule('TEACH', { category_code: 'TEACH' as CategoryCode, given_kind: 'if-chosen', age_count_min: 18 }),
    cardRule('STAFF', { category_code: 'STAFF' as CategoryCode, given_kind: 'by-grant' }),
  ]
  const who = (standing: Standing | null, born: string | null) => ({
    standing,
    born_on: born === null ? null : localDate(born),
  })

  test.each([
    ['a resident', who('resident', '1980-01-01'), 'ADULT'],
    ['a child in town', who('resident', '2017-01-01'), 'CHILD'],
    ['a child from elsewhere gets none of the cards that are chosen', who('non-resident', '2017-01-01'), undefined],
    ['another library’s patron neither', who('reciprocal', '1980-01-01'), undefined],
  ])('%s', (_, person, code) => {
    expect(givenByRule(cardsFor(CHOICES, person, TODAY))?.rule_code).toBe(code)
  })

  test.each([
    ['the one that the rules give', who('resident', '1980-01-01'), 'ADULT', null],
    ['of an adult for a child', who('resident', '2017-01-01'), 'ADULT', 'other-age'],
    ['of a resident for somebody from elsewhere', who('non-resident', '1980-01-01'), 'ADULT', 'other-standing'],
    ['of a resident, at an address that no rule knows', who(null, '1980-01-01'), 'ADULT', null],
    ['of an adult, without a birth date', who('resident', null), 'ADULT', null],
    ['only if chosen, and it is', who('reciprocal', '1980-01-01'), 'TEACH', null],
    ['only if chosen, at another age', who('resident', '2017-01-01'), 'TEACH', 'other-age'],
    ['only by the grant', who('resident', '1980-01-01'), 'STAFF', 'by-grant'],
    ['of which no rule says anything', who('resident', '1980-01-01'), 'HOMEBOUND', null],
  ] as const)('chosen: %s', (_, person, code, fault) => {
    expect(chosenFault(CHOICES, code, person, TODAY)).toBe(fault)
  })
})

describe('until when', () => {
  test.each([
    ['three years', valid(36), NOBODY, '2029-11-24'],
    ['no end', valid(null), NOBODY, null],
    [
      'until eighteen, before three years are over',
      valid(36, { ends_at_age_count: 18 }),
      born('2009-02-01'),
      '2027-02-01',
    ],
    ['until eighteen, after them', valid(36, { ends_at_age_count: 18 }), born('2015-02-01'), '2029-11-24'],
    ['no end but eighteen', valid(null, { ends_at_age_count: 18 }), born('2009-02-01'), '2027-02-01'],
    ['born on February 29', valid(null, { ends_at_age_count: 18 }), born('2012-02-29'), '2030-03-01'],
    ['until eighteen, of an unknown birth date', valid(36, { ends_at_age_count: 18 }), NOBODY, '2029-11-24'],
  ])('%s', (_, rule, ends, on) => expect(expiryFrom(TODAY, rule, ends)).toBe(on))

  test.each([
    ['from today', valid(12), '2026-12-24', '2027-11-24'],
    ['from the expiry', valid(12, { renewal_from: 'expiry' }), '2026-12-24', '2027-12-24'],
    ['from the expiry, which is past', valid(12, { renewal_from: 'expiry' }), '2026-10-24', '2027-11-24'],
    ['from an expiry of today', valid(12, { renewal_from: 'expiry' }), '2026-11-24', '2027-11-24'],
  ] as const)('renewed %s', (_, rule, was, on) => {
    expect(renewedExpiry(localDate(was), TODAY, rule, NOBODY)).toBe(on)
  })

  const CHILD = { ends_at_age_count: 18 }
  const FROM_HOME = { standing_kind: 'reciprocal', is_capped_at_home_card: true } as const
  const home = (text: string) => ({ born_on: null, home_expires_on: localDate(text) })
  test.each([
    ['a card that ends later anyway stays', valid(12), NOBODY, '2028-06-30', '2028-06-30', null],
    ['the same, where a renewal counts from the expiry', FROM_EXPIRY, NOBODY, '2028-06-30', '2029-06-30', null],
    ['a card without an end keeps none', valid(12), NOBODY, null, null, null],
    ['also where a renewal counts from the expiry', FROM_EXPIRY, NOBODY, null, null, null],
    ['a card that has expired', valid(12), NOBODY, '2020-01-01', '2027-11-24', null],
    ['of a category without an end', valid(null), NOBODY, '2028-06-30', null, null],
    ['of somebody who moved away', valid(12, AWAY), NOBODY, '2029-06-30', '2027-11-24', 'category'],
    ['the same, of a card without an end', valid(12, AWAY), NOBODY, null, '2027-11-24', 'category'],
    ['who lives elsewhere and renews in time', valid(12, AWAY), NOBODY, '2027-01-15', '2027-11-24', null],
    ['of a temporary category', valid(6), NOBODY, '2029-06-30', '2027-05-24', 'category'],
    ['eleven months are temporary', valid(11), NOBODY, '2029-06-30', '2027-10-24', 'category'],
    ['a birthday', valid(36, CHILD), born('2009-02-01'), '2028-06-30', '2027-02-01', 'age'],
    ['a birthday that is far away', valid(36, CHILD), born('2018-02-01'), '2030-06-30', '2030-06-30', null],
    [
      'the card of the library at home',
      valid(12, FROM_HOME),
      home('2027-03-01'),
      '2027-06-30',
      '2027-03-01',
      'home-card',
    ],
    ['that card, which ends later', valid(12, FROM_HOME), home('2029-03-01'), '2027-06-30', '2027-11-24', null],
  ] as const)('renewed: %s', (_, rule, ends, was, on, by) => {
    const was_on = was === null ? null : localDate(was)
    const expires_on = renewedExpiry(was_on, TODAY, rule, ends)
    expect([expires_on, shortenedBy(was_on, expires_on, rule, ends)]).toEqual([on, by])
  })
})

const facts = (change: Partial<FeeFacts> = {}): FeeFacts => ({
  age_count: 40,
  household_count: null,
  basis_cents: null,
  ...change,
})

describe('what it costs', () => {
  const HOUSEHOLD = cardRule('H', { fee_kind: 'household', fee_cents: cents(4210) })
  const RENT = cardRule('R', { fee_kind: 'rent', fee_bp: 1500 })
  test.each([
    ['nothing', cardRule('N'), facts(), { fee_cents: 0 }],
    ['an amount', cardRule('F', { fee_kind: 'fixed', fee_cents: cents(5000) }), facts(), { fee_cents: 5000 }],
    ['by household, of which nobody knows', HOUSEHOLD, facts(), { asks: 'household' }],
    ['by household, of four', HOUSEHOLD, facts({ household_count: 4 }), { fee_cents: 16_840 }],
    ['15% of a rent of $1,250.50', RENT, facts({ basis_cents: cents(125_050) }), { fee_cents: 18_758 }],
    ['of a rent that was not told', RENT, facts(), { asks: 'basis' }],
    ['a child’s', { ...RENT, fee_free_below_age_count: 18 }, facts({ age_count: 17 }), { fee_cents: 0 }],
    ['at eighteen', { ...RENT, fee_free_below_age_count: 18 }, facts({ age_count: 18 }), { asks: 'basis' }],
    ['of an unknown age', { ...RENT, fee_free_below_age_count: 18 }, facts({ age_count: null }), { asks: 'basis' }],
  ])('%s', (_, rule, known, fee) => expect(cardFee(rule, known)).toEqual(fee))
})

describe('whether a renewal asks for the address', () => {
  test.each([
    ['always', '2026-11-23', false, true],
    ['never', null, true, false],
    ['yearly', '2026-01-01', false, false],
    ['yearly', '2026-01-01', true, true],
    ['yearly', null, false, true],
    ['returned-mail', null, false, false],
    ['returned-mail', '2026-01-01', true, true],
  ] as const)('%s, checked %s, mail came back: %s', (kind, checked, isMailReturned, is) => {
    const checked_on = checked === null ? null : localDate(checked)
    expect(isAddressAsked(kind, { checked_on, isMailReturned }, TODAY)).toBe(is)
  })

  // A leap year, and the next: a check on February 29 is a year old on March 1.
  test.each([
    ['2024-02-28', '2025-02-28', true],
    ['2024-02-29', '2025-02-28', false],
    ['2024-02-29', '2025-03-01', true],
    ['2025-02-28', '2026-02-28', true],
    ['2026-11-24', '2027-11-23', false],
    ['2026-11-24', '2027-11-24', true],
  ])('yearly, checked %s, on %s: %s, and the list of addresses to check says the same', (checked, on, is) => {
    const [checked_on, today] = [localDate(checked), localDate(on)]
    expect(isAddressAsked('yearly', { checked_on, isMailReturned: false }, today)).toBe(is)
    const facts = { is_active: true, expires_on: null, checked_on, blocks: [], is_yearly: true }
    expect(addressDue(facts, today)).toBe(is ? 'yearly' : null)
  })
})
