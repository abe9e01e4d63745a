/** kill -9 at every point of a backup put in place. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { RESTORE_SHIFT } from './restore-shift.ts'

test('killed there, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(RESTORE_SHIFT)
})
