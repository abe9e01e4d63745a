/** Which PINs may be given to whom. */
import { describe, expect, it, test } from 'vitest'
import { SHIPPED_GRANTS } from '../../../shared/staff/permissions.ts'
import { needsLongPin, pinFault } from '../../../shared/staff/pin-strength.ts'

const SHORT = { reason: 'short', digits: 6 }
const EASY = { reason: 'easy' }

describe('a PIN', () => {
  it.each([
    ['4711', null, SHORT],
    ['25801', null, SHORT],
    ['258014', null, null],
    ['1234', EASY, SHORT],
    ['123456', EASY, EASY],
    ['987654', EASY, EASY],
    ['890123', EASY, EASY],
    ['0000', EASY, SHORT],
    ['777777', EASY, EASY],
    ['121212', EASY, EASY],
    ['471471', EASY, EASY],
    ['1987', EASY, SHORT],
    ['198704', EASY, EASY],
    ['041987', EASY, EASY],
    ['201526', EASY, EASY],
    ['122333', null, null],
  ])('%s of a clerk, and of a manager', (pin, clerk, manager) => {
    expect([pinFault(pin, false), pinFault(pin, true)]).toEqual([clerk, manager])
  })
})

test('of the roles that come with the program only the manager needs a long one', () => {
  const roles = ['staff', 'supervisor', 'manager']
  expect(roles.filter((role) => needsLongPin(SHIPPED_GRANTS, role))).toEqual(['manager'])
})
