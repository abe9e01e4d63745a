/**
 * The date that a rule fixes for what is lent on a day: one date for all, or by a schedule, the date of the range of
 * days in which the loan is made (a school year's terms). Pure; must never guess a date that no row of a schedule says.
 */
import { sayDate } from '../kernel/say-date.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { FixedDate, LoanRule } from './facts.ts'
import { refuse, type Refusal } from '../refusals/refusals.ts'

/** The ranges of one schedule, in the order of their days. */
export type Schedule = readonly FixedDate[]
export type Schedules = ReadonlyMap<string, Schedule>

export function prepareSchedules(dates: readonly FixedDate[]): Schedules {
  const byDay = dates.toSorted((one, other) => (one.loans_from_on < other.loans_from_on ? -1 : 1))
  return Map.groupBy(byDay, (date) => date.schedule_code)
}

/** What of the rule is asked. */
type Fixing = Pick<LoanRule, 'hard_due_kind' | 'hard_due_on' | 'schedule_code' | 'outside_kind'>

export type FixedDue = {
  readonly kind: Exclude<LoanRule['hard_due_kind'], 'none'>
  readonly due_on: LocalDate
  /** Which of a schedule's: "schedule TERMS, loans from Mon, Aug 24 to Fri, Dec 18: "; empty for the rule's own. */
  readonly of: string
}

/**
 * What holds for a loan or a renewal made on that day in the library's zone. `says`: nothing is fixed, and why where
 * that is worth telling. Outside every range of its schedule a rule refuses, or leaves its own period alone.
 */
export function fixedDue(
  rule: Fixing,
  schedule: Schedule,
  on: LocalDate,
): FixedDue | { readonly says: string | null } | Refusal {
  const { hard_due_kind: kind, hard_due_on, schedule_code } = rule
  if (kind === 'none') return { says: null }
  if (schedule_code === null) {
    if (hard_due_on === null) return { says: null }
    return { kind, due_on: hard_due_on, of: '' }
  }
  const found = schedule.find((range) => range.loans_from_on <= on && on <= range.loans_to_on)
  if (found) {
    const { loans_from_on: from, loans_to_on: to, due_on } = found
    return { kind, due_on, of: `schedule ${schedule_code}, loans from ${sayDate(from, on)} to ${sayDate(to, on)}: ` }
  }
  if (rule.outside_kind === 'refuse') return refuse('outside-schedule', { on, schedule: schedule_code })
  return { says: `schedule ${schedule_code} has no date for loans on ${sayDate(on, on)}: the rule’s own period holds` }
}
