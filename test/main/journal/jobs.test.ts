/** Jobs of devices on real files: with their event or not at all, taken once, over when they are over, forgotten. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { forgetPatron, letGo } from '../../../main/journal/forget.ts'
import type { Journal } from '../../../main/journal/journal.ts'
import {
  cancelJob,
  dropLateJobs,
  endJob,
  loseJobs,
  overJobs,
  queueAfter,
  queueAgain,
  rerouteJob,
  restartJobs,
  takeJob,
  type TakenJob,
} from '../../../main/journal/jobs.ts'
import { openJobs, openJobsReady } from '../../../main/journal/queue-jobs.ts'
import { openJournal } from '../../../main/journal/open.ts'
import { openStore, type Store } from '../../../main/store/store.ts'
import type { JobDraft } from '../../../shared/devices/job.ts'
import type { EventDraft } from '../../../shared/journal/event.ts'
import { commandId } from '../../../shared/kernel/ids.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { instant, MS_PER_DAY } from '../../../shared/kernel/time.ts'
import { asCopy } from '../../../shared/receipt/document.ts'
import { KEY, seededRandom, TUESDAY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { makeFiles } from '../support/desk.ts'

const DRAWER: JobDraft = { kind: 'drawer', payload: { drawer: 'front' } }
const PAPER: Extract<JobDraft, { kind: 'receipt' }> = {
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

/** The oldest job of a kind that waits, taken as the spooler does. */
function taken({ journal, store }: Files, kind: JobDraft['kind']): TakenJob | null {
  const next = openJobs(store.db).find((one) => one.kind === kind && one.status === 'queued')
  return next ? takeJob(journal, next.job_ref, 'PRINTER-1', TUESDAY) : null
}

const marksOf = (job: TakenJob | null): readonly string[] => {
  if (job?.kind !== 'receipt') return []
  return job.payload.document.blocks.flatMap((block) => (block.block === 'text' ? [block.text] : []))
}
const MAY_BE = { end: 'may-be-done', detail: 'lost' } as const
const NO_PAPER = { end: 'not-done', detail: 'paper-out' } as const
const DONE = { end: 'done', detail: '' } as const
const REPRINT = ['*** REPRINT ***', '*** REPRINT ***']

