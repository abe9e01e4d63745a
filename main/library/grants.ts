/**
 * What whoever is signed in may do, by their role's grants. A second person's approval reaches exactly as far as the
 * act it was given for.
 */
import type { SessionStaff } from '../../shared/desk/session/session.ts'
import { mayRole, type Grant, type RoleGrant } from '../../shared/staff/permissions.ts'
import { roleGrantsIn } from '../store/policy/role-rows.ts'
import type { Actor } from './actor.ts'
import { staffOfCode } from './staff-known.ts'
import type { Library } from './library.ts'

/** The grants of every role: as shipped, with what the library decided otherwise over them. */
export function roleGrants(library: Library): readonly RoleGrant[] {
  return roleGrantsIn(library.db)
}

/** Whether this person may do all of these. */
export function mayAll(library: Library, staff: SessionStaff, grants: readonly Grant[], reach = 0): boolean {
  const rows = roleGrants(library)
  return grants.every((grant) => mayRole(rows, staff.role, grant, reach))
}

/** Whether the role of whoever is signed in has this grant: nothing that was approved or lent counts. */
export function mayOwn(library: Library, actor: Actor, grant: Grant, reach = 0): boolean {
  const { staff } = actor
  return staff !== null && mayAll(library, staff, [grant], reach)
}

/** Whether whoever is signed in may do this here and now: by their own role, or by the approval being carried out. */
export function may(library: Library, actor: Actor, grant: Grant, reach = 0): boolean {
  if (actor.staff === null) return false
  return (actor.approved?.grant === grant && reach <= actor.approved.reach) || mayOwn(library, actor, grant, reach)
}

/** Whether a fine of this amount may be let off on their word. */
export function mayLetOff(library: Library, { staff, approved, amnesty_by }: Actor, reach: number): boolean {
  if (staff !== null && approved?.grant === 'waive' && reach <= approved.reach) return true
  const approver = staffOfCode(library, amnesty_by)
  return [staff, approver].some((one) => one !== null && mayAll(library, one, ['waive'], reach))
}
