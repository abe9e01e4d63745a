/** kill -9 while cards of a family are renewed in one act, and while that is undone: all of them, or nobody. */
import { test } from 'vitest'
import { expectWholeAfterKills } from './killed.ts'
import { FAMILY_SHIFT } from './family-shift.ts'

test('killed there, all are renewed or nobody is', async () => {
  await expectWholeAfterKills(FAMILY_SHIFT)
})
