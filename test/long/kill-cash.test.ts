/** kill -9 at every statement of each act at a drawer and at the safe. */
import { test } from 'vitest'
import { CASH_ACTS, cashFiles } from '../crash/cash-acts.ts'
import { expectActsWhole } from '../crash/killed-act.ts'

test('killed there, no cent is lost or taken twice', async () => {
  await expectActsWhole(cashFiles(), CASH_ACTS, 'every')
})
