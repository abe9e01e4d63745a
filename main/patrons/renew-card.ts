/**
 * Renews a card, gives another one, or notes that one is lost: decides by the rules of the library and makes the
 * entries of one command. Records nothing itself.
 */
import { ageOn } from '../../shared/catalog/read-people.ts'
import { categoryCode, type ItemTypeCode, type PatronId } from '../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import type { LocalDate } from '../../shared/kernel/time.ts'
import { cardFee, isAddressAsked, renewedExpiry, shortenedBy, type ShortenedBy } from '../../shared/patron/cards.ts'
import { feesFor } from '../../shared/policy/policy-index.ts'
import type { FeeRule } from '../../shared/policy/policy-facts.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { homeAddress } from '../store/patrons/person-rows.ts'
import { checkedOnOf, isMailBackOf } from './check-record.ts'
import { cardsInUse, cardsNamed } from './cards-in-use.ts'
import { cardNumberFor, personOf, unfitFields, type CardTerms, type FeeTyped, type Person } from './card-choice.ts'
import { putRight, type PutRight } from './cut-back.ts'
import { familyOf } from './family.ts'
import { earlier, householdPaidFor } from './household-fee.ts'
import { addCardFee, cardOver, isHomeUndated } from './register.ts'
import { NOTHING, wordsText } from './words-text.ts'

/** Whether a renewal now asks for the address. */
function asksAddress(library: Library, patron_id: PatronId, { row, terms }: Person): boolean {
  const { today } = here(library)
  const { address_checked_on: checked_on } = row
  const isMailReturned = isMailBackOf(library, patron_id)
  return isAddressAsked(terms.check_kind, { checked_on, isMailReturned }, today)
}

export type RenewalPlan = {
  readonly is_address_asked: boolean
  readonly was_on: LocalDate | null
  readonly expires_on: LocalDate | null
  readonly fee: ReturnType<typeof cardFee>
  readonly fee_kind: CardTerms['fee_kind']
  /** The fee is of the household, which has paid it for a card that ends later: this one ends no later than that. */
  readonly is_household_paid: boolean
  /** Why it ends earlier than now; null: it does not. */
  readonly shortened_by: ShortenedBy | null
  /** It ends with the card of the library at home. */
  readonly is_capped_at_home_card: boolean
  /** The card does not fit where they live, and renewed it does. */
  readonly is_made_fit: boolean
}

type RenewalAsked = FeeTyped & { readonly home_expires_on: LocalDate | null }

export const NOTHING_ASKED = {
  household_count: null,
  basis_cents: null,
  home_expires_on: null,
} as const satisfies RenewalAsked

/** What renewing now would give. A closed account stays closed, and nothing is charged for it. */
export function renewalPlan(library: Library, patron_id: PatronId, asked: RenewalAsked): RenewalPlan | Refusal {
  const person = personOf(library, patron_id)
  if (isRefusal(person)) return person
  const { row, terms } = person
  if (row.is_active !== 1) return refuse('renewal-closed')
  const { today } = here(library)
  const { household_count, basis_cents, home_expires_on } = asked
  const { born_on, expires_on: was_on } = row
  const ends = { born_on, home_expires_on }
  const fee = cardFee(terms, { age_count: born_on && ageOn(born_on, today), household_count, basis_cents })
  const paid = paidBefore(library, patron_id, person, fee)
  const expires_on = earlier(renewedExpiry(was_on, today, terms, ends), paid?.until ?? null)
  return {
    is_capped_at_home_card: terms.is_capped_at_home_card,
    is_address_asked: asksAddress(library, patron_id, person),
    was_on,
    expires_on,
    shortened_by: shortenedBy(was_on, expires_on, terms, ends),
    fee_kind: terms.fee_kind,
    fee: paid ? { fee_cents: cents(0) } : fee,
    is_household_paid: paid !== null,
    is_made_fit: row.unfit_on !== null && unfitAfter(library, person, expires_on).unfit_on === null,
  }
}

function unfitAfter(library: Library, { row, typed }: Person, expires_on: LocalDate | null) {
  return unfitFields(library, row, typed, { category_code: row.category_code, expires_on })
}

/**
 * A renewal that ends on the same day gives nothing, nor does one that costs and is cut off before the day of now:
 * neither is charged. After a move the card is renewed, and paid for, whenever it ends: it settles the move. Of another
 * category a full term from today counts, however long the former ran.
 */
export function noLater(plan: RenewalPlan): Refusal | null {
  const { was_on, expires_on, shortened_by, fee } = plan
  if (plan.is_made_fit) return null
  const isPaid = 'asks' in fee || fee.fee_cents > 0
  const isCutOff = shortened_by === 'age' || shortened_by === 'home-card'
  if (was_on !== expires_on && !(isPaid && isCutOff && was_on !== null)) return null
  return was_on === null ? refuse('renewal-endless') : refuse('renewal-no-later', { on: was_on })
}

/** What their household has paid beyond the end of their own card; null: nothing, or nothing is to be paid. */
function paidBefore(library: Library, patron_id: PatronId, { row, terms }: Person, fee: RenewalPlan['fee']) {
  const home = library.db.get(homeAddress, { patron_id })
  const { expires_on: was_on } = row
  if (!home || was_on === null || ('fee_cents' in fee && fee.fee_cents === 0)) return null
  const paid = householdPaidFor(library, familyOf(library, patron_id).keys(), home, terms)
  return paid !== null && (paid.until === null || paid.until > was_on) ? paid : null
}

