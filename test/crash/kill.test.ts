/** kill -9 at statements spread over whole shifts; every single one has its turn in the long tests. */
import { test } from 'vitest'
import { DATA_SHIFT } from './data-shift.ts'
import { expectWholeAfterKills } from './killed.ts'
import { MONEY_SHIFT } from './money-shift.ts'
import { PLAIN_SHIFT } from './plain-shift.ts'
import { RESTORE_SHIFT } from './restore-shift.ts'

test.each([
  ['a plain shift', PLAIN_SHIFT, 9],
  ['a shift with money, holds and rare acts', MONEY_SHIFT, 23],
  ['a desk from nothing: files, data in, set-up, settling, upkeep', DATA_SHIFT, 101],
  ['a backup put in place', RESTORE_SHIFT, 23],
])('killed before and after statements of %s', async (_, shift, every) => {
  await expectWholeAfterKills(shift, every)
})
