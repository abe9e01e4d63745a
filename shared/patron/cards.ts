/**
 * Which card a person gets, until when it is valid, what it costs and what a renewal asks: by the card rules of the
 * library. Pure; dates are days of the library's calendar.
 */
import { ageOn } from '../catalog/read-people.ts'
import { cents, type Cents } from '../kernel/money.ts'
import { addDays, addMonths, localDate, type LocalDate } from '../kernel/time.ts'
import type { CardRule, ProofKind, Standing } from '../policy/card-facts.ts'
import type { CategoryPolicy } from '../policy/policy-facts.ts'

type Person = {
  /** Null: no rule says it, and the clerk chooses the card. */
  readonly standing: Standing | null
  /** Null: the birth date is not known. */
  readonly born_on: LocalDate | null
}

/** The cards that somebody may have, the one to offer first first. Without a birth date, none that depends on age. */
export function cardsFor(rules: readonly CardRule[], { standing, born_on }: Person, today: LocalDate) {
  const age = born_on === null ? null : ageOn(born_on, today)
  const fits = rules.filter(({ standing_kind, age_count_min: least, age_count_max: most }) => {
    if (standing !== null && standing_kind !== 'any' && standing_kind !== standing) return false
    if (age === null) return least === null && most === null
    return age >= (least ?? 0) && age <= (most ?? Infinity)
  })
  return fits.toSorted((one, other) => one.order_number - other.order_number)
}

/** Of the cards that fit, the one that nobody has to choose. */
export function givenByRule(offered: readonly CardRule[]): CardRule | null {
  return offered.find(({ given_kind }) => given_kind === 'by-rule') ?? null
}

/** Why a chosen category takes the grant to choose: no rule gives it to such a person, or only by that grant. */
export type ChosenFault = 'other-standing' | 'other-age' | 'by-grant'

/**
 * What is wrong with a category that a clerk chooses; null: nothing. What is not known is not against a rule, and a
 * category that no rule is about is free to choose.
 */
export function chosenFault(
  rules: readonly CardRule[],
  category_code: string,
  { standing, born_on }: Person,
  today: LocalDate,
): ChosenFault | null {
  const own = rules.filter((rule) => rule.category_code === category_code)
  if (own.length === 0) return null
  const here = own.filter(({ standing_kind: of }) => standing === null || of === 'any' || of === standing)
  if (here.length === 0) return 'other-standing'
  const age = born_on === null ? null : ageOn(born_on, today)
  const fits = here.filter(
    ({ age_count_min: least, age_count_max: most }) =>
      age === null || (age >= (least ?? 0) && age <= (most ?? Infinity)),
  )
  if (fits.length === 0) return 'other-age'
  return fits.every(({ given_kind }) => given_kind === 'by-grant') ? 'by-grant' : null
}

/** The birthday at which somebody is that old; of February 29, the day after the 28th of a shorter one. */
function birthday(born_on: LocalDate, age: number): LocalDate {
  const on = addMonths(born_on, age * 12)
  return born_on.endsWith('-02-29') && !on.endsWith('-29') ? localDate(`${on.slice(0, 4)}-03-01`) : on
}

export type Validity = Pick<CardRule, 'ends_at_age_count' | 'is_capped_at_home_card'> &
  Pick<CategoryPolicy, 'card_months_count'>

type Ends = {
  readonly born_on: LocalDate | null
  /** Until when the card of the library at home is valid; null: it is not known, or there is none. */
  readonly home_expires_on: LocalDate | null
}

/** The first of the day on which the months of a category are over and the caps of its rule; null: without limit. */
function endOf(months_end: LocalDate | null, rule: Validity, { born_on, home_expires_on }: Ends): LocalDate | null {
  const age = rule.ends_at_age_count
  const ends = [
    months_end,
    rule.is_capped_at_home_card ? home_expires_on : null,
    age === null || born_on === null ? null : birthday(born_on, age),
  ].filter((on) => on !== null)
  return ends.reduce<LocalDate | null>((first, on) => (first === null || on < first ? on : first), null)
}

/** The last day of a card that counts from a day; null: without limit. A cap may lie before that day (`cardOver`). */
export function expiryFrom(from: LocalDate, rule: Validity, ends: Ends): LocalDate | null {
  const months = rule.card_months_count
  return endOf(months === null ? null : addMonths(from, months), rule, ends)
}

/** So many days before the end of a card, its renewal is offered. */
const RENEWAL_OFFERED_DAYS = 30

/** Whether a card has expired, or soon does. */
export function isRenewalDue(expires_on: LocalDate | null, today: LocalDate): boolean {
  return expires_on !== null && expires_on <= addDays(today, RENEWAL_OFFERED_DAYS)
}

/**
 * Whether a card does not fit where its holder lives: no rule gives its category there, or it ends later than a new one
 * of a category whose months are a cap. An address that no rule knows is no reason.
 */
