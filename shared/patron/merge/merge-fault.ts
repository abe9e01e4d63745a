/** When two records must not be made one, whoever asks. Pure; a code for each reason. */
import type { MergeFault } from '../../kernel/patron-field.ts'

export type MergeSide = {
  readonly patron_id: number
  readonly guardian_patron_id: number | null
  /** Whom they are linked to as family, without guardianship. */
  readonly family_patron_id: number | null
  readonly is_minor: boolean
  readonly has_wards: boolean
  readonly is_erased: boolean
  /** One of their cards is the badge of somebody who works here. */
  readonly is_staff: boolean
  /** A payment or a question about a return of theirs is open at this desk. */
  readonly is_at_desk: boolean
}

/** Why the former record must not become the kept one; null: it may. */
export function mergeFault(kept: MergeSide, former: MergeSide | null): MergeFault | null {
  if (former === null) return 'unknown'
  if (former.patron_id === kept.patron_id) return 'same'
  const both = [kept, former]
  if (both.some((one) => one.is_erased)) return 'erased'
  if (both.some((one) => one.is_staff)) return 'staff'
  if (kept.guardian_patron_id === former.patron_id || former.guardian_patron_id === kept.patron_id) return 'ward'
  if (both.some((one) => one.has_wards) && both.some((one) => one.is_minor || one.guardian_patron_id !== null))
    return 'family'
  if (kept.family_patron_id === former.patron_id || former.family_patron_id === kept.patron_id) return 'linked'
  return both.some((one) => one.is_at_desk) ? 'at-desk' : null
}
