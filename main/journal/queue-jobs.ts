/**
 * Writes jobs of devices: what a device is to do, beside the entry that it follows. Holds ready how those stand that
 * are not over: each request asks for it several times, few acts change it, and papers pile up before a dead printer.
 */
import { JOB_PAYLOADS, type JobDraft, type JobKind, type JobReason, type JobStatus } from '../../shared/devices/job.ts'
import { eventRefText, parseEventRef, type DeskEvent } from '../../shared/journal/event.ts'
import { assert, must } from '../../shared/kernel/assert.ts'
import { instant, type Instant } from '../../shared/kernel/time.ts'
import type { DocumentKind } from '../../shared/receipt/document.ts'
import * as rows from '../store/journal/job-rows.ts'
import { readTerminal } from '../store/journal/journal-rows.ts'
import type { ReadHandle, WriteHandle } from '../store/sql.ts'
import type { Store } from '../store/store.ts'

/** A job without its payload, as the spooler and the jobs page see it. */
export type JobSeen = {
  readonly job_ref: string
  readonly kind: JobKind
  readonly status: JobStatus
  readonly reason: JobReason
  readonly attempts_count: number
  readonly device_code: string
  /** The kind of the document; empty of what is no paper. */
  readonly paper_kind: string
  /** What the device said last. */
  readonly detail_code: string
  readonly queued_at: Instant
  readonly changed_at: Instant
  /** The cash drawer that a pulse is for; else empty. */
  readonly drawer: string
}

type SeenRow = NonNullable<(typeof rows.overJobs)['row']> & { readonly pulse?: string | null }

const READY = new WeakMap<WriteHandle, readonly JobSeen[]>()

/** Whatever writes a job says so. */
export function jobsChanged(desk: WriteHandle): void {
  READY.delete(desk)
}

/** The jobs that are not over, in the order in which they were asked for. */
export function openJobs(db: ReadHandle): readonly JobSeen[] {
  const terminal = terminalOf(db)
  return db.all(rows.openJobsSeen, {}).map((row) => seen(terminal, row))
}

/** The same, read once for each change. Not within a transaction, which may be undone. */
export function openJobsReady({ writes }: { readonly writes: Pick<Store, 'db'> }): readonly JobSeen[] {
  const desk = writes.db
  assert(!desk.db.inTransaction, 'what is read is kept')
  const ready = READY.get(desk) ?? openJobs(desk)
  READY.set(desk, ready)
  return ready
}

export function terminalOf(db: ReadHandle): string {
  return must(db.get(readTerminal, {}), 'the terminal row').terminal_id
}

export function refOf(terminal: string, { epoch, seq }: Pick<Place, 'epoch' | 'seq'>): string {
  return eventRefText({ terminal, epoch, seq })
}

export function seen(terminal: string, row: SeenRow): JobSeen {
  const { epoch: _epoch, seq: _seq, job_number, pulse, queued_at_ms, changed_at_ms, ...said } = row
  return {
    ...said,
    job_ref: `${refOf(terminal, row)}.${job_number}`,
    queued_at: queued_at_ms,
    changed_at: changed_at_ms,
    drawer: pulse ? JOB_PAYLOADS.drawer.parse(JSON.parse(pulse)).drawer : '',
  }
}

/** Whether paper of this kind was ever queued behind an entry. */
export function wasPaperQueued(db: ReadHandle, event_ref: string, paper_kind: DocumentKind): boolean {
  const place = parseEventRef(event_ref)
  if (place === null) return false
  const at = { epoch: place.epoch, seq: place.seq }
  return db.all(rows.jobsOfEvent, at).some((one) => one.paper_kind === paper_kind)
}

type Place = { readonly epoch: number; readonly seq: number }

/**
 * Writes an event's jobs, as a part of the transaction that records it. The slips of a return that it undoes, and that
 * still wait, are canceled with it: no item lies on the shelf that they could go into.
 */
export function queueJobs(desk: WriteHandle, event: DeskEvent, jobs: readonly JobDraft[]): void {
  assert(desk.db.inTransaction, 'a job is recorded with its event')
  const { head } = event
  const now_ms = instant(head.at_ms)
  const place = { epoch: head.epoch, seq: head.seq }
  for (const [job_number, job] of jobs.entries()) insertJob(desk, place, job_number, job, now_ms)
  if (event.kind === 'check-in-undone') cancelSlips(desk, event.body.of, now_ms)
}

function cancelSlips(desk: WriteHandle, event_ref: string, now_ms: Instant): void {
  const { epoch, seq } = must(parseEventRef(event_ref), 'an event of the journal')
  jobsChanged(desk)
  desk.run(rows.cancelSlips, { epoch, seq, now_ms })
}

export function insertJob(desk: WriteHandle, place: Place, job_number: number, job: JobDraft, now_ms: Instant): void {
  const { kind, payload, device_code = '' } = job
  const paper_kind = kind === 'receipt' ? payload.document.kind : ''
  const content = JSON.stringify(JOB_PAYLOADS[kind].parse(payload))
  jobsChanged(desk)
  desk.run(rows.insertJob, { ...place, job_number, now_ms, kind, content, device_code, paper_kind })
}
