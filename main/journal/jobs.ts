/**
 * The jobs of devices: recorded in the transaction of their event, or after it, taken by the spooler one at a time for
 * each device, and ended. The spooler's contract: a job is taken, on disk, before its device is asked. Paper that was
 * taken and not ended when the desk stopped comes again and says REPRINT; a drawer never does by itself.
 */
import {
  afterEnd,
  afterLost,
  afterRestart,
  isTooLate,
  isWaitingForDevice,
  JOB_PAYLOADS,
  mayQueueAgain,
  unlessCanceled,
  type JobDraft,
  type JobNext,
} from '../../shared/devices/job.ts'
import type { WorkEnd } from '../../shared/devices/wire.ts'
import { parseEventRef } from '../../shared/journal/event.ts'
import { assert, must } from '../../shared/kernel/assert.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { asCopyNumber, asReprint } from '../../shared/receipt/marks.ts'
import * as rows from '../store/journal/job-rows.ts'
import type { ReadHandle, WriteHandle } from '../store/sql.ts'
import type { Writing } from './journal.ts'
import { insertJob, jobsChanged, openJobsReady, refOf, seen, terminalOf, type JobSeen } from './queue-jobs.ts'

/** A job in a device's hands. `is_reprint`: it may have been done before, and what it prints says so. */
export type TakenJob = JobDraft & { readonly job_ref: string; readonly event_ref: string; readonly is_reprint: boolean }

type JobRow = NonNullable<(typeof rows.openJobs)['row']>

/** Paper about an event that is recorded already. */
export type AskedPaper = {
  readonly event_ref: string
  readonly papers: readonly Extract<JobDraft, { kind: 'receipt' }>[]
  /** Made fresh each time, so that none is a copy of another. */
  readonly is_list?: boolean
}

/**
 * Queues what a person asks for by one key: all of it is on disk when this returns, or none. The same paper asked for
 * twice is a copy, and says which: also when the desk stopped before it could say that it had queued the first.
 */
export function queueAfter({ writes: { db: desk } }: Writing, asked: readonly AskedPaper[], now: Instant): void {
  desk.transact(() => {
    for (const one of asked) queueOne(desk, one, now)
  })
}

function queueOne(desk: WriteHandle, { event_ref, papers, is_list = false }: AskedPaper, now: Instant): void {
  const { epoch, seq } = must(parseEventRef(event_ref), 'an event of the journal')
  const place = { epoch, seq }
  const before = desk.all(rows.jobsOfEvent, place)
  const first = (before.at(-1)?.job_number ?? -1) + 1
  for (const [at, paper] of papers.entries()) {
    const { document } = paper.payload
    const copies = before.filter((one) => one.paper_kind === document.kind).length
    const isCopy = !is_list && (copies > 0 || document.is_copy)
    const made = isCopy ? asCopyNumber(document, Math.max(1, copies)) : document
    insertJob(desk, place, first + at, { ...paper, payload: { document: made } }, now)
  }
}

/** The jobs that were over last, newest first. */
export function overJobs(db: ReadHandle, limit: number): readonly JobSeen[] {
  const terminal = terminalOf(db)
  return db.all(rows.overJobs, { limit }).map((row) => seen(terminal, row))
}

/** Takes a job for a device, on disk; null when nobody may begin it any more. */
export function takeJob(
  { writes: { db: desk } }: Writing,
  job_ref: string,
  device_code: string,
  now: Instant,
): TakenJob | null {
  return desk.transact(() => {
    const row = rowOf(desk, job_ref)
    if (row?.status !== 'queued') return null
    const attempts_count = row.attempts_count + 1
    move(desk, row, { status: 'taken', reason: row.reason }, now, { attempts_count, device_code })
    return takenOf(desk, row)
  })
}

/** `by`: the device that says so; without one a person does. */
type JobEnd = WorkEnd & { readonly by?: string }

