/** kill -9 before and after every statement of a shift with money, holds and rare acts. */
import { test } from 'vitest'
import { expectWholeAfterKills } from '../crash/killed.ts'
import { MONEY_SHIFT } from '../crash/money-shift.ts'

test('killed there, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(MONEY_SHIFT, 1)
})