describe('a job', () => {
  test('is taken once, oldest first, each device its own kind', () => {
    const desk = files()
    const first = recorded(desk, [DRAWER, PAPER])
    const second = recorded(desk, [DRAWER])
    expect(openJobs(desk.store.db).map(({ kind, drawer }) => [kind, drawer])).toEqual([
      ['drawer', 'front'],
      ['receipt', ''],
      ['drawer', 'front'],
    ])
    expect(taken(desk, 'drawer')).toMatchObject({ event_ref: first, job_ref: `${first}.0`, ...DRAWER })
    expect(takeJob(desk.journal, `${first}.0`, 'PRINTER-1', TUESDAY)).toBeNull()
    expect(taken(desk, 'drawer')).toMatchObject({ event_ref: second })
    expect(taken(desk, 'drawer')).toBeNull()
    expect(taken(desk, 'receipt')).toMatchObject({ job_ref: `${first}.1`, is_reprint: false })
    expect(endJob(desk.journal, `${first}.0`, DONE, TUESDAY)).toEqual({ status: 'done', reason: '' })
    expect(statuses(desk)).toEqual(['drawer done ', 'receipt taken ', 'drawer taken '])
    expect(desk.rows()[0]?.content).toBeNull()
    expect(endJob(desk.journal, `${first}.0`, DONE, TUESDAY)).toBeNull()
  })

  test('paper that may have come comes again by itself, says so from then on, and three times at most', () => {
    const desk = files()
    const ref = `${recorded(desk, [PAPER])}.0`
    expect(marksOf(taken(desk, 'receipt'))).toEqual([])
    restartJobs(desk.journal, TUESDAY, false)
    expect(marksOf(taken(desk, 'receipt'))).toEqual(REPRINT)
    expect(endJob(desk.journal, ref, NO_PAPER, TUESDAY)).toEqual({ status: 'queued', reason: 'may-be-done' })
    expect(desk.rows()[0]?.attempts_count).toBe(1)
    expect(marksOf(taken(desk, 'receipt'))).toEqual(REPRINT)
    loseJobs(desk.journal, TUESDAY)
    taken(desk, 'receipt')
    expect(endJob(desk.journal, ref, MAY_BE, TUESDAY)).toEqual({ status: 'failed', reason: 'may-be-done' })
    expect(queueAgain(desk.journal, ref, TUESDAY)).toBe(true)
    expect(queueAgain(desk.journal, ref, TUESDAY)).toBe(false)
    expect(marksOf(taken(desk, 'receipt'))).toEqual(REPRINT)
  })

  test('what the printer before says of its failure leaves it to the printer that has it now', () => {
    const desk = files()
    const ref = `${recorded(desk, [PAPER])}.0`
    takeJob(desk.journal, ref, 'PRINTER-1', TUESDAY)
    loseJobs(desk.journal, TUESDAY)
    expect(rerouteJob(desk.journal, ref, 'PRINTER-2', TUESDAY)).toBe(true)
    takeJob(desk.journal, ref, 'PRINTER-2', TUESDAY)
    expect(endJob(desk.journal, ref, { ...MAY_BE, by: 'PRINTER-1' }, TUESDAY)).toBeNull()
    expect(statuses(desk)).toEqual(['receipt taken may-be-done'])
    expect(endJob(desk.journal, ref, { ...DONE, by: 'PRINTER-2' }, TUESDAY)).toEqual({ status: 'done', reason: '' })
  })

  test('an answer that comes late still tells that the paper came', () => {
    const desk = files()
    const ref = `${recorded(desk, [PAPER])}.0`
    taken(desk, 'receipt')
    restartJobs(desk.journal, TUESDAY, false)
    expect(endJob(desk.journal, ref, NO_PAPER, TUESDAY)).toBeNull()
    expect(endJob(desk.journal, ref, DONE, TUESDAY)).toEqual({ status: 'done', reason: '' })
    expect(taken(desk, 'receipt')).toBeNull()
  })

  test('a drawer that was to open when the desk stopped stays shut', () => {
    const desk = files()
    recorded(desk, [DRAWER])
    recorded(desk, [DRAWER])
    taken(desk, 'drawer')
    restartJobs(desk.journal, TUESDAY, false)
    expect(taken(desk, 'drawer')).toBeNull()
    expect(statuses(desk)).toEqual(['drawer failed may-be-done', 'drawer abandoned too-late'])
  })

  test('paper that waited for a printer is printed after a restart, and never after a restore', () => {
    const desk = files()
    recorded(desk, [PAPER])
    restartJobs(desk.journal, TUESDAY, false)
    expect(statuses(desk)).toEqual(['receipt queued '])
    restartJobs(desk.journal, TUESDAY, true)
    expect(statuses(desk)).toEqual(['receipt abandoned restored'])
  })

  test('a person cancels it, or sends it to another printer, unless a printer has it', () => {
    const desk = files()
    const ref = `${recorded(desk, [PAPER])}.0`
    expect(rerouteJob(desk.journal, ref, 'PRINTER-2', TUESDAY)).toBe(true)
    expect(openJobs(desk.store.db)).toMatchObject([{ device_code: 'PRINTER-2', paper_kind: 'check-out' }])
    taken(desk, 'receipt')
    expect(cancelJob(desk.journal, ref, TUESDAY)).toBe('asked-back')
    expect(rerouteJob(desk.journal, ref, 'PRINTER-1', TUESDAY)).toBe(false)
    expect(endJob(desk.journal, ref, MAY_BE, TUESDAY)).toEqual({ status: 'abandoned', reason: 'canceled' })
    const other = `${recorded(desk, [PAPER])}.0`
    expect(cancelJob(desk.journal, other, TUESDAY)).toBe('left')
    expect(overJobs(desk.store.db, 9)).toMatchObject([{ reason: 'canceled' }, { reason: 'canceled' }])
    expect(desk.rows().map(({ content }) => content)).toEqual([null, null])
  })

  test.each([
    ['the desk stops', (desk: Files) => restartJobs(desk.journal, TUESDAY, false)],
    ['the devices process ends', (desk: Files) => loseJobs(desk.journal, TUESDAY)],
  ])('paper that a person asked back of its printer never comes again when %s', (_, stops) => {
    const desk = files()
    const ref = `${recorded(desk, [PAPER])}.0`
    taken(desk, 'receipt')
    cancelJob(desk.journal, ref, TUESDAY)
    expect(openJobs(desk.store.db)).toMatchObject([{ status: 'taken', reason: 'canceled' }])
    stops(desk)
    expect(desk.rows()).toMatchObject([{ status: 'abandoned', reason: 'canceled', content: null }])
  })

  test('paper that a person asked back and that was printed all the same is done', () => {
    const desk = files()
    const ref = `${recorded(desk, [PAPER])}.0`
    taken(desk, 'receipt')
    cancelJob(desk.journal, ref, TUESDAY)
    expect(endJob(desk.journal, ref, DONE, TUESDAY)).toEqual({ status: 'done', reason: '' })
  })

  test('paper of the day before is given up, with its words', () => {
    const desk = files()
    recorded(desk, [PAPER])
    expect(dropLateJobs(desk.journal, TUESDAY)).toBe(false)
    expect(dropLateJobs(desk.journal, instant(TUESDAY + MS_PER_DAY))).toBe(true)
    expect(desk.rows()).toMatchObject([{ status: 'abandoned', reason: 'too-late', content: null }])
  })

  test('its words go with what is forgotten of its event', () => {
    const desk = files()
    const ref = recorded(desk, [PAPER])
    const { store, journal } = desk
    taken(desk, 'receipt')
    store.db.transact(() => letGo(store.db, journal.terminal, [ref]))
    expect(desk.rows()).toMatchObject([{ status: 'abandoned', reason: 'forgotten', content: null }])
    expect(endJob(journal, `${ref}.0`, DONE, TUESDAY)).toBeNull()
    expect(() => forgetPatron({ writes: store }, 1 as never)).not.toThrow()
  })

  test('how those that are not over stand is held ready, and never as it was before', () => {
    const desk = files()
    const { journal, store } = desk
    const isSame = (): void => {
      expect(openJobsReady(journal)).toEqual(openJobs(store.db))
      expect(openJobsReady(journal)).toBe(openJobsReady(journal))
    }
    const ref = recorded(desk, [PAPER, DRAWER])
    const other = recorded(desk, [PAPER])
    const undone = (): void => {
      letGo(store.db, journal.terminal, [other])
      throw new Error('undone')
    }
    const changes: readonly (() => unknown)[] = [
      () => queueAfter(journal, [{ event_ref: ref, papers: [PAPER] }], TUESDAY),
      () => taken(desk, 'receipt'),
      () => endJob(journal, `${ref}.0`, NO_PAPER, TUESDAY),
      () => taken(desk, 'drawer'),
      () => loseJobs(journal, TUESDAY),
      () => cancelJob(journal, `${ref}.0`, TUESDAY),
      () => expect(() => store.db.transact(undone)).toThrow('undone'),
      () => store.db.transact(() => letGo(store.db, journal.terminal, [other])),
      () => dropLateJobs(journal, instant(TUESDAY + MS_PER_DAY)),
      () => recorded(desk, [DRAWER]),
    ]
    isSame()
    for (const change of changes) {
      change()
      isSame()
    }
  })

  test('that no device could carry is recorded by nobody, nor its event', () => {
    const desk = files()
    const before = desk.journal.head.seq
    expect(() => recorded(desk, [{ kind: 'drawer', payload: { drawer: '' } }])).toThrow(/drawer/)
    expect([desk.journal.head.seq, desk.rows()]).toEqual([before, []])
  })
})