export function isCardUnfit(
  rules: readonly CardRule[],
  { category_code, card_months_count }: Pick<CategoryPolicy, 'category_code' | 'card_months_count'>,
  { standing, expires_on }: { readonly standing: Standing | null; readonly expires_on: LocalDate | null },
  today: LocalDate,
): boolean {
  const own = rules.filter((rule) => rule.category_code === category_code)
  if (standing === null || own.length === 0) return false
  const here = own.filter(({ standing_kind: of }) => of === 'any' || of === standing)
  if (here.length === 0) return true
  if (!here.every(({ standing_kind }) => areMonthsACap({ standing_kind, card_months_count }))) return false
  const latest = addMonths(today, card_months_count ?? 0)
  return expires_on === null || expires_on > latest
}

type Renewed = Validity & Pick<CardRule, 'renewal_from' | 'standing_kind'>

/** A card of fewer months is a temporary one. */
const TEMPORARY_BELOW_MONTHS = 12

/**
 * Whether the months of a category also shorten a card that was given under another one: a temporary one, and that of
 * somebody who lives elsewhere. A resident of before must not stay one until the former card ends.
 */
function areMonthsACap({
  standing_kind,
  card_months_count: months,
}: Pick<Renewed, 'standing_kind' | 'card_months_count'>): boolean {
  if (months === null) return false
  return months < TEMPORARY_BELOW_MONTHS || standing_kind === 'non-resident' || standing_kind === 'reciprocal'
}

/**
 * The new last day of a renewed card. A card that expired counts from today, whatever the rule. The card ends no
 * earlier than it does now, unless a cap ends it: see `shortenedBy`.
 */
export function renewedExpiry(was_on: LocalDate | null, today: LocalDate, rule: Renewed, ends: Ends): LocalDate | null {
  const isAhead = was_on !== null && was_on > today && rule.renewal_from === 'expiry'
  const by_rule = expiryFrom(isAhead ? was_on : today, rule, ends)
  if (areMonthsACap(rule) || (was_on !== null && by_rule !== null && by_rule >= was_on)) return by_rule
  const months_end = rule.card_months_count === null ? null : was_on
  return endOf(months_end, rule, ends)
}

/** What ends a renewed card earlier than it ended before: told before it is renewed. */
export type ShortenedBy = 'home-card' | 'age' | 'category'

/** Why a renewed card ends earlier than it does now; null: it does not. */
export function shortenedBy(
  was_on: LocalDate | null,
  expires_on: LocalDate | null,
  rule: Renewed,
  { born_on, home_expires_on }: Ends,
): ShortenedBy | null {
  if (expires_on === null || (was_on !== null && expires_on >= was_on)) return null
  if (rule.is_capped_at_home_card && expires_on === home_expires_on) return 'home-card'
  const age = rule.ends_at_age_count
  return age !== null && born_on !== null && expires_on === birthday(born_on, age) ? 'age' : 'category'
}

type Checked = {
  readonly checked_on: LocalDate | null
  readonly isMailReturned: boolean
}

/** Whether a renewal asks for the address again. One never checked is asked for, unless the rule never asks. */
export function isAddressAsked(
  kind: CardRule['check_kind'],
  { checked_on, isMailReturned }: Checked,
  today: LocalDate,
) {
  if (kind === 'never') return false
  if (isMailReturned) return true
  // Told today, it is not asked for again.
  if (kind === 'always') return checked_on !== today
  if (kind === 'returned-mail') return false
  // As the list of addresses to check counts a year: a check on February 29 is due again on March 1.
  return checked_on === null || checked_on <= addMonths(today, -12)
}

type FeeRule = Pick<CardRule, 'fee_kind' | 'fee_cents' | 'fee_bp' | 'fee_free_below_age_count'>

export type FeeFacts = {
  readonly age_count: number | null
  /** How many live in the household; for a fee by household. */
  readonly household_count: number | null
  /** The tax bill, or a month's rent: typed at the desk, and kept nowhere. */
  readonly basis_cents: Cents | null
}

/** What a card costs; `asks` names what must be known first. A share of a cent is rounded to the nearest. */
export function cardFee(
  { fee_kind, fee_cents, fee_bp, fee_free_below_age_count: below }: FeeRule,
  { age_count: age, household_count, basis_cents }: FeeFacts,
): { readonly fee_cents: Cents } | { readonly asks: 'household' | 'basis' } {
  if (fee_kind === 'none' || (below !== null && age !== null && age < below)) return { fee_cents: cents(0) }
  if (fee_kind === 'fixed') return { fee_cents: fee_cents ?? cents(0) }
  if (fee_kind === 'household') {
    return household_count === null ? { asks: 'household' } : { fee_cents: cents((fee_cents ?? 0) * household_count) }
  }
  return basis_cents === null
    ? { asks: 'basis' }
    : { fee_cents: cents(Math.round((basis_cents * (fee_bp ?? 0)) / 10_000)) }
}

/** What is still to be seen: proofs of who somebody is, and of where they live. One document may prove both. */
export function proofsMissing(
  { identity_proofs_count, address_proofs_count }: Pick<CardRule, 'identity_proofs_count' | 'address_proofs_count'>,
  seen: readonly Pick<ProofKind, 'shows_kind'>[],
): { readonly identity_count: number; readonly address_count: number } {
  const shows = (kind: 'identity' | 'address'): number =>
    seen.filter(({ shows_kind }) => shows_kind === kind || shows_kind === 'both').length
  return {
    identity_count: Math.max(0, identity_proofs_count - shows('identity')),
    address_count: Math.max(0, address_proofs_count - shows('address')),
  }
}
