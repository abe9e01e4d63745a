/**
 * The roles of the library, each with what can be changed of it; and one role, with everything it may do. Who may
 * open it is in shared/desk/page-grants.ts.
 */
import type { Act, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import {
  grantEntry,
  GRANTS,
  hasDay,
  isGrantFixed,
  mayRole,
  type Grant,
  type RoleGrant,
} from '../../../../shared/staff/permissions.ts'
import { reachText } from '../../../../shared/words/role-change.ts'
import type { Role } from '../../../../shared/staff/roles.ts'
import { rolesIn } from '../../../store/policy/role-rows.ts'
import { allStaff } from '../../../store/policy/staff-rows.ts'
import { roleGrants } from '../../../library/grants.ts'
import { rolesSaid } from '../../../library/staff-known.ts'
import { act, callOf, cell, field, figure, figures, goTo, ownPinField, page, row, table } from '../make.ts'
import type { Library } from '../../../library/library.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'

const ROLES_TAB = 'roles'
const ROLE_TAB = 'role '

type OwnPin = ReturnType<typeof ownPinField>
type RolesWords = Words['pages']['staff']['roles']

export function goToRoles({ roles }: Words['pages']['staff']): Act {
  return goTo({ place: 'staff', about: ROLES_TAB }, roles.go, 'R')
}

/** @param about "roles" for all of them, "role page" for one; null when it is neither, or one that is gone */
export function rolesPage(desk: Desk, about: string): PageView | null {
  const { library } = desk
  const speech = speechOf(desk)
  const roles = rolesSaid(library, speech.words)
  if (about === ROLES_TAB) return allRolesPage(library, speech, roles)
  const role = roles.find(({ role_code }) => about === ROLE_TAB + role_code)
  return role ? rolePage(library, speech, role, roles) : null
}

function allRolesPage(library: Library, speech: Speech, roles: readonly Role[]): PageView {
  const words = speech.words.pages.staff.roles
  const pin = ownPinField(speech)
  return page(library, {
    ref: { place: 'staff', about: ROLES_TAB },
    heading: words.heading,
    lead: words.lead,
    sections: [rolesSection(library, words, roles, pin)],
    acts: [addAct(words, roles, pin), goTo({ place: 'staff', about: '' }, words.to_staff, 'S')],
  })
}

function addAct(words: RolesWords, roles: readonly Role[], pin: OwnPin): Act {
  const options = [
    { value: '', label: words.nothing_yet },
    ...roles.map(({ role_code, name }) => ({ value: role_code, label: name })),
  ]
  return act({
    key: 'A',
    label: words.add,
    call: callOf('role.add', {}),
    asks: [
      field('name', words.name, 'text', { is_required: true }),
      field('copy_of', words.copy_of, 'choice', { value: 'staff', options }),
      pin,
    ],
  })
}

function rolesSection(library: Library, words: RolesWords, roles: readonly Role[], pin: OwnPin): Section {
  const { columns } = words
  const grants = roleGrants(library)
  const staff = library.db.all(allStaff, {}).filter((one) => one.is_active === 1)
  // A role that is only moved keeps the name that the library has for it.
  const own = new Map(rolesIn(library.db).map((one) => [one.role_code, one.name]))
  return table({
    section_id: 'roles',
    heading: '',
    columns: [columns.role, figures(columns.staff), figures(columns.may_do), columns.code],
    rows: roles.map((role, at) => {
      const { role_code, name, is_built_in } = role
      const may_count = GRANTS.filter(({ grant }) => mayRole(grants, role_code, grant)).length
      return row({
        row_id: `role ${role_code}`,
        cells: [
          cell(name),
          figure(staff.filter((one) => one.role === role_code).length),
          figure(words.may_count(may_count, GRANTS.length)),
          cell(role_code, 'quiet'),
        ],
        acts: [
          editAct(words, { ...role, name: own.get(role_code) ?? name }, at + 1, pin),
          ...(is_built_in ? [] : [removeAct(words, role, pin)]),
        ],
        enter: goTo({ place: 'staff', about: ROLE_TAB + role_code }, words.open),
      })
    }),
    empty: words.empty,
  })
}

function editAct(words: RolesWords, { role_code, name }: Role, order_number: number, pin: OwnPin): Act {
  return act({
    key: 'E',
    label: words.edit,
    call: callOf('role.edit', { role: role_code }),
    asks: [
      field('name', words.name, 'text', { value: name, is_required: true }),
      field('order_number', words.place, 'number', {
        value: String(order_number),
        is_required: true,
        hint: words.place_hint,
      }),
      pin,
    ],
  })
}

function removeAct(words: RolesWords, { role_code, name }: Role, pin: OwnPin): Act {
  return act({
    key: 'X',
    label: words.remove,
    call: callOf('role.remove', { role: role_code }),
    says: words.remove_says(name),
    asks: [pin],
    is_grave: true,
  })
}

function rolePage(library: Library, speech: Speech, role: Role, roles: readonly Role[]): PageView {
  const { staff } = speech.words.pages
  const { heading, lead, columns, empty } = staff.role
  const grants = roleGrants(library)
  const { role_code, name } = role
  return page(library, {
    ref: { place: 'staff', about: ROLE_TAB + role_code },
    heading: heading(name),
    lead,
    sections: [
      table({
        section_id: 'grants',
        heading: '',
        columns: [columns.may, columns.limit, columns.others],
        rows: GRANTS.map((entry) => grantRow(speech, role, entry.grant, { roles, grants })),
        empty,
      }),
    ],
    acts: [goToRoles(staff)],
  })
}

type RolesInForce = { readonly roles: readonly Role[]; readonly grants: readonly RoleGrant[] }

function grantRow(speech: Speech, role: Role, grant: Grant, { roles, grants }: RolesInForce): PageRow {
  const has = grantOf(grants, role.role_code, grant)
  const others = roles.filter((one) => one !== role && mayRole(grants, one.role_code, grant))
  return row({
    row_id: `grant ${grant}`,
    cells: [
      cell(speech.words.staff.grants[grant]),
      cell(reachText(speech, has, grant), has === null ? 'quiet' : 'plain'),
      cell(others.map((one) => one.name).join(', '), 'quiet'),
    ],
    enter: isGrantFixed(role.role_code, grant) ? null : grantAct(speech, role, grant, has),
  })
}

function grantOf(grants: readonly RoleGrant[], role: string, grant: Grant): RoleGrant | null {
  return grants.find((one) => one.role === role && one.grant === grant) ?? null
}

function grantAct(speech: Speech, { role_code, name }: Role, grant: Grant, has: RoleGrant | null): Act {
  const { words } = speech
  const { ceiling } = grantEntry(grant)
  const { role } = words.pages.staff
  const amount = field('amount_cents_max', role.amount, 'money', {
    value: has?.amount_cents_max?.toString() ?? '',
    hint: role.no_limit_hint,
  })
  const days = field('days_count_max', role.days, 'number', {
    value: has?.days_count_max?.toString() ?? '',
    hint: role.no_limit_hint,
  })
  const day = field('day_cents_max', role.day, 'money', {
    value: has?.day_cents_max?.toString() ?? '',
    hint: role.no_limit_hint,
  })
  return act({
    label: role.change,
    call: callOf('role.set', { role: role_code, grant }),
    says: words.staff.grants[grant],
    asks: [
      field('is_granted', role.may(name), 'tick', { value: has ? 'yes' : '' }),
      ...(ceiling === 'cents' ? [amount] : []),
      ...(ceiling === 'days' ? [days] : []),
      ...(hasDay(grant) ? [day] : []),
      ownPinField(speech),
    ],
  })
}
