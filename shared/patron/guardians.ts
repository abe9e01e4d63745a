/**
 * Who answers for a child, and who may see what of whom. Pure. A guardian is told what a child owes, since they pay it;
 * titles only below the age that the library names, and nothing once the child is of age.
 */
import type { GuardianFault } from '../kernel/patron-field.ts'

/** From this age on nobody answers for somebody else. */
export const OF_AGE_COUNT = 18

type Fact = {
  readonly patron_id: number
  /** Null: the birth date is not known, as of many adults. */
  readonly age_count: number | null
  readonly guardian_patron_id: number | null
}

export const isMinor = (age_count: number | null): boolean => age_count !== null && age_count < OF_AGE_COUNT

type Ward = {
  /** Null: the child is being registered. */
  readonly patron_id: number | null
  readonly age_count: number | null
  readonly has_wards: boolean
}

/** Why somebody cannot answer for a child; null: they can. Nobody both has a guardian and is one. */
export function guardianFault(guardian: Fact | null, ward: Ward): GuardianFault | null {
  if (guardian === null) return 'unknown'
  if (guardian.patron_id === ward.patron_id) return 'self'
  if (isGuardianshipOver(ward.age_count)) return 'not-needed'
  if (ward.has_wards) return 'has-wards'
  if (isMinor(guardian.age_count)) return 'minor'
  return guardian.guardian_patron_id === null ? null : 'ward'
}

/** Who answers for the next child of a family: who answers for this member of it, or the member. */
export function guardianOfFamily({ patron_id, guardian_patron_id }: Omit<Fact, 'age_count'>): number {
  return guardian_patron_id ?? patron_id
}

/** Whether a guardianship is over: whoever was a child is of age. Without a birth date a person says it. */
export function isGuardianshipOver(age_count: number | null): boolean {
  return age_count !== null && age_count >= OF_AGE_COUNT
}

export type Sees = 'titles' | 'sums' | 'nothing'

/**
 * What somebody may be told of a patron's account.
 * @param below_age_count the library's: below this age a guardian is told titles; null: never
 */
export function seesOf(
  who: 'self' | 'guardian' | 'other',
  age_count: number | null,
  below_age_count: number | null,
): Sees {
  if (who === 'self') return 'titles'
  if (who === 'other' || isGuardianshipOver(age_count)) return 'nothing'
  return below_age_count !== null && age_count !== null && age_count < below_age_count ? 'titles' : 'sums'
}
