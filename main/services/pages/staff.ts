/**
 * Who works here, each with what can be changed; and what each role may do. Builds nothing for whoever may not change
 * staff. Must never hold a PIN or its hash.
 */
import type { Act, Field, PageRow, PageView } from '../../../shared/desk/page.ts'
import { cents, moneyText } from '../../../shared/kernel/money.ts'
import {
  grantEntry,
  GRANTS,
  isGrantFixed,
  ROLE_LABELS,
  ROLES,
  type Grant,
  type Role,
  type RoleGrant,
} from '../../../shared/staff/permissions.ts'
import { allStaff, type StaffListRow } from '../../store/staff-rows.ts'
import type { Desk } from '../context.ts'
import { may, roleGrants } from '../grants.ts'
import { act, callOf, cell, field, figure, figures, goTo, page, row, table } from './make.ts'

const ROLES_TAB = 'roles'
const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }))
const PIN_HINT = '4 to 12 digits'

/** @param about "roles" for what roles may do, else empty */
export function staffPage(desk: Desk, about: string): PageView | null {
  if (!may(desk, 'edit-staff')) return null
  return about === ROLES_TAB ? rolesPage(desk) : peoplePage(desk)
}

function peoplePage(desk: Desk): PageView {
  return page(desk, {
    ref: { place: 'staff', about: '' },
    heading: 'Staff',
    lead: 'Whoever leaves is closed, never taken away: what they recorded keeps their name.',
    sections: [
      table({
        section_id: 'staff',
        heading: '',
        columns: ['Name', 'Initials', 'Role', figures('Badge'), 'Signs in'],
        rows: desk.store.desk.all(allStaff, {}).map(personRow),
        empty: 'Nobody works here yet. A adds somebody.',
      }),
    ],
    acts: [
      act({
        key: 'A',
        label: 'Add somebody',
        call: callOf('staff.add', {}),
        asks: [...personFields(null), field('pin', 'PIN', 'pin', { is_required: true, hint: PIN_HINT })],
      }),
      act({
        key: 'M',
        label: 'My own PIN',
        call: callOf('staff.set-own-pin', {}),
        asks: [
          field('pin', 'Your PIN now', 'pin', { is_required: true }),
          field('new_pin', 'Your new PIN', 'pin', { is_required: true, hint: PIN_HINT }),
        ],
      }),
      goTo({ place: 'staff', about: ROLES_TAB }, 'What roles may do', 'R'),
    ],
  })
}

type PersonField = Field & { readonly name: 'name' | 'initials' | 'role' | 'badge_barcode' }

function personFields(person: StaffListRow | null): readonly PersonField[] {
  return [
    field('name', 'Name', 'text', { value: person?.name ?? '', is_required: true }),
    field('initials', 'Initials', 'text', {
      value: person?.initials ?? '',
      is_required: true,
      hint: 'Up to five letters',
    }),
    field('role', 'Role', 'choice', { value: person?.role ?? 'staff', is_required: true, options: ROLE_OPTIONS }),
    field('badge_barcode', 'Badge', 'text', {
      value: person?.badge_barcode ?? '',
      hint: 'Type its number, or leave it empty',
    }),
  ]
}

function personRow(person: StaffListRow): PageRow {
  const { staff_code, is_active } = person
  return row({
    row_id: `staff ${staff_code}`,
    tone: is_active === 1 ? 'plain' : 'quiet',
    cells: [
      cell(person.name),
      cell(person.initials),
      cell(ROLE_LABELS[person.role as Role] ?? person.role),
      figure(person.badge_barcode ?? '', 'quiet'),
      cell(is_active === 1 ? 'Yes' : 'No, closed', is_active === 1 ? 'plain' : 'quiet'),
    ],
    acts:
      is_active === 1
        ? activeActs(person)
        : [act({ key: 'O', label: 'Open again', call: callOf('staff.reopen', { staff_code }) })],
  })
}

function activeActs(person: StaffListRow): Act[] {
  const { staff_code, name } = person
  return [
    act({ key: 'E', label: 'Edit', call: callOf('staff.edit', { staff_code }), asks: personFields(person) }),
    act({
      key: 'P',
      label: 'New PIN',
      call: callOf('staff.set-pin', { staff_code }),
      asks: [field('new_pin', 'New PIN', 'pin', { is_required: true, hint: PIN_HINT })],
    }),
    act({
      key: 'C',
      label: 'Close',
      call: callOf('staff.close', { staff_code }),
      says: `${name} will not be able to sign in any more.`,
      is_grave: true,
    }),
  ]
}

const ROLE_KEYS: Readonly<Record<Role, string>> = { staff: 'S', supervisor: 'U', manager: 'M' }

function rolesPage(desk: Desk): PageView {
  const rows = roleGrants(desk)
  return page(desk, {
    ref: { place: 'staff', about: ROLES_TAB },
    heading: 'What roles may do',
    lead:
      'A change holds at once. An act at the desk that goes past a role waits for somebody whose role reaches it. ' +
      'Pages that a role may not open, and fines let off at check-in, need somebody who may to sign in.',
    sections: [
      table({
        section_id: 'roles',
        heading: '',
        columns: ['May', ...ROLES.map((role) => ROLE_LABELS[role])],
        rows: GRANTS.map(({ grant, label }) =>
          row({
            row_id: `grant ${grant}`,
            cells: [cell(label), ...ROLES.map((role) => reachCell(grantOf(rows, role, grant), grant))],
            acts: ROLES.filter((role) => !isGrantFixed(role, grant)).map((role) => roleAct(rows, role, grant)),
          }),
        ),
        empty: 'No grants.',
      }),
    ],
  })
}

function grantOf(rows: readonly RoleGrant[], role: Role, grant: Grant): RoleGrant | null {
  return rows.find((one) => one.role === role && one.grant === grant) ?? null
}

function reachCell(has: RoleGrant | null, grant: Grant): ReturnType<typeof cell> {
  if (has === null) return cell('no', 'quiet')
  const { ceiling } = grantEntry(grant)
  if (ceiling === 'cents' && has.amount_cents_max !== null)
    return cell(`up to ${moneyText(cents(has.amount_cents_max))}`)
  if (ceiling === 'days' && has.days_count_max !== null) return cell(`up to ${has.days_count_max} days`)
  return cell(ceiling === 'none' ? 'yes' : 'yes, without limit')
}

function roleAct(rows: readonly RoleGrant[], role: Role, grant: Grant): Act {
  const { ceiling, label } = grantEntry(grant)
  const has = grantOf(rows, role, grant)
  const amount = field('amount_cents_max', 'Up to', 'money', {
    value: has?.amount_cents_max?.toString() ?? '',
    hint: 'Empty: without limit',
  })
  const days = field('days_count_max', 'Up to so many days', 'number', {
    value: has?.days_count_max?.toString() ?? '',
    hint: 'Empty: without limit',
  })
  return act({
    key: ROLE_KEYS[role],
    label: ROLE_LABELS[role],
    call: callOf('role.set', { role, grant }),
    says: label,
    asks: [
      field('is_granted', `${ROLE_LABELS[role]} may`, 'tick', { value: has ? 'yes' : '' }),
      ...(ceiling === 'cents' ? [amount] : []),
      ...(ceiling === 'days' ? [days] : []),
    ],
  })
}
