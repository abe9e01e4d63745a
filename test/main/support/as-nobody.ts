/**
 * Opens a station on a folder as a user who may not write there, and prints the snapshot's trouble. A program of its
 * own, since root may write anywhere: node test/main/support/as-nobody.ts FOLDER
 */
import { writeSync } from 'node:fs'
import { openChildStation } from './child-station.ts'
import { FakeClock } from './fakes.ts'

const NOBODY = 65_534
if (process.getuid?.() === 0) {
  process.setegid?.(NOBODY)
  process.seteuid?.(NOBODY)
}
const station = await openChildStation(process.argv[2] ?? '', new FakeClock())
const { result } = await station.handle({ id: 1, method: 'desk.snapshot', input: {} })
writeSync(1, JSON.stringify(result))
await station.close()
