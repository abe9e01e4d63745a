/** kill -9 wherever an event with its jobs changes the disk: both are there or neither, and no drawer opens twice. */
import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { restartJobs } from '../../main/journal/jobs.ts'
import { openJobs } from '../../main/journal/queue-jobs.ts'
import { openStore } from '../../main/store/store.ts'
import { makeFiles } from '../main/support/desk.ts'
import { KEY, TUESDAY } from '../main/support/fakes.ts'
import { testFolder } from '../main/support/folders.ts'
import { pointsOf } from './killed.ts'

function run(folder: string, killAt: string): readonly string[] {
  const child = spawnSync(process.execPath, ['test/crash/job-child.ts', folder, killAt], { encoding: 'utf8' })
  if (child.status !== 0 && child.signal !== 'SIGKILL') throw new Error(child.stderr)
  return killAt === '0' ? pointsOf(JSON.parse(child.stdout) as object) : []
}

/** What a reader finds after the desk came up again. */
function found(folder: string): { readonly events: unknown; readonly jobs: unknown; readonly opens: boolean } {
  const store = openStore(folder, KEY)
  try {
    const count = (sql: string): unknown => store.db.db.prepare(sql).pluck().get()
    const events = count(`SELECT count(*) FROM event WHERE json_extract(content, '$.kind') = 'recovery-key-shown'`)
    const jobs = count('SELECT count(*) FROM device_job')
    restartJobs({ writes: store }, TUESDAY, false)
    return { events, jobs, opens: openJobs(store.db).some((one) => one.kind === 'drawer' && one.status === 'queued') }
  } finally {
    store.close()
  }
}

test('an event and its jobs, killed at every point', () => {
  const made = testFolder()
  makeFiles(made)
  const runs = testFolder()
  const begin = (name: string): string => {
    cpSync(made, join(runs, name), { recursive: true })
    return join(runs, name)
  }
  const outcomes = run(begin('whole'), '0').map((killAt) => {
    const folder = begin(killAt)
    run(folder, killAt)
    const { events, jobs, opens } = found(folder)
    expect([jobs, opens]).toEqual([events === 1 ? 2 : 0, false])
    return events
  })
  expect(new Set(outcomes)).toEqual(new Set([0, 1]))
})
