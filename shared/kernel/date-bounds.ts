/**
 * Which dates are taken from outside: from files, scripts and what a person types. THE one pair of bounds. Wide enough
 * for everybody alive and for every loan, and every date within them can be counted with and shown in every zone.
 */
import { localDate } from './time.ts'

export const FIRST_DATE = localDate('1900-01-01')
export const LAST_DATE = localDate('2199-12-31')

/** The longest period that a rule or a setting may add to a date, in days: a century. */
export const PERIOD_DAYS_MAX = 36_500
