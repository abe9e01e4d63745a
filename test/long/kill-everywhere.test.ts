/** kill -9 before and after every statement of every transaction of whole shifts. */
import { test } from 'vitest'
import { DATA_SHIFT } from '../crash/data-shift.ts'
import { expectWholeAfterKills } from '../crash/killed.ts'
import { MONEY_SHIFT } from '../crash/money-shift.ts'
import { PLAIN_SHIFT } from '../crash/plain-shift.ts'
import { RESTORE_SHIFT } from '../crash/restore-shift.ts'

test.each([
  ['a plain shift', PLAIN_SHIFT],
  ['a shift with money, holds and rare acts', MONEY_SHIFT],
  ['a desk from nothing: files, data in, set-up, settling, upkeep', DATA_SHIFT],
  ['a backup put in place', RESTORE_SHIFT],
])('killed before and after every statement of %s', async (_, shift) => {
  await expectWholeAfterKills(shift, 1)
})
