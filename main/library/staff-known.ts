/** Looks up active staff by badge or code, in the form the session keeps; and names roles. */
import type { StaffMember } from '../../shared/staff/staff-member.ts'
import { staffCode } from '../../shared/kernel/ids.ts'
import { staffByBadge, staffByCode } from '../store/policy/library-rows.ts'
import { roleNameIn, rolesIn } from '../store/policy/role-rows.ts'
import { looksLikeBadge } from '../../shared/staff/pin-guard.ts'
import { allStaff, initialsOfStaff } from '../store/policy/staff-rows.ts'
import type { Library } from './library.ts'

type StaffRow = { staff_code: string; name: string; initials: string; role: string }

export function sessionStaff(row: StaffRow): StaffMember {
  return { staff_code: staffCode(row.staff_code), name: row.name, initials: row.initials, role: row.role }
}

/** The staff member with this badge, or null. */
export function staffOfBadge(library: Library, barcode: string): StaffMember | null {
  const row = library.db.get(staffByBadge, { badge_barcode: barcode })
  return row ? sessionStaff(row) : null
}

/** Whether a number that is nobody's could be a badge of somebody who works here. */
export function isBadgeLike(library: Library, barcode: string): boolean {
  const badges = library.db.all(allStaff, {}).map((one) => one.badge_barcode ?? '')
  return looksLikeBadge(barcode, badges)
}

/** The staff member with this code, or null when no longer active. */
export function staffOfCode(library: Library, staff_code: string): StaffMember | null {
  const row = library.db.get(staffByCode, { staff_code })
  return row ? sessionStaff(row) : null
}

/** The name of one role; a deleted role is called by its code. */
export function roleName(library: Library, role_code: string): string {
  return roleNameIn(library.db, role_code) ?? role_code
}

/** The names of roles, by code; a deleted role is called by its code. */
export function roleNames(library: Library): (role_code: string) => string {
  const names = new Map(rolesIn(library.db).map((role) => [role.role_code, role.name]))
  return (role_code) => names.get(role_code) ?? role_code
}

/** The initials of whoever set a due date by hand, or their code where nobody knows them; null: a rule made it. */
export function setBy(library: Library, staff_code: string): string | null {
  return staff_code === '' ? null : (library.db.get(initialsOfStaff, { staff_code })?.initials ?? staff_code)
}
