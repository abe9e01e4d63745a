/**
 * Statements on the roles and on what they may do, and both as the decisions take them, of whichever connection sees
 * the reference file: the desk's own, that of an import, a copy that is looked at in rescue.
 */
import { grantsWith, isGrant, type RoleGrant } from '../../../shared/staff/permissions.ts'
import type { Role } from '../../../shared/staff/roles.ts'
import { build, statement, type Connection } from '../sql.ts'

const allRoles = statement()(() =>
  build
    .selectFrom('role')
    .select(['role_code', 'name', 'is_built_in', 'order_key'])
    .orderBy('order_key')
    .orderBy('role_code'),
)

const allRoleGrants = statement()(() =>
  build.selectFrom('role_grant').select(['role', 'grant_code', 'is_granted', 'amount_cents_max', 'days_count_max']),
)

/** What the library decided of one role, row by row, as it is stored. */
export const grantRowsOf = statement<{ role: string }>()((p) =>
  build
    .selectFrom('role_grant')
    .select(['grant_key', 'role', 'grant_code', 'is_granted', 'amount_cents_max', 'days_count_max'])
    .where('role', '=', p.role)
    .orderBy('grant_key'),
)

/** In the order in which they are listed. */
export function rolesIn(connection: Connection): readonly Role[] {
  return connection.all(allRoles, {}).map(({ is_built_in, ...row }) => ({ ...row, is_built_in: is_built_in === 1 }))
}

/** The grants of every role: as shipped, with what the library decided otherwise over them. */
export function roleGrantsIn(connection: Connection): readonly RoleGrant[] {
  const own = connection.all(allRoleGrants, {}).flatMap(({ grant_code, is_granted, ...row }) => {
    return isGrant(grant_code) ? [{ ...row, grant: grant_code, is_granted: is_granted === 1 }] : []
  })
  return grantsWith(own)
}
