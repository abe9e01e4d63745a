/**
 * The sample library that comes with the program: made-up people and titles, for trying the desk out and for practice,
 * with its dates moved to the day on which it is imported. Must never be mixed with a real library: nobody could tell
 * whose loans are real. And the mark of a desk for practice.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { must } from '../../shared/kernel/assert.ts'
import { addDays, daysBetween, localDate, type Instant } from '../../shared/kernel/time.ts'
import { parseZoneName, toLocalDate } from '../../shared/kernel/zone.ts'
import { readOwn } from '../journal/own-values.ts'
import type { Library } from './library.ts'

const SAMPLE = join('demo', 'library')
/** The day that it was made for. */
const AS_OF = localDate('2026-11-24')
const ZONE = must(parseZoneName('America/Chicago'), 'America/Chicago is known everywhere')
/** The files with dates of circulation; birthdays, hours and yearly closings stay as they are. */
const MOVED = ['patrons.csv', 'loans.csv', 'holds.csv', 'charges.csv', 'credits.csv', 'blocks.csv', 'notes.csv']
/** Nobody in the sample library was born after 2025. */
const DATE = /\b20(?:2[6-9]|3\d)-\d\d-\d\d\b/g

/** Under which own value a practice desk keeps how far its shift is. */
export const OWN_PRACTICE = 'practice'

/** Whether a desk is for practice: its mark is written before its first entry, and stays. */
export function isForPractice(library: Library): boolean {
  return readOwn(library.db, OWN_PRACTICE) !== ''
}

/** Its folder: beside the sources, or beside the bundle in the packaged application. Empty where it is missing. */
export function sampleFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    if (existsSync(join(at, SAMPLE, 'library.csv'))) return join(at, SAMPLE)
    if (dirname(at) === at) return ''
  }
}

/** Writes a copy of the sample library with its dates moved to the day of `now`; returns by how many days. */
export function writeSample(from: string, to: string, now: Instant): number {
  const days = daysBetween(AS_OF, toLocalDate(now, ZONE))
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    const text = readFileSync(join(from, name), 'utf8')
    const moved = MOVED.includes(name) ? text.replaceAll(DATE, (on) => addDays(localDate(on), days)) : text
    writeFileSync(join(to, name), moved)
  }
  return days
}
