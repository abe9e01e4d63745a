/**
 * The jobs of devices: recorded in the transaction of their event, taken by a reader one at a time, and ended. The
 * reader's contract: a job is taken, on disk, before its device is asked; what was taken and not ended when the desk
 * stopped may have been done, and is never done again by itself. So paper comes at most once unless a person asks, and
 * says then that it is a copy; a drawer opens at most once.
 */
import {
  afterFailure,
  afterRestart,
  JOB_PAYLOADS,
  mayQueueAgain,
  type JobDraft,
  type JobKind,
  type JobNext,
} from '../../shared/devices/job.ts'
import { asCopy } from '../../shared/receipt/document.ts'
import { eventRefText, parseEventRef, type DeskEvent } from '../../shared/journal/event.ts'
import { assert, must } from '../../shared/kernel/assert.ts'
import { instant, type Instant } from '../../shared/kernel/time.ts'
import { readTerminal } from '../store/journal/journal-rows.ts'
import * as rows from '../store/journal/job-rows.ts'
import type { WriteHandle } from '../store/sql.ts'

/** A job in a device's hands. `is_copy`: it may have been done before, and what it prints says so. */
export type TakenJob = JobDraft & { readonly job_ref: string; readonly event_ref: string; readonly is_copy: boolean }

type JobRow = NonNullable<(typeof rows.openJobs)['row']>

/** Writes an event's jobs, as a part of the transaction that records it. */
export function queueJobs(desk: WriteHandle, { head }: DeskEvent, jobs: readonly JobDraft[]): void {
  assert(desk.db.inTransaction, 'a job is recorded with its event')
  for (const [n_count, { kind, payload }] of jobs.entries()) {
    const at = { epoch_count: head.epoch, seq_count: head.seq, n_count, now_ms: instant(head.at_ms) }
    desk.run(rows.insertJob, { ...at, kind, content: JSON.stringify(JOB_PAYLOADS[kind].parse(payload)) })
  }
}

/** The oldest job that waits for a device of this kind, now taken; null when none does. */
export function claimJob(desk: WriteHandle, kind: JobKind, now: Instant): TakenJob | null {
  return desk.transact(() => {
    const row = desk.get(rows.nextQueued, { kind })
    if (!row) return null
    move(desk, row, { status: 'taken', reason: row.reason }, now, row.attempts_count + 1)
    return takenOf(desk, row)
  })
}

/** The device did it. */
export function finishJob(desk: WriteHandle, job_ref: string, now: Instant): void {
  desk.transact(() => move(desk, takenRow(desk, job_ref), { status: 'done', reason: '' }, now))
}

/**
 * The device did not.
 * @param is_certain it did nothing at all; else nobody knows how far it came
 * @returns what becomes of the job
 */
export function failJob(desk: WriteHandle, job_ref: string, is_certain: boolean, now: Instant): JobNext {
  return desk.transact(() => {
    const row = takenRow(desk, job_ref)
    const next = afterFailure(row.kind, row.attempts_count, is_certain)
    // Paper that may have come once stays a copy, however it fails the next time.
    const reason = row.reason === 'may-be-done' && next.status !== 'abandoned' ? row.reason : next.reason
    move(desk, row, { ...next, reason }, now)
    return { ...next, reason }
  })
}

/** A person asks for it again. @returns false when there is nothing to ask for */
export function queueAgain(desk: WriteHandle, job_ref: string, now: Instant): boolean {
  return desk.transact(() => {
    const row = rowOf(desk, job_ref)
    if (!row || !mayQueueAgain(row.kind, row.status)) return false
    move(desk, row, { status: 'queued', reason: row.reason }, now)
    return true
  })
}

/** At every start, before any device is asked: decides what becomes of the jobs that were open. */
export function restartJobs(desk: WriteHandle, now: Instant, is_restored: boolean): void {
  const open = desk.all(rows.openJobs, {})
  if (open.length === 0) return
  desk.transact(() => {
    for (const row of open) {
      const next = afterRestart(row.kind, row.status === 'taken' ? 'taken' : 'queued', is_restored)
      const isSame = next.status === row.status
      if (!isSame) move(desk, row, next, now)
    }
  })
}

/** What a job said of anybody goes with the last moment at which it could be needed. */
function move(
  desk: WriteHandle,
  row: JobRow,
  next: JobNext,
  now_ms: Instant,
  attempts_count = row.attempts_count,
): void {
  const isOver = next.status === 'done' || next.status === 'abandoned'
  const { epoch_count, seq_count, n_count } = row
  const at = { epoch_count, seq_count, n_count, now_ms, attempts_count }
  desk.run(rows.setJob, { ...at, ...next, content: isOver ? null : row.content })
}

function rowOf(desk: WriteHandle, job_ref: string): JobRow | null {
  const at = job_ref.lastIndexOf('.')
  const place = parseEventRef(job_ref.slice(0, at))
  if (!place) return null
  return desk.get(rows.jobAt, {
    epoch_count: place.epoch,
    seq_count: place.seq,
    n_count: Number(job_ref.slice(at + 1)),
  })
}

function takenRow(desk: WriteHandle, job_ref: string): JobRow {
  const row = must(rowOf(desk, job_ref), 'the job that a device had')
  assert(row.status === 'taken', 'a job is ended by the device that took it')
  return row
}

function copyOf(job: JobDraft): JobDraft {
  return job.kind === 'receipt' ? { ...job, payload: { document: asCopy(job.payload.document) } } : job
}

function takenOf(desk: WriteHandle, row: JobRow): TakenJob {
  const { terminal_id: terminal } = must(desk.get(readTerminal, {}), 'the terminal row')
  const event_ref = eventRefText({ terminal, epoch: row.epoch_count, seq: row.seq_count })
  const payload: unknown = JSON.parse(must(row.content, 'a job that is open has its content'))
  const draft = { kind: row.kind, payload: JOB_PAYLOADS[row.kind].parse(payload) } as JobDraft
  const is_copy = row.reason === 'may-be-done'
  return { ...(is_copy ? copyOf(draft) : draft), event_ref, job_ref: `${event_ref}.${row.n_count}`, is_copy }
}
