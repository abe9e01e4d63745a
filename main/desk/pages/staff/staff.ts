/**
 * Who works here, each with what can be changed; the roles are on a page beside it. Who may open it is in
 * shared/desk/page-grants.ts. Must never hold a PIN or its hash.
 */
import type { Act, Field, PageRow, PageView } from '../../../../shared/desk/page.ts'
import type { Role } from '../../../../shared/staff/roles.ts'
import { rolesSaid } from '../../../library/staff-known.ts'
import { allStaff, type StaffListRow } from '../../../store/policy/staff-rows.ts'
import type { Desk } from '../../desk.ts'
import { act, callOf, cell, field, figure, ownPinField, page, row, table } from '../make.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { speechOf } from '../../clerk-language.ts'
import { goToRoles, rolesPage } from './roles.ts'

type StaffWords = Words['pages']['staff']
type OwnPin = ReturnType<typeof ownPinField>

/** @param about "roles" and "role page" for the roles and what they may do, else empty */
export function staffPage(desk: Desk, about: string): PageView | null {
  return about === '' ? peoplePage(desk) : rolesPage(desk, about)
}

function peoplePage(desk: Desk): PageView {
  const { library } = desk
  const speech = speechOf(desk)
  const words = speech.words.pages.staff
  const pin = ownPinField(speech)
  const { columns } = words
  const roles = rolesSaid(library, speech.words)
  return page(library, {
    ref: { place: 'staff', about: '' },
    heading: words.heading,
    lead: words.lead,
    sections: [
      table({
        section_id: 'staff',
        heading: '',
        columns: [columns.name, columns.initials, columns.role, columns.badge, columns.signs_in],
        rows: library.db.all(allStaff, {}).map((person) => personRow(words, person, roles, pin)),
        empty: words.empty,
      }),
    ],
    acts: [
      act({
        key: 'A',
        label: words.add,
        call: callOf('staff.add', {}),
        asks: [
          ...personFields(words, null, roles),
          field('pin', words.pin, 'pin', { is_required: true, hint: words.pin_hint }),
          pin,
        ],
      }),
      act({
        key: 'M',
        label: words.own_pin,
        call: callOf('staff.set-own-pin', {}),
        asks: [
          field('pin', words.pin_now, 'pin', { is_required: true }),
          field('new_pin', words.pin_next, 'pin', { is_required: true, hint: words.pin_hint }),
        ],
      }),
      goToRoles(words),
    ],
  })
}

type PersonField = Field & { readonly name: 'name' | 'initials' | 'role' | 'badge_barcode' }

function roleField({ columns }: StaffWords, roles: readonly Role[], value: string): Field & { readonly name: 'role' } {
  const options = roles.map(({ role_code, name }) => ({ value: role_code, label: name }))
  return field('role', columns.role, 'choice', { value, is_required: true, options })
}

function personFields(words: StaffWords, person: StaffListRow | null, roles: readonly Role[]): readonly PersonField[] {
  const { columns, initials_hint, badge_hint } = words
  return [
    field('name', columns.name, 'text', { value: person?.name ?? '', is_required: true }),
    field('initials', columns.initials, 'text', {
      value: person?.initials ?? '',
      is_required: true,
      hint: initials_hint,
    }),
    roleField(words, roles, person?.role ?? 'staff'),
    field('badge_barcode', columns.badge, 'text', {
      value: person?.badge_barcode ?? '',
      hint: badge_hint,
    }),
  ]
}

function personRow(words: StaffWords, person: StaffListRow, roles: readonly Role[], pin: OwnPin): PageRow {
  const { staff_code, is_active } = person
  const role = roles.find((one) => one.role_code === person.role)
  return row({
    row_id: `staff ${staff_code}`,
    tone: is_active === 1 ? 'plain' : 'quiet',
    cells: [
      cell(person.name),
      cell(person.initials),
      cell(role?.name ?? words.no_role(person.role), role ? 'plain' : 'quiet'),
      figure(person.badge_barcode ?? '', 'quiet'),
      cell(is_active === 1 ? words.signs_in.yes : words.signs_in.no, is_active === 1 ? 'plain' : 'quiet'),
    ],
    acts:
      is_active === 1
        ? activeActs(words, person, roles, pin)
        : [reopenAct(words, staff_code, [...(role ? [] : [roleField(words, roles, 'staff')]), pin])],
  })
}

/** Whose role is gone since is asked which one it is now. */
function reopenAct(
  { reopen }: StaffWords,
  staff_code: string,
  asks: readonly (ReturnType<typeof roleField> | OwnPin)[],
): Act {
  return act({ key: 'O', label: reopen, call: callOf('staff.reopen', { staff_code }), asks })
}

function activeActs(words: StaffWords, person: StaffListRow, roles: readonly Role[], pin: OwnPin): Act[] {
  const { staff_code, name } = person
  return [
    act({
      key: 'E',
      label: words.edit,
      call: callOf('staff.edit', { staff_code }),
      asks: [
        ...personFields(words, person, roles),
        field('new_pin', words.new_pin, 'pin', { hint: words.pin_if_new }),
        pin,
      ],
    }),
    act({
      key: 'P',
      label: words.new_pin,
      call: callOf('staff.set-pin', { staff_code }),
      asks: [field('new_pin', words.new_pin, 'pin', { is_required: true, hint: words.pin_hint }), pin],
    }),
    act({
      key: 'B',
      label: words.new_badge,
      call: callOf('staff.new-badge', { staff_code }),
      says: words.new_badge_says(name),
      asks: [pin],
    }),
    act({
      key: 'C',
      label: words.close,
      call: callOf('staff.close', { staff_code }),
      says: words.close_says(name),
      asks: [pin],
      is_grave: true,
    }),
  ]
}
