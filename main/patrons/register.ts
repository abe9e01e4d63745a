/**
 * Registers somebody: checks what was typed, by the rules of the library, and makes the entries of one command. Who
 * they are lies beside the seal. Records nothing itself.
 */
import { fold } from '../../shared/catalog/fold.ts'
import { ageOn } from '../../shared/catalog/read-people.ts'
import type { PatronWords } from '../../shared/journal/events/patrons.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import type { AnotherWhy } from '../../shared/kernel/patron-field.ts'
import type { LocalDate } from '../../shared/kernel/time.ts'
import type { Identity } from '../../shared/patron/alike/duplicates.ts'
import { cardFee, expiryFrom, proofsMissing, type ChosenFault } from '../../shared/patron/cards.ts'
import { isGuardianshipOver } from '../../shared/patron/guardians.ts'
import { formProblems, type Typed } from '../../shared/patron/registration.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { ageHere, here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { patronsAlike } from '../search/alike-patrons.ts'
import { familyOf } from './family.ts'
import { guardianInFamily, type Guardian } from './guardian.ts'
import { earlier, householdPaidFor } from './household-fee.ts'
import { isTownTelling } from './place-of-postal.ts'
import { fieldRulesOf, isBornOrganization } from '../library/organizations.ts'
import { wordsText } from './words-text.ts'
import {
  bornOf,
  cardNumberFor,
  chosenAgainst,
  choiceOf,
  homeLibraryOf,
  termsOf,
  type CardTerms,
  type Choice,
  type FeeTyped,
} from './card-choice.ts'

export type Registration = FeeTyped & {
  readonly typed: Typed
  /** Empty: the first of those that fit. */
  readonly category_code: string
  /** Empty: the next number of this desk's range. */
  readonly barcode: string
  readonly proof_codes: readonly string[]
  /** Whose family they are of; null: nobody's who is known. */
  readonly family_of: PatronId | null
  /** No: the town is that of most patrons of the ZIP code. */
  readonly is_city_typed: boolean
  /** Until when the card of the library at home is valid. */
  readonly home_expires_on: LocalDate | null
}

export type Planned = Choice & {
  readonly category_code: string
  readonly terms: CardTerms
  readonly expires_on: LocalDate | null
  readonly fee: ReturnType<typeof cardFee>
  /** The fee is of the household, which has paid it for the card of another one: this card ends no later. */
  readonly is_household_paid: boolean
  /** The kinds of proofs that were seen, of those that the library takes now. */
  readonly seen_codes: readonly string[]
  readonly missing: ReturnType<typeof proofsMissing>
  /** Why the category that was chosen takes the grant to choose; null: it does not. */
  readonly against: ChosenFault | null
}

/** The family of the open account, with whose it is. */
function familyBefore(library: Library, family_of: PatronId | null): readonly PatronId[] {
  return family_of === null ? [] : [family_of, ...familyOf(library, family_of).keys()]
}

/** What a registration would give, as far as it is known; null while no category is. */
export function planOf(library: Library, asked: Registration): Planned | null {
  const { today } = here(library)
  const choice = choiceOf(library, asked.typed)
  const category_code = asked.category_code || (choice.first?.category_code ?? '')
  const terms = termsOf(library, category_code, choice.offered)
  if (!terms) return null
  const born_on = bornOf(asked.typed.born_on)
  const { household_count, basis_cents, home_expires_on } = asked
  const facts = { age_count: born_on && ageOn(born_on, today), household_count, basis_cents }
  const kinds = library.policy().source.proof_kinds.filter((kind) => kind.shows_kind !== 'name')
  const seen = kinds.filter((kind) => kind.is_active && asked.proof_codes.includes(kind.proof_code))
  // A library that names no documents asks for none.
  const asks = kinds.some((kind) => kind.is_active) ? terms : { identity_proofs_count: 0, address_proofs_count: 0 }
  const fee = cardFee(terms, facts)
  const isFree = 'fee_cents' in fee && fee.fee_cents === 0
  const paid = isFree ? null : householdPaidFor(library, familyBefore(library, asked.family_of), asked.typed, terms)
  const ends_on = expiryFrom(today, terms, { born_on, home_expires_on })
  return {
    ...choice,
    category_code,
    terms,
    expires_on: earlier(ends_on, paid?.until ?? null),
    fee: paid ? { fee_cents: cents(0) } : fee,
    is_household_paid: paid !== null,
    seen_codes: seen.map((kind) => kind.proof_code),
    missing: proofsMissing(asks, seen),
    against: asked.category_code === '' ? null : chosenAgainst(library, asked.typed, category_code),
  }
}

