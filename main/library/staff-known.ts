/** Looks up active staff by badge or code, in the form the session keeps; and names roles. */
import type { StaffMember } from '../../shared/staff/staff-member.ts'
import { staffCode } from '../../shared/kernel/ids.ts'
import { staffByBadge, staffByCode } from '../store/policy/library-rows.ts'
import { nameOfRole, rolesIn } from '../store/policy/role-rows.ts'
import { roleNameIn } from '../../shared/words/role-name.ts'
import type { Role } from '../../shared/staff/roles.ts'
import type { Words } from '../../shared/words/en/en.ts'
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

/** The names of everybody who works or worked here, by code; a code that nobody knows stays as it is. */
export function staffNames(library: Library): (staff_code: string) => string {
  const names = new Map(library.db.all(allStaff, {}).map((one) => [one.staff_code, one.name || one.initials]))
  return (staff_code) => names.get(staff_code) ?? staff_code
}

/** The name of one role; a deleted role is called by its code. */
export function roleName(library: Library, words: Words, role_code: string): string {
  const name = nameOfRole(library.db, role_code)
  return name === null ? role_code : roleNameIn(words, role_code, name)
}

/** The roles as the reader calls them, in the order of the list. */
export function rolesSaid(library: Library, words: Words): readonly Role[] {
  return rolesIn(library.db).map((role) => ({ ...role, name: roleNameIn(words, role.role_code, role.name) }))
}

/** The names of roles, by code; a deleted role is called by its code. */
export function roleNames(library: Library, words: Words): (role_code: string) => string {
  const names = new Map(rolesSaid(library, words).map((role) => [role.role_code, role.name]))
  return (role_code) => names.get(role_code) ?? role_code
}

/** The initials of a staff member, or the code where nobody knows it. */
export function staffInitials(library: Library, staff_code: string): string {
  return library.db.get(initialsOfStaff, { staff_code })?.initials ?? staff_code
}

/** The initials of whoever set a due date by hand; null: a rule made it. */
export function setBy(library: Library, staff_code: string): string | null {
  return staff_code === '' ? null : staffInitials(library, staff_code)
}
