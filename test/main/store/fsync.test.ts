/**
 * Every recorded scan is on the disk: the system calls of a real desk are watched by strace, and between two check-outs
 * there is exactly one fsync, on the journal's write-ahead log. Linux only: nothing else lets a process be watched so.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFiles } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'

const CHILD = join(import.meta.dirname, '..', 'support', 'synced.ts')
const CALL = /(fsync|fdatasync)\(\d+<([^>]*)>/
const NO_STRACE = 'This test watches system calls with strace, which is not here: apt-get install strace'

/** What was flushed between each marker and the next, by file name. */
function flushes(kind: 'desk' | 'normal', folder: string): string[][] {
  const trace = join(folder, 'trace.txt')
  const watched = ['-f', '-y', '-e', 'trace=fsync,fdatasync,write', '-o', trace]
  const program = [process.execPath, CHILD, kind, folder, join(folder, 'markers.txt')]
  const done = spawnSync('strace', [...watched, ...program], { encoding: 'utf8' })
  if (done.error) throw new Error(NO_STRACE, { cause: done.error })
  if (done.status !== 0) throw new Error(`the watched desk ended with ${done.status}: ${done.stderr}`)
  const [, ...between] = readFileSync(trace, 'utf8').split(/.*"MARK \d+\\n".*/)
  return between.slice(0, -1).map((calls) =>
    calls.split('\n').flatMap((line) => {
      const path = CALL.exec(line)?.[2]
      return path === undefined ? [] : [path.slice(path.lastIndexOf('/') + 1)]
    }),
  )
}

/** Some sandboxes let nobody watch a process. Without strace at all the tests run, and say what to install. */
function mayWatch(): boolean {
  const done = spawnSync('strace', ['-o', '/dev/null', 'true'], { encoding: 'utf8' })
  return done.error !== undefined || done.status === 0 || !/ptrace|not permitted/i.test(done.stderr)
}

describe.runIf(process.platform === 'linux' && mayWatch())('fsync', () => {
  test('once for each check-out, on the log of the journal', () => {
    const folder = testFolder()
    makeFiles(folder)
    expect(flushes('desk', folder)).toEqual(Array.from({ length: 5 }, () => ['journal.db-wal']))
  })

  test('and it would show: what the driver does by itself flushes nothing', () => {
    expect(flushes('normal', testFolder())).toEqual(Array.from({ length: 5 }, () => []))
  })
})