describe('paper that a person asks for', () => {
  test('follows the entry that it tells of, and asked for again it is a copy with its number', () => {
    const desk = files()
    const ref = recorded(desk, [])
    for (const _ of [1, 2, 3]) queueAfter(desk.journal, [{ event_ref: ref, papers: [PAPER] }], TUESDAY)
    expect(marksOf(taken(desk, 'receipt'))).toEqual([])
    expect(marksOf(taken(desk, 'receipt'))).toEqual(['*** COPY 1 ***', '*** COPY 1 ***'])
    expect(marksOf(taken(desk, 'receipt'))).toEqual(['*** COPY 2 ***', '*** COPY 2 ***'])
  })

  test('is a copy when it was shown before, and a list never is', () => {
    const desk = files()
    const ref = recorded(desk, [])
    const shown = { ...PAPER, payload: { document: asCopy(PAPER.payload.document) } }
    queueAfter(desk.journal, [{ event_ref: ref, papers: [shown] }], TUESDAY)
    queueAfter(desk.journal, [{ event_ref: ref, papers: [PAPER], is_list: true }], TUESDAY)
    const first = taken(desk, 'receipt')
    expect(first).toMatchObject({ payload: { document: { is_copy: false } } })
    expect(marksOf(first)).toEqual(['*** COPY 1 ***', '*** COPY 1 ***'])
    expect(marksOf(taken(desk, 'receipt'))).toEqual([])
  })
})
