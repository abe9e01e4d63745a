/** kill -9 before and after every statement of a backup put in place. */
import { test } from 'vitest'
import { expectWholeAfterKills } from '../crash/killed.ts'
import { RESTORE_SHIFT } from '../crash/restore-shift.ts'

test('killed there, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(RESTORE_SHIFT, 1)
})
