/**
 * What a device is asked to do for an event: its statuses, and what becomes of it when the desk stops in between. Pure.
 * Paper may come once more when a person asks for it and then says so; a drawer is never opened without one asking.
 */
import { z } from 'zod'
import { receiptDocumentSchema } from '../receipt/document.ts'

/**
 * What each kind of job carries. It lies beside the seal and goes once the job is over, or with whoever it is about.
 * A drawer and a display hold nobody's name.
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
 * nobody knows; a person may ask for it again. `abandoned`: not done, and never will be.
 */
export const JOB_STATUSES = ['queued', 'taken', 'done', 'failed', 'abandoned'] as const
export type JobStatus = (typeof JOB_STATUSES)[number]

/** Why a job failed or was abandoned; empty for none. */
export const JOB_REASONS = ['', 'not-done', 'may-be-done', 'too-late', 'forgotten', 'restored'] as const
export type JobReason = (typeof JOB_REASONS)[number]

export type JobNext = { readonly status: JobStatus; readonly reason: JobReason }

/** How often paper is tried before a person is asked: out of paper is mended by nobody but them. */
const ATTEMPTS_MAX = 3

/**
 * A device could not do a job. What surely was not done is tried again where that harms nobody: a drawer that opens
 * later than its sale opens before nobody, and a display shows something else by then.
 * @param is_certain the device did nothing, such as no paper; else nobody knows how far it came
 */
export function afterFailure(kind: JobKind, attempts_count: number, is_certain: boolean): JobNext {
  if (kind === 'display') return { status: 'abandoned', reason: 'too-late' }
  if (!is_certain) return { status: 'failed', reason: 'may-be-done' }
  const isTriedAgain = kind === 'receipt' && attempts_count < ATTEMPTS_MAX
  return isTriedAgain ? { status: 'queued', reason: '' } : { status: 'failed', reason: 'not-done' }
}

/** What becomes of a job that was open when the desk stopped. What a device had may have been done. */
export function afterRestart(kind: JobKind, status: 'queued' | 'taken', is_restored: boolean): JobNext {
  // A backup's jobs were done by the desk that it is a copy of.
  if (is_restored) return { status: 'abandoned', reason: 'restored' }
  if (kind === 'receipt')
    return status === 'queued' ? { status, reason: '' } : { status: 'failed', reason: 'may-be-done' }
  return { status: 'abandoned', reason: status === 'taken' ? 'may-be-done' : 'too-late' }
}

/** Whether a person may ask for it again. */
export function mayQueueAgain(kind: JobKind, status: JobStatus): boolean {
  return kind !== 'display' && status === 'failed'
}
