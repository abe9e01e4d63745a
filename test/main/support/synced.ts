/**
 * Does a few commits in a process of its own, so that its system calls can be counted, with a marker line before each
 * and after the last. node test/main/support/synced.ts desk|normal FOLDER MARKERS
 * `desk` checks five items out at a real desk; `normal` writes as the SQLite driver would by itself, for comparison.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { commandId } from '../../../shared/kernel/ids.ts'
import { openChildStation } from './child-station.ts'
import { FakeClock, KEY, seededRandom } from './fakes.ts'
import { CARDS, ITEMS, PIN } from './small-library.ts'

const [, , kind = '', folder = '', markerFile = ''] = process.argv
const markers = openSync(markerFile, 'a')
const mark = (number: number): number => writeSync(markers, `MARK ${number}\n`)

async function desk(): Promise<void> {
  const clock = new FakeClock()
  const ids = seededRandom(5)
  const station = await openChildStation(folder, clock)
  const ok = async (method: string, input: object): Promise<void> => {
    const asked = { commandId: commandId(clock.now(), ids), ...input }
    const { result } = await station.handle({ id: 1, method, input: asked })
    if (result.kind !== 'ok') throw new Error(`${method}: ${JSON.stringify(result)}`)
  }
  await ok('staff.sign-in', { initials: 'RO', pin: PIN })
  const items = [ITEMS.warmth, ITEMS.educated, ITEMS.becoming, ITEMS.spirited, ITEMS.north]
  for (const [index, item_barcode] of items.entries()) {
    mark(index)
    await ok('loan.check-out', { card_barcode: CARDS.dana, item_barcode })
  }
  mark(items.length)
  await station.close()
}

function normal(): void {
  const db = openFile(join(folder, 'normal.db'), KEY)
  db.exec('CREATE TABLE scan (barcode TEXT)')
  db.pragma('synchronous = NORMAL')
  const insert = db.prepare('INSERT INTO scan VALUES (?)')
  for (const number of [0, 1, 2, 3, 4]) {
    mark(number)
    insert.run(String(number))
  }
  mark(5)
  db.close()
}

if (kind === 'desk') await desk()
else normal()
closeSync(markers)
