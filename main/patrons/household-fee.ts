/**
 * Whether the fee of a household is paid already, for the next of a family who is registered or renewed: by whom of
 * them lives there and has a valid card of such a fee. Reads only.
 */
import { cardFee } from '../../shared/patron/cards.ts'
import { householdPaid } from '../../shared/patron/family-fees.ts'
import { householdKey, type Address } from '../../shared/patron/residency.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { LocalDate } from '../../shared/kernel/time.ts'
import { isRefusal } from '../../shared/refusals/refusals.ts'
import { ageHere, here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { isErased } from '../store/patrons/erased-patrons.ts'
import { homeAddress } from '../store/patrons/person-rows.ts'
import { personOf, type CardTerms } from './card-choice.ts'

const NOT_TYPED = { household_count: null, basis_cents: null }

function memberOf(library: Library, patron_id: PatronId) {
  const person = isErased(library.db, patron_id) ? null : personOf(library, patron_id)
  const home = library.db.get(homeAddress, { patron_id })
  if (person === null || isRefusal(person) || person.row.is_active !== 1 || !home) return []
  const { row, terms } = person
  const fee = cardFee(terms, { age_count: ageHere(library, row.born_on), ...NOT_TYPED })
  const isFree = 'fee_cents' in fee
  return [{ house: householdKey(home), fee_kind: terms.fee_kind, isFree, expires_on: row.expires_on }]
}

/** @param others the family, without whoever the card is for */
export function householdPaidFor(
  library: Library,
  others: Iterable<PatronId>,
  home: Address,
  { fee_kind }: Pick<CardTerms, 'fee_kind'>,
) {
  const family = [...others].flatMap((one) => memberOf(library, one))
  return householdPaid(family, { house: householdKey(home), fee_kind }, here(library).today)
}

/** Null: without limit. */
export function earlier(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  return one !== null && (other === null || one < other) ? one : other
}
