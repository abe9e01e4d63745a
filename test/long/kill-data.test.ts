/** kill -9 before and after every fifth statement of a desk from nothing: data in, set-up, settling, upkeep. */
import { test } from 'vitest'
import { expectWholeAfterKills } from '../crash/killed.ts'
import { DATA_SHIFT } from '../crash/data-shift.ts'

test('killed there, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(DATA_SHIFT, 5)
})
