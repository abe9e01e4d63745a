/**
 * Opens a station on a folder as a user who may not write there, and prints the snapshot's trouble. A program of its
 * own, since root may write anywhere: node test/main/support/as-nobody.ts FOLDER
 * The checkout may lie where only root may read, so whatever the program loads is loaded before root is given up.
 */
import { writeSync } from 'node:fs'
import { openMemory } from '../../../main/store/files/open-edge.ts'
import { openChildStation } from './child-station.ts'
import { FakeClock } from './fakes.ts'

const NOBODY = 65_534
// The driver loads its compiled half with the first file that it opens.
openMemory().close()
if (process.getuid?.() === 0) {
  process.setgroups?.([NOBODY])
  process.setgid?.(NOBODY)
  process.setuid?.(NOBODY)
}
const station = await openChildStation(process.argv[2] ?? '', new FakeClock())
const { result } = await station.handle({ id: 1, method: 'desk.snapshot', input: {} })
writeSync(1, JSON.stringify(result))
await station.close()
