/** kill -9 before and after every statement of a drawer’s day. */
import { test } from 'vitest'
import { CASH_SHIFT } from '../crash/cash-shift.ts'
import { expectWholeAfterKills } from '../crash/killed.ts'

test('killed there, no cent is lost or taken twice', async () => {
  await expectWholeAfterKills(CASH_SHIFT, 1)
})
