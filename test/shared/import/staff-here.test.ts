/** What a folder would make of who works here: told by name, without a PIN and without the number of a badge. */
import { expect, test } from 'vitest'
import { staffChange, staffChangeName, staffFinding, type StaffPerson } from '../../../shared/import/staff-here.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { ENGLISH } from '../../support/speech.ts'

const BADGE = '29999000000026'
const BEN: StaffPerson = {
  staff_code: 'BC-1',
  name: 'Ben Cole',
  initials: 'BC',
  role: 'staff',
  badge_barcode: null,
  is_active: true,
  has_pin: true,
}
const ROLES: Readonly<Record<string, string>> = { staff: 'Staff', manager: 'Manager' }
const roleOf = (code: string): string => ROLES[code] ?? code
const LEFT = { ...BEN, is_active: false }
const KOHL = { ...BEN, name: 'Ben Kohl', initials: 'BK' }

const TABLE: readonly (readonly [StaffPerson | null, StaffPerson, string])[] = [
  [null, BEN, 'Adds Ben Cole (BC): role Staff.'],
  [null, { ...BEN, role: 'manager', badge_barcode: BADGE }, 'Adds Ben Cole (BC): role Manager; with a badge.'],
  [BEN, { ...BEN, role: 'manager' }, 'Changes Ben Cole (BC): role Manager, was Staff.'],
  [BEN, { ...BEN, badge_barcode: BADGE }, 'Changes Ben Cole (BC): with another badge.'],
  [{ ...BEN, badge_barcode: BADGE }, BEN, 'Changes Ben Cole (BC): without a badge.'],
  [BEN, KOHL, 'Changes Ben Cole (BC): name Ben Kohl, was Ben Cole; initials BK, was BC.'],
  [{ ...BEN, has_pin: false }, BEN, 'Changes Ben Cole (BC): with a PIN.'],
  [BEN, LEFT, 'Deactivates Ben Cole (BC).'],
  [LEFT, { ...BEN, role: 'manager' }, 'Reactivates Ben Cole (BC): role Manager, was Staff.'],
]

test.each(TABLE)('%j to %j', (before, after, says) => {
  const change = must(staffChange(before, after), 'a change')
  const found = staffFinding(change, true, roleOf)
  expect([found.kind, ENGLISH.finding(found.fact)]).toEqual(['warns', says])
  const others = staffFinding(change, false, roleOf)
  expect([others.kind, ENGLISH.finding(others.fact).startsWith(says)]).toEqual(['stops', true])
  expect(`${staffChangeName(change)} ${ENGLISH.finding(others.fact)}`).not.toContain(BADGE)
})

test('what stands already is no change', () => {
  expect(staffChange(BEN, { ...BEN })).toBeNull()
  expect(staffChange(LEFT, { ...LEFT })).toBeNull()
})

test('each change has a name of its own, which the contract takes', () => {
  const names = TABLE.map(([before, after]) => staffChangeName(must(staffChange(before, after), 'a change')))
  expect(new Set(names).size).toBe(TABLE.length)
  const long = { ...BEN, staff_code: 'c'.repeat(64), name: 'n'.repeat(200), initials: 'iiiii', role: 'r'.repeat(64) }
  expect(staffChangeName(must(staffChange(null, long), 'a change')).length).toBeLessThanOrEqual(400)
})
