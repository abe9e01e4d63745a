/**
 * Which card somebody gets here, by the library's rules: whose resident they are, the rules that fit, what it costs,
 * which number. Reads and decides; records nothing.
 */
import { readScan } from '../../shared/catalog/barcode.ts'
import type { PatronField } from '../../shared/kernel/patron-field.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { Cents } from '../../shared/kernel/money.ts'
import type { LocalDate } from '../../shared/kernel/time.ts'
import { readOutsideDate } from '../../shared/kernel/date-bounds.ts'
import { cardsLeft, isUnsure, nextCard, scannedCardFault } from '../../shared/patron/card-numbers.ts'
import {
  cardsFor,
  chosenFault,
  givenByRule,
  isCardUnfit,
  type ChosenFault,
  type Validity,
} from '../../shared/patron/cards.ts'
import type { Typed } from '../../shared/patron/registration.ts'
import { residencyRule } from '../../shared/patron/residency.ts'
import type { CardRule, ResidencyRule } from '../../shared/policy/card-facts.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { Reached } from '../journal/beside.ts'
import { findItem, here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { isOrganization } from '../library/organizations.ts'
import { staffOfBadge } from '../library/staff-known.ts'
import { allReached } from '../store/numbers/card-rows.ts'
import { cardByBarcode } from '../store/patrons/patron-rows.ts'
import { homeAddress, personById, type PersonRow } from '../store/patrons/person-rows.ts'

/** What a card takes where no rule of the library speaks: nothing but the clerk's word. */
const NO_RULE = {
  standing_kind: 'any',
  given_kind: 'by-rule',
  is_guardian_required: false,
  ends_at_age_count: null,
  is_capped_at_home_card: false,
  renewal_from: 'today',
  check_kind: 'always',
  identity_proofs_count: 0,
  address_proofs_count: 0,
  fee_kind: 'none',
  fee_cents: null,
  fee_bp: null,
  fee_free_below_age_count: null,
} as const

export type CardTerms = Validity & Omit<CardRule, 'rule_code' | 'category_code' | AgeColumn>
type AgeColumn = 'age_count_min' | 'age_count_max' | 'order_number'

/** What the card of a category takes: by the rule for it that fits the person, else by any rule for it. */
export function termsOf(library: Library, category_code: string, fits: readonly CardRule[]): CardTerms | null {
  const { categories, card_rules } = library.policy().source
  const category = categories.find((one) => one.category_code === category_code)
  if (!category) return null
  const isOf = (rule: CardRule): boolean => rule.category_code === category_code
  const rule = fits.find(isOf) ?? card_rules.find(isOf) ?? NO_RULE
  return { ...rule, card_months_count: category.card_months_count }
}

/** A typed birth date; null while it is none. */
export function bornOf(typed: string): LocalDate | null {
  const read = readOutsideDate(typed.trim())
  return 'on' in read ? read.on : null
}

export type Choice = {
  /** Null: no rule says whose resident they are. */
  readonly residency: ResidencyRule | null
  /** The cards that fit, the one to offer first first. */
  readonly offered: readonly CardRule[]
  /** What they get where nobody chooses; null: a person chooses. */
  readonly first: CardRule | null
}

/** Whether anything is typed that says where somebody lives. */
export function hasAddress({ street, city, postal_code }: Pick<Typed, AddressField>): boolean {
  return [street, city, postal_code].some((part) => part.trim() !== '')
}

/** Which cards fit what was typed so far. An organization's card is never given by itself, nor to whoever was born. */
export function choiceOf(library: Library, typed: Pick<Typed, PatronField & AddressField>): Choice {
  const { residency_rules, card_rules } = library.policy().source
  const residency = residencyOf(library, typed)
  const who = { standing: residency?.standing_kind ?? null, born_on: bornOf(typed.born_on) }
  const isOrganized = (rule: CardRule): boolean => isOrganization(library, rule.category_code)
  const fits = cardsFor(card_rules, who, here(library).today)
  const offered = typed.born_on.trim() === '' ? fits : fits.filter((rule) => !isOrganized(rule))
  const isKnown = residency !== null || residency_rules.length === 0
  // At an address that no rule knows, a person chooses; with none at all, a card for anybody needs no choice.
  const isOpen = !isKnown && hasAddress(typed)
  const sure = offered.filter((rule) => !isOrganized(rule) && (isKnown || rule.standing_kind === 'any'))
  return { residency, offered, first: isOpen ? null : givenByRule(sure) }
}
type AddressField = 'street' | 'city' | 'postal_code' | 'born_on'

function residencyOf(library: Library, typed: Pick<Typed, AddressField>): ResidencyRule | null {
  return hasAddress(typed) ? residencyRule(library.policy().source.residency_rules, typed) : null
}

/** The library that a reciprocal patron belongs to; empty: this one, or none. */
export function homeLibraryOf(residency: ResidencyRule | null): string {
  return residency?.standing_kind === 'reciprocal' ? (residency.home_library_name ?? '') : ''
}

/** Whether the card of a category, with this end, does not fit where somebody lives. */
export function isUnfit(
  library: Library,
  typed: Pick<Typed, AddressField>,
  { category_code, expires_on }: { readonly category_code: string; readonly expires_on: LocalDate | null },
): boolean {
  const { categories, card_rules } = library.policy().source
  const category = categories.find((one) => one.category_code === category_code)
  const standing = residencyOf(library, typed)?.standing_kind ?? null
  return category !== undefined && isCardUnfit(card_rules, category, { standing, expires_on }, here(library).today)
}

/** What an entry says of it, where that changes. */
export function unfitFields(
  library: Library,
  row: Pick<PersonRow, 'unfit_on'>,
  typed: Pick<Typed, AddressField>,
  card: Parameters<typeof isUnfit>[2],
): { readonly unfit_on?: LocalDate | null } {
  const is = isUnfit(library, typed, card)
  return is === (row.unfit_on !== null) ? {} : { unfit_on: is ? here(library).today : null }
}

/** Why a category that a clerk chose takes the grant to choose; null: it does not, or none was chosen. */
export function chosenAgainst(
  library: Library,
  typed: Pick<Typed, AddressField>,
  category_code: string,
): ChosenFault | null {
  const standing = residencyOf(library, typed)?.standing_kind ?? null
  const who = { standing, born_on: bornOf(typed.born_on) }
  return chosenFault(library.policy().source.card_rules, category_code, who, here(library).today)
}

export type Person = {
  readonly row: PersonRow
  readonly terms: CardTerms
  readonly typed: Pick<Typed, AddressField>
}

/** Who a patron is, and what the card of their category takes. */
export function personOf(library: Library, patron_id: PatronId): Person | Refusal {
  const row = library.db.get(personById, { patron_id })
  if (!row) return refuse('patron-gone')
  const address = library.db.get(homeAddress, { patron_id })
  const { street = '', city = '', postal_code = '', region = '' } = address ?? {}
  const typed = { ...row, born_on: row.born_on ?? '', street, city, postal_code, region }
  const terms = termsOf(library, row.category_code, choiceOf(library, typed).offered)
  return terms ? { row, terms, typed } : refuse('card-category-missing')
}

/** Whether the library says it on the card of a non-resident, and this is one: by the rule that gives the card. */
export function isNonResidentSaid(library: Library, patron_id: PatronId): boolean {
  if (!library.policy().settings.is_non_resident_said) return false
  const person = personOf(library, patron_id)
  return !isRefusal(person) && person.terms.standing_kind === 'non-resident'
}

/**
 * The number of a card that is to be given, as a scan of it will be read: without what a scanner sends around it, and
 * typed as it is printed without its spaces. Null: there is no number.
 */
function numberIn(scanned: string): string | null {
  const reading = readScan(scanned, { source: 'typed' })
  if (reading.kind !== 'barcode') return null
  return /^[\d ]+$/.test(reading.barcode) ? reading.barcode.replaceAll(' ', '') : reading.barcode
}

export type CardNumber = { readonly barcode: string; readonly reached: Reached | null }

function isTaken(library: Library, barcode: string): boolean {
  return (
    library.db.get(cardByBarcode, { barcode }) !== null ||
    findItem(library, barcode) !== null ||
    staffOfBadge(library, barcode) !== null
  )
}

/** The number of a new card: the scanned one, or the next of this desk's own range; or why there is none. */
export function cardNumberFor(library: Library, scanned: string): CardNumber | Refusal {
  const { card_ranges } = library.policy().source
  const { terminal } = library.journal
  if (scanned.trim() === '') {
    const next = nextCard(card_ranges, terminal, reachedHere(library), (number) => isTaken(library, number))
    if (next) return { barcode: next.barcode, reached: next }
    if (areOwnCardsUnsure(library)) return refuse('card-range-unsure')
    return ownCardsLeft(library) !== null ? refuse('card-range-used-up') : refuse('card-number-missing')
  }
  const barcode = numberIn(scanned)
  if (barcode === null) return refuse('card-not-ours', { barcode: scanned.trim() })
  if (isTaken(library, barcode)) return refuse('card-given', { barcode })
  const fault = scannedCardFault(barcode, card_ranges, terminal)
  if (fault === 'other-desk') return refuse('card-other-desk', { barcode })
  return fault === 'not-ours' ? refuse('card-not-ours', { barcode }) : { barcode, reached: null }
}

/** How many numbers this desk can still give out; null: it has no range of its own. */
export function ownCardsLeft(library: Library): number | null {
  return cardsLeft(library.policy().source.card_ranges, library.journal.terminal, reachedHere(library))
}

/** Whether a range of its own gives no numbers since a restore: a person has to say where it goes on. */
export function areOwnCardsUnsure(library: Library): boolean {
  const { terminal } = library.journal
  const reached = reachedHere(library)
  const own = library.policy().source.card_ranges.filter((range) => range.terminal_code === terminal)
  return own.some((range) => isUnsure(range, reached))
}

function reachedHere(library: Library): ReadonlyMap<string, string> {
  return new Map(library.db.all(allReached, {}).map((row) => [row.range_code, row.next_barcode]))
}

/** What a fee is computed from, as typed at the desk; kept nowhere. */
export type FeeTyped = { readonly household_count: number | null; readonly basis_cents: Cents | null }
