/**
 * The roles of a library as rows: the three that come with the program and the library's own. Gives a new role its
 * code, keeps their order, and finds the last people who may change staff. Pure; permissions.ts has what a role may do.
 */
import { fold } from '../catalog/fold.ts'
import { mayRole, type RoleGrant } from './permissions.ts'

export type Role = {
  readonly role_code: string
  readonly name: string
  readonly is_built_in: boolean
  readonly order_number: number
}

/** One digit can pick this many. */
export const ROLES_COUNT_MAX = 9

const CODE_LENGTH_MAX = 40

/** The code of a new role, derived from its name; entries and files keep using it for this role alone. */
export function roleCodeFor(name: string, taken: ReadonlySet<string>): string {
  const words = fold(name).replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const code = words.slice(0, CODE_LENGTH_MAX).replaceAll(/^-|-$/g, '') || 'role'
  let number = 2
  if (!taken.has(code)) return code
  while (taken.has(`${code}-${number}`)) number += 1
  return `${code}-${number}`
}

/** Whether another role has this name already, however it is written. */
export function isNameTaken(roles: readonly Role[], name: string, role_code: string): boolean {
  return roles.some((one) => one.role_code !== role_code && fold(one.name) === fold(name))
}

/** The roles with this one at its place, counted from 1; a place past the end is the last. */
export function placedAt(roles: readonly Role[], role: Role): readonly Role[] {
  const others = roles.filter((one) => one.role_code !== role.role_code)
  const at = Math.max(0, role.order_number - 1)
  return [...others.slice(0, at), role, ...others.slice(at)].map((one, index) => ({ ...one, order_number: index + 1 }))
}

type Person = { readonly staff_code: string; readonly role: string; readonly is_active: number }

/** Everyone active who may change staff and roles. */
export function lookingAfterStaff<Somebody extends Person>(
  grants: readonly RoleGrant[],
  staff: readonly Somebody[],
): readonly Somebody[] {
  return staff.filter((one) => one.is_active === 1 && mayRole(grants, one.role, 'edit-staff'))
}

/** Whether nobody could change staff any more without these: one person, or everyone in one role. */
export function areLast<Somebody extends Person>(
  grants: readonly RoleGrant[],
  staff: readonly Somebody[],
  isOne: (person: Somebody) => boolean,
): boolean {
  const all = lookingAfterStaff(grants, staff)
  return all.some(isOne) && all.every(isOne)
}
