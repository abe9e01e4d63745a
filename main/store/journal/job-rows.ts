/** Statements on device jobs. A job is never deleted; its payload is, once the job is over. */
import { sql } from 'kysely'
import type { JobKind, JobReason, JobStatus } from '../../../shared/devices/job.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'

export type JobPlace = { epoch: number; seq: number; job_number: number }
type JobMove = {
  status: JobStatus
  reason: JobReason
  attempts_count: number
  content: string | null
  device_code: string
  detail_code: string
  queued_at_ms: Instant
  now_ms: Instant
}

type Narrow = { kind: JobKind; status: JobStatus; reason: JobReason }

/** Without what a job says of anybody, which is long. */
const SEEN = [
  'epoch',
  'seq',
  'job_number',
  'kind',
  'status',
  'reason',
  'attempts_count',
  'device_code',
  'paper_kind',
  'detail_code',
  'queued_at_ms',
  'changed_at_ms',
] as const
const COLUMNS = [...SEEN, 'content'] as const

type NewJob = JobPlace & { kind: JobKind; now_ms: Instant; content: string; device_code: string; paper_kind: string }

export const insertJob = statement<NewJob>()((p) =>
  build.insertInto('device_job').values({
    epoch: p.epoch,
    seq: p.seq,
    job_number: p.job_number,
    kind: p.kind,
    status: 'queued',
    reason: '',
    attempts_count: 0,
    changed_at_ms: p.now_ms,
    content: p.content,
    device_code: p.device_code,
    paper_kind: p.paper_kind,
    detail_code: '',
    queued_at_ms: p.now_ms,
  }),
)

export const jobAt = statement<JobPlace>()((p) =>
  build
    .selectFrom('device_job')
    .select(COLUMNS)
    .$narrowType<Narrow>()
    .where('epoch', '=', p.epoch)
    .where('seq', '=', p.seq)
    .where('job_number', '=', p.job_number),
)

/** Jobs that are not over, in the order in which they were asked for. */
export const openJobs = statement()(() =>
  build
    .selectFrom('device_job')
    .select(COLUMNS)
    .$narrowType<Narrow>()
    .where('content', 'is not', null)
    .orderBy('queued_at_ms')
    .orderBy('epoch')
    .orderBy('seq')
    .orderBy('job_number'),
)

/** The same without what they say, except which drawer a pulse is for. */
export const openJobsSeen = statement()(() =>
  build
    .selectFrom('device_job')
    .select(SEEN)
    .select((eb) => eb.case().when('kind', '=', 'drawer').then(eb.ref('content')).end().as('pulse'))
    .$narrowType<Narrow>()
    .where('content', 'is not', null)
    .orderBy('queued_at_ms')
    .orderBy('epoch')
    .orderBy('seq')
    .orderBy('job_number'),
)

/** Jobs that were over last, newest first. */
export const overJobs = statement<{ limit: number }>()((p) =>
  build
    .selectFrom('device_job')
    .select(SEEN)
    .$narrowType<Narrow>()
    .where('content', 'is', null)
    .orderBy('changed_at_ms', 'desc')
    .limit(p.limit),
)

/** What was asked for an event: the papers of each kind, and the number of the next job. */
export const jobsOfEvent = statement<{ epoch: number; seq: number }>()((p) =>
  build
    .selectFrom('device_job')
    .select(['job_number', 'paper_kind'])
    .where('epoch', '=', p.epoch)
    .where('seq', '=', p.seq)
    .orderBy('job_number'),
)

export const setJob = statement<JobPlace & JobMove>()((p) =>
  build
    .updateTable('device_job')
    .set({
      status: p.status,
      reason: p.reason,
      attempts_count: p.attempts_count,
      changed_at_ms: p.now_ms,
      content: p.content,
      device_code: p.device_code,
      detail_code: p.detail_code,
      queued_at_ms: p.queued_at_ms,
    })
    .where('epoch', '=', p.epoch)
    .where('seq', '=', p.seq)
    .where('job_number', '=', p.job_number),
)

/** Cancels the slips of an event that still wait. */
export const cancelSlips = statement<{ epoch: number; seq: number; now_ms: Instant }>()((p) =>
  build
    .updateTable('device_job')
    .set({ status: 'abandoned', reason: 'canceled', content: null, changed_at_ms: p.now_ms })
    .where('epoch', '=', p.epoch)
    .where('seq', '=', p.seq)
    .where('status', '=', 'queued')
    .where('paper_kind', 'in', ['hold-slip', 'transit-slip']),
)

/** Deletes the payloads of an event's jobs; a job that was not done is abandoned. */
export const forgetJobs = statement<{ epoch: number; seq: number }>()((p) =>
  build
    .updateTable('device_job')
    .set({ status: 'abandoned', reason: 'forgotten', content: null })
    .where('epoch', '=', p.epoch)
    .where('seq', '=', p.seq)
    .where('content', 'is not', null),
)

/** The same of every job that says these words, as they are written in JSON. */
export const forgetJobsSaying = statement<{ words: string }>()((p) =>
  build
    .updateTable('device_job')
    .set({ status: 'abandoned', reason: 'forgotten', content: null })
    .where('content', 'is not', null)
    .where(sql<boolean>`instr(content, ${p.words}) > 0`),
)

/** The same of one job. */
export const forgetJob = statement<JobPlace>()((p) =>
  build
    .updateTable('device_job')
    .set({ status: 'abandoned', reason: 'forgotten', content: null })
    .where('epoch', '=', p.epoch)
    .where('seq', '=', p.seq)
    .where('job_number', '=', p.job_number)
    .where('content', 'is not', null),
)

/** Whom an event names. */
export const partiesAt = statement<{ epoch: number; seq: number }>()((p) =>
  build.selectFrom('party').select('patron_id').where('epoch', '=', p.epoch).where('seq', '=', p.seq),
)
