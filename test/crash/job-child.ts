/**
 * Records one event with two jobs, takes the first, and is killed at one exact step of it. Run as a program of its own:
 *   node test/crash/job-child.ts FOLDER KILL_AT
 * Prints at which steps it can be killed with another disk.
 */
import { writeSync } from 'node:fs'
import { countedSteps, END, kill } from './kill-at.ts'
import { KEY, seededRandom, TUESDAY } from '../main/support/fakes.ts'
import { takeJob } from '../../main/journal/jobs.ts'
import { openJournal } from '../../main/journal/open.ts'
import { openStore } from '../../main/store/store.ts'
import type { JobDraft } from '../../shared/devices/job.ts'
import { commandId } from '../../shared/kernel/ids.ts'

const [folder = '', killAt = '0'] = process.argv.slice(2)
const steps = countedSteps(folder, killAt)
const random = seededRandom(3)
const store = openStore(folder, KEY)
const journal = openJournal(store, TUESDAY, random, false)
const draft = { kind: 'recovery-key-shown', body: {} } as const
const jobs: JobDraft[] = [
  { kind: 'drawer', payload: { drawer: 'front' } },
  {
    kind: 'receipt',
    payload: { document: { kind: 'check-out', language: 'en', is_copy: false, size: 'normal', blocks: [] } },
  },
]
const occasion = { command_id: commandId(TUESDAY, random), request_hash: new Uint8Array(8), at: TUESDAY }
steps.begin()
journal.record({ ...occasion, staff: '', branch: '' }, [draft], { jobs: new Map([[draft, jobs]]) })
takeJob(journal, `${journal.terminal}.${journal.head.epoch}.${journal.head.seq}.0`, 'PRINTER-1', TUESDAY)
steps.end()
if (killAt === END) kill()
writeSync(1, JSON.stringify({ points: steps.points, unseen: steps.unseen }))
store.close()
