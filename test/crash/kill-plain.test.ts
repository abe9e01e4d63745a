/** kill -9 at steps spread over a plain shift; every one has its turn in the long tests. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { PLAIN_SHIFT } from './plain-shift.ts'

test('killed before and after some of the statements, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(PLAIN_SHIFT, 37)
})
