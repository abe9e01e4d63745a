/** Who acts: the signed-in staff member, and what a second person approved for the moment. */
import type { StaffMember } from '../../shared/staff/staff-member.ts'
import type { Allowed } from '../../shared/desk/modifiers.ts'
import type { Grant } from '../../shared/staff/permissions.ts'

/** What was approved, its limit (cents or days; 0 where the grant has no ceiling), by whom, and why. */
export type Approved = {
  readonly grant: Grant
  readonly reach: number
  readonly approved_by: string
  readonly reason: string
}

export type Actor = {
  /** Null: the desk by itself. */
  readonly staff: StaffMember | null
  readonly approved: Approved | null
  /** On whose word the modifiers are in force. */
  readonly allowed: Allowed
}

/** Who approved this very act: empty where the role was enough, or where something else of it was approved. */
export function approverOf({ approved }: Actor, grant: Grant): string {
  return approved?.grant === grant ? approved.approved_by : ''
}
