/** kill -9 at every point of a plain shift. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { PLAIN_SHIFT } from './plain-shift.ts'

test('killed there, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(PLAIN_SHIFT)
})
