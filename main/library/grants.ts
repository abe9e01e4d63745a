/**
 * What the signed-in staff member may do, by the grants of their role. An approval covers exactly the act it was given
 * for.
 */
import { cents, type Cents } from '../../shared/kernel/money.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { StaffMember } from '../../shared/staff/staff-member.ts'
import {
  grantEntry,
  mayRole,
  roleDayReach,
  roleReach,
  type Grant,
  type RoleGrant,
} from '../../shared/staff/permissions.ts'
import { roleGrantsIn } from '../store/policy/role-rows.ts'
import type { Actor } from './actor.ts'
import { letOffAlone } from './desk-day.ts'
import { staffOfCode } from './staff-known.ts'
import type { Library } from './library.ts'

/** The grants of every role: as shipped, overridden by the library's own. */
export function roleGrants(library: Library): readonly RoleGrant[] {
  return roleGrantsIn(library.db)
}

/** Whether this person may do all of these. */
export function mayAll(library: Library, staff: StaffMember, grants: readonly Grant[], reach = 0): boolean {
  const rows = roleGrants(library)
  return grants.every((grant) => mayRole(rows, staff.role, grant, reach))
}

/** Whether the role of the signed-in staff member has this grant; approvals do not count. */
export function mayOwn(library: Library, actor: Actor, grant: Grant, reach = 0): boolean {
  const { staff } = actor
  return staff !== null && mayAll(library, staff, [grant], reach)
}

/** Whether the signed-in staff member may do this now: by their own role, or by the approval being carried out. */
export function may(library: Library, actor: Actor, grant: Grant, reach = 0): boolean {
  if (actor.staff === null) return false
  return (actor.approved?.grant === grant && reach <= actor.approved.reach) || mayOwn(library, actor, grant, reach)
}

/** By which ceiling a role stops short of an amount; null where it has no such grant, or goes so far. */
export function ceilingBelow(
  library: Library,
  staff: StaffMember | null,
  grant: Grant,
  reach: number,
): { readonly ceiling: Cents; readonly amount: Cents } | null {
  const max = staff === null ? undefined : roleReach(roleGrants(library), staff.role, grant)
  const isAbove = typeof max === 'number' && max > 0 && reach > max && grantEntry(grant).ceiling === 'cents'
  return isAbove ? { ceiling: cents(max), amount: cents(reach) } : null
}

/**
 * By which ceiling of the day a role stops short, with what was done alone before; null where it does not, or where a
 * second person allows it.
 */
export function dayCeilingBelow(
  library: Library,
  { staff, approved }: Actor,
  grant: Grant,
  { before, amount }: { readonly before: number; readonly amount: number },
): { readonly ceiling: Cents; readonly amount: Cents } | null {
  if (staff === null || approved?.grant === grant || amount === 0) return null
  const max = roleDayReach(roleGrants(library), staff.role, grant)
  return max !== null && before + amount > max ? { ceiling: cents(max), amount: cents(before + amount) } : null
}

/** Why the role of the signed-in staff member does not go so far: an amount above its ceiling, or no such grant. */
export function roleRefusal(library: Library, { staff }: Actor, grant: Grant, reach: number): Refusal {
  const below = ceilingBelow(library, staff, grant, reach)
  return below ? refuse('above-ceiling', below) : refuse('not-permitted')
}

/**
 * On whose word a fine of this amount is let off: empty for the actor's own, null where it is not. Who approved that no
 * fines are charged allowed it for all of the cart together.
 */
export function wordToLetOff(library: Library, actor: Actor, reach: number): string | null {
  const { staff, approved, allowed } = actor
  if (staff !== null && approved?.grant === 'waive' && reach <= approved.reach) return approved.approved_by
  if (staff !== null && mayOwn(library, actor, 'waive', reach)) {
    const before = reach === 0 ? 0 : letOffAlone(library, staff.staff_code)
    if (dayCeilingBelow(library, actor, 'waive', { before, amount: reach }) === null) return ''
  }
  const approver = staffOfCode(library, allowed.amnesty_by)
  const isAllowed = approver !== null && mayAll(library, approver, ['waive'], reach + allowed.let_off_cents)
  return isAllowed ? allowed.amnesty_by : null
}
