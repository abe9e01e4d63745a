/** Statements on device jobs. A job is never deleted; its payload is, once the job is over. */
import { sql } from 'kysely'
import type { JobKind, JobReason, JobStatus } from '../../../shared/devices/job.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'

export type JobPlace = { epoch_count: number; seq_count: number; n_count: number }
type JobMove = {
  status: JobStatus
  reason: JobReason
  attempts_count: number
  content: string | null
  now_ms: Instant
}

type Narrow = { kind: JobKind; status: JobStatus; reason: JobReason }

const COLUMNS = [
  'epoch_count',
  'seq_count',
  'n_count',
  'kind',
  'status',
  'reason',
  'attempts_count',
  'content',
] as const

export const insertJob = statement<JobPlace & { kind: JobKind; now_ms: Instant; content: string }>()((p) =>
  build.insertInto('device_job').values({
    epoch_count: p.epoch_count,
    seq_count: p.seq_count,
    n_count: p.n_count,
    kind: p.kind,
    status: 'queued',
    reason: '',
    attempts_count: 0,
    changed_at_ms: p.now_ms,
    content: p.content,
  }),
)

export const jobAt = statement<JobPlace>()((p) =>
  build
    .selectFrom('device_job')
    .select(COLUMNS)
    .$narrowType<Narrow>()
    .where('epoch_count', '=', p.epoch_count)
    .where('seq_count', '=', p.seq_count)
    .where('n_count', '=', p.n_count),
)

/** Open jobs, oldest first. The statuses are literals for the partial index. */
export const openJobs = statement()(() =>
  build
    .selectFrom('device_job')
    .select(COLUMNS)
    .$narrowType<Narrow>()
    .where(sql<boolean>`status IN ('queued', 'taken')`)
    .orderBy('epoch_count')
    .orderBy('seq_count')
    .orderBy('n_count'),
)

/** The oldest job queued for a device of this kind. */
export const nextQueued = statement<{ kind: JobKind }>()((p) =>
  build
    .selectFrom('device_job')
    .select(COLUMNS)
    .$narrowType<Narrow>()
    .where(sql<boolean>`status IN ('queued', 'taken')`)
    .where(sql<boolean>`status = 'queued'`)
    .where('kind', '=', p.kind)
    .orderBy('epoch_count')
    .orderBy('seq_count')
    .orderBy('n_count')
    .limit(1),
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
    })
    .where('epoch_count', '=', p.epoch_count)
    .where('seq_count', '=', p.seq_count)
    .where('n_count', '=', p.n_count),
)

/** Deletes the payloads of an event's jobs; a job that was not done is abandoned. */
export const forgetJobs = statement<{ epoch_count: number; seq_count: number }>()((p) =>
  build
    .updateTable('device_job')
    .set({ status: 'abandoned', reason: 'forgotten', content: null })
    .where('epoch_count', '=', p.epoch_count)
    .where('seq_count', '=', p.seq_count)
    .where('content', 'is not', null),
)
