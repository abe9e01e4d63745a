/** Thousands of entries by one command, as an outage of a large library records: the desk reads them once, not each. */
import { NOTHING_ALLOWED } from '../../../shared/desk/modifiers.ts'
import { expect, test, vi } from 'vitest'
import { newestActs } from '../../../main/circulation/loans/past-acts.ts'
import { workLogPage } from '../../../main/desk/pages/staff/work-log.ts'
import { reachNow } from '../../../main/desk/loans/undo.ts'
import { commandOf } from '../../../main/library/command.ts'
import { record } from '../../../main/library/record.ts'
import { ReadHandle } from '../../../main/store/sql.ts'
import { commandId, staffCode } from '../../../shared/kernel/ids.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { bareDesk } from '../support/bare-desk.ts'
import { makeFiles } from '../support/desk.ts'
import { FakeClock, seededRandom } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { ITEMS } from '../support/small-library.ts'

const ENTRIES = 1000
const DAY = 86_400_000

/** A desk whose last entry but one is of a command that recorded thousands. */
function deskOfMany() {
  const folder = testFolder()
  makeFiles(folder)
  const clock = new FakeClock()
  const desk = bareDesk(folder, clock)
  const random = seededRandom(5)
  const use = { kind: 'item-used-here', body: { item_barcode: ITEMS.warmth, uses_count: 1 } } as const
  const actor = { staff: null, approved: null, allowed: NOTHING_ALLOWED }
  for (const count of [ENTRIES, 1]) {
    const command = commandOf('desk.scan', { commandId: commandId(clock.now(), random) })
    record(
      desk.library,
      actor,
      command,
      Array.from({ length: count }, () => ({ ...use })),
      { staff: staffCode('RO') },
    )
  }
  return { desk, since: instant(clock.now() - DAY) }
}

/** How many statements that reads. */
function statementsOf(work: () => unknown): number {
  const spies = [vi.spyOn(ReadHandle.prototype, 'get'), vi.spyOn(ReadHandle.prototype, 'all')]
  try {
    work()
    return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

test('no page and no key reads what one command recorded again for each of its entries', () => {
  const { desk, since } = deskOfMany()
  const once = 3 * ENTRIES
  expect(statementsOf(() => expect(newestActs(desk.library, since).size).toBe(ENTRIES + 1))).toBeLessThan(once)
  expect(statementsOf(() => reachNow(desk))).toBeLessThan(once)
  expect(statementsOf(() => workLogPage(desk, ''))).toBeLessThan(once)
})
