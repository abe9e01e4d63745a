/** kill -9 at every point of a desk from nothing: data in, set-up, settling, upkeep. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { DATA_SHIFT } from './data-shift.ts'

test('killed there, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(DATA_SHIFT)
})
