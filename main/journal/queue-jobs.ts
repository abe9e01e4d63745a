/**
 * Writes jobs of devices: what a device is to do, beside the entry that it follows. Holds ready how those stand that
 * are not over: every snapshot asks for it, and few acts change it.
 */
import { JOB_PAYLOADS, type JobDraft, type JobKind, type JobStatus } from '../../shared/devices/job.ts'
import type { DeskEvent } from '../../shared/journal/event.ts'
import { assert } from '../../shared/kernel/assert.ts'
import { instant, type Instant } from '../../shared/kernel/time.ts'
import * as rows from '../store/journal/job-rows.ts'
import type { WriteHandle } from '../store/sql.ts'
import type { Store } from '../store/store.ts'

type OpenJob = { readonly kind: JobKind; readonly status: JobStatus }
const READY = new WeakMap<WriteHandle, readonly OpenJob[]>()

/** Whatever writes a job says so. */
export function jobsChanged(desk: WriteHandle): void {
  READY.delete(desk)
}

/** The jobs that are not over, without what they say of anybody. Not read within a transaction, which may be undone. */
export function openJobsReady({ writes }: { readonly writes: Pick<Store, 'db'> }): readonly OpenJob[] {
  const desk = writes.db
  assert(!desk.db.inTransaction, 'what is read is kept')
  const ready = READY.get(desk) ?? desk.all(rows.openJobs, {}).map(({ kind, status }) => ({ kind, status }))
  READY.set(desk, ready)
  return ready
}

type Place = { readonly epoch_count: number; readonly seq_count: number }

/** Writes an event's jobs, as a part of the transaction that records it. */
export function queueJobs(desk: WriteHandle, { head }: DeskEvent, jobs: readonly JobDraft[]): void {
  assert(desk.db.inTransaction, 'a job is recorded with its event')
  const place = { epoch_count: head.epoch, seq_count: head.seq }
  for (const [n_count, job] of jobs.entries()) insertJob(desk, place, n_count, job, instant(head.at_ms))
}

export function insertJob(desk: WriteHandle, place: Place, n_count: number, job: JobDraft, now_ms: Instant): void {
  const { kind, payload, device_code = '' } = job
  const paper_kind = kind === 'receipt' ? payload.document.kind : ''
  const content = JSON.stringify(JOB_PAYLOADS[kind].parse(payload))
  jobsChanged(desk)
  desk.run(rows.insertJob, { ...place, n_count, now_ms, kind, content, device_code, paper_kind })
}
