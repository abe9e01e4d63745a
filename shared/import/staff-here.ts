/**
 * What a folder would change about the staff: each person it adds or changes, as a finding to accept by name. Pure.
 * Must never hold a PIN or show a badge number, which signs in by itself.
 */
import { finding, type Finding, type StaffFact } from '../policy/policy-finding.ts'
import { findingName } from '../circulation/policy-check/findings.ts'

/** One staff member, without secrets. */
export type StaffPerson = {
  readonly staff_code: string
  readonly name: string
  readonly initials: string
  readonly role: string
  readonly badge_barcode: string | null
  readonly is_active: boolean
  readonly has_pin: boolean
}

export type StaffChange = {
  readonly what: 'added' | 'edited' | 'closed' | 'reopened'
  readonly before: StaffPerson | null
  readonly after: StaffPerson
}

/** Null when the folder matches the stored record. */
export function staffChange(before: StaffPerson | null, after: StaffPerson): StaffChange | null {
  if (before === null) return { what: 'added', before, after }
  if (before.is_active !== after.is_active) return { what: after.is_active ? 'reopened' : 'closed', before, after }
  const isSame = (['name', 'initials', 'role', 'badge_barcode', 'has_pin'] as const).every(
    (column) => before[column] === after[column],
  )
  return isSame ? null : { what: 'edited', before, after }
}

/** A name this long fits into the name of a finding with everything else. */
const NAMED_MAX = 100

function badgeOf({ before, after }: StaffChange): StaffFact['badge'] {
  if ((before?.badge_barcode ?? null) === after.badge_barcode) return 'same'
  if (after.badge_barcode === null) return 'none'
  return before === null ? 'first' : 'other'
}

/**
 * @param may_accept whether the person importing the folder may accept it
 */
export function staffFinding(
  change: StaffChange,
  may_accept: boolean,
  roleOf: (role_code: string) => string = (code) => code,
): Finding {
  const { what, before, after } = change
  const { staff_code, name, initials, role } = after
  const badge = badgeOf(change)
  const fact: StaffFact = {
    code: what,
    name: before?.name ?? name,
    initials: before?.initials ?? initials,
    new_name: before === null || before.name === name ? null : name,
    new_initials: before === null || before.initials === initials ? null : initials,
    role: before?.role === role ? null : { now: roleOf(role), was: before && roleOf(before.role) },
    badge,
    has_new_pin: before !== null && !before.has_pin && after.has_pin,
    may_accept,
  }
  const codes = [staff_code, name.slice(0, NAMED_MAX), initials, role, badge]
  return finding(may_accept ? 'warns' : 'stops', 'staff', codes, fact)
}

/** The name by which a person accepts the change. */
export function staffChangeName(change: StaffChange): string {
  return findingName(staffFinding(change, true))
}
