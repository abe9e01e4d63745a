/**
 * kill -9 before and after every statement of every transaction of whole shifts; of the long run of like rows that
 * taking data in writes, before and after every fifth.
 */
import { test } from 'vitest'
import { DATA_SHIFT } from '../crash/data-shift.ts'
import { expectWholeAfterKills } from '../crash/killed.ts'
import { MONEY_SHIFT } from '../crash/money-shift.ts'
import { PLAIN_SHIFT } from '../crash/plain-shift.ts'
import { RESTORE_SHIFT } from '../crash/restore-shift.ts'

test.each([
  ['every statement of a plain shift', PLAIN_SHIFT, 1],
  ['every statement of a shift with money, holds and rare acts', MONEY_SHIFT, 1],
  ['every fifth of a desk from nothing: files, data in, set-up, settling, upkeep', DATA_SHIFT, 5],
  ['every statement of a backup put in place', RESTORE_SHIFT, 1],
])('killed before and after %s', async (_, shift, every) => {
  await expectWholeAfterKills(shift, every)
})
