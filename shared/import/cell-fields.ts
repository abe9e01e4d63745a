/**
 * What a cell may contain, and what it becomes: codes, names, amounts, yes and no. Dates: date-fields.ts. Every field
 * refuses what it does not understand; none rounds, truncates or guesses.
 */
import { isCode } from '../kernel/ids.ts'
import { parseCents, type Cents } from '../kernel/money.ts'
import { parseMinuteOfDay, type MinuteOfDay } from '../kernel/time.ts'
import { parseZoneName, type ZoneName } from '../kernel/zone.ts'
import { Bad, type Field } from './table.ts'

export function text(length_max: number): Field<string> {
  return {
    says: `text of at most ${length_max} characters`,
    parse: (cell) =>
      cell.length <= length_max ? cell : new Bad({ code: 'text-too-long', length: cell.length, most: length_max }),
  }
}

export const NAME = text(200)
export const LONG_TEXT = text(4000)
/** Several lines of it. */
export const LINES: Field<string> = { ...LONG_TEXT, says: `${LONG_TEXT.says}, also of several lines`, isLines: true }

/** The library's own number for a patron, title, hold or charge: any short text. */
export const EXTERNAL_ID: Field<string> = { ...text(100), isNumber: true }

export const CODE: Field<string> = {
  says: 'a code: letters, digits, spaces and . _ / & - , at most 64, beginning with a letter or digit',
  parse: (cell) => (isCode(cell) ? cell : new Bad({ code: 'not-code' })),
  isNumber: true,
}

/** A code, or "*" for any. */
export const CODE_OR_ANY: Field<string> = {
  says: 'a code, or * for any',
  parse: (cell) => (cell === '*' ? cell : CODE.parse(cell)),
  isNumber: true,
}

/** Kept as given: never padded or repaired; a wrong check digit is no reason to refuse. */
export const BARCODE: Field<string> = {
  says: 'the barcode as the scanner sends it, at most 100 characters without spaces',
  parse: (cell) => {
    if (cell.length > 100) return new Bad({ code: 'barcode-too-long', length: cell.length, most: 100 })
    if (/\p{Cf}/u.test(cell)) return new Bad({ code: 'invisible-character' })
    return /\s/u.test(cell) ? new Bad({ code: 'has-space' }) : cell
  },
  isNumber: true,
}

export const MINUTE: Field<MinuteOfDay> = {
  says: 'a time of day such as 9:30, to 24:00',
  parse: (cell) => parseMinuteOfDay(cell) ?? new Bad({ code: 'not-time-of-day' }),
}

export const ZONE: Field<ZoneName> = {
  says: 'a time zone such as America/Chicago',
  parse: (cell) => parseZoneName(cell) ?? new Bad({ code: 'not-zone' }),
}

/** An amount that is not negative. */
export const MONEY: Field<Cents> = {
  says: 'an amount such as 3.75, not negative',
  parse: (cell) => {
    const amount = parseCents(cell)
    if (amount === null) return new Bad({ code: 'not-amount' })
    return amount < 0 ? new Bad({ code: 'negative' }) : amount
  },
}

export function count(from: number, to: number): Field<number> {
  return {
    says: `a whole number from ${from} to ${to}`,
    parse: (cell) => {
      const number = /^\d{1,9}$/.test(cell) ? Number(cell) : -1
      return number >= from && number <= to ? number : new Bad({ code: 'not-whole', from, to })
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
    return NO.has(word) ? false : new Bad({ code: 'not-yes-or-no' })
  },
}

export function oneOf<const Word extends string>(words: readonly Word[]): Field<Word> {
  return {
    says: `one of: ${words.join(', ')}`,
    parse: (cell) =>
      words.find((word) => word === cell.toLowerCase()) ?? new Bad({ code: 'not-listed', options: words }),
  }
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

export const WEEKDAY: Field<number> = {
  says: 'a weekday: its English name, or 0 for Sunday to 6 for Saturday',
  parse: (cell) => {
    const word = cell.toLowerCase()
    const index = WEEKDAYS.findIndex((day, number) => day === word || day.slice(0, 3) === word || `${number}` === word)
    return index < 0 ? new Bad({ code: 'not-weekday' }) : index
  },
}
