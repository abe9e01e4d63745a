/**
 * The date that a rule fixes for a loan made on a day: one date for all, or by a schedule the date of the range of days
 * that includes the loan (a school year's terms). Pure; guesses no date that a schedule does not have.
 */
import type { DueStep } from '../journal/events/due-steps.ts'
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

/** The part of the rule used here. */
type Fixing = Pick<LoanRule, 'hard_due_kind' | 'hard_due_on' | 'schedule_code' | 'outside_kind'>

export type FixedDue = {
  readonly kind: Exclude<LoanRule['hard_due_kind'], 'none'>
  readonly due_on: LocalDate
  /** The range of a schedule; null: the rule's own date. */
  readonly range: Extract<DueStep, { code: 'fixed-date' }>['range']
}

/**
 * What applies to a loan or a renewal made on that day in the library's zone. `outside`: nothing is fixed, and why
 * where that is worth saying. Outside every range of its schedule a rule refuses, or uses its own period.
 */
export function fixedDue(
  rule: Fixing,
  schedule: Schedule,
  on: LocalDate,
): FixedDue | { readonly outside: DueStep | null } | Refusal {
  const { hard_due_kind: kind, hard_due_on, schedule_code } = rule
  if (kind === 'none') return { outside: null }
  if (schedule_code === null) {
    if (hard_due_on === null) return { outside: null }
    return { kind, due_on: hard_due_on, range: null }
  }
  const found = schedule.find((range) => range.loans_from_on <= on && on <= range.loans_to_on)
  if (found) {
    const { loans_from_on: from_on, loans_to_on: to_on, due_on } = found
    return { kind, due_on, range: { schedule_code, from_on, to_on } }
  }
  if (rule.outside_kind === 'refuse') return refuse('outside-schedule', { on, schedule: schedule_code })
  return { outside: { code: 'no-fixed-date', schedule_code, on } }
}
