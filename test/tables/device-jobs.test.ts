/** What becomes of a device's job when it ends, and when the desk stops in between: one line a situation. */
import { expect, test } from 'vitest'
import {
  afterEnd,
  afterLost,
  afterRestart,
  isTooLate,
  JOB_KINDS,
  JOB_STATUSES,
  mayQueueAgain,
  pauseAfter,
  type JobKind,
  type JobStatus,
} from '../../shared/devices/job.ts'
import type { WorkEnd } from '../../shared/devices/wire.ts'

const SECOND = 1_000
const HOUR = 3_600 * SECOND

test.each<[JobKind, 'queued' | 'taken' | 'failed', number, boolean, string]>([
  ['receipt', 'queued', 0, false, 'as it was'],
  ['receipt', 'taken', 1, false, 'queued may-be-done'],
  ['receipt', 'taken', 2, false, 'queued may-be-done'],
  ['receipt', 'taken', 3, false, 'failed may-be-done'],
  ['receipt', 'failed', 3, false, 'as it was'],
  ['drawer', 'queued', 0, false, 'abandoned too-late'],
  ['drawer', 'taken', 1, false, 'failed may-be-done'],
  ['receipt', 'queued', 0, true, 'abandoned restored'],
  ['receipt', 'failed', 3, true, 'abandoned restored'],
  ['drawer', 'taken', 1, true, 'abandoned restored'],
])('after a restart a %s that was %s (sent %i times; restored: %s) is %s', (kind, status, sent, isRestored, wanted) => {
  const next = afterRestart(kind, status, sent, isRestored)
  expect(next === null ? 'as it was' : `${next.status} ${next.reason}`).toBe(wanted)
})

test.each<[string, JobKind, number, WorkEnd['end'], WorkEnd['detail'], string]>([
  ['printed', 'receipt', 1, 'done', '', 'done '],
  ['no paper', 'receipt', 1, 'not-done', 'paper-out', 'queued not-done'],
  ['no paper, however often', 'receipt', 9, 'not-done', 'paper-out', 'queued not-done'],
  ['the cover is open', 'receipt', 9, 'not-done', 'cover-open', 'queued not-done'],
  ['the printer is off', 'receipt', 9, 'not-done', 'not-ready', 'queued not-done'],
  ['the printer answers nothing before it began', 'receipt', 9, 'not-done', 'no-answer', 'queued not-done'],
  ['a paper that it cannot print, first try', 'receipt', 1, 'not-done', 'broken', 'queued not-done'],
  ['a paper that it cannot print, third try', 'receipt', 3, 'not-done', 'broken', 'failed not-done'],
  ['broke off, first try', 'receipt', 1, 'may-be-done', 'lost', 'queued may-be-done'],
  ['broke off, third try', 'receipt', 3, 'may-be-done', 'lost', 'failed may-be-done'],
  ['a printer that never says whether it printed', 'receipt', 1, 'may-be-done', 'cannot-tell', 'done cannot-tell'],
  ['a drawer at a printer that never says', 'drawer', 1, 'may-be-done', 'cannot-tell', 'done cannot-tell'],
  ['a person canceled it', 'receipt', 1, 'not-done', 'canceled', 'abandoned canceled'],
  ['no drawer is connected', 'drawer', 1, 'not-done', 'not-ready', 'abandoned not-done'],
  ['a drawer of which nothing is heard', 'drawer', 1, 'may-be-done', 'no-answer', 'failed may-be-done'],
])('%s', (_, kind, attempts, end, detail, wanted) => {
  const { status, reason } = afterEnd(kind, attempts, { end, detail })
  expect(`${status} ${reason}`).toBe(wanted)
})

test('by itself only paper comes again that may have come, and then it says so', () => {
  const outcomes = JOB_KINDS.flatMap((kind) =>
    [1, 2, 3]
      .flatMap((attempts) => [
        afterLost(kind, attempts),
        afterRestart(kind, 'taken', attempts, false),
        afterEnd(kind, attempts, { end: 'may-be-done', detail: 'lost' }),
      ])
      .map((next) => `${kind} ${next?.status} ${next?.reason}`),
  )
  expect(new Set(outcomes.filter((one) => one.includes('queued')))).toEqual(new Set(['receipt queued may-be-done']))
})

test('a person may ask again for paper that failed, and for nothing else', () => {
  const may = JOB_KINDS.flatMap((kind) =>
    JOB_STATUSES.filter((status) => mayQueueAgain(kind, status)).map((status) => `${kind} ${status}`),
  )
  expect(may).toEqual(['receipt failed'])
})

test.each<[string, JobKind, JobStatus, number, boolean]>([
  ['paper after a long night', 'receipt', 'queued', 15 * HOUR, false],
  ['paper of the day before', 'receipt', 'queued', 24 * HOUR, true],
  ['paper of the day before that failed', 'receipt', 'failed', 24 * HOUR, true],
  ['paper that a printer has', 'receipt', 'taken', 48 * HOUR, false],
  ['a drawer in a moment', 'drawer', 'queued', 4 * SECOND, false],
  ['a drawer whose clerk looks elsewhere', 'drawer', 'queued', 5 * SECOND, true],
  ['a drawer that may have opened, which is asked about', 'drawer', 'failed', 48 * HOUR, false],
])('too late: %s', (_, kind, status, waited_ms, wanted) => {
  expect(isTooLate(kind, status, waited_ms)).toBe(wanted)
})

test('a printer that does not do its jobs is left alone for longer and longer, and never for a minute', () => {
  const pauses = [0, 1, 2, 3, 4, 100].map(pauseAfter)
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other))
  expect(pauses[0]).toBe(0)
  expect(Math.max(...pauses)).toBeLessThan(60 * SECOND)
})
