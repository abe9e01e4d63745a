/** kill -9 at steps spread over a drawer’s day; every one has its turn in the long tests. */
import { test } from 'vitest'
import { CASH_SHIFT } from './cash-shift.ts'
import { expectWholeAfterKills } from './killed.ts'

test('killed before and after some of the statements, no cent is lost or taken twice', async () => {
  await expectWholeAfterKills(CASH_SHIFT, 37)
})
