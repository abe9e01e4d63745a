/**
 * Dates and moments in a cell of a file, within the bounds for every date from outside. Many exports write "never" as
 * 9999-12-31: where the cell may be empty, it counts as empty and is reported; otherwise the row is left out.
 */
import { FIRST_DATE, LAST_DATE, readOutsideDate } from '../kernel/date-bounds.ts'
import { parseMinuteOfDay, type LocalDate, type MinuteOfDay } from '../kernel/time.ts'
import { Bad, Noted, type Field } from './table.ts'

const NO_MOMENT = { code: 'no-moment' } as const
const BOUNDS_SAID = `from ${FIRST_DATE} to ${LAST_DATE}`

export const DATE: Field<LocalDate> = {
  says: `a date such as 2026-11-24, ${BOUNDS_SAID}`,
  parse: (cell) => {
    const told = readOutsideDate(cell)
    return 'on' in told ? told.on : new Bad({ code: told.wrong })
  },
}

/** What some databases write where there is no date. */
const ZERO_DATE = '0000-00-00'

/**
 * @param empty_is the sides on which a date out of bounds counts as an empty cell
 */
function dateOrEmpty(says: string, empty_is: readonly ('too-early' | 'too-late')[]): Field<LocalDate | null> {
  return {
    says: `${DATE.says}; ${says} is taken as empty and told`,
    parse: (cell) => {
      if (cell === ZERO_DATE) return new Noted(null, { code: 'zero-date-emptied' })
      const told = readOutsideDate(cell)
      if ('on' in told) return told.on
      const side = empty_is.find((one) => one === told.wrong)
      return side ? new Noted(null, { code: `${side}-emptied` }) : new Bad({ code: told.wrong })
    },
  }
}

/** For a column whose empty cell means "never": a date after the last one means the same. */
export const DATE_OR_NEVER = dateOrEmpty('a later one, such as 9999-12-31,', ['too-late'])

/** For a column whose empty cell means "not known": exports fill it with the first or the last date they can write. */
export const DATE_OR_UNKNOWN = dateOrEmpty('one before or after', ['too-early', 'too-late'])

/**
 * A moment in a file: a bare date, a wall-clock time of the branch, or a time with its own offset, which is the same
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
  says:
    `a date (2026-11-24), a time by the branch’s clock (2026-11-24 15:30), or with its offset (…15:30:00-06:00), ` +
    BOUNDS_SAID,
  parse: (cell) => {
    const match = MOMENT.exec(cell)
    const told = readOutsideDate(match?.[1] ?? '')
    if (!match) return new Bad(NO_MOMENT)
    if ('wrong' in told) return new Bad(told.wrong === 'no-date' ? NO_MOMENT : { code: told.wrong })
    const { on } = told
    if (match[2] === undefined) return { kind: 'date', on }
    const minute = parseMinuteOfDay(match[2])
    const seconds = Number(match[3] ?? '0')
    if (minute === null || minute === 1440 || seconds > 59) return new Bad(NO_MOMENT)
    const past_minute_ms = seconds * 1000 + Math.trunc(Number(`0.${match[4] ?? '0'}`) * 1000)
    if (match[5] === undefined) return { kind: 'local', on, minute, past_minute_ms }
    const offset = offsetMinutes(match[5])
    if (Math.abs(offset) > 15 * 60) return new Bad({ code: 'offset-impossible' })
    return { kind: 'instant', at_ms: Date.parse(`${on}T00:00:00Z`) + (minute - offset) * 60_000 + past_minute_ms }
  },
}
