/**
 * Device jobs: what a device should do for an event, the job's status, and what happens to it when the desk stops.
 * Pure. Paper may print twice, if a person asks for it again and the copy says so; a drawer never opens unless a person
 * asks.
 */
import { z } from 'zod'
import { receiptDocumentSchema } from '../receipt/document.ts'

/**
 * What each kind of job carries. Payloads are kept beside the sealed journal and deleted once the job is over, or when
 * their patron is forgotten. A drawer or a display payload names nobody.
 */
export const JOB_PAYLOADS = {
  receipt: z.strictObject({ document: receiptDocumentSchema }),
  drawer: z.strictObject({ drawer: z.string().min(1).max(64) }),
  display: z.strictObject({ lines: z.array(z.string().max(40)).max(4) }),
} as const

export type JobKind = keyof typeof JOB_PAYLOADS
export const JOB_KINDS = Object.keys(JOB_PAYLOADS) as readonly JobKind[]

/** A job as it is recorded with its event. */
export type JobDraft = {
  [Kind in JobKind]: { readonly kind: Kind; readonly payload: z.infer<(typeof JOB_PAYLOADS)[Kind]> }
}[JobKind]

/**
 * `queued`: recorded, no device has it. `taken`: a device has it, and may have done it. `failed`: it was not done, or
 * its result is unknown; a person may requeue it. `abandoned`: not done, and never will be.
 */
export const JOB_STATUSES = ['queued', 'taken', 'done', 'failed', 'abandoned'] as const
export type JobStatus = (typeof JOB_STATUSES)[number]

/** Why a job failed or was abandoned; empty for none. */
export const JOB_REASONS = ['', 'not-done', 'may-be-done', 'too-late', 'forgotten', 'restored'] as const
export type JobReason = (typeof JOB_REASONS)[number]

export type JobNext = { readonly status: JobStatus; readonly reason: JobReason }

/** How often paper is tried before the desk asks: only a person can load paper. */
const ATTEMPTS_MAX = 3

/**
 * A device could not do a job. What certainly was not done is retried where that is harmless: a drawer that opens after
 * its sale opens unattended, and a display shows something else by then.
 * @param is_certain the device did nothing, such as no paper; otherwise it is unknown how far it got
 */
export function afterFailure(kind: JobKind, attempts_count: number, is_certain: boolean): JobNext {
  if (kind === 'display') return { status: 'abandoned', reason: 'too-late' }
  if (!is_certain) return { status: 'failed', reason: 'may-be-done' }
  const isTriedAgain = kind === 'receipt' && attempts_count < ATTEMPTS_MAX
  return isTriedAgain ? { status: 'queued', reason: '' } : { status: 'failed', reason: 'not-done' }
}

/** What happens to a job that was open when the desk stopped. A job that a device had may have been done. */
export function afterRestart(kind: JobKind, status: 'queued' | 'taken', is_restored: boolean): JobNext {
  // The desk that the backup was copied from did these jobs.
  if (is_restored) return { status: 'abandoned', reason: 'restored' }
  if (kind === 'receipt')
    return status === 'queued' ? { status, reason: '' } : { status: 'failed', reason: 'may-be-done' }
  return { status: 'abandoned', reason: status === 'taken' ? 'may-be-done' : 'too-late' }
}

/** Whether a person may requeue it. */
export function mayQueueAgain(kind: JobKind, status: JobStatus): boolean {
  return kind !== 'display' && status === 'failed'
}
