/**
 * Changes roles and their grants at the desk: changes of policy, recorded and carried into the reference file like all
 * others. Must never leave the library with nobody who may change staff, nor active staff without a role: the library
 * would lock itself out.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { changed } from '../../../shared/desk/session/session.ts'
import type { Input, MethodName, Output } from '../../../shared/ipc/contract.ts'
import type { EventDraft } from '../../../shared/journal/event.ts'
import { isGrantFixed, type Grant, type RoleGrant } from '../../../shared/staff/permissions.ts'
import { isLongPin, LONG_PIN_GRANTS, OWN_PIN_DIGITS_MIN } from '../../../shared/staff/pin-strength.ts'
import * as roles from '../../../shared/staff/roles.ts'
import type { Answer } from '../../ipc/answer.ts'
import { grantRowsOf, rolesIn } from '../../store/policy/role-rows.ts'
import { allStaff, staffWhole } from '../../store/policy/staff-rows.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { roleGrants } from '../../library/grants.ts'
import { once } from '../handlers-desk.ts'
import { ownPinRefusal } from './own-pin.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'

type Role = roles.Role
type Snapshot = Answer<Output<'desk.snapshot'>>

const NO_HASH = new Uint8Array()

type Stored = Readonly<Record<string, unknown>>
type Change = { readonly table: 'role' | 'role_grant'; readonly key: string; readonly before: Stored | null }

function draft(change: Change & { readonly after: Stored | null }): EventDraft {
  return { kind: 'policy-changed', body: { ...change, is_kept_by_loans: false } }
}

function storedRole({ role_code, name, is_built_in, order_number }: Role): Stored {
  return { role_code, name, is_built_in: Number(is_built_in), order_number }
}

type Granted = Omit<RoleGrant, 'role'> & { readonly is_granted: boolean }

function storedGrant(role: string, { grant, is_granted, ...reach }: Granted): Stored {
  const columns = { grant_key: grantKey(role, grant), role, grant_code: grant, is_granted: Number(is_granted) }
  const { amount_cents_max, days_count_max, day_cents_max } = reach
  return { ...columns, amount_cents_max, days_count_max, day_cents_max }
}

function grantKey(role: string, grant: Grant): string {
  return `${role} ${grant}`
}

/** Applies all the changes of one command, once. */
function carry(
  desk: Desk,
  method: Extract<MethodName, `role.${string}`>,
  input: { readonly commandId: string; readonly own_pin?: string | undefined },
  changes: () => Refusal | readonly EventDraft[],
): Snapshot {
  return once(desk, method, input, (command: Command) => {
    const refused = ownPinRefusal(desk, method, input.own_pin)
    if (refused) return refused
    const found = changes()
    if ('code' in found) return found
    if (found.length > 0) record(desk.library, actorOf(desk), command, found)
    desk.session = changed(desk.session)
    return null
  })
}

function known(library: Library, role_code: string): Role | Refusal {
  const found = rolesIn(library.db).find((one) => one.role_code === role_code)
  return found ?? refuse('role-unknown', { role: role_code })
}

/** Codes already used for a role, also where only former staff still have it. */
function takenCodes(library: Library): ReadonlySet<string> {
  const held = library.db.all(allStaff, {}).map((one) => one.role)
  return new Set([...rolesIn(library.db).map((one) => one.role_code), ...held])
}

/** A new role starts with no grants, or with those of another. */
export function addRole(desk: Desk, input: Input<'role.add'>): Snapshot {
  return carry(desk, 'role.add', input, () => {
    const all = rolesIn(desk.library.db)
    const { name, copy_of } = input
    if (all.length >= roles.ROLES_COUNT_MAX) return refuse('roles-too-many', { max: roles.ROLES_COUNT_MAX })
    if (roles.isNameTaken(all, name, '')) return refuse('role-name-taken', { name })
    if (copy_of !== '' && !all.some((one) => one.role_code === copy_of))
      return refuse('role-unknown', { role: copy_of })
    const role_code = roles.roleCodeFor(name, takenCodes(desk.library))
    const order_number = Math.max(0, ...all.map((one) => one.order_number)) + 1
    const role = storedRole({ role_code, name, is_built_in: false, order_number })
    const copied = roleGrants(desk.library).filter((one) => one.role === copy_of)
    return [
      draft({ table: 'role', key: role_code, before: null, after: role }),
      ...copied.map((one) => {
        const after = storedGrant(role_code, { ...one, is_granted: true })
        return draft({ table: 'role_grant', key: grantKey(role_code, one.grant), before: null, after })
      }),
    ]
  })
}

