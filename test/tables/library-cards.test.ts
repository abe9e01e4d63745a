/**
 * Who gets which card at real libraries, until when, for how much, and what it takes. All figures come from the shared
 * data through test/support/policies; the people are made up. Everybody comes on Tuesday, November 24, 2026.
 */
import { expect, test } from 'vitest'
import { assert, must } from '../../shared/kernel/assert.ts'
import { categoryCode } from '../../shared/kernel/ids.ts'
import { cents, moneyText } from '../../shared/kernel/money.ts'
import { localDate } from '../../shared/kernel/time.ts'
import {
  cardFee,
  cardsFor,
  expiryFrom,
  givenByRule,
  isAddressAsked,
  proofsMissing,
  renewedExpiry,
} from '../../shared/patron/cards.ts'
import { residencyRule } from '../../shared/patron/residency.ts'
import type { Standing } from '../../shared/policy/card-facts.ts'
import type { LibraryPolicy } from '../../shared/policy/policy-facts.ts'
import { feesFor, preparePolicy } from '../../shared/policy/policy-index.ts'
import { Given, isRecord } from '../support/given.ts'
import { BOOK, MAPLE } from '../support/policy-made.ts'
import { COOK_MEMORIAL } from '../support/policies/cook-memorial.ts'
import { DEERFIELD } from '../support/policies/deerfield.ts'
import { HUNTLEY } from '../support/policies/huntley.ts'
import { INDIAN_PRAIRIE } from '../support/policies/indian-prairie.ts'
import { MEADVILLE } from '../support/policies/meadville.ts'
import { NIPPERSINK } from '../support/policies/nippersink.ts'
import { OTT } from '../support/policies/ott.ts'
import { RADNOR } from '../support/policies/radnor.ts'
import type { Mapping } from '../support/policies/reading.ts'
import { WINNETKA } from '../support/policies/winnetka.ts'
import { describeWithSharedData, readSharedJson } from '../support/shared-data.ts'

const TODAY = localDate('2026-11-24')

/** "4" is somebody who turned four on August 1. */
const bornAt = (age: number) => localDate(`${2026 - age}-08-01`)

/** Questions to a library; each answer is short and in the words of its rules. */
class Cards {
  readonly #policy: LibraryPolicy

  constructor(policy: LibraryPolicy) {
    this.#policy = policy
  }

