/** The services of a desk without a station around them, on real files: for what no request asks, such as upkeep. */
import { onTestFinished } from 'vitest'
import { openJournal } from '../../../main/journal/open.ts'
import { DeviceBoard } from '../../../main/desk/upkeep/devices/board.ts'
import type { Desk } from '../../../main/desk/desk.ts'
import { DeskClock } from '../../../main/library/desk-clock.ts'
import { ALONE, type Central } from '../../../main/journal/settle.ts'
import { Library } from '../../../main/library/library.ts'
import { openStore } from '../../../main/store/store.ts'
import { EMPTY_SESSION } from '../../../shared/desk/session/session.ts'
import { FakeClock, KEY, QUICK_PIN_COST, seededRandom } from './fakes.ts'

export function bareDesk(folder: string, clock = new FakeClock(), central: Central = ALONE): Desk {
  const store = openStore(folder, KEY)
  onTestFinished(() => store.close())
  const random = seededRandom(4711)
  const journal = openJournal(store, clock.now(), random, false)
  const deskClock = new DeskClock(clock, clock.monotonic_ms, journal.head.at)
  const library = new Library({
    store,
    journal,
    clock: deskClock,
    random,
    measurePinCost: () => QUICK_PIN_COST,
    key_kept: 'sealed',
    central,
  })
  const session = EMPTY_SESSION
  return { library, devices: new DeviceBoard(), session, approved: null, carryOut: () => null }
}
