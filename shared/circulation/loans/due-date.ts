/**
 * When a loan is due, and why, step by step. Loans by day, week and month end at 23:59:59 in the library's zone; loans
 * by hour and minute end on the minute. The order of the steps is in docs/circulation.md.
 * Must never read a clock, and never let a wrong rule lend: it refuses instead.
 */
import { LAST_DATE } from '../../kernel/date-bounds.ts'
import { instant, MS_PER_MINUTE, type Instant, type LocalDate } from '../../kernel/time.ts'
import { fromLocal, type LocalTime } from '../../kernel/zone.ts'
import { endOfDayAt, localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import { closedFacts, isOpenOn, previousOpenDay, settleDay } from '../calendar/calendar.ts'
import { countedDays, dayAfterPeriod, loanPeriod, type DayPeriod, type TimePeriod } from './loan-period.ts'
import type { DueStep } from '../../journal/events/due-steps.ts'
import type { LoanRule } from '../../policy/facts.ts'
import { fixedDue, type FixedDue, type Schedule } from '../../policy/fixed-dates.ts'
import { addMinutesOnOpenDays, isOpenAt, lastClosing, nextOpening } from '../calendar/open-time.ts'
import { isRefusal, refuse, type Refusal } from '../../refusals/refusals.ts'

export type DueAsk = {
  readonly rule: LoanRule
  /** The fixed dates of the schedule that the rule names. Absent: it names none. */
  readonly schedule?: Schedule
  readonly now: Instant
  readonly calendar: PreparedCalendar
  /** Null: the card does not expire, or its expiry shall not cut the loan. */
  readonly card_expires_on: LocalDate | null
  /** The last day on which what another library lent may be due here. Null or absent: it is this library's own. */
  readonly lender_due_on?: LocalDate | null
  /** Null for a check-out; for a renewal, when the loan is due now and how often it was renewed. */
  readonly renewal: { readonly due_at: Instant; readonly count: number } | null
  /** The longer loan the rule allows on request; where it allows none, the ordinary period. Never for a renewal. */
  readonly is_special?: boolean
}

export type Due = {
  readonly due_at: Instant
  readonly steps: readonly DueStep[]
}

/** A due date being computed: its value so far, the steps that led there, and what it started from. */
type Draft = {
  readonly ask: DueAsk
  readonly from: Instant
  readonly start: LocalTime
  readonly today: LocalDate
  /** Null: no date is fixed. */
  readonly fixed: FixedDue | null
  readonly steps: DueStep[]
}

const ALL_CLOSED = refuse('calendar-all-closed')

/** Which renewal the period is for, and whether it counts from when the loan was due. */
function countedFrom({ ask: { renewal, now }, from }: Draft) {
  return { renewal_number: renewal ? renewal.count + 1 : 0, is_from_due: from !== now }
}

/** Moves an end that falls on a closed day. A move back never goes before the day the loan starts. */
function settleOpenDay(draft: Draft, on: LocalDate, isWholeWeeks: boolean): LocalDate | null {
  const { calendar, rule } = draft.ask
  if (rule.days_mode === 'ignore-closed' || isOpenOn(calendar, on)) return on
  let settled = settleDay(calendar, on, rule.days_mode, isWholeWeeks)
  if (settled !== null && settled < draft.start.on) settled = settleDay(calendar, on, 'next-open', false)
  if (settled === null) return null
  draft.steps.push({ code: 'closed-day', ...closedFacts(calendar, on), to_on: settled })
  return settled
}

/** The date a rule fixes for everyone: a ceiling, a floor or the very day. One that is past is not used. */
function applyFixedDate(draft: Draft, on: LocalDate): LocalDate {
  const { fixed } = draft
  if (fixed === null) return on
  const { kind, due_on, range } = fixed
  const isPast = due_on < draft.today
  const isKept = { 'not-after': on <= due_on, 'not-before': on >= due_on, exactly: on === due_on }[kind]
  if (isPast || !isKept) draft.steps.push({ code: 'fixed-date', use: isPast ? 'passed' : kind, due_on, range })
  return isPast || isKept ? on : due_on
}

/**
 * Never due after the card expires; when that day is closed, the last open day before it. The step never says which day
 * that is: a date of expiry is a patron's.
 */
function capAtExpiry(draft: Draft, on: LocalDate): LocalDate {
  const { card_expires_on: expires, rule } = draft.ask
  if (!rule.is_capped_at_expiry || expires === null || on <= expires) return on
  const open = openDayUpTo(draft, expires)
  draft.steps.push({ code: 'card-expires', is_closed: open !== expires })
  return open
}

/** That day, or the last open one before it that is not before the loan starts. */
function openDayUpTo(draft: Draft, on: LocalDate): LocalDate {
  const { calendar, rule } = draft.ask
  if (rule.days_mode === 'ignore-closed' || isOpenOn(calendar, on)) return on
  const open = previousOpenDay(calendar, on)
  return open === null || (on >= draft.start.on && open < draft.start.on) ? on : open
}

/** Never due after the day on which another library's item must go back; when that is past, due today. */
function capAtLender(draft: Draft, on: LocalDate): LocalDate {
  const lender_due_on = draft.ask.lender_due_on ?? null
  if (lender_due_on === null || on <= lender_due_on) return on
  const last = openDayUpTo(draft, lender_due_on < draft.today ? draft.today : lender_due_on)
  draft.steps.push({ code: 'lender', to_on: last })
  return last
}

/** Every date that the loan may not pass. */
function limitDay(draft: Draft, on: LocalDate): LocalDate {
  return capAtLender(draft, capAtExpiry(draft, applyFixedDate(draft, on)))
}

function dayLoanDue(draft: Draft, period: DayPeriod): Instant | null {
  const { ask, start } = draft
  const end = dayAfterPeriod(ask.calendar, ask.rule.days_mode, start.on, period)
  if (end === null) return null
  const counted = countedDays(period, ask.rule.days_mode)
  draft.steps.push({ code: 'days-from', ...counted, from_on: start.on, ...countedFrom(draft) })
  const settled = settleOpenDay(draft, end, period.isWholeWeeks)
  if (settled === null) return null
  return endOfDayAt(ask.calendar, limitDay(draft, settled))
}

/** Up to the next whole minute, so that a loan said to be due at 2:15 is not late at 2:14 and a half. */
function wholeMinute(at: Instant): Instant {
  return instant(Math.ceil(at / MS_PER_MINUTE) * MS_PER_MINUTE)
}

function timeAfterPeriod(draft: Draft, period: TimePeriod): Instant | null {
  const { start, from } = draft
  const { calendar, rule } = draft.ask
  const { count: period_count, unit } = period
  const is_closed_skipped = rule.days_mode === 'skip-closed'
  draft.steps.push({
    code: 'hours-from',
    period_count,
    unit,
    from_ms: from,
    is_closed_skipped,
    ...countedFrom(draft),
  })
  if (!is_closed_skipped) return instant(from + period.ms)
  const end = addMinutesOnOpenDays(calendar, start, period.ms / MS_PER_MINUTE)
  return end && fromLocal(end, calendar.zone)
}

/** A loan by the hour whose end falls on a closed day goes to an opening or back to a closing, by the days mode. */
function settleOpenDayTime(draft: Draft, end: LocalTime): LocalTime | null {
  const { calendar, rule } = draft.ask
  if (rule.days_mode === 'ignore-closed' || isOpenOn(calendar, end.on)) return end
  const back = rule.days_mode === 'previous-open' || rule.past_closing === 'shorten-to-close'
  return moveTime(draft, end, back, (to_ms, is_back) => {
    return { code: 'closed-day-hours', ...closedFacts(calendar, end.on), to_ms, is_back }
  })
}

/** A loan by the hour that ends while the doors are shut, by the rule's `past_closing`. */
function settleOpenHours(draft: Draft, end: LocalTime): LocalTime | null {
  const { calendar, rule } = draft.ask
  if (rule.past_closing === 'keep' || isOpenAt(calendar, end)) return end
  const closed_ms = fromLocal(end, calendar.zone)
  return moveTime(draft, end, rule.past_closing === 'shorten-to-close', (to_ms) => {
    return { code: 'closed-then', closed_ms, to_ms }
  })
}

/** Back to the last closing when that is still to come, else on to the next opening. */
function moveTime(
  draft: Draft,
  end: LocalTime,
  back: boolean,
  told: (to: Instant, isBack: boolean) => DueStep,
): LocalTime | null {
  const { calendar } = draft.ask
  const closing = back ? lastClosing(calendar, end) : null
  const isAhead = closing !== null && fromLocal(closing, calendar.zone) > draft.ask.now
  const moved = isAhead ? closing : nextOpening(calendar, end)
  if (moved) draft.steps.push(told(fromLocal(moved, calendar.zone), isAhead))
  return moved
}

function timeLoanDue(draft: Draft, period: TimePeriod): Instant | null {
  const { ask } = draft
  const raw = timeAfterPeriod(draft, period)
  if (raw === null) return null
  const rounded = wholeMinute(raw)
  const before = localTimeAt(ask.calendar, rounded)
  const openDay = settleOpenDayTime(draft, before)
  const end = openDay && settleOpenHours(draft, openDay)
  if (!end) return null
  const limited = limitDay(draft, end.on)
  if (limited !== end.on) return endOfDayAt(ask.calendar, limited)
  return end === before ? rounded : fromLocal(end, ask.calendar.zone)
}

function dueFrom(ask: DueAsk, from: Instant, period: DayPeriod | TimePeriod): Due | Refusal {
  const today = localTimeAt(ask.calendar, ask.now).on
  // A renewal asks by its own day as well: in the next term it has the next term's date.
  const fixed = fixedDue(ask.rule, ask.schedule ?? [], today)
  if (isRefusal(fixed)) return fixed
  const isFixed = 'due_on' in fixed
  const start = localTimeAt(ask.calendar, from)
  const draft: Draft = { ask, from, start, today, fixed: isFixed ? fixed : null, steps: [] }
  const due_at = period.kind === 'days' ? dayLoanDue(draft, period) : timeLoanDue(draft, period)
  if (due_at === null) return ALL_CLOSED
  const outside = isFixed || fixed.outside === null ? [] : [fixed.outside]
  return { due_at, steps: [...draft.steps, ...outside] }
}

/** A loan that is due already at the end of all dates would be renewed beyond it, or a rule fixes a date out there. */
function withinBounds({ calendar, rule }: DueAsk, due: Due): Due | Refusal {
  const { on } = localTimeAt(calendar, due.due_at)
  return on <= LAST_DATE ? due : refuse('due-too-far', { rule: rule.rule_code, limit: LAST_DATE })
}

/**
 * When a loan or a renewal made now is due, with every step. Refuses with `period-invalid` when the rule's
 * period is zero, negative, broken or longer than a century, with `calendar-all-closed` when a search for an open
 * day went a year without one, with `due-too-far` when it would be due after the last date that is taken, and with
 * `outside-schedule` on a day for which the rule's schedule has no date. A renewal counted from the due date that would
 * still be past counts from today instead.
 */
export function dueDate(ask: DueAsk): Due | Refusal {
  const { renewal, rule } = ask
  const period = loanPeriod(rule, renewal !== null, ask.is_special)
  if (period === null) return refuse('period-invalid', { rule: rule.rule_code })
  const isFromDue = renewal !== null && rule.renewal_from === 'due'
  const first = dueFrom(ask, isFromDue ? renewal.due_at : ask.now, period)
  if (isRefusal(first)) return first
  if (!isFromDue || first.due_at > ask.now) return withinBounds(ask, first)
  const again = dueFrom(ask, ask.now, period)
  if (isRefusal(again)) return again
  return withinBounds(ask, { due_at: again.due_at, steps: [...again.steps, { code: 'from-today' }] })
}
