/**
 * Statements on roles and their grants, and both in the form that decisions take, on any connection that sees the
 * reference file: the desk's own, that of an import, a copy in rescue.
 */
import { grantsWith, isGrant, type RoleGrant } from '../../../shared/staff/permissions.ts'
import type { Role } from '../../../shared/staff/roles.ts'
import { build, statement, type ReadHandle } from '../sql.ts'
import { every } from '../whole-rows.ts'

const allRoles = every('role', 'order_number', 'role_code')

const roleByCode = statement<{ role_code: string }>()((p) =>
  build.selectFrom('role').select('name').where('role_code', '=', p.role_code),
)

const allRoleGrants = statement()(() =>
  build
    .selectFrom('role_grant')
    .select(['role', 'grant_code', 'is_granted', 'amount_cents_max', 'days_count_max', 'day_cents_max']),
)

/** The library's own grants of one role, row by row, as stored. */
export const grantRowsOf = statement<{ role: string }>()((p) =>
  build
    .selectFrom('role_grant')
    .select(['grant_key', 'role', 'grant_code', 'is_granted', 'amount_cents_max', 'days_count_max', 'day_cents_max'])
    .where('role', '=', p.role)
    .orderBy('grant_key'),
)

/** In the order of the list. */
export function rolesIn(connection: ReadHandle): readonly Role[] {
  return connection.all(allRoles, {}).map(({ is_built_in, ...row }) => ({ ...row, is_built_in: is_built_in === 1 }))
}

/** Null for a role that is not there. */
export function nameOfRole(connection: ReadHandle, role_code: string): string | null {
  return connection.get(roleByCode, { role_code })?.name ?? null
}

/** The grants of every role: as shipped, overridden by the library's own. */
export function roleGrantsIn(connection: ReadHandle): readonly RoleGrant[] {
  const own = connection.all(allRoleGrants, {}).flatMap(({ grant_code, is_granted, ...row }) => {
    return isGrant(grant_code) ? [{ ...row, grant: grant_code, is_granted: is_granted === 1 }] : []
  })
  return grantsWith(own)
}
