/**
 * What a return asks of the store: counted, since time says little on a busy machine. What one return asks too much, a
 * whole cart waits for.
 */
import { onTestFinished, expect, test } from 'vitest'
import { openJournal } from '../../../../main/journal/open.ts'
import { DeviceBoard } from '../../../../main/desk/upkeep/devices/board.ts'
import type { Desk } from '../../../../main/desk/desk.ts'
import { commandOf } from '../../../../main/library/command.ts'
import { DeskClock } from '../../../../main/library/desk-clock.ts'
import { Library } from '../../../../main/library/library.ts'
import { scan } from '../../../../main/desk/scan.ts'
import { snapshotOf } from '../../../../main/desk/snapshot.ts'
import { WriteHandle } from '../../../../main/store/sql.ts'
import { openStore } from '../../../../main/store/store.ts'
import { EMPTY_SESSION } from '../../../../shared/desk/session/session.ts'
import { commandId, staffCode } from '../../../../shared/kernel/ids.ts'
import { makeFiles } from '../../support/desk.ts'
import { FakeClock, KEY, QUICK_PIN_COST, seededRandom } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'
import { ITEMS } from '../../support/small-library.ts'

/** Counts what it is asked, and the rows it gives. */
class CountingConnection extends WriteHandle {
  asked_count = 0
  rows_count = 0

  override all: WriteHandle['all'] = (query, params) => {
    const rows = super.all(query, params)
    this.asked_count += 1
    this.rows_count += rows.length
    return rows
  }

  override get: WriteHandle['get'] = (query, params) => {
    const row = super.get(query, params)
    this.asked_count += 1
    this.rows_count += row === null ? 0 : 1
    return row
  }

  override run: WriteHandle['run'] = (query, params) => {
    this.asked_count += 1
    return super.run(query, params)
  }
}

const staff = { staff_code: staffCode('rortiz'), name: 'Rosa Ortiz', initials: 'RO', role: 'manager' } as const

/** One return of a lent book at a desk that takes back, with so many waiting for it. */
function returnWith(waiting_count: number): { readonly asked_count: number; readonly rows_count: number } {
  const folder = testFolder()
  makeFiles(folder)
  const store = openStore(folder, KEY)
  onTestFinished(() => store.close())
  const { db } = store.reference
  db.exec(`INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)
    VALUES (2, 'elsewhere:1', '${'0'.repeat(32)}', 1, 'MAPLE', 1, 9000000000000, 0)`)
  const hold = db.prepare(`INSERT INTO hold (external_id, patron_id, title_id, item_id, pickup_branch_code,
    placed_at_ms, status) VALUES (?, 5, 2, NULL, 'NORTH', ?, 'waiting')`)
  for (let n = 1; n <= waiting_count; n += 1) hold.run(`h${n}`, n)
  const clock = new FakeClock()
  const random = seededRandom(4711)
  const counting = new CountingConnection(store.db.db)
  const counted = { ...store, db: counting }
  const journal = openJournal(counted, clock.now(), random, false)
  const desk: Desk = {
    library: new Library({
      store: counted,
      journal,
      clock: new DeskClock(clock, clock.monotonic_ms, journal.head.at),
      random,
      measurePinCost: () => QUICK_PIN_COST,
      key_kept: 'sealed',
    }),
    devices: new DeviceBoard(),
    session: { ...EMPTY_SESSION, staff, mode: 'in' },
    approved: null,
    carryOut: () => null,
  }
  // What is read once and kept is read by then.
  snapshotOf(desk)
  const before = { asked_count: counting.asked_count, rows_count: counting.rows_count }
  const command = commandOf('desk.scan', { commandId: commandId(clock.now(), random) })
  scan(desk, command, { text: ITEMS.educated, source: 'scan' })
  expect(snapshotOf(desk).rows[0]?.title).toBe('Educated')
  return { asked_count: counting.asked_count - before.asked_count, rows_count: counting.rows_count - before.rows_count }
}

test('a plain return asks 18 things at most: none for what Undo offers or open drawers, one for the role', () => {
  expect(returnWith(0).asked_count).toBeLessThanOrEqual(18)
})

test('one that fills a hold asks as much and reads no more rows, whether 20 wait or 300', () => {
  const few = returnWith(20)
  expect(few.rows_count).toBeGreaterThan(0)
  expect(returnWith(300)).toEqual(few)
})
