/** kill -9 at steps spread over a backup put in place; every one has its turn in the long tests. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { RESTORE_SHIFT } from './restore-shift.ts'

test('killed before and after some of the statements, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(RESTORE_SHIFT, 127)
})
