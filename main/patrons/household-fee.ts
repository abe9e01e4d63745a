/**
 * Whether the fee of a household is paid already, for the next of a family that is registered: by whom of them lives
 * there and has a valid card of such a fee. Reads only.
 */
import { cardFee } from '../../shared/patron/cards.ts'
import { householdPaid } from '../../shared/patron/family-fees.ts'
import { householdKey, type Address } from '../../shared/patron/residency.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { isRefusal } from '../../shared/refusals/refusals.ts'
import { ageHere, here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { isErased } from '../store/patrons/erased-patrons.ts'
import { homeAddress } from '../store/patrons/person-rows.ts'
import { personOf, type CardTerms } from './card-choice.ts'
import { familyOf } from './family.ts'

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

/** @param family_of whose family they are of; null: nobody's who is known */
export function householdPaidFor(
  library: Library,
  family_of: PatronId | null,
  typed: Address,
  { fee_kind }: Pick<CardTerms, 'fee_kind'>,
) {
  if (family_of === null) return null
  const family = [family_of, ...familyOf(library, family_of).keys()].flatMap((one) => memberOf(library, one))
  return householdPaid(family, { house: householdKey(typed), fee_kind }, here(library).today)
}