/**
 * A device ended a job.
 * @returns what becomes of the job; null when it is over, or nobody has it
 */
export function endJob(
  { writes: { db: desk } }: Writing,
  job_ref: string,
  ended: JobEnd,
  now: Instant,
): JobNext | null {
  return desk.transact(() => {
    const row = rowOf(desk, job_ref)
    if (row === null || !isAwaited(row, ended)) return null
    const next = unlessCanceled(row.reason, afterEnd(row.kind, row.attempts_count, ended))
    const attempts_count = Math.max(0, row.attempts_count - (isWaitingForDevice(ended) ? 1 : 0))
    return move(desk, row, kept(row, next), now, { attempts_count, detail_code: ended.detail })
  })
}

/**
 * An answer that comes after the desk had given the job up still tells that it is done. That the printer it was with
 * before did not print it tells nothing of the one that has it now.
 */
function isAwaited({ status, reason, device_code }: JobRow, { end, by = device_code }: JobEnd): boolean {
  if (status === 'taken') return end === 'done' || by === device_code
  return end === 'done' && (status === 'queued' || status === 'failed') && reason === 'may-be-done'
}

/** Paper that may have come once says so, however it fails the next time. */
function kept({ reason }: JobRow, next: JobNext): JobNext {
  const isOver = next.status === 'done' || next.status === 'abandoned'
  return reason === 'may-be-done' && !isOver ? { ...next, reason } : next
}

/**
 * The devices process ended: nobody will hear how its jobs ended.
 * @returns what becomes of the papers that it had
 */
export function loseJobs({ writes: { db: desk } }: Writing, now: Instant): readonly JobNext[] {
  const taken = desk.all(rows.openJobs, {}).filter(({ status }) => status === 'taken')
  if (taken.length === 0) return []
  return desk.transact(() =>
    taken.flatMap((row) => {
      const next = unlessCanceled(row.reason, afterLost(row.kind, row.attempts_count))
      const moved = move(desk, row, kept(row, next), now)
      return row.kind === 'receipt' ? [moved] : []
    }),
  )
}

/**
 * At every start, before any device is asked: decides what becomes of the jobs that were open.
 * @returns the cash drawers that stay shut because the desk stopped, so that a person hears of them
 */
export function restartJobs({ writes: { db: desk } }: Writing, now: Instant, is_restored: boolean): readonly string[] {
  const open = desk.all(rows.openJobs, {})
  if (open.length === 0) return []
  const shut: string[] = []
  desk.transact(() => {
    for (const row of open) {
      const { kind, status, attempts_count } = row
      assert(status !== 'done' && status !== 'abandoned', 'a job with its content is not over')
      const next = afterRestart(kind, status, attempts_count, is_restored)
      if (next?.reason === 'too-late' && kind === 'drawer') shut.push(drawerOf(row))
      if (next) move(desk, row, kept(row, is_restored ? next : unlessCanceled(row.reason, next)), now)
    }
  })
  return shut
}

/** A pulse that no device can be given while the clerk waits: it never comes. */
export function giveUpPulse({ writes: { db: desk } }: Writing, job_ref: string, now: Instant): void {
  desk.transact(() => {
    const row = rowOf(desk, job_ref)
    if (row?.status === 'queued' && row.kind === 'drawer')
      move(desk, row, { status: 'abandoned', reason: 'too-late' }, now)
  })
}

/** Gives up what nobody waits for any more; asks the database only where there is any. @returns whether there was */
export function dropLateJobs(journal: Writing, now: Instant): boolean {
  if (!openJobsReady(journal).some((job) => isTooLate(job.kind, job.status, now - job.queued_at))) return false
  const desk = journal.writes.db
  const late = desk.all(rows.openJobs, {}).filter((row) => isTooLate(row.kind, row.status, now - row.queued_at_ms))
  desk.transact(() => {
    for (const row of late) move(desk, row, { status: 'abandoned', reason: 'too-late' }, now)
  })
  return true
}

