/**
 * How a job asks the printer to say that it is printed. A transport that took the bytes proves nothing: a printer
 * without paper takes 60 kB. Each job has a number, so that a late answer to the job before is not taken for this one.
 */
import { assert } from '../../kernel/assert.ts'
import type { AcknowledgementWay } from './profile.ts'

/** Epson returns four bytes as they were sent, each from 32 to 126. */
const DIGIT_FIRST = 0x20
const DIGITS_COUNT = 95
const ETB = 0x17
/** The counter of a Star runs from 0 to 31, and begins at 0 with each job. */
const ETB_MAX = 31

/** Where the numbers of jobs begin again: 95 to the fourth. */
export const JOB_NUMBERS_COUNT = DIGITS_COUNT ** 4

/** The four bytes that stand for a job in the answer of an Epson. */
export function jobDigits(job: number): readonly number[] {
  assert(Number.isInteger(job) && job >= 0 && job < JOB_NUMBERS_COUNT, 'a number of a job')
  return [3, 2, 1, 0].map((power) => DIGIT_FIRST + (Math.floor(job / DIGITS_COUNT ** power) % DIGITS_COUNT))
}

/** The job for which these four bytes stand; null when they are no digits. */
export function jobOfDigits(digits: readonly number[]): number | null {
  const values = digits.map((digit) => digit - DIGIT_FIRST)
  if (values.length !== 4 || values.some((value) => value < 0 || value >= DIGITS_COUNT)) return null
  return values.reduce((sum, value) => sum * DIGITS_COUNT + value, 0)
}

/** How far a Star counts in this job: never as far as in the job before or after it. */
export function etbCountOf(job: number): number {
  return 1 + (job % ETB_MAX)
}

/** What precedes the job. A Star counts from zero. */
export function beforeJob(way: AcknowledgementWay): readonly number[] {
  return way === 'star-etb' ? [0x1b, 0x1e, 0x45, 0x00] : []
}

/** What ends the job, behind its last line and the cut. */
export function afterJob(way: AcknowledgementWay, job: number): readonly number[] {
  switch (way) {
    case 'gs-paren-h':
      return [0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...jobDigits(job)]
    case 'gs-r':
      return [0x1d, 0x72, 0x01]
    case 'star-etb':
      return Array.from({ length: etbCountOf(job) }, () => ETB)
  }
}
