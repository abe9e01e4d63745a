/** kill -9 at every point of each act at a drawer and at the safe. */
import { test } from 'vitest'
import { CASH_ACTS, cashFiles } from './cash-acts.ts'
import { expectActsWhole } from './killed-act.ts'

test('killed there, no cent is lost or taken twice', async () => {
  await expectActsWhole(cashFiles(), CASH_ACTS)
})
