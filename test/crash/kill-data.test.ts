/** kill -9 at steps spread over a desk from nothing to its first settling; more have their turn in the long tests. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { DATA_SHIFT } from './data-shift.ts'

test('killed before and after some of the statements, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(DATA_SHIFT, 503)
})
