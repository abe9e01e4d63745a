/**
 * Which dates are accepted from outside: from files, scripts and typing. The one pair of bounds. Wide enough for
 * everyone alive and for every loan, and every date within them can be computed with and shown in every zone.
 */
import { localDate, parseLocalDate, type LocalDate } from './time.ts'

export const FIRST_DATE = localDate('1900-01-01')
export const LAST_DATE = localDate('2199-12-31')

/** The longest period that a rule or a setting may add to a date, in days: a century. */
export const PERIOD_DAYS_MAX = 36_525

export const NO_DATE = 'is not a date such as 2026-11-24'
const TOO_EARLY = `is before ${FIRST_DATE}, the earliest date allowed`
const TOO_LATE = `is after ${LAST_DATE}, the latest date allowed`

export type DateTold = { readonly on: LocalDate } | { readonly wrong: 'no-date' | 'too-early' | 'too-late' }

/** Reads "2026-12-15" within the bounds, or says on which side it is; takes years of five digits and BC too. */
export function readOutsideDate(text: string): DateTold {
  if (/^(0\d{3}|-\d{4,6})-\d{2}-\d{2}$/.test(text)) return { wrong: 'too-early' }
  if (/^\+?[1-9]\d{4,5}-\d{2}-\d{2}$/.test(text)) return { wrong: 'too-late' }
  const on = parseLocalDate(text)
  if (on === null) return { wrong: 'no-date' }
  if (on < FIRST_DATE) return { wrong: 'too-early' }
  return on > LAST_DATE ? { wrong: 'too-late' } : { on }
}

/**
 * Finishes "Due …" or "due_at …", and says what is accepted. @param no_date what to say of a text that is not a date
 */
export function wrongDateWords(told: DateTold, no_date = NO_DATE): string {
  const wrong = 'wrong' in told ? told.wrong : 'no-date'
  return { 'no-date': no_date, 'too-early': TOO_EARLY, 'too-late': TOO_LATE }[wrong]
}