/** A person asks for it again. @returns false when there is nothing to ask for */
export function queueAgain({ writes: { db: desk } }: Writing, job_ref: string, now: Instant): boolean {
  return desk.transact(() => {
    const row = rowOf(desk, job_ref)
    if (!row || !mayQueueAgain(row.kind, row.status)) return false
    move(desk, row, { status: 'queued', reason: row.reason }, now, { attempts_count: 0, queued_at_ms: now })
    return true
  })
}

/**
 * A person does not want it any more, which is on disk when this returns.
 * @returns `asked-back`: a device has it, and is to be asked to leave it
 */
export function cancelJob(
  { writes: { db: desk } }: Writing,
  job_ref: string,
  now: Instant,
): 'over' | 'left' | 'asked-back' {
  return desk.transact(() => {
    const row = rowOf(desk, job_ref)
    if (row === null || row.status === 'done' || row.status === 'abandoned') return 'over'
    const status = row.status === 'taken' ? 'taken' : 'abandoned'
    move(desk, row, { status, reason: 'canceled' }, now)
    return status === 'taken' ? 'asked-back' : 'left'
  })
}

/** A person sends paper to another printer. @returns false when a printer has it, or it is over */
export function rerouteJob(
  { writes: { db: desk } }: Writing,
  job_ref: string,
  device_code: string,
  now: Instant,
): boolean {
  return desk.transact(() => {
    const row = rowOf(desk, job_ref)
    if (row?.kind !== 'receipt' || (row.status !== 'queued' && row.status !== 'failed')) return false
    const to = { device_code, attempts_count: 0, detail_code: '' }
    move(desk, row, { status: 'queued', reason: row.reason }, now, to)
    return true
  })
}

type Change = Partial<Pick<JobRow, 'attempts_count' | 'device_code' | 'detail_code' | 'queued_at_ms'>>

/** What a job said of anybody goes with the last moment at which it could be needed. */
function move(desk: WriteHandle, row: JobRow, next: JobNext, now_ms: Instant, change: Change = {}): JobNext {
  const isOver = next.status === 'done' || next.status === 'abandoned'
  const { epoch, seq, job_number, attempts_count, device_code, detail_code, queued_at_ms } = row
  const as_it_was = { attempts_count, device_code, detail_code, queued_at_ms }
  const content = isOver ? null : row.content
  jobsChanged(desk)
  desk.run(rows.setJob, { epoch, seq, job_number, now_ms, ...as_it_was, ...change, ...next, content })
  return next
}

function rowOf(desk: WriteHandle, job_ref: string): JobRow | null {
  const at = job_ref.lastIndexOf('.')
  const place = parseEventRef(job_ref.slice(0, at))
  if (!place) return null
  return desk.get(rows.jobAt, {
    epoch: place.epoch,
    seq: place.seq,
    job_number: Number(job_ref.slice(at + 1)),
  })
}

function draftOf({ kind, content }: JobRow): JobDraft {
  const payload: unknown = JSON.parse(must(content, 'a job that is open has its content'))
  return { kind, payload: JOB_PAYLOADS[kind].parse(payload) } as JobDraft
}

/** The cash drawer of a pulse that is not over; else empty. */
function drawerOf(row: JobRow): string {
  const pulse = row.kind === 'drawer' && row.content !== null ? draftOf(row) : null
  return pulse?.kind === 'drawer' ? pulse.payload.drawer : ''
}

function takenOf(desk: WriteHandle, row: JobRow): TakenJob {
  const event_ref = refOf(terminalOf(desk), row)
  const draft = draftOf(row)
  const is_reprint = draft.kind === 'receipt' && row.reason === 'may-be-done'
  const job = is_reprint ? { ...draft, payload: { document: asReprint(draft.payload.document) } } : draft
  return { ...job, event_ref, job_ref: `${event_ref}.${row.job_number}`, is_reprint }
}
