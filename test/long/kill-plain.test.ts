/** kill -9 before and after every statement of a plain shift. */
import { test } from 'vitest'
import { expectWholeAfterKills } from '../crash/killed.ts'
import { PLAIN_SHIFT } from '../crash/plain-shift.ts'

test('killed there, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(PLAIN_SHIFT, 1)
})
