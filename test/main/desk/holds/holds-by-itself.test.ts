/** What the desk does to holds by itself as days pass, and what it says of them during an outage. */
import { expect, onTestFinished, test } from 'vitest'
import { DeviceBoard } from '../../../../main/desk/upkeep/devices/board.ts'
import type { Desk } from '../../../../main/desk/desk.ts'
import { record } from '../../../../main/library/record.ts'
import type { Command } from '../../../../main/library/command.ts'
import { DeskClock } from '../../../../main/library/desk-clock.ts'
import { ownCommand } from '../../../../main/library/follow.ts'
import { findItem, here } from '../../../../main/library/here.ts'
import { captureAtCheckIn } from '../../../../main/circulation/holds/capture.ts'
import { cancelHold, suspendHold } from '../../../../main/circulation/holds/change-hold.ts'
import { expireHolds } from '../../../../main/circulation/holds/expire.ts'
import { findHold } from '../../../../main/circulation/holds/reading.ts'
import { Library } from '../../../../main/library/library.ts'
import { openJournal } from '../../../../main/journal/open.ts'
import { settle } from '../../../../main/journal/settle.ts'
import { verifyJournal } from '../../../../main/journal/verify.ts'
import { openStore } from '../../../../main/store/store.ts'
import { EMPTY_SESSION } from '../../../../shared/desk/session/session.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { localDate, MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { makeFiles } from '../../support/desk.ts'
import { FakeClock, KEY, QUICK_PIN_COST, seededRandom } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'
import { ITEMS } from '../../support/small-library.ts'
import { actorOf } from '../../../../main/desk/desk.ts'

const HOLDS = `INSERT INTO hold (external_id, patron_id, title_id, pickup_branch_code, placed_at_ms, expires_on, status)
  VALUES ('h1', 1, 2, 'MAPLE', 1, '2026-11-27', 'waiting'), ('h2', 2, 2, 'MAPLE', 2, NULL, 'waiting')`

/** A desk without its station: the services alone, on real files. */
function services(): { desk: Desk; clock: FakeClock; command: () => Command } {
  const folder = testFolder()
  makeFiles(folder)
  const store = openStore(folder, KEY)
  onTestFinished(() => store.close())
  store.reference.db.exec(HOLDS)
  const clock = new FakeClock()
  const random = seededRandom(5)
  const journal = openJournal(store, clock.now(), random, false)
  const deskClock = new DeskClock(clock, clock.monotonic_ms, journal.head.at)
  const session = EMPTY_SESSION
  const library = new Library({
    store,
    journal,
    clock: deskClock,
    random,
    measurePinCost: () => QUICK_PIN_COST,
    key_kept: 'sealed',
  })
  const desk: Desk = {
    library,
    devices: new DeviceBoard(),
    session,
    approved: null,
    carryOut: () => null,
  }
  return { desk, clock, command: () => ownCommand(desk.library, 'a test') }
}

test('a hold that was put off past the last day it is wanted ends, and is not taken up again as well', () => {
  const { desk, clock, command } = services()
  suspendHold(desk.library, actorOf(desk), command(), 'h1', localDate('2026-11-28'))
  clock.pass(4 * MS_PER_DAY)
  expect(expireHolds(desk.library, actorOf(desk))).toBe(1)
  expect(findHold(desk.library, 'h1')).toBeNull()
  const [last] = desk.library.journal.newest(1)
  expect(last).toMatchObject({ kind: 'hold-ended', body: { reason: 'expired' } })
})

test('a hold nobody wants any longer ends the day after; one put off is taken up again on its day', () => {
  const { desk, clock, command } = services()
  suspendHold(desk.library, actorOf(desk), command(), 'h2', localDate('2026-11-28'))
  expect(expireHolds(desk.library, actorOf(desk))).toBe(0)
  clock.pass(3 * MS_PER_DAY)
  expect(expireHolds(desk.library, actorOf(desk))).toBe(0)
  expect(findHold(desk.library, 'h1')?.facts.status).toBe('waiting')
  clock.pass(MS_PER_DAY)
  expect(expireHolds(desk.library, actorOf(desk))).toBe(2)
  expect(findHold(desk.library, 'h1')).toBeNull()
  expect(findHold(desk.library, 'h2')?.facts).toMatchObject({ status: 'waiting', suspended_until_on: null })
  expect(expireHolds(desk.library, actorOf(desk))).toBe(0)
  const [last] = desk.library.journal.newest(1)
  expect(last).toMatchObject({ kind: 'hold-changed', body: { reason: 'resumed' }, head: { staff: '' } })
  expect(verifyJournal(desk.library.db).problems).toEqual([])
})

test('what was recorded about holds is the same once it is settled into the reference file', () => {
  const { desk, command } = services()
  const item = must(findItem(desk.library, ITEMS.educated), 'the item')
  record(desk.library, actorOf(desk), command(), captureAtCheckIn(desk.library, item, null, here(desk.library)).drafts)
  cancelHold(desk.library, actorOf(desk), command(), 'h2')
  const before = findHold(desk.library, 'h1')
  expect(before?.facts.status).toBe('ready')
  settle(desk.library.journal)
  expect(findHold(desk.library, 'h1')).toEqual(before)
  expect(findHold(desk.library, 'h2')).toBeNull()
  expect(verifyJournal(desk.library.db).problems).toEqual([])
})
