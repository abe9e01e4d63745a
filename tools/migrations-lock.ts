/**
 * Keeps migrations/lock.json: the SHA-256 of every migration that may have reached a library. Adds new files; refuses a
 * file that was edited, since a desk that already ran it would never see the edit.
 *
 *   node tools/migrations-lock.ts                adds the new files
 *   node tools/migrations-lock.ts --check        changes nothing; fails when a file is new, edited or gone
 *   node tools/migrations-lock.ts --again PATH… locks files again: only for files that were never released
 */
import { globSync, readFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareLock, readLock, sha256 } from './gate/lock.ts'

const ROOT = join(import.meta.dirname, '..')
const LOCK = join(ROOT, 'migrations/lock.json')

function found(): ReadonlyMap<string, string> {
  const files = globSync('migrations/**/[0-9]*.sql', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'))
  return new Map(files.toSorted().map((path) => [path, sha256(readFileSync(join(ROOT, path)))]))
}

const locked = existsSync(LOCK) ? readLock(readFileSync(LOCK, 'utf8')) : new Map<string, string>()
const again = process.argv.indexOf('--again')
const relocked = again < 0 ? [] : process.argv.slice(again + 1)
const released = new Map([...locked].filter(([path]) => !relocked.includes(path)))
const here = found()
const { added, edited, gone } = compareLock(released, here)
for (const path of edited) console.error(`${path} was edited after it was locked. Write a new migration instead.`)
for (const path of gone) console.error(`${path} is locked and is no longer there.`)
if (edited.length > 0 || gone.length > 0 || here.size === 0) process.exitCode = 1
else if (process.argv.includes('--check')) {
  for (const path of added) console.error(`${path} is not locked yet. Please run: node tools/migrations-lock.ts`)
  process.exitCode = added.length > 0 ? 1 : 0
} else {
  writeFileSync(LOCK, `${JSON.stringify(Object.fromEntries(here), null, 2)}\n`)
  for (const path of added) console.log(`locked ${path}`)
}
