/**
 * Device jobs: what a device should do for an event, the job's status, and what happens to it when a device ends it or
 * the desk stops. Pure. Paper may come twice, and the second then says REPRINT; a drawer never opens twice unless a
 * person asks. A display has no jobs: it is shown only what is newest (`main/desk/upkeep/devices/pole-shows.ts`).
 */
import { z } from 'zod'
import { MS_PER_DAY } from '../kernel/time.ts'
import type { WorkEnd } from './wire.ts'
import { receiptDocumentSchema } from '../receipt/document.ts'

/**
 * What each kind of job carries. Payloads are kept beside the sealed journal and deleted once the job is over, or when
 * their patron is forgotten. A drawer payload names nobody.
 */
export const JOB_PAYLOADS = {
  receipt: z.strictObject({ document: receiptDocumentSchema }),
  drawer: z.strictObject({ drawer: z.string().min(1).max(64) }),
} as const

export type JobKind = keyof typeof JOB_PAYLOADS
export const JOB_KINDS = Object.keys(JOB_PAYLOADS) as readonly JobKind[]

/** A job as it is recorded with its event. `device_code`: the device it is meant for; none: any that can do it. */
export type JobDraft = {
  [Kind in JobKind]: {
    readonly kind: Kind
    readonly payload: z.infer<(typeof JOB_PAYLOADS)[Kind]>
    readonly device_code?: string
  }
}[JobKind]

/**
 * `queued`: recorded, no device has it. `taken`: a device has it, and may have done it. `failed`: it was not done, or
 * its result is unknown; a person may requeue it. `abandoned`: not done, and never will be.
 */
export const JOB_STATUSES = ['queued', 'taken', 'done', 'failed', 'abandoned'] as const
export type JobStatus = (typeof JOB_STATUSES)[number]

/**
 * Why a job waits, failed or was abandoned; empty for none. What may be done says so until it is over. Of one that is
 * taken, `canceled`: a person asked it back of its device. Of one that is done, `cannot-tell`: its device took it and
 * never says more.
 */
export const JOB_REASONS = [
  '',
  'not-done',
  'may-be-done',
  'too-late',
  'canceled',
  'forgotten',
  'restored',
  'cannot-tell',
] as const
export type JobReason = (typeof JOB_REASONS)[number]

export type JobNext = { readonly status: JobStatus; readonly reason: JobReason }

/** How often paper is sent before a person is asked. */
export const ATTEMPTS_MAX = 3
/** Where the device only has to get ready, the job waits for that, and the attempt does not count. */
const WAITS_FOR_DEVICE: ReadonlySet<WorkEnd['detail']> = new Set([
  'not-ready',
  'lost',
  'removed',
  'paper-out',
  'cover-open',
  'fault',
  'offline',
  'no-answer',
  'not-taken',
])

export function isWaitingForDevice({ end, detail }: WorkEnd): boolean {
  return end === 'not-done' && WAITS_FOR_DEVICE.has(detail)
}

/**
 * A device ended a job. What certainly was not done is sent again where that is harmless: a drawer that opens after its
 * sale opens unattended.
 * @param attempts_count how often it was sent, this time included
 */
export function afterEnd(kind: JobKind, attempts_count: number, ended: WorkEnd): JobNext {
  const { end, detail } = ended
  if (end === 'done') return { status: 'done', reason: '' }
  // Nothing more will ever be heard: sent again it would come twice, every time.
  if (detail === 'cannot-tell') return { status: 'done', reason: detail }
  if (end === 'not-done' && detail === 'canceled') return { status: 'abandoned', reason: 'canceled' }
  // The clerk is told, and has it opened again by another entry.
  if (kind === 'drawer' && end === 'not-done') return { status: 'abandoned', reason: end }
  const isMore = kind === 'receipt' && (isWaitingForDevice(ended) || attempts_count < ATTEMPTS_MAX)
  return { status: isMore ? 'queued' : 'failed', reason: end }
}

/**
 * A person asked back what a device had. What it did all the same is done; else the job is left as it is, and never
 * comes again.
 */
export function unlessCanceled(reason: JobReason, next: JobNext): JobNext {
  return reason === 'canceled' && next.status !== 'done' ? { status: 'abandoned', reason } : next
}

/** Nobody will hear how a job ended that a device had: that process, or the desk, stopped. */
export function afterLost(kind: JobKind, attempts_count: number): JobNext {
  return afterEnd(kind, attempts_count, { end: 'may-be-done', detail: '' })
}

/** What happens at a start to a job that was open when the desk stopped. */
export function afterRestart(
  kind: JobKind,
  status: 'queued' | 'taken' | 'failed',
  attempts_count: number,
  is_restored: boolean,
): JobNext | null {
  // The desk that the backup was copied from did these jobs.
  if (is_restored) return { status: 'abandoned', reason: 'restored' }
  if (status === 'failed') return null
  if (status === 'taken') return afterLost(kind, attempts_count)
  return kind === 'receipt' ? null : { status: 'abandoned', reason: 'too-late' }
}

/** Whether a person may requeue it. A drawer opens again only for another entry, which says who wanted it and why. */
export function mayQueueAgain(kind: JobKind, status: JobStatus): boolean {
  return kind === 'receipt' && status === 'failed'
}

/** Nobody waits any more for paper that is a day old, and it may name what a patron has. */
const PAPER_WAITS_MS = MS_PER_DAY
/** A drawer that cannot open while its clerk stands before it stays shut. */
const DRAWER_WAITS_MS = 5_000

/** Whether a job that nobody has begun is no longer wanted. A drawer that may have opened is asked about instead. */
export function isTooLate(kind: JobKind, status: JobStatus, waited_ms: number): boolean {
  if (status !== 'queued' && !(status === 'failed' && kind === 'receipt')) return false
  return waited_ms >= { receipt: PAPER_WAITS_MS, drawer: DRAWER_WAITS_MS }[kind]
}

const PAUSES_MS = [0, 1_000, 5_000, 15_000] as const

/** How long a device is left alone after so many jobs in a row that it did not do. */
export function pauseAfter(failures_count: number): number {
  return PAUSES_MS[Math.min(failures_count, PAUSES_MS.length - 1)] ?? 0
}
