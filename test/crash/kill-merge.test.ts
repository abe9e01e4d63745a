/** kill -9 at every point of a merge of two records, and its undo. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { MERGE_SHIFT } from './merge-shift.ts'

test('killed there, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(MERGE_SHIFT)
})
