/** kill -9 at every point of a shift with money, holds and rare acts. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { MONEY_SHIFT } from './money-shift.ts'

test('killed there, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(MONEY_SHIFT)
})
