/**
 * What a folder would change about the staff: each person it adds or changes, as a finding to accept by name. Pure.
 * Must never hold a PIN or show a badge number, which signs in by itself.
 */
import { finding, type Finding } from '../policy/policy-finding.ts'
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

const SENTENCES: Readonly<Record<StaffChange['what'], (who: string) => string>> = {
  added: (who) => `Adds ${who}`,
  edited: (who) => `Changes ${who}`,
  closed: (who) => `Stops ${who} from signing in`,
  reopened: (who) => `Lets ${who} sign in again`,
}

const TAKES_THE_RIGHT = 'Only somebody whose own role may change staff takes this in.'
/** A name this long fits into the name of a finding with everything else. */
const NAMED_MAX = 100

function badgeWords({ before, after }: StaffChange): string {
  if ((before?.badge_barcode ?? null) === after.badge_barcode) return ''
  if (after.badge_barcode === null) return 'without a badge'
  return before === null ? 'with a badge' : 'with another badge'
}

/** "Changes Ben Cole (BC): role Manager, was Staff; with another badge." */
function says(change: StaffChange, roleOf: (role_code: string) => string): string {
  const { what, before, after } = change
  const was = (now: string, then: string | undefined): string =>
    now === then ? '' : then === undefined ? now : `${now}, was ${then}`
  const name = before === null ? '' : was(after.name, before.name)
  const initials = before === null ? '' : was(after.initials, before.initials)
  const details = [
    name === '' ? '' : `name ${name}`,
    initials === '' ? '' : `initials ${initials}`,
    before?.role === after.role ? '' : `role ${was(roleOf(after.role), before ? roleOf(before.role) : undefined)}`,
    badgeWords(change),
    before !== null && !before.has_pin ? 'with a PIN' : '',
  ].filter((part) => part !== '')
  const who = `${before?.name ?? after.name} (${before?.initials ?? after.initials})`
  return `${SENTENCES[what](who)}${details.length === 0 ? '' : `: ${details.join('; ')}`}.`
}

/**
 * @param mayAccept whether the person importing the folder may accept it
 */
export function staffFinding(
  change: StaffChange,
  mayAccept: boolean,
  roleOf: (role_code: string) => string = (code) => code,
): Finding {
  const { what, after } = change
  const { staff_code, name, initials, role } = after
  const codes = [staff_code, name.slice(0, NAMED_MAX), initials, role, badgeWords(change)]
  const said = says(change, roleOf)
  return finding(mayAccept ? 'warns' : 'stops', 'staff', what, codes, mayAccept ? said : `${said} ${TAKES_THE_RIGHT}`)
}

/** The name by which a person accepts the change. */
export function staffChangeName(change: StaffChange): string {
  return findingName(staffFinding(change, true))
}
