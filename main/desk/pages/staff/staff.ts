/**
 * Who works here, each with what can be changed; the roles are on a page beside it. Who may open it is in
 * shared/desk/page-grants.ts. Must never hold a PIN or its hash.
 */
import type { Act, Field, PageRow, PageView } from '../../../../shared/desk/page.ts'
import type { Role } from '../../../../shared/staff/roles.ts'
import { rolesIn } from '../../../store/policy/role-rows.ts'
import { allStaff, type StaffListRow } from '../../../store/policy/staff-rows.ts'
import type { Desk } from '../../desk.ts'
import { act, callOf, cell, field, figure, figures, page, row, table } from '../make.ts'
import { goToRoles, rolesPage } from './roles.ts'
import type { Library } from '../../../library/library.ts'

const PIN_HINT = '4 to 12 digits'

/** @param about "roles" and "role page" for the roles and what they may do, else empty */
export function staffPage(desk: Desk, about: string): PageView | null {
  return about === '' ? peoplePage(desk.library) : rolesPage(desk.library, about)
}

function peoplePage(library: Library): PageView {
  const roles = rolesIn(library.db)
  return page(library, {
    ref: { place: 'staff', about: '' },
    heading: 'Staff',
    lead: 'Whoever leaves is closed, never taken away: what they recorded keeps their name.',
    sections: [
      table({
        section_id: 'staff',
        heading: '',
        columns: ['Name', 'Initials', 'Role', figures('Badge'), 'Signs in'],
        rows: library.db.all(allStaff, {}).map((person) => personRow(person, roles)),
        empty: 'Nobody works here yet. A adds somebody.',
      }),
    ],
    acts: [
      act({
        key: 'A',
        label: 'Add somebody',
        call: callOf('staff.add', {}),
        asks: [...personFields(null, roles), field('pin', 'PIN', 'pin', { is_required: true, hint: PIN_HINT })],
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
      goToRoles(),
    ],
  })
}

type PersonField = Field & { readonly name: 'name' | 'initials' | 'role' | 'badge_barcode' }

function roleField(roles: readonly Role[], value: string): Field & { readonly name: 'role' } {
  const options = roles.map(({ role_code, name }) => ({ value: role_code, label: name }))
  return field('role', 'Role', 'choice', { value, is_required: true, options })
}

function personFields(person: StaffListRow | null, roles: readonly Role[]): readonly PersonField[] {
  return [
    field('name', 'Name', 'text', { value: person?.name ?? '', is_required: true }),
    field('initials', 'Initials', 'text', {
      value: person?.initials ?? '',
      is_required: true,
      hint: 'Up to five letters',
    }),
    roleField(roles, person?.role ?? 'staff'),
    field('badge_barcode', 'Badge', 'text', {
      value: person?.badge_barcode ?? '',
      hint: 'Type its number, or leave it empty',
    }),
  ]
}

function personRow(person: StaffListRow, roles: readonly Role[]): PageRow {
  const { staff_code, is_active } = person
  const role = roles.find((one) => one.role_code === person.role)
  return row({
    row_id: `staff ${staff_code}`,
    tone: is_active === 1 ? 'plain' : 'quiet',
    cells: [
      cell(person.name),
      cell(person.initials),
      cell(role?.name ?? `${person.role}, no role any more`, role ? 'plain' : 'quiet'),
      figure(person.badge_barcode ?? '', 'quiet'),
      cell(is_active === 1 ? 'Yes' : 'No, closed', is_active === 1 ? 'plain' : 'quiet'),
    ],
    acts:
      is_active === 1 ? activeActs(person, roles) : [reopenAct(staff_code, role ? [] : [roleField(roles, 'staff')])],
  })
}

/** Whose role is gone since is asked which one it is now. */
function reopenAct(staff_code: string, asks: readonly ReturnType<typeof roleField>[]): Act {
  return act({ key: 'O', label: 'Open again', call: callOf('staff.reopen', { staff_code }), asks })
}

function activeActs(person: StaffListRow, roles: readonly Role[]): Act[] {
  const { staff_code, name } = person
  return [
    act({ key: 'E', label: 'Edit', call: callOf('staff.edit', { staff_code }), asks: personFields(person, roles) }),
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
