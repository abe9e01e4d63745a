/** Roles and grants: what is shipped, how far it reaches, and what a library's own rows change. */
import { describe, expect, test } from 'vitest'
import {
  grantsWith,
  GRANTS,
  isGrantFixed,
  mayRole,
  SHIPPED_GRANTS,
  type BuiltInRole,
  type Grant,
} from '../../../shared/staff/permissions.ts'

test('a manager has every grant without limit, and each role has at least what the one below has', () => {
  for (const { grant } of GRANTS) {
    expect(mayRole(SHIPPED_GRANTS, 'manager', grant, 10_000_000), grant).toBe(true)
    if (mayRole(SHIPPED_GRANTS, 'staff', grant)) expect(mayRole(SHIPPED_GRANTS, 'supervisor', grant), grant).toBe(true)
  }
  expect(new Set(GRANTS.map((entry) => entry.grant)).size).toBe(GRANTS.length)
})

describe('ceilings', () => {
  const TABLE: readonly (readonly [BuiltInRole, Grant, number, boolean])[] = [
    ['staff', 'waive', 500, true],
    ['staff', 'waive', 501, false],
    ['supervisor', 'waive', 5000, true],
    ['supervisor', 'waive', 5001, false],
    ['staff', 'backdate', 7, true],
    ['staff', 'backdate', 8, false],
    ['supervisor', 'backdate', 30, true],
    ['manager', 'backdate', 3650, true],
    ['staff', 'take-money', 0, true],
    ['staff', 'no-sale', 0, true],
    ['staff', 'void-receipt', 500, true],
    ['staff', 'void-receipt', 501, false],
    ['staff', 'refund', 501, false],
    ['staff', 'pay-out', 501, false],
    ['staff', 'sign-off-variance', 0, false],
    ['staff', 'see-cash', 0, false],
    ['supervisor', 'refund', 5000, true],
    ['staff', 'refund-in-cash', 0, false],
    ['supervisor', 'refund-in-cash', 5000, true],
    ['supervisor', 'refund-in-cash', 5001, false],
    ['staff', 'credit-for-others', 1, false],
    ['supervisor', 'credit-for-others', 5000, true],
    ['supervisor', 'sign-off-variance', 5001, false],
    ['supervisor', 'close-others-drawer', 0, true],
    ['supervisor', 'confirm-deposit', 0, true],
    ['staff', 'edit-staff', 0, false],
    ['nobody knows', 'waive', 0, false] as never,
  ]
  test.each(TABLE)('%s, %s up to %i: %s', (role, grant, reach, may) => {
    expect(mayRole(SHIPPED_GRANTS, role, grant, reach)).toBe(may)
  })
})

describe('a library’s own rows', () => {
  const row = {
    role: 'staff',
    grant: 'waive',
    amount_cents_max: null,
    days_count_max: null,
    day_cents_max: null,
  } as const

  test('stand over the shipped one of the same role and grant, and leave the others', () => {
    const taken = grantsWith([{ ...row, is_granted: false }])
    expect(mayRole(taken, 'staff', 'waive')).toBe(false)
    expect(mayRole(taken, 'supervisor', 'waive', 5000)).toBe(true)
    const wider = grantsWith([{ ...row, amount_cents_max: 2000, is_granted: true }])
    expect([mayRole(wider, 'staff', 'waive', 2000), mayRole(wider, 'staff', 'waive', 2001)]).toEqual([true, false])
    expect(mayRole(grantsWith([{ ...row, is_granted: true }]), 'staff', 'waive', 1_000_000)).toBe(true)
  })

  test('never take from managers that they may change staff', () => {
    expect(isGrantFixed('manager', 'edit-staff')).toBe(true)
    const shut = grantsWith([{ ...row, role: 'manager', grant: 'edit-staff', is_granted: false }])
    expect(mayRole(shut, 'manager', 'edit-staff')).toBe(true)
    expect(mayRole(shut, 'supervisor', 'edit-staff')).toBe(false)
  })
})
