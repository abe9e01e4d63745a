/**
 * Whether what an undo gives back of a patron can be no more: a category that the library deleted since, or a guardian
 * who is a child or has a guardian, since the patron may answer for others by now. Reads only.
 */
import type { PatronWords } from '../../../shared/journal/events/patrons.ts'
import { categoryCode, patronId, type PatronId } from '../../../shared/kernel/ids.ts'
import { guardianFault, isMinor } from '../../../shared/patron/guardians.ts'
import { ageHere } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { childrenOf, guardianOf } from '../../store/circulation/eligibility-rows.ts'
import { becameOf } from '../../store/patrons/merge-rows.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'

/** @param category_code absent: the undo gives back none */
export function isCategoryGone(library: Library, category_code: string | undefined): boolean {
  return category_code !== undefined && !library.policy().categories.has(categoryCode(category_code))
}

/** Absent or null: the undo gives back none. */
type GivenBack = Pick<PatronWords['fields'], 'born_on' | 'guardian_patron_id'>

export function isGuardianshipUnfit(library: Library, patron_id: PatronId, given: GivenBack): boolean {
  const has_wards = library.db.all(childrenOf, { patron_id }).length > 0
  if (has_wards && isMinor(ageHere(library, given.born_on ?? null))) return true
  const guardian = given.guardian_patron_id ?? null
  // At 18 a guardianship may be given back: only a person ends it.
  const ward = { patron_id, age_count: null, has_wards }
  return guardian !== null && guardianFault(factOf(library, patronId(guardian)), ward) !== null
}

function factOf(library: Library, guardian: PatronId) {
  const { db } = library
  const patron_id = db.get(becameOf, { patron_id: guardian })?.patron_id ?? guardian
  const row = db.get(patronById, { patron_id })
  if (!row) return null
  const guardian_patron_id = db.get(guardianOf, { patron_id })?.guardian_patron_id ?? null
  return { patron_id, age_count: ageHere(library, row.born_on), guardian_patron_id }
}