/** The name of a role and its place among the others; the moves this causes are recorded too. */
export function editRole(desk: Desk, input: Input<'role.edit'>): Snapshot {
  return carry(desk, 'role.edit', input, () => {
    const all = rolesIn(desk.library.db)
    const role = known(desk.library, input.role)
    if ('code' in role) return role
    const { name, order_number } = input
    if (roles.isNameTaken(all, name, role.role_code)) return refuse('role-name-taken', { name })
    const before = new Map(all.map((one) => [one.role_code, one]))
    return roles.placedAt(all, { ...role, name, order_number }).flatMap((after) => {
      const was = before.get(after.role_code)
      if (was?.name === after.name && was.order_number === after.order_number) return []
      const change = { before: was ? storedRole(was) : null, after: storedRole(after) }
      return [draft({ table: 'role', key: after.role_code, ...change })]
    })
  })
}

/** Deletes an unused role, with its grants. */
export function removeRole(desk: Desk, input: Input<'role.remove'>): Snapshot {
  return carry(desk, 'role.remove', input, () => {
    const role = known(desk.library, input.role)
    if ('code' in role) return role
    const { role_code, name } = role
    if (role.is_built_in) return refuse('role-built-in', { name })
    const holders = desk.library.db.all(allStaff, {}).filter((one) => one.is_active === 1 && one.role === role_code)
    if (holders.length > 0) return refuse('role-held', { name, count: holders.length })
    const grants = desk.library.db.all(grantRowsOf, { role: role_code })
    return [
      ...grants.map((row) => draft({ table: 'role_grant', key: row.grant_key, before: row, after: null })),
      draft({ table: 'role', key: role_code, before: storedRole(role), after: null }),
    ]
  })
}

/** Who in this role has too short a PIN for one that looks after the desk or the staff. */
function shortPins({ db }: Library, role: string): readonly string[] {
  const held = db.all(allStaff, {}).filter((one) => one.is_active === 1 && one.role === role)
  return held.filter((one) => !isLongPin(db.get(staffWhole, one)?.pin_hash ?? NO_HASH)).map((one) => one.name)
}

/** Gives a role a grant, or takes it away. One that needs longer PINs waits until everyone in the role has one. */
export function setRole(desk: Desk, input: Input<'role.set'>): Snapshot {
  return carry(desk, 'role.set', input, () => {
    const { grant, own_pin: _, ...given } = input
    const role = known(desk.library, input.role)
    if ('code' in role) return role
    const { role_code } = role
    const grants = roleGrants(desk.library)
    if (!input.is_granted && grant === 'edit-staff') {
      const staff = desk.library.db.all(allStaff, {})
      const isLast = roles.areLast(grants, staff, (one) => one.role === role_code)
      if (isLast || isGrantFixed(role_code, grant)) return refuse('last-manager')
    }
    const short = input.is_granted && LONG_PIN_GRANTS.includes(grant) ? shortPins(desk.library, role_code) : []
    if (short.length > 0) return refuse('pins-short', { digits: OWN_PIN_DIGITS_MIN, names: short.join(', ') })
    const had = grants.find((one) => one.role === role_code && one.grant === grant)
    const before = had ? storedGrant(role_code, { ...had, is_granted: true }) : null
    const after = storedGrant(role_code, { ...given, grant, day_cents_max: given.day_cents_max ?? null })
    return [draft({ table: 'role_grant', key: grantKey(role_code, grant), before, after })]
  })
}