export type Renewed = Pick<RenewalPlan, 'expires_on'> & {
  readonly gathered: Gathering
  readonly fee_cents: Cents
  /** The due dates that the former end of the card had cut back. */
  readonly put_right: readonly PutRight[]
}

type Renewing = RenewalAsked & {
  /** The patron told it, and it is the same. */
  readonly is_address_checked: boolean
  /** There is no date on the card of the library at home. */
  readonly is_undated_meant: boolean
  /** The fee of the household is charged to another one of it. */
  readonly is_charged_to_another?: boolean
}

/** The entries that renew a card, or why not. */
export function renewing(library: Library, patron_id: PatronId, asked: Renewing): Renewed | Refusal {
  const plan = renewalPlan(library, patron_id, asked)
  if (isRefusal(plan)) return plan
  if (plan.is_address_asked && !asked.is_address_checked) return refuse('address-unchecked')
  const fee = asked.is_charged_to_another === true ? { fee_cents: cents(0) } : plan.fee
  if ('asks' in fee) return refuse('fee-unknown', { asks: fee.asks })
  if (isHomeUndated(plan, asked)) return refuse('home-card-undated')
  const { was_on, expires_on } = plan
  const useless = cardOver(library, expires_on) ?? noLater({ ...plan, fee })
  if (useless) return useless
  const checked = asked.is_address_checked ? { address_checked_on: checkedOnOf(library, patron_id) } : {}
  const gathered = new Gathering()
  const person = personOf(library, patron_id)
  const unfit = isRefusal(person) ? {} : unfitAfter(library, person, expires_on)
  const words = { ...NOTHING, fields: { expires_on, ...checked, ...unfit } }
  gathered.about(patron_id, { kind: 'card-renewed', body: {} }, wordsText(words))
  const moved = putRight(library, patron_id, { was_on, expires_on })
  for (const { draft } of moved) gathered.add(draft)
  addCardFee(gathered, patron_id, fee.fee_cents)
  return { gathered, expires_on, fee_cents: fee.fee_cents, put_right: moved }
}

export type ReplaceWhy = 'lost' | 'worn' | 'extra'

export type Replaced = { readonly gathered: Gathering; readonly barcode: string; readonly fee: FeeRule | null }

/** What another card costs. One that wore out is free. */
function replacementFee(library: Library, { row }: Person, reason: ReplaceWhy): FeeRule | null {
  if (reason === 'worn') return null
  const asked = {
    branch_code: here(library).branch.branch_code,
    category_code: categoryCode(row.category_code),
    // A card is of no item type: only rows for all apply.
    item_type_code: '*' as ItemTypeCode,
  }
  const [fee] = feesFor(library.policy(), 'replacement-card', asked)
  return fee && fee.amount_cents > 0 ? fee : null
}

/**
 * The entries that give another card, or why not. The former number still finds the patron; a lost one stops.
 * @param which of the cards in use that is lost or worn: a number, or all; empty: the only one
 */
export function replacing(
  library: Library,
  patron_id: PatronId,
  { reason, which, barcode }: { readonly reason: ReplaceWhy; readonly which: string; readonly barcode: string },
): Replaced | Refusal {
  const person = personOf(library, patron_id)
  if (isRefusal(person)) return person
  const inUse = cardsInUse(library, patron_id)
  if (inUse.length === 0 && reason === 'worn') return refuse('card-none')
  const ends = reason === 'extra' ? [] : cardsNamed(inUse, which)
  if (isRefusal(ends)) return ends
  const number = cardNumberFor(library, barcode)
  if (isRefusal(number)) return number
  const status = reason === 'lost' ? 'lost' : 'former'
  const before = ends.map((ended) => ({ barcode: ended, status }) as const)
  const cards = [...before, { barcode: number.barcode, status: 'current' } as const]
  const gathered = new Gathering()
  const draft = { kind: 'card-replaced', body: { reason } } as const
  gathered.about(patron_id, draft, wordsText({ ...NOTHING, cards }))
  if (number.reached) gathered.reached.set(draft, number.reached)
  const fee = replacementFee(library, person, reason)
  if (fee) {
    const basis = { by: 'fee', fee_code: fee.fee_code, listed_cents: fee.amount_cents } as const
    gathered.charge({ patron_id, kind: 'card', amount_cents: cents(fee.amount_cents), basis })
  }
  return { gathered, barcode: number.barcode, fee }
}

/** The entry that stops a lost card at once, before there is another. */
export function losing(library: Library, patron_id: PatronId, which: string): Gathering | Refusal {
  const inUse = cardsInUse(library, patron_id)
  if (inUse.length === 0) return refuse('card-none')
  const lost = cardsNamed(inUse, which)
  if (isRefusal(lost)) return lost
  const cards = lost.map((barcode) => ({ barcode, status: 'lost' }) as const)
  const gathered = new Gathering()
  gathered.about(patron_id, { kind: 'card-lost', body: {} }, wordsText({ ...NOTHING, cards }))
  return gathered
}
