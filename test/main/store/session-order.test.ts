/** Sessions of drawers come in the order of their entries: a clock that was set back orders nothing. */
import { expect, test } from 'vitest'
import { everySession } from '../../../main/store/money/cash-rows.ts'
import { openStore } from '../../../main/store/store.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'

test('the session that was opened first comes first, also where the clock was set back', () => {
  const store = openStore(testFolder(), KEY)
  try {
    const columns = `(?, 'D', 'B', 'closed', ?, ?, ?, 0, 0, 0, 0, 1, ?)`
    const put = store.db.db.prepare(`INSERT INTO drawer_session VALUES ${columns}`)
    put.run(['first', 2000, 3000, 1, 10])
    put.run(['second', 1000, 1500, 2, 20])
    expect(store.db.all(everySession, {}).map((one) => one.session_ref)).toEqual(['first', 'second'])
  } finally {
    store.close()
  }
})
