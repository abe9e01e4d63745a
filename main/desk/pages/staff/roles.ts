/**
 * The roles of the library, each with what can be changed of it; and one role, with everything it may do. Who may
 * open it is in shared/desk/page-grants.ts.
 */
import type { Act, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import {
  grantEntry,
  GRANTS,
  isGrantFixed,
  mayRole,
  type Grant,
  type RoleGrant,
} from '../../../../shared/staff/permissions.ts'
import { reachWords } from '../../../../shared/staff/role-words.ts'
import type { Role } from '../../../../shared/staff/roles.ts'
import { rolesIn } from '../../../store/policy/role-rows.ts'
import { allStaff } from '../../../store/policy/staff-rows.ts'
import { roleGrants } from '../../../library/grants.ts'
import { act, callOf, cell, field, figure, figures, goTo, page, row, table } from '../make.ts'
import type { Library } from '../../../library/library.ts'

const ROLES_TAB = 'roles'
const ROLE_TAB = 'role '

export function goToRoles(): Act {
  return goTo({ place: 'staff', about: ROLES_TAB }, 'Roles, and what they may do', 'R')
}

/** @param about "roles" for all of them, "role page" for one; null when it is neither, or one that is gone */
export function rolesPage(library: Library, about: string): PageView | null {
  const roles = rolesIn(library.db)
  if (about === ROLES_TAB) return allRolesPage(library, roles)
  const role = roles.find(({ role_code }) => about === ROLE_TAB + role_code)
  return role ? rolePage(library, role, roles) : null
}

function allRolesPage(library: Library, roles: readonly Role[]): PageView {
  return page(library, {
    ref: { place: 'staff', about: ROLES_TAB },
    heading: 'Roles',
    lead: 'Enter shows what a role may do. An act that goes past a role waits for somebody whose role reaches it.',
    sections: [rolesSection(library, roles)],
    acts: [addAct(roles), goTo({ place: 'staff', about: '' }, 'Staff', 'S')],
  })
}

function addAct(roles: readonly Role[]): Act {
  const options = [
    { value: '', label: 'No other: nothing yet' },
    ...roles.map(({ role_code, name }) => ({ value: role_code, label: name })),
  ]
  return act({
    key: 'A',
    label: 'Add a role',
    call: callOf('role.add', {}),
    asks: [
      field('name', 'What it is called', 'text', { is_required: true }),
      field('copy_of', 'May do the same as', 'choice', { value: 'staff', options }),
    ],
  })
}

function rolesSection(library: Library, roles: readonly Role[]): Section {
  const grants = roleGrants(library)
  const staff = library.db.all(allStaff, {}).filter((one) => one.is_active === 1)
  return table({
    section_id: 'roles',
    heading: '',
    columns: ['Role', figures('Staff'), figures('May do'), 'In staff.csv'],
    rows: roles.map((role, at) => {
      const { role_code, name, is_built_in } = role
      const may_count = GRANTS.filter(({ grant }) => mayRole(grants, role_code, grant)).length
      return row({
        row_id: `role ${role_code}`,
        cells: [
          cell(name),
          figure(staff.filter((one) => one.role === role_code).length),
          figure(`${may_count} of ${GRANTS.length}`),
          cell(role_code, 'quiet'),
        ],
        acts: [editAct(role, at + 1), ...(is_built_in ? [] : [removeAct(role)])],
        enter: goTo({ place: 'staff', about: ROLE_TAB + role_code }, 'What it may do'),
      })
    }),
    empty: 'No roles.',
  })
}

function editAct({ role_code, name }: Role, order_key: number): Act {
  return act({
    key: 'E',
    label: 'Rename or move',
    call: callOf('role.edit', { role: role_code }),
    asks: [
      field('name', 'What it is called', 'text', { value: name, is_required: true }),
      field('order_key', 'Its place in the list', 'number', {
        value: String(order_key),
        is_required: true,
        hint: '1 is the first',
      }),
    ],
  })
}

function removeAct({ role_code, name }: Role): Act {
  return act({
    key: 'X',
    label: 'Remove',
    call: callOf('role.remove', { role: role_code }),
    says: `${name} and what it may do are removed. What was recorded stays.`,
    is_grave: true,
  })
}

function rolePage(library: Library, role: Role, roles: readonly Role[]): PageView {
  const grants = roleGrants(library)
  const { role_code, name } = role
  return page(library, {
    ref: { place: 'staff', about: ROLE_TAB + role_code },
    heading: `What ${name} may do`,
    lead: 'A change holds at once, for everybody who has the role.',
    sections: [
      table({
        section_id: 'grants',
        heading: '',
        columns: ['May', 'How far', 'Who else may'],
        rows: GRANTS.map((entry) => grantRow(role, entry.grant, { roles, grants })),
        empty: 'Nothing can be allowed.',
      }),
    ],
    acts: [goToRoles()],
  })
}

type RolesInForce = { readonly roles: readonly Role[]; readonly grants: readonly RoleGrant[] }

function grantRow(role: Role, grant: Grant, { roles, grants }: RolesInForce): PageRow {
  const has = grantOf(grants, role.role_code, grant)
  const others = roles.filter((one) => one !== role && mayRole(grants, one.role_code, grant))
  return row({
    row_id: `grant ${grant}`,
    cells: [
      cell(grantEntry(grant).label),
      cell(reachWords(has, grant), has === null ? 'quiet' : 'plain'),
      cell(others.map((one) => one.name).join(', '), 'quiet'),
    ],
    enter: isGrantFixed(role.role_code, grant) ? null : grantAct(role, grant, has),
  })
}

function grantOf(grants: readonly RoleGrant[], role: string, grant: Grant): RoleGrant | null {
  return grants.find((one) => one.role === role && one.grant === grant) ?? null
}

function grantAct({ role_code, name }: Role, grant: Grant, has: RoleGrant | null): Act {
  const { ceiling, label } = grantEntry(grant)
  const amount = field('amount_cents_max', 'Up to', 'money', {
    value: has?.amount_cents_max?.toString() ?? '',
    hint: 'Empty: without limit',
  })
  const days = field('days_count_max', 'Up to so many days', 'number', {
    value: has?.days_count_max?.toString() ?? '',
    hint: 'Empty: without limit',
  })
  return act({
    label: 'Change',
    call: callOf('role.set', { role: role_code, grant }),
    says: label,
    asks: [
      field('is_granted', `${name} may`, 'tick', { value: has ? 'yes' : '' }),
      ...(ceiling === 'cents' ? [amount] : []),
      ...(ceiling === 'days' ? [days] : []),
    ],
  })
}
