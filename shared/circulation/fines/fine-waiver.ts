/**
 * Periods that cost no patron a fine: a fine-free day, and an outage of the system. An outage is taken out of what is
 * charged where the loan could not come back in time because of it, or came back in it. Must never charge more than
 * without the stretch.
 */
import type { BranchCode } from '../../kernel/ids.ts'
import { addDays, instant, MS_PER_DAY, type Instant, type LocalDate } from '../../kernel/time.ts'
import { fromLocal } from '../../kernel/zone.ts'
import { dayNumber, endOfDayAt, localTimeAt, rangesOfDay, type PreparedCalendar } from '../calendar/calendar-index.ts'
import { nextOpenDay } from '../calendar/calendar.ts'
import type { FineStep } from './fine-steps.ts'
import { isDueByDay } from './grace.ts'
import type { FineFreeDay, Outage } from '../../policy/policy-facts.ts'

export type Stretch = {
  readonly from_at: Instant
  readonly until_at: Instant
  /** The item came back on a fine-free day: no fine is charged. */
  readonly is_free: boolean
  readonly steps: readonly FineStep[]
}

type Span = Pick<Outage, 'from_at_ms' | 'to_at_ms'>

function holds({ from_at_ms, to_at_ms }: Span, at: Instant): boolean {
  return from_at_ms <= at && (to_at_ms === null || at <= to_at_ms)
}

/** When the doors close for the last time on that day; null when they do not open. */
function closingOn(calendar: PreparedCalendar, on: LocalDate): Instant | null {
  const last = rangesOfDay(calendar, dayNumber(on)).at(-1)
  return last ? fromLocal({ on, minute: last.closes, past_minute_ms: 0 }, calendar.zone) : null
}

/**
 * Whether an outage is why a loan was not back in time. What is due by the day can come back until the doors close: an
 * outage that lasts to closing covers it.
 */
export function coversDue(calendar: PreparedCalendar, outage: Span, due_at: Instant): boolean {
  if (holds(outage, due_at)) return true
  if (outage.from_at_ms > due_at || !isDueByDay(calendar, due_at)) return false
  if (outage.to_at_ms !== null && outage.to_at_ms < due_at - MS_PER_DAY) return false
  const closing = closingOn(calendar, localTimeAt(calendar, due_at).on)
  return closing !== null && closing <= due_at && holds(outage, closing)
}

/** The latest due date that an outage can cover, whatever the calendar: for looking loans up. */
export function coversDueBefore({ to_at_ms }: { readonly to_at_ms: Instant }): Instant {
  return instant(to_at_ms + MS_PER_DAY)
}

/**
 * Until when it could be brought back once the outage was over. By the day: the end of that day, and where the doors
 * did not open again on it, the end of the next open day.
 */
export function afterOutage(calendar: PreparedCalendar, due_at: Instant, to_at: Instant): Instant {
  if (!isDueByDay(calendar, due_at)) return to_at
  const { on } = localTimeAt(calendar, to_at)
  const closing = closingOn(calendar, on)
  if (closing !== null && to_at < closing) return endOfDayAt(calendar, on)
  const next = nextOpenDay(calendar, addDays(on, 1))
  return next === null ? endOfDayAt(calendar, on) : endOfDayAt(calendar, next)
}

export type Waivers = { readonly fine_free_days: readonly FineFreeDay[]; readonly outages: readonly Outage[] }

/** From when to when lateness is counted, once the stretches are taken out. */
export function lessWaivers(
  calendar: PreparedCalendar,
  { fine_free_days, outages }: Waivers,
  branch: BranchCode,
  late: { readonly due_at: Instant; readonly until_at: Instant },
): Stretch {
  let { due_at: from_at, until_at } = late
  const isOurs = ({ branch_code }: { readonly branch_code: string }): boolean =>
    branch_code === '*' || branch_code === branch
  const { on } = localTimeAt(calendar, late.until_at)
  const free = fine_free_days.find((day) => isOurs(day) && day.from_on <= on && on <= day.to_on)
  if (free) return { from_at, until_at, is_free: true, steps: [{ code: 'fine-free-day', on, reason: free.reason }] }
  const steps: FineStep[] = []
  for (const outage of outages.filter(isOurs)) {
    if (coversDue(calendar, outage, late.due_at) && from_at < until_at) {
      const end = outage.to_at_ms === null ? until_at : afterOutage(calendar, late.due_at, outage.to_at_ms)
      if (end > from_at) from_at = end
      steps.push({ code: 'due-in-outage', reason: outage.reason })
    }
    if (holds(outage, late.until_at) && outage.from_at_ms < until_at) {
      until_at = outage.from_at_ms
      steps.push({ code: 'back-in-outage', reason: outage.reason, since_ms: outage.from_at_ms })
    }
  }
  return { from_at, until_at, is_free: false, steps }
}
