/**
 * Opens a station on a folder as a user who may not write there, and prints the snapshot's trouble. A program of its
 * own, since root may write anywhere: node test/main/support/as-nobody.ts FOLDER
 */
import { writeSync } from 'node:fs'
import { openStation } from '../../../main/app.ts'
import { FakeClock, seededRandom } from './fakes.ts'

const NOBODY = 65_534
if (process.getuid?.() === 0) {
  process.setegid?.(NOBODY)
  process.seteuid?.(NOBODY)
}
const clock = new FakeClock()
const station = await openStation({
  dataFolder: process.argv[2] ?? '',
  key: new Uint8Array(32).fill(7),
  clock,
  monotonic_ms: clock.monotonic_ms,
  random: seededRandom(),
  log: (line) => writeSync(2, `${line}\n`),
  push: () => {},
  version: 'test',
})
const { result } = await station.handle({ id: 1, method: 'desk.snapshot', input: {} })
writeSync(1, JSON.stringify(result))
await station.close()
