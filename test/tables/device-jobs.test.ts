/** What becomes of a device's job when it fails, and when the desk stops in between: one line a situation. */
import { expect, test } from 'vitest'
import {
  afterFailure,
  afterRestart,
  JOB_KINDS,
  JOB_STATUSES,
  mayQueueAgain,
  type JobKind,
} from '../../shared/devices/job.ts'

test.each<[JobKind, 'queued' | 'taken', boolean, string]>([
  ['receipt', 'queued', false, 'queued '],
  ['receipt', 'taken', false, 'failed may-be-done'],
  ['drawer', 'queued', false, 'abandoned too-late'],
  ['drawer', 'taken', false, 'abandoned may-be-done'],
  ['display', 'queued', false, 'abandoned too-late'],
  ['display', 'taken', false, 'abandoned may-be-done'],
  ['receipt', 'queued', true, 'abandoned restored'],
  ['drawer', 'taken', true, 'abandoned restored'],
])('after a restart a %s that was %s (restored: %s) is %s', (kind, status, isRestored, wanted) => {
  const { status: is, reason } = afterRestart(kind, status, isRestored)
  expect(`${is} ${reason}`).toBe(wanted)
})

test.each<[string, JobKind, number, boolean, string]>([
  ['no paper, first try', 'receipt', 1, true, 'queued '],
  ['no paper, third try', 'receipt', 3, true, 'failed not-done'],
  ['a printer that broke off', 'receipt', 1, false, 'failed may-be-done'],
  ['no drawer is connected', 'drawer', 1, true, 'failed not-done'],
  ['a drawer of which nothing is heard', 'drawer', 1, false, 'failed may-be-done'],
  ['a display that is off', 'display', 1, true, 'abandoned too-late'],
])('%s', (_, kind, attempts, isCertain, wanted) => {
  const { status, reason } = afterFailure(kind, attempts, isCertain)
  expect(`${status} ${reason}`).toBe(wanted)
})

test('by itself nothing is done again that may have been done', () => {
  const outcomes = JOB_KINDS.flatMap((kind) => [
    afterRestart(kind, 'taken', false),
    ...[1, 2, 3].map((attempts) => afterFailure(kind, attempts, false)),
  ])
  expect(outcomes.filter(({ status }) => status === 'queued' || status === 'taken')).toEqual([])
})

test('a person may ask again for paper and for the drawer, of what failed alone', () => {
  const may = JOB_KINDS.flatMap((kind) =>
    JOB_STATUSES.filter((status) => mayQueueAgain(kind, status)).map((status) => `${kind} ${status}`),
  )
  expect(may).toEqual(['receipt failed', 'drawer failed'])
})