/** Who answers for them by their family; null: nobody, or nobody has to. */
export function familyGuardian(
  library: Library,
  asked: Registration,
  planned: Planned | null,
): Guardian | Refusal | null {
  const born_on = bornOf(asked.typed.born_on)
  const age_count = ageHere(library, born_on)
  const isChild = age_count === null ? planned?.terms.is_guardian_required === true : !isGuardianshipOver(age_count)
  if (asked.family_of === null || !isChild) return null
  const found = guardianInFamily(library, asked.family_of, age_count)
  const typed = asked.typed.guardian.trim()
  // Whoever the clerk typed answers for the child, as for a foster child with a caseworker.
  if (typed !== '' && (typeof found === 'string' || fold(typed) !== fold(found.name))) return null
  return typeof found === 'string' ? refuse('guardian-unfit', { fault: found }) : found
}

/** The first thing that is wrong with the fields. A guardian is required where the card's rule asks for one. */
function fieldRefusal(library: Library, { typed, ...asked }: Registration, planned: Planned | null): Refusal | null {
  const field_rules = fieldRulesOf(library)
  const category_code = planned?.category_code ?? asked.category_code
  const [first] = formProblems(field_rules, typed, category_code, here(library).today)
  if (first) {
    const { field, problem } = first
    return refuse('patron-field-wrong', { field, fault: problem.code, limit: 'most' in problem ? problem.most : 0 })
  }
  if (isBornOrganization(library, category_code, typed.born_on)) {
    return refuse('patron-field-wrong', { field: 'born_on', fault: 'organization', limit: 0 })
  }
  if (!planned?.terms.is_guardian_required || typed.guardian.trim() !== '') return null
  return refuse('patron-field-wrong', { field: 'guardian', fault: 'required', limit: 0 })
}

/** The card ends with that of the library at home, and nobody said when that is, nor that there is no date on it. */
export function isHomeUndated(
  { is_capped_at_home_card }: Pick<CardTerms, 'is_capped_at_home_card'>,
  asked: { readonly home_expires_on: LocalDate | null; readonly is_undated_meant: boolean },
): boolean {
  return is_capped_at_home_card && asked.home_expires_on === null && !asked.is_undated_meant
}

/** No card ends before it is given: one that does was typed wrong, or is of a category for others. */
export function cardOver(library: Library, expires_on: LocalDate | null): Refusal | null {
  return expires_on !== null && expires_on < here(library).today ? refuse('card-over', { on: expires_on }) : null
}

export type Registered = {
  readonly gathered: Gathering
  readonly against: ChosenFault | null
  readonly barcode: string
  readonly category_code: string
  readonly expires_on: LocalDate | null
  readonly fee_cents: Cents
}

/** What tells who it is, for comparing. */
export function identityOf({ born_on, ...typed }: Typed): Identity {
  return { ...typed, born_on: bornOf(born_on) }
}

/** Of those who are alike, more are never near-certain. */
const CERTAIN_MAX = 20

function isLikelyKnown({ db }: Library, typed: Typed): boolean {
  return patronsAlike(db, identityOf(typed), CERTAIN_MAX).some(({ alike }) => alike.sure === 'certain')
}

/** Enter passes over the city: where a rule goes by it and the ZIP code does not say it, it is asked for first. */
function noCardFits(library: Library, { typed, category_code }: Registration): Refusal {
  const isCityOpen = category_code === '' && typed.city === '' && typed.postal_code.trim() !== ''
  const isAsked =
    isCityOpen &&
    choiceOf(library, typed).residency === null &&
    library.policy().source.residency_rules.some(({ city }) => city !== null)
  return isAsked
    ? refuse('patron-field-wrong', { field: 'city', fault: 'required', limit: 0 })
    : refuse('card-category-missing')
}

type RegistrationSaid = Registration & {
  readonly another_because: AnotherWhy | ''
  /** There is no date on the card of the library at home. */
  readonly is_undated_meant: boolean
}

