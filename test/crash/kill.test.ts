/** kill -9 at statements spread over whole shifts; every single one has its turn in the long tests. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { MONEY_SHIFT } from './money-shift.ts'
import { PLAIN_SHIFT } from './plain-shift.ts'

test.each([
  ['a plain shift', PLAIN_SHIFT, 3],
  ['a shift with money, holds and rare acts', MONEY_SHIFT, 11],
])('killed before and after statements of %s', async (_, shift, every) => {
  await expectWholeAfterKills(shift, every)
})
