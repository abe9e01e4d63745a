/**
 * When an item counts as back: now, the day a person dates it to, or for the book drop the last time the doors closed.
 * Must never count a return after now, nor before the loan was made.
 */
import { rememberLast } from '../../kernel/remember.ts'
import { daysBetween, addDays, type Instant, type LocalDate, type MinuteOfDay } from '../../kernel/time.ts'
import { fromLocal, type ZoneName } from '../../kernel/zone.ts'
import { endOfDayAt, localTimeAt, type PreparedCalendar } from './calendar-index.ts'
import type { LibrarySettings } from '../../policy/library-settings.ts'
import { lastClosing } from './open-time.ts'

export type ReturnAsk = {
  readonly calendar: PreparedCalendar
  readonly now: Instant
  /** When it was lent; null when it was not out. */
  readonly out_at: Instant | null
  /** The day a person dates the return to; null: none. */
  readonly back_on: LocalDate | null
  readonly is_book_drop: boolean
  readonly settings: Pick<LibrarySettings, 'is_book_drop_backdated' | 'backdate_days_count_max'>
}

/** Why it counts as back at another time than now. */
export type ReturnStep =
  | { readonly code: 'return-day-ahead'; readonly on: LocalDate }
  | { readonly code: 'dated-back-at-most'; readonly days_count: number }
  | { readonly code: 'dated-back'; readonly on: LocalDate }
  | { readonly code: 'from-book-drop'; readonly closed_ms: Instant }
  | { readonly code: 'not-before-lent' }

export type ReturnMoment = { readonly back_at: Instant; readonly steps: readonly ReturnStep[] }

function dated(ask: ReturnAsk, back_on: LocalDate, today: LocalDate): ReturnMoment {
  if (back_on > today) return { back_at: ask.now, steps: [{ code: 'return-day-ahead', on: back_on }] }
  if (back_on === today) return { back_at: ask.now, steps: [] }
  const days_count = ask.settings.backdate_days_count_max
  const isTooFar = daysBetween(back_on, today) > days_count
  const on = isTooFar ? addDays(today, -days_count) : back_on
  const far = isTooFar ? ([{ code: 'dated-back-at-most', days_count }] as const) : []
  return { back_at: endOfDayAt(ask.calendar, on), steps: [...far, { code: 'dated-back', on }] }
}

/** The doors closed at the same moment for every item of a cart. */
const closedAt = rememberLast((on: LocalDate, minute: MinuteOfDay, zone: ZoneName) =>
  fromLocal({ on, minute, past_minute_ms: 0 }, zone),
)

function fromBookDrop(ask: ReturnAsk): ReturnMoment {
  const now = localTimeAt(ask.calendar, ask.now)
  const closing = ask.settings.is_book_drop_backdated ? lastClosing(ask.calendar, now) : null
  if (closing === null) return { back_at: ask.now, steps: [] }
  const closed_ms = closedAt(closing.on, closing.minute, ask.calendar.zone)
  // What was lent after the doors closed was not in the drop by then.
  if (ask.out_at !== null && ask.out_at > closed_ms) return { back_at: ask.now, steps: [] }
  return { back_at: closed_ms, steps: [{ code: 'from-book-drop', closed_ms }] }
}

export function returnMoment(ask: ReturnAsk): ReturnMoment {
  const today = localTimeAt(ask.calendar, ask.now).on
  const found = ask.back_on !== null ? dated(ask, ask.back_on, today) : undefined
  const moment = found ?? (ask.is_book_drop ? fromBookDrop(ask) : { back_at: ask.now, steps: [] })
  if (ask.out_at === null || moment.back_at >= ask.out_at) return moment
  return { back_at: ask.out_at, steps: [...moment.steps, { code: 'not-before-lent' }] }
}