  lives(street: string, city: string, postal_code: string): string {
    const rule = residencyRule(this.#policy.residency_rules, { street, city, postal_code })
    if (rule === null) return 'ask'
    return [rule.standing_kind, rule.home_library_name].filter((part) => part !== null).join(' of ')
  }

  cards(age: number | null, standing: Standing | null = 'resident'): string {
    const born_on = age === null ? null : bornAt(age)
    const found = cardsFor(this.#policy.card_rules, { standing, born_on }, TODAY)
    return (
      found.map((rule) => `${rule.rule_code}${rule.is_guardian_required ? ' + guardian' : ''}`).join(', ') || 'none'
    )
  }

  /** The card that Enter gives, where nobody chooses one. */
  given(age: number | null, standing: Standing | null = 'resident'): string {
    const born_on = age === null ? null : bornAt(age)
    return givenByRule(cardsFor(this.#policy.card_rules, { standing, born_on }, TODAY))?.rule_code ?? 'a person chooses'
  }

  #rule(code: string) {
    const rule = must(
      this.#policy.card_rules.find((one) => one.rule_code === code),
      code,
    )
    const { card_months_count } = must(
      this.#policy.categories.find((one) => one.category_code === rule.category_code),
      code,
    )
    return { ...rule, card_months_count }
  }

  valid(code: string, home: string | null = null): string {
    const home_expires_on = home === null ? null : localDate(home)
    return expiryFrom(TODAY, this.#rule(code), { born_on: null, home_expires_on }) ?? 'no end'
  }

  renewed(code: string, was: string): string {
    return renewedExpiry(localDate(was), TODAY, this.#rule(code), { born_on: null, home_expires_on: null }) ?? 'no end'
  }

  fee(code: string, bill: number | null = null): string {
    const facts = { age_count: 40, household_count: null, basis_cents: bill === null ? null : cents(bill * 100) }
    const fee = cardFee(this.#rule(code), facts)
    return 'asks' in fee ? `asks ${fee.asks}` : moneyText(fee.fee_cents)
  }

  missing(code: string, ...seen: readonly string[]): string {
    const kinds = seen.map((one) =>
      must(
        this.#policy.proof_kinds.find((kind) => kind.proof_code.includes(one)),
        one,
      ),
    )
    const { identity_count, address_count } = proofsMissing(this.#rule(code), kinds)
    return `identity ${identity_count}, address ${address_count}`
  }

  checks(code: string, checked: string | null): boolean {
    const checked_on = checked === null ? null : localDate(checked)
    return isAddressAsked(this.#rule(code).check_kind, { checked_on, isMailReturned: false }, TODAY)
  }

  replacement(category: string): string {
    const asked = { branch_code: MAPLE, category_code: categoryCode(category), item_type_code: BOOK }
    const [fee] = feesFor(preparePolicy(this.#policy), 'replacement-card', asked)
    return fee === undefined ? 'free' : moneyText(fee.amount_cents)
  }
}

type Example = readonly [Mapping, string, (library: Cards) => string | boolean, string | boolean]

const EXAMPLES: readonly Example[] = [
  [DEERFIELD, 'a house in the village', (l) => l.lives('920 Waukegan Road', 'Deerfield', '60015'), 'resident'],
  [DEERFIELD, 'Bannockburn has its ZIP code', (l) => l.lives('1 Half Day Rd', 'Bannockburn', '60015'), 'non-resident'],
  [
    DEERFIELD,
    'a neighbor',
    (l) => l.lives('494 Laurel Avenue', 'Highland Park', '60035'),
    'reciprocal of Highland Park PL',
  ],
  [DEERFIELD, 'from far away', (l) => l.lives('1 Main St', 'Peoria', '61602'), 'ask'],
  [DEERFIELD, 'an adult', (l) => l.cards(40), 'ADULT, HOTEL'],
  [DEERFIELD, 'seventeen', (l) => l.cards(17), 'JUVENILE + guardian'],
  [DEERFIELD, 'eighteen', (l) => l.cards(18), 'ADULT, HOTEL'],
  [DEERFIELD, 'a neighbor of forty', (l) => l.cards(40, 'reciprocal'), 'RECIPROCAL, HOTEL'],
  [DEERFIELD, 'a birth date nobody told', (l) => l.cards(null, 'reciprocal'), 'RECIPROCAL'],
  [DEERFIELD, 'an adult’s card', (l) => l.valid('ADULT'), 'no end'],
  [DEERFIELD, 'a neighbor’s, without the card from home', (l) => l.valid('RECIPROCAL'), '2027-11-24'],
  [DEERFIELD, 'a neighbor’s, with one to March', (l) => l.valid('RECIPROCAL', '2027-03-01'), '2027-03-01'],
  [DEERFIELD, 'a neighbor’s, with one for years', (l) => l.valid('RECIPROCAL', '2030-03-01'), '2027-11-24'],
  [DEERFIELD, 'one from the untaxed villages', (l) => l.valid('NONRESIDENT'), '2027-11-24'],
  [DEERFIELD, 'its fee, before the tax bill is seen', (l) => l.fee('NONRESIDENT'), 'asks basis'],
  [DEERFIELD, 'nothing for a resident', (l) => l.fee('ADULT'), '$0.00'],
  [DEERFIELD, 'with a license alone', (l) => l.missing('ADULT', 'licence'), 'identity 0, address 0'],
  [DEERFIELD, 'with a photo ID alone', (l) => l.missing('ADULT', 'photo ID'), 'identity 0, address 1'],
  [DEERFIELD, 'photo ID and lease', (l) => l.missing('ADULT', 'photo ID', 'lease'), 'identity 0, address 0'],
  [DEERFIELD, 'nothing shown', (l) => l.missing('ADULT'), 'identity 1, address 1'],
  [DEERFIELD, 'checked eleven months ago', (l) => l.checks('ADULT', '2025-12-24'), false],
  [DEERFIELD, 'checked a year ago', (l) => l.checks('ADULT', '2025-11-24'), true],
  [DEERFIELD, 'never checked', (l) => l.checks('ADULT', null), true],

  [WINNETKA, 'fifteen', (l) => l.cards(15), 'CHILD + guardian, OTHER 1, OTHER 2'],
  [WINNETKA, 'sixteen registers alone', (l) => l.cards(16), 'TEEN, OTHER 1, OTHER 2'],
  [WINNETKA, 'eighteen', (l) => l.cards(18), 'ADULT, OTHER 1, OTHER 2'],
  [WINNETKA, 'a resident’s card', (l) => l.valid('ADULT'), '2029-11-24'],
  [WINNETKA, 'a business card', (l) => l.valid('OTHER 1'), '2027-11-24'],

  [COOK_MEMORIAL, 'three', (l) => l.cards(3), 'none'],
  [COOK_MEMORIAL, 'four', (l) => l.cards(4), 'CHILD + guardian'],
  [COOK_MEMORIAL, 'thirteen', (l) => l.cards(13), 'CHILD + guardian'],
  [COOK_MEMORIAL, 'fourteen', (l) => l.cards(14), 'TEEN'],
  [COOK_MEMORIAL, 'a resident’s card', (l) => l.valid('ADULT'), '2029-11-24'],
  [COOK_MEMORIAL, 'follows the card from home', (l) => l.valid('RECIPROCAL', '2027-01-15'), '2027-01-15'],
  [COOK_MEMORIAL, 'a year at most', (l) => l.valid('RECIPROCAL', '2029-01-15'), '2027-11-24'],

  [DEERFIELD, 'Enter for an adult', (l) => l.given(40), 'ADULT'],
  [DEERFIELD, 'Enter for a child', (l) => l.given(9), 'JUVENILE'],
  [DEERFIELD, 'Enter without a birth date', (l) => l.given(null), 'a person chooses'],
  [DEERFIELD, 'Enter for a child of a neighbor', (l) => l.given(9, 'reciprocal'), 'RECIPROCAL'],
  [WINNETKA, 'Enter for an adult', (l) => l.given(40), 'ADULT'],
  [WINNETKA, 'Enter gives no business card without a birth date', (l) => l.given(null), 'a person chooses'],
  [COOK_MEMORIAL, 'Enter for three', (l) => l.given(3), 'a person chooses'],
  [COOK_MEMORIAL, 'Enter for somebody from elsewhere', (l) => l.given(40, 'non-resident'), 'a person chooses'],
  [NIPPERSINK, 'Enter for four', (l) => l.given(4), 'a person chooses'],
  [HUNTLEY, 'Enter for anybody', (l) => l.given(null, null), 'RESIDENT'],

  [NIPPERSINK, 'four', (l) => l.cards(4), 'none'],
  [NIPPERSINK, 'five', (l) => l.cards(5), 'CARD'],
  [NIPPERSINK, 'its card', (l) => l.valid('CARD'), 'no end'],

  [HUNTLEY, 'its card', (l) => l.valid('RESIDENT'), '2029-11-24'],
  [HUNTLEY, 'renewed a month early, from today', (l) => l.renewed('RESIDENT', '2026-12-24'), '2029-11-24'],
  [HUNTLEY, 'a card of before that ends later', (l) => l.renewed('RESIDENT', '2031-06-01'), '2031-06-01'],
  [DEERFIELD, 'one who moved to an untaxed village', (l) => l.renewed('NONRESIDENT', '2029-06-01'), '2027-11-24'],
  [WINNETKA, 'a resident’s card that ends later', (l) => l.renewed('ADULT', '2030-01-31'), '2030-01-31'],
  [COOK_MEMORIAL, 'a neighbor who was a resident', (l) => l.renewed('RECIPROCAL', '2029-01-31'), '2027-11-24'],

  [INDIAN_PRAIRIE, 'another card', (l) => l.replacement('ADULT'), '$2.00'],
  [RADNOR, 'another card', (l) => l.replacement('ADULT'), '$3.00'],
  [OTT, 'another card', (l) => l.replacement('ADULT'), '$1.00'],
  [MEADVILLE, 'an adult’s other card', (l) => l.replacement('ADULT'), '$3.00'],
  [MEADVILLE, 'a child’s other card', (l) => l.replacement('CHILD'), '$1.00'],
  [DEERFIELD, 'another card, of which nothing is said', (l) => l.replacement('ADULT'), 'free'],
]

describeWithSharedData('cards of real libraries', (folder) => {
  const data = readSharedJson(folder, 'policies/us_public_libraries.json')
  assert(isRecord(data) && Array.isArray(data['libraries']) && data['libraries'].every(isRecord), 'libraries')
  const libraries = data['libraries']

  test('eight libraries or more, Deerfield among them', () => {
    const named = new Set(EXAMPLES.map(([{ library }]) => library))
    expect(named.size).toBeGreaterThanOrEqual(8)
    expect(named).toContain('Deerfield Public Library')
  })

  test.each(EXAMPLES.map(([mapping, what, ask, answer]) => [mapping.library, what, mapping, ask, answer] as const))(
    '%s: %s',
    (library, _what, mapping, ask, answer) => {
      const own = must(
        libraries.find((one) => one['library'] === library),
        library,
      )
      expect(ask(new Cards(mapping.map(new Given(own)).policy))).toBe(answer)
    },
  )
})
