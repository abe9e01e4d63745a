/** kill -9 while two records become one, and two again: at steps spread over it; every one in the long tests. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { MERGE_SHIFT } from './merge-shift.ts'

test('killed before and after some of the statements, nothing is lost or done twice', async () => {
  await expectWholeAfterKills(MERGE_SHIFT, 97)
})
