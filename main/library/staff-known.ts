/**
 * Looks up active staff by badge or code, in the form the session keeps, and names roles. Each change of a person is an
 * entry with a hash of their whole row, PIN included: a row that is otherwise was changed in the files, and signs
 * nobody in until a person sets a new PIN. The hash is keyed with the key of the data files, so that an export is of no
 * use for trying PINs and badges; another key for the same files would have to seal the rows again.
 */
import { createHmac } from 'node:crypto'
import { parseEvent, type EventBody, type EventDraft } from '../../shared/journal/event.ts'
import type { StaffMember } from '../../shared/staff/staff-member.ts'
import { staffCode } from '../../shared/kernel/ids.ts'
import { staffByBadge, staffByCode } from '../store/policy/library-rows.ts'
import { nameOfRole, rolesIn } from '../store/policy/role-rows.ts'
import { roleNameIn } from '../../shared/words/role-name.ts'
import type { Role } from '../../shared/staff/roles.ts'
import type { Words } from '../../shared/words/en/en.ts'
import { looksLikeBadge } from '../../shared/staff/pin-guard.ts'
import { readListed } from '../store/journal/journal-rows.ts'
import { allStaff, initialsOfStaff, staffWhole, wholeStaff } from '../store/policy/staff-rows.ts'
import type { ReferenceTables } from '../store/schema.gen.ts'
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

type Row = ReferenceTables['staff']
type Body = EventBody<'staff-changed'>

/** More changes of staff than a library has in its time. */
const CHANGES_MAX = 20_000

function rowSeal(key: Uint8Array, { staff_code, name, initials, role, badge_barcode, ...row }: Row): string {
  const hex = [row.pin_salt, row.pin_hash].map((bytes) => Buffer.from(bytes).toString('hex'))
  const text = JSON.stringify([staff_code, name, initials, role, badge_barcode, row.is_active, ...hex])
  return createHmac('sha256', key).update(`datestamp staff row ${text}`).digest('hex')
}

/** What is recorded of a person. @param row as it will be */
export function staffChanged(key: Uint8Array, row: Row, what: Body['what'], is_imported: boolean) {
  const body = { staff: row.staff_code, what, role: row.role, row_seal: rowSeal(key, row), is_imported }
  return { kind: 'staff-changed', body } as const satisfies EventDraft
}

/** By person, newest first, as far as one of them may be that of the row: a folder may have been cut off in between. */
function sealsKnown({ db }: Library): ReadonlyMap<string, readonly Body[]> {
  const known = new Map<string, Body[]>()
  for (const { content } of db.all(readListed, { kind: 'staff-changed', limit: CHANGES_MAX })) {
    const event = parseEvent(content)
    if (event.kind !== 'staff-changed') continue
    const before = known.get(event.body.staff)
    if (before === undefined) known.set(event.body.staff, [event.body])
    else if (before.at(-1)?.is_imported === true) before.push(event.body)
  }
  return known
}

/**
 * Where no entry is about staff at all, the library's own file says who works here. Everywhere else each person who can
 * sign in has an entry.
 */
function isAsSealed({ key }: Library, row: Row, known: ReturnType<typeof sealsKnown>): boolean {
  if (known.size === 0) return true
  const seal = rowSeal(key, row)
  return known.get(row.staff_code)?.some(({ row_seal }) => row_seal === seal) ?? row.is_active === 0
}

/** The people whose rows were otherwise than sealed at the start. */
const found = new WeakMap<Library, readonly string[]>()

function foundAtStart(library: Library): readonly string[] {
  const before = found.get(library)
  if (before !== undefined) return before
  const known = sealsKnown(library)
  const codes = library.db
    .all(wholeStaff, {})
    .filter((row) => !isAsSealed(library, row, known))
    .map((row) => row.staff_code)
  found.set(library, codes)
  return codes
}

/** Those of them whose row is not sealed since. */
export function changedStaff(library: Library): readonly string[] {
  const codes = foundAtStart(library)
  if (codes.length === 0) return []
  const known = sealsKnown(library)
  return codes.filter((staff_code) => {
    const row = library.db.get(staffWhole, { staff_code })
    return row !== null && !isAsSealed(library, row, known)
  })
}

export function isStaffChanged(library: Library, staff_code: string): boolean {
  return changedStaff(library).includes(staff_code)
}
