/** kill -9 at steps spread over a shift with money, holds and rare acts; every one has its turn in the long tests. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { MONEY_SHIFT } from './money-shift.ts'

test('killed before and after some of the statements, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(MONEY_SHIFT, 23)
})
