/** kill -9 around every fourth statement of a merge of two records, and its undo: all of them take half an hour. */
import { test } from 'vitest'
import { expectWholeAfterKills } from '../crash/killed.ts'
import { MERGE_SHIFT } from '../crash/merge-shift.ts'

test('killed there, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(MERGE_SHIFT, 4)
})
