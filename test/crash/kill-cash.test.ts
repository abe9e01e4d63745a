/** kill -9 once in each act at a drawer and at the safe; every statement has its turn in the long tests. */
import { test } from 'vitest'
import { CASH_ACTS, cashFiles } from './cash-acts.ts'
import { expectActsWhole } from './killed-act.ts'

test('killed among its statements or after the last one, no act is lost or done twice', async () => {
  await expectActsWhole(cashFiles(), CASH_ACTS, 'once')
})
