/**
 * Moves the demo library to another day than the one it was made for: every date of its circulation shifts by the same
 * number of days. Fixed dates (birthdays, hours, yearly closings) stay.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, daysBetween, localDate, type LocalDate } from '../../shared/kernel/time.ts'
import { AS_OF } from './made.ts'

const MOVED = ['patrons.csv', 'loans.csv', 'holds.csv', 'charges.csv', 'blocks.csv', 'notes.csv']
/** Circulation dates: nobody in the demo was born after 2025. */
const DATE = /\b20(?:2[6-9]|3\d)-\d\d-\d\d\b/g

/** Writes the moved library to `to`; returns the number of days it was moved by. */
export function writeMoved(from: string, to: string, today: LocalDate): number {
  const days = daysBetween(AS_OF, today)
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    const text = readFileSync(join(from, name), 'utf8')
    const moved = MOVED.includes(name) ? text.replaceAll(DATE, (on) => addDays(localDate(on), days)) : text
    writeFileSync(join(to, name), moved)
  }
  return days
}
