/**
 * Stretches that cost nobody a fine: a fine-free day, and an outage of the system. An outage is taken out of what is
 * charged where the loan fell due in it or came back in it. Must never charge more than without the stretch.
 */
import { sayDate, sayLocalTime } from '../desk/say-date.ts'
import type { BranchCode } from '../kernel/ids.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { endOfDayAt, localTimeAt, type PreparedCalendar } from './calendar-index.ts'
import { isDueByDay } from './grace.ts'
import type { WaiverWindow } from './policy-facts.ts'

export type Stretch = {
  readonly from_at: Instant
  readonly until_at: Instant
  /** Came back on a fine-free day: nothing at all is charged. */
  readonly is_free: boolean
  readonly steps: readonly string[]
}

function holds(window: WaiverWindow, at: Instant): boolean {
  return window.from_at_ms <= at && (window.to_at_ms === null || at < window.to_at_ms)
}

function because(reason: string): string {
  return reason === '' ? '' : ` (${reason})`
}

/** The outage's end, for a loan by the day the end of that day: there was time left to bring it back. */
function afterOutage(calendar: PreparedCalendar, due_at: Instant, to_at: Instant): Instant {
  return isDueByDay(calendar, due_at) ? endOfDayAt(calendar, localTimeAt(calendar, to_at).on) : to_at
}

/** From when to when lateness is counted, once the stretches are taken out. `today` is for the words. */
export function lessWaivers(
  calendar: PreparedCalendar,
  windows: readonly WaiverWindow[],
  branch: BranchCode,
  late: { readonly due_at: Instant; readonly until_at: Instant },
  today: LocalDate,
): Stretch {
  let { due_at: from_at, until_at } = late
  const steps: string[] = []
  const ours = windows.filter((window) => window.branch_code === '*' || window.branch_code === branch)
  for (const window of ours) {
    if (window.waiver_kind === 'fine-free' && holds(window, late.until_at)) {
      const on = sayDate(localTimeAt(calendar, late.until_at).on, today)
      return { from_at, until_at, is_free: true, steps: [`${on} is fine-free${because(window.reason)}`] }
    }
    if (window.waiver_kind !== 'system-down') continue
    if (holds(window, late.due_at) && from_at < until_at) {
      const end = window.to_at_ms === null ? until_at : afterOutage(calendar, late.due_at, window.to_at_ms)
      if (end > from_at) from_at = end
      steps.push(`fell due while the system was down${because(window.reason)}: not charged for that time`)
    }
    if (holds(window, late.until_at) && window.from_at_ms < until_at) {
      until_at = window.from_at_ms
      const since = sayLocalTime(localTimeAt(calendar, window.from_at_ms), today)
      steps.push(`came back while the system was down${because(window.reason)}: charged up to ${since}`)
    }
  }
  return { from_at, until_at, is_free: false, steps }
}
