/**
 * The roles of a library as rows: what code a new one has, where it stands, and who is the last that may change
 * staff.
 */
import { describe, expect, test } from 'vitest'
import { grantsWith, mayRole, SHIPPED_GRANTS } from '../../shared/staff/permissions.ts'
import { reachText, roleChangeText, type RoleChange } from '../../shared/words/role-change.ts'
import { ENGLISH } from '../support/said.ts'
import { areLast, isNameTaken, placedAt, roleCodeFor, type Role } from '../../shared/staff/roles.ts'

const role = (role_code: string, name: string, order_number: number): Role => {
  return { role_code, name, is_built_in: order_number < 4, order_number }
}
const ROLES = [role('staff', 'Staff', 1), role('supervisor', 'Supervisor', 2), role('manager', 'Manager', 3)]

describe('the code of a new role', () => {
  test.each([
    ['Page', 'page'],
    ['Children’s librarian', 'childrens-librarian'],
    ['Staff', 'staff-2'],
    ['Bibliothécaire', 'bibliothecaire'],
    ['図書館員', '図書館員'],
    ['!!', 'role'],
    ['A'.repeat(60), 'a'.repeat(40)],
  ])('%s: %s', (name, code) => {
    expect(roleCodeFor(name, new Set(['staff', 'supervisor', 'manager']))).toBe(code)
  })
})

test('two roles are not called alike, however it is written; the same one may keep its name', () => {
  expect(isNameTaken(ROLES, 'SUPERVISOR', '')).toBe(true)
  expect(isNameTaken(ROLES, 'Supervisor', 'supervisor')).toBe(false)
  expect(isNameTaken(ROLES, 'Super visor', '')).toBe(false)
})

describe('a place in the list', () => {
  test.each([
    ['manager', 1, ['manager', 'staff', 'supervisor']],
    ['staff', 2, ['supervisor', 'staff', 'manager']],
    ['staff', 9, ['supervisor', 'manager', 'staff']],
    ['supervisor', 2, ['staff', 'supervisor', 'manager']],
  ])('%s at %i: %j', (code, order_number, codes) => {
    const moved = ROLES.find((one) => one.role_code === code)
    if (!moved) throw new Error(code)
    const placed = placedAt(ROLES, { ...moved, order_number })
    expect(placed.map((one) => one.role_code)).toEqual(codes)
    expect(placed.map((one) => one.order_number)).toEqual([1, 2, 3])
  })
})

const NO_CEILING = { amount_cents_max: null, days_count_max: null, day_cents_max: null } as const

describe('who may change staff', () => {
  const person = (staff_code: string, of: string, is_active = 1) => ({ staff_code, role: of, is_active })
  const staff = [person('rosa', 'manager'), person('wei', 'supervisor'), person('gone', 'manager', 0)]
  const wider = grantsWith([{ role: 'supervisor', grant: 'edit-staff', is_granted: true, ...NO_CEILING }])
  test.each([
    ['Rosa, the only manager who is left', SHIPPED_GRANTS, 'rosa', true],
    ['Wei, who may not', SHIPPED_GRANTS, 'wei', false],
    ['Rosa, where supervisors may too', wider, 'rosa', false],
  ])('%s', (_, grants, code, isLast) => {
    expect(areLast(grants, staff, (one) => one.staff_code === code)).toBe(isLast)
  })
})

test('a role of the library’s own may do nothing but what it was given', () => {
  const given = { role: 'page', grant: 'waive', is_granted: true, ...NO_CEILING, amount_cents_max: 200 } as const
  const grants = grantsWith([given])
  expect([mayRole(grants, 'page', 'waive', 200), mayRole(grants, 'page', 'waive', 201)]).toEqual([true, false])
  expect(mayRole(grants, 'page', 'answer-at-desk')).toBe(false)
})

describe('in words', () => {
  const reach = (
    amount_cents_max: number | null,
    days_count_max: number | null,
    day_cents_max: number | null = null,
  ) => ({
    amount_cents_max,
    days_count_max,
    day_cents_max,
  })
  test.each([
    ['waive', null, 'no'],
    ['waive', reach(500, null), 'up to $5.00'],
    ['waive', reach(500, null, 2500), 'up to $5.00; $25.00 in a day'],
    ['charge', reach(500, null, 2500), 'up to $5.00'],
    ['waive', reach(null, null), 'yes, without limit'],
    ['backdate', reach(null, 7), 'up to 7 days'],
    ['edit-staff', reach(null, null), 'yes'],
  ] as const)('%s, %j: %s', (grant, has, words) => expect(reachText(ENGLISH, has, grant)).toBe(words))

  const page = { role_code: 'page', name: 'Page', is_built_in: 0, order_number: 4 }
  const waive = { role: 'page', grant_code: 'waive', is_granted: 1, amount_cents_max: 200, days_count_max: null }
  const CHANGES: readonly (readonly [string, RoleChange, string, readonly string[]])[] = [
    ['added', { table: 'role', before: null, after: page }, 'Role Page added', []],
    ['removed', { table: 'role', before: page, after: null }, 'Role Page removed', []],
    [
      'renamed',
      { table: 'role', before: page, after: { ...page, name: 'Shelver' } },
      'Role Page renamed',
      ['Now Shelver'],
    ],
    ['moved', { table: 'role', before: page, after: { ...page, order_number: 1 } }, 'Role Page moved', []],
    [
      'given something',
      { table: 'role_grant', before: null, after: waive },
      'What Page may do: Waive charges',
      ['no, now up to $2.00'],
    ],
    [
      'taken something',
      { table: 'role_grant', before: waive, after: { ...waive, is_granted: 0 } },
      'What Page may do: Waive charges',
      ['up to $2.00, now no'],
    ],
  ]
  test.each(CHANGES)('%s', (_, change, what, notes) => {
    expect(roleChangeText(ENGLISH, change, () => 'Page')).toEqual({ what, notes })
  })
})