/** The entries that register somebody, or why not. */
export function registering(library: Library, form: RegistrationSaid): Registered | Refusal {
  const planned = planOf(library, form)
  const guardian = familyGuardian(library, form, planned)
  if (guardian !== null && isRefusal(guardian)) return guardian
  const asked = withGuardian(form, guardian)
  // A wrong birth date or address is told first: it may be why no card fits.
  const wrong = fieldRefusal(library, asked, planned)
  if (wrong) return wrong
  if (!planned) return noCardFits(library, asked)
  // Another town of the ZIP code gives another card: nobody passes over it.
  if (asked.category_code === '' && !asked.is_city_typed && isTownTelling(library, asked.typed)) {
    return refuse('patron-field-wrong', { field: 'city', fault: 'required', limit: 0 })
  }
  const { missing, fee, category_code, expires_on, against } = planned
  if (missing.identity_count + missing.address_count > 0) {
    return refuse('proofs-missing', { identity: missing.identity_count, address: missing.address_count })
  }
  if ('asks' in fee) return refuse('fee-unknown', { asks: fee.asks })
  if (isHomeUndated(planned.terms, asked)) return refuse('home-card-undated')
  const over = cardOver(library, expires_on)
  if (over) return over
  if (asked.another_because === '' && isLikelyKnown(library, asked.typed)) return refuse('patron-likely-known')
  const number = cardNumberFor(library, asked.barcode)
  if (isRefusal(number)) return number
  const gathered = new Gathering()
  const draft = { kind: 'patron-registered', body: {} } as const
  gathered.about(null, draft, wordsText(wordsOf(library, asked, planned, number.barcode, guardian)))
  if (number.reached) gathered.reached.set(draft, number.reached)
  addCardFee(gathered, null, fee.fee_cents)
  return { gathered, against, barcode: number.barcode, category_code, expires_on, fee_cents: fee.fee_cents }
}

/** The fee of a card, as a charge on the account. */
export function addCardFee(to: Gathering, patron_id: Parameters<Gathering['about']>[0], fee_cents: Cents): void {
  if (fee_cents === 0) return
  const basis = { by: 'fee', fee_code: '', listed_cents: fee_cents } as const
  to.charge({ patron_id, kind: 'other', amount_cents: fee_cents, basis })
}

/** The family's guardian by name, where nobody else was typed. */
function withGuardian(form: RegistrationSaid, guardian: Guardian | null): RegistrationSaid {
  return guardian === null ? form : { ...form, typed: { ...form.typed, guardian: guardian.name } }
}

function wordsOf(
  library: Library,
  asked: RegistrationSaid,
  planned: Planned,
  barcode: string,
  guardian: Guardian | null,
) {
  const { typed, another_because, family_of } = asked
  // Whoever has no guardian of the family is linked to the patron whose account was open.
  const kin = guardian ? { guardian_patron_id: guardian.patron_id } : { family_patron_id: family_of ?? undefined }
  const { branch, today } = here(library)
  const text = (name: keyof Typed): string => typed[name].trim()
  const { category_code, expires_on, residency, seen_codes } = planned
  return {
    v: 1,
    fields: {
      surname: text('surname'),
      given: text('given'),
      preferred_given: text('preferred_given'),
      born_on: bornOf(typed.born_on),
      category_code,
      branch_code: branch.branch_code,
      expires_on,
      email: text('email'),
      phone: text('phone'),
      guardian: text('guardian'),
      ...kin,
      language: text('language'),
      ...agreedTo(typed, today),
      address_checked_on: planned.terms.address_proofs_count > 0 ? today : null,
      home_library_name: homeLibraryOf(residency),
    },
    address: addressOf(typed),
    cards: [{ barcode, status: 'current' }],
    proof_codes: [...seen_codes],
    registered_on: today,
    also: another_because === '' ? [] : [{ put: 'another', because: another_because }],
  } satisfies PatronWords
}

/** How they want to be told and what they agree to: checked by its shape before it is recorded. */
function agreedTo({ notice_kind, history_consent_kind, news_consent_kind }: Typed, today: LocalDate) {
  const isAsked = history_consent_kind !== '' || news_consent_kind !== ''
  const told = { notice_kind, history_consent_kind, news_consent_kind, consented_on: isAsked ? today : null }
  return told as Pick<PatronWords['fields'], keyof typeof told>
}

/** Null: nothing of an address was typed. */
export function addressOf(typed: Pick<Typed, 'street' | 'city' | 'region' | 'postal_code'>): PatronWords['address'] {
  const { street, city, region, postal_code } = typed
  const address = {
    street: street.trim(),
    city: city.trim(),
    region: region.trim(),
    postal_code: postal_code.trim(),
  }
  return Object.values(address).some((part) => part !== '') ? address : null
}
