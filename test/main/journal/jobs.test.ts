/** Jobs of devices on real files: with their event or not at all, taken once, over when they are over, forgotten. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { forgetPatron, letGo } from '../../../main/journal/forget.ts'
import type { Journal } from '../../../main/journal/journal.ts'
import { claimJob, failJob, finishJob, queueAgain, restartJobs } from '../../../main/journal/jobs.ts'
import { openJournal } from '../../../main/journal/open.ts'
import { openStore, type Store } from '../../../main/store/store.ts'
import type { JobDraft } from '../../../shared/devices/job.ts'
import type { EventDraft } from '../../../shared/journal/event.ts'
import { commandId } from '../../../shared/kernel/ids.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { KEY, seededRandom, TUESDAY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { makeFiles } from '../support/desk.ts'

const DISPLAY: JobDraft = { kind: 'display', payload: { lines: ['Due', '$2.50'] } }
const DRAWER: JobDraft = { kind: 'drawer', payload: { drawer: 'front' } }
const PAPER: JobDraft = {
  kind: 'receipt',
  payload: { document: { kind: 'check-out', language: 'en', is_copy: false, size: 'normal', blocks: [] } },
}
const DRAFT: EventDraft = { kind: 'recovery-key-shown', body: {} }
const random = seededRandom(9)

type Row = { kind: string; status: string; reason: string; attempts_count: number; content: string | null }

type Files = { readonly store: Store; readonly journal: Journal; readonly rows: () => Row[] }

function files(): Files {
  const folder = testFolder()
  makeFiles(folder)
  const store = openStore(folder, KEY)
  onTestFinished(() => store.close())
  const all = store.db.db.prepare('SELECT kind, status, reason, attempts_count, content FROM device_job')
  return { store, journal: openJournal(store, TUESDAY, random, false), rows: () => all.all() as Row[] }
}

function recorded({ journal }: Files, jobs: readonly JobDraft[]): string {
  const occasion = { command_id: commandId(TUESDAY, random), request_hash: new Uint8Array(8), at: TUESDAY }
  const draft = { ...DRAFT }
  const [event] = journal.record({ ...occasion, staff: '', branch: '' }, [draft], { jobs: new Map([[draft, jobs]]) })
  const { terminal, epoch, seq } = must(event, 'an event').head
  return `${terminal}.${epoch}.${seq}`
}

const statuses = (desk: Files): string[] => desk.rows().map(({ kind, status, reason }) => `${kind} ${status} ${reason}`)

describe('a job', () => {
  test('is taken once, oldest first, each device its own kind', () => {
    const desk = files()
    const { store } = desk
    const first = recorded(desk, [DRAWER, DISPLAY])
    const second = recorded(desk, [DRAWER])
    expect(claimJob(store.db, 'drawer', TUESDAY)).toMatchObject({
      event_ref: first,
      job_ref: `${first}.0`,
      ...DRAWER,
    })
    expect(claimJob(store.db, 'drawer', TUESDAY)).toMatchObject({ event_ref: second })
    expect(claimJob(store.db, 'drawer', TUESDAY)).toBeNull()
    expect(claimJob(store.db, 'display', TUESDAY)).toMatchObject({ job_ref: `${first}.1`, is_copy: false })
    finishJob(store.db, `${first}.0`, TUESDAY)
    expect(statuses(desk)).toEqual(['drawer done ', 'display taken ', 'drawer taken '])
    expect(desk.rows()[0]?.content).toBeNull()
    expect(() => finishJob(store.db, `${first}.0`, TUESDAY)).toThrow(/took it/)
  })

  test('a paper that may have come is not printed again unless a person asks, and then it is a copy', () => {
    const desk = files()
    const { store } = desk
    const ref = `${recorded(desk, [PAPER])}.0`
    claimJob(store.db, 'receipt', TUESDAY)
    restartJobs(store.db, TUESDAY, false)
    expect(claimJob(store.db, 'receipt', TUESDAY)).toBeNull()
    expect(queueAgain(store.db, ref, TUESDAY)).toBe(true)
    expect(queueAgain(store.db, ref, TUESDAY)).toBe(false)
    expect(claimJob(store.db, 'receipt', TUESDAY)).toMatchObject({
      is_copy: true,
      payload: { document: { is_copy: true } },
    })
    expect(failJob(store.db, ref, true, TUESDAY)).toEqual({ status: 'queued', reason: 'may-be-done' })
    expect(claimJob(store.db, 'receipt', TUESDAY)).toMatchObject({ is_copy: true })
  })

  test('a drawer that was to open when the desk stopped stays shut', () => {
    const desk = files()
    recorded(desk, [DRAWER])
    recorded(desk, [DRAWER])
    claimJob(desk.store.db, 'drawer', TUESDAY)
    restartJobs(desk.store.db, TUESDAY, false)
    expect(claimJob(desk.store.db, 'drawer', TUESDAY)).toBeNull()
    expect(statuses(desk)).toEqual(['drawer abandoned may-be-done', 'drawer abandoned too-late'])
  })

  test('paper that waited for a printer is printed after a restart, and never after a restore', () => {
    const desk = files()
    recorded(desk, [PAPER])
    restartJobs(desk.store.db, TUESDAY, false)
    expect(statuses(desk)).toEqual(['receipt queued '])
    restartJobs(desk.store.db, TUESDAY, true)
    expect(statuses(desk)).toEqual(['receipt abandoned restored'])
  })

  test('its words go with what is forgotten of its event', () => {
    const desk = files()
    const ref = recorded(desk, [PAPER])
    const { store, journal } = desk
    store.db.transact(() => letGo(store.db, journal.terminal, [ref]))
    expect(desk.rows()).toMatchObject([{ status: 'abandoned', reason: 'forgotten', content: null }])
    expect(claimJob(store.db, 'receipt', TUESDAY)).toBeNull()
    expect(() => forgetPatron({ writes: store }, 1 as never)).not.toThrow()
  })

  test('that no device could carry is recorded by nobody, nor its event', () => {
    const desk = files()
    const before = desk.journal.head.seq
    expect(() => recorded(desk, [{ kind: 'drawer', payload: { drawer: '' } }])).toThrow(/drawer/)
    expect([desk.journal.head.seq, desk.rows()]).toEqual([before, []])
  })
})
