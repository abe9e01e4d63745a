/**
 * What whoever is signed in may do, by their role's grants. A second person's approval reaches exactly as far as the
 * act it was given for.
 */
import { createHash } from 'node:crypto'
import type { SessionStaff } from '../../shared/desk/session.ts'
import { commandId } from '../../shared/kernel/ids.ts'
import { instant } from '../../shared/kernel/time.ts'
import { mayRole, type Grant, type RoleGrant } from '../../shared/staff/permissions.ts'
import { roleGrantsIn } from '../store/role-rows.ts'
import type { Command, Desk } from './context.ts'
import { staffOfCode } from './staff-known.ts'

/** The grants of every role: as shipped, with what the library decided otherwise over them. */
export function roleGrants(desk: Desk): readonly RoleGrant[] {
  return roleGrantsIn(desk.store.desk)
}

/** Whether this person may do all of these. */
export function mayAll(desk: Desk, staff: SessionStaff, grants: readonly Grant[], reach = 0): boolean {
  const rows = roleGrants(desk)
  return grants.every((grant) => mayRole(rows, staff.role, grant, reach))
}

/** Whether the role of whoever is signed in has this grant: nothing that was approved or lent counts. */
export function mayOwn(desk: Desk, grant: Grant, reach = 0): boolean {
  const { staff } = desk.session
  return staff !== null && mayAll(desk, staff, [grant], reach)
}

/** Whether whoever is signed in may do this here and now: by their own role, or by the approval being carried out. */
export function may(desk: Desk, grant: Grant, reach = 0): boolean {
  if (desk.session.staff === null) return false
  return (desk.approved?.grant === grant && reach <= desk.approved.reach) || mayOwn(desk, grant, reach)
}

/** On whose word something is done: who is signed in, what is approved for now, and who approved an amnesty. */
export type OnWord = {
  readonly staff: SessionStaff | null
  readonly approved: Desk['approved']
  /** Empty where it took nobody else. */
  readonly amnesty_by: string
}

export function onWord({ session: { staff, amnesty_by }, approved }: Desk): OnWord {
  return { staff, approved, amnesty_by }
}

/** Whether a fine of this amount may be let off on their word. */
export function mayLetOff(desk: Desk, { staff, approved, amnesty_by }: OnWord, reach: number): boolean {
  if (staff !== null && approved?.grant === 'waive' && reach <= approved.reach) return true
  const approver = staffOfCode(desk, amnesty_by)
  return [staff, approver].some((one) => one !== null && mayAll(desk, one, ['waive'], reach))
}

/** A command of the desk's own making: a refused act is kept, a row waits no longer and is carried out. */
export function ownCommand(desk: Desk, what: string): Command {
  const request_hash = createHash('sha256').update(what).digest().subarray(0, 8)
  return { command_id: commandId(desk.clock.now(), desk.random), request_hash }
}

/**
 * The command that goes on from another: the same one for the same id, so that a command sent again neither goes on
 * twice nor stops half-way.
 */
export function followingCommand({ command_id, request_hash }: Command): Command {
  const began_at = instant(Number.parseInt(command_id.replace('-', '').slice(0, 12), 16))
  const seal = createHash('sha256').update(`${command_id} goes on`).digest()
  return { command_id: commandId(began_at, { bytes: (count) => seal.subarray(0, count) }), request_hash }
}
