/**
 * Keeps test/golden/events/lock.json: the hash of every event shape that may have reached a library. Adds new kinds and
 * versions; refuses a changed shape, because events sealed in the old one could not be read.
 *
 *    node tools/events-lock.ts adds the new ones
 *   node tools/events-lock.ts --again all locks all again, or those of one kind: only if they were never released
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventShapes, GOLDEN_EVENTS } from './gate/event-shapes.ts'
import { compareLock, readLock } from './gate/lock.ts'

const LOCK = join(import.meta.dirname, '..', GOLDEN_EVENTS, 'lock.json')
const again = process.argv.includes('--again') ? process.argv[process.argv.indexOf('--again') + 1] : undefined
const isAgain = (name: string): boolean =>
  again !== undefined && (again === 'all' || name === again || name.startsWith(`${again}.v`))

const locked = new Map([...readLock(readFileSync(LOCK, 'utf8'))].filter(([name]) => !isAgain(name)))
const here = eventShapes()
const { added, edited } = compareLock(locked, here)
for (const name of edited) console.error(`${name} changed. Raise its version and write a step in upcast.ts instead.`)
if (edited.length > 0) process.exitCode = 1
else {
  const all = [...locked, ...here].toSorted(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(LOCK, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`)
  for (const name of added) console.log(`locked ${name}`)
}
