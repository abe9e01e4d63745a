/**
 * What may stand in a cell, and what it becomes: codes, names, dates, moments, amounts, yes and no.
 * Every field refuses what it does not understand, in words; none rounds, truncates or guesses.
 */
import { isCode } from '../kernel/ids.ts'
import { parseCents, type Cents } from '../kernel/money.ts'
import { parseLocalDate, parseMinuteOfDay, type LocalDate, type MinuteOfDay } from '../kernel/time.ts'
import { parseZoneName, type ZoneName } from '../kernel/zone.ts'
import { Bad, type Field } from './table.ts'

export function text(length_max: number): Field<string> {
  return {
    says: `text of at most ${length_max} characters`,
    parse: (cell) =>
      cell.length <= length_max ? cell : new Bad(`has ${cell.length} characters; at most ${length_max} are kept`),
  }
}

export const NAME = text(200)
export const LONG_TEXT = text(4000)

/** The library's own number for a patron, title, hold or charge: any short text. */
export const EXTERNAL_ID = text(100)

export const CODE: Field<string> = {
  says: 'a code: letters, digits, spaces and . _ / & - , at most 64, beginning with a letter or digit',
  parse: (cell) =>
    isCode(cell) ? cell : new Bad('is not a code (letters, digits, spaces and . _ / & - , at most 64)'),
}

/** A code, or "*" for any. */
export const CODE_OR_ANY: Field<string> = {
  says: 'a code, or * for any',
  parse: (cell) => (cell === '*' ? cell : CODE.parse(cell)),
}

/** Kept as given: never padded, never repaired, its check digit never a reason to refuse. */
export const BARCODE: Field<string> = {
  says: 'the barcode as the scanner sends it, at most 100 characters without spaces',
  parse: (cell) => {
    if (cell.length > 100) return new Bad(`has ${cell.length} characters; no barcode is longer than 100`)
    if (/\p{Cf}/u.test(cell)) return new Bad('has an invisible character in it')
    return /\s/u.test(cell) ? new Bad('has a space in it') : cell
  },
}

export const DATE: Field<LocalDate> = {
  says: 'a date such as 2026-11-24',
  parse: (cell) => parseLocalDate(cell) ?? new Bad('is not a date such as 2026-11-24'),
}

export const MINUTE: Field<MinuteOfDay> = {
  says: 'a time of day such as 9:30, to 24:00',
  parse: (cell) => parseMinuteOfDay(cell) ?? new Bad('is not a time of day such as 9:30'),
}

export const ZONE: Field<ZoneName> = {
  says: 'a time zone such as America/Chicago',
  parse: (cell) => parseZoneName(cell) ?? new Bad('is not a time zone such as America/Chicago'),
}

/** An amount that is not negative. */
export const MONEY: Field<Cents> = {
  says: 'an amount such as 3.75, not negative',
  parse: (cell) => {
    const amount = parseCents(cell)
    if (amount === null) return new Bad('is not an amount such as 3.75')
    return amount < 0 ? new Bad('is less than nothing') : amount
  },
}

export function count(from: number, to: number): Field<number> {
  return {
    says: `a whole number from ${from} to ${to}`,
    parse: (cell) => {
      const number = /^\d{1,9}$/.test(cell) ? Number(cell) : -1
      return number >= from && number <= to ? number : new Bad(`is not a whole number from ${from} to ${to}`)
    },
  }
}

const YES = new Set(['yes', 'true', '1', 'y', 't'])
const NO = new Set(['no', 'false', '0', 'n', 'f'])

export const YES_NO: Field<boolean> = {
  says: 'yes or no',
  parse: (cell) => {
    const word = cell.toLowerCase()
    if (YES.has(word)) return true
    return NO.has(word) ? false : new Bad('is neither yes nor no')
  },
}

export function oneOf<const Word extends string>(words: readonly Word[]): Field<Word> {
  return {
    says: `one of: ${words.join(', ')}`,
    parse: (cell) => words.find((word) => word === cell.toLowerCase()) ?? new Bad(`is none of: ${words.join(', ')}`),
  }
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

export const WEEKDAY: Field<number> = {
  says: 'a weekday: its English name, or 0 for Sunday to 6 for Saturday',
  parse: (cell) => {
    const word = cell.toLowerCase()
    const index = WEEKDAYS.findIndex((day, number) => day === word || day.slice(0, 3) === word || `${number}` === word)
    return index < 0 ? new Bad('is not a weekday such as Monday') : index
  },
}

/**
 * A moment as a file says it: a bare date, a wall-clock time of the branch, or a time with its own offset, which is a
 * moment anywhere. `past_minute_ms` are the seconds.
 */
export type Moment =
  | { readonly kind: 'date'; readonly on: LocalDate }
  | { readonly kind: 'local'; readonly on: LocalDate; readonly minute: MinuteOfDay; readonly past_minute_ms: number }
  | { readonly kind: 'instant'; readonly at_ms: number }

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0
  const digits = offset.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0')
  return offset.startsWith('-') ? -minutes : minutes
}

export const MOMENT_FIELD: Field<Moment> = {
  says: 'a date (2026-11-24), a time by the branch’s clock (2026-11-24 15:30), or with its offset (…15:30:00-06:00)',
  parse: (cell) => {
    const match = MOMENT.exec(cell)
    const on = match ? parseLocalDate(match[1] ?? '') : null
    if (!match || on === null) return new Bad('is not a time such as 2026-11-24 15:30')
    if (match[2] === undefined) return { kind: 'date', on }
    const minute = parseMinuteOfDay(match[2])
    const seconds = Number(match[3] ?? '0')
    if (minute === null || minute === 1440 || seconds > 59) return new Bad('is not a time such as 2026-11-24 15:30')
    const past_minute_ms = seconds * 1000 + Math.trunc(Number(`0.${match[4] ?? '0'}`) * 1000)
    if (match[5] === undefined) return { kind: 'local', on, minute, past_minute_ms }
    const offset = offsetMinutes(match[5])
    if (Math.abs(offset) > 15 * 60) return new Bad('has an offset that no clock on earth has')
    const day_ms = Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10)))
    return { kind: 'instant', at_ms: day_ms + (minute - offset) * 60_000 + past_minute_ms }
  },
}
