/**
 * Whether the schedules of fixed due dates can be meant: ranges that are reversed, overlap or leave days out, a
 * schedule that a rule names and that does not exist, and in time, one that is about to end.
 */
import { addDays, daysBetween, type LocalDate } from '../../kernel/time.ts'
import type { FixedDate, LoanRule } from '../../policy/facts.ts'
import { prepareSchedules, type Schedule } from '../../policy/fixed-dates.ts'
import type { LibraryPolicy } from '../../policy/policy-facts.ts'
import { finding, type Finding, type FindingFact } from '../../policy/policy-finding.ts'

/** So long before its last day the end of a schedule is told: time enough to decide on the next term's dates. */
const TOLD_BEFORE_DAYS = 60
/** Days left out between two ranges are a break in one year; more is a schedule that was given up and begun again. */
const GAP_MAX_DAYS = 366

function checkRange(date: FixedDate): readonly Finding[] {
  const { date_code, loans_from_on: from, loans_to_on: to, due_on } = date
  const stops = (fact: FindingFact): Finding => finding('stops', 'fixed_date', [date_code], fact)
  if (to < from) return [stops({ code: 'order', row: date_code, from_on: from, to_on: to })]
  if (due_on >= to) return []
  return [stops({ code: 'due-before-end', row: date_code, due_on, to_on: to })]
}

/** What is between one range and the next of the same schedule. */
function checkNeighbors(dates: Schedule, today: LocalDate): readonly Finding[] {
  return dates.slice(1).flatMap((next, at) => {
    const before = dates.slice(0, at + 1).reduce((last, one) => (one.loans_to_on > last.loans_to_on ? one : last))
    const { schedule_code: schedule, loans_from_on: on } = next
    const rows = [before.date_code, next.date_code]
    if (on <= before.loans_to_on) {
      return [finding('stops', 'fixed_date', rows, { code: 'overlap', schedule, on, rows })]
    }
    const [from, to] = [addDays(before.loans_to_on, 1), addDays(on, -1)]
    if (to < from || to < today || daysBetween(from, to) > GAP_MAX_DAYS) return []
    return [finding('warns', 'fixed_date', rows, { code: 'days-left-out', schedule, from_on: from, to_on: to })]
  })
}

/** A schedule that ends soon, said in time to add the next range. */
function checkEnd(schedule: string, dates: Schedule, today: LocalDate): readonly Finding[] {
  const last = dates.reduce<FixedDate | null>((one, date) => {
    return one && one.loans_to_on >= date.loans_to_on ? one : date
  }, null)
  if (last === null || daysBetween(today, last.loans_to_on) > TOLD_BEFORE_DAYS) return []
  const { date_code, loans_to_on: on } = last
  return [finding('warns', 'fixed_date', [date_code], { code: on < today ? 'ended' : 'ending', schedule, on })]
}

/** Every schedule by itself; whether a rule names one that is there, `checkNamed` says. */
export function checkSchedules({ fixed_dates }: LibraryPolicy, today: LocalDate): readonly Finding[] {
  // What is the wrong way round leaves no days out: only that is told of it.
  const schedules = [...prepareSchedules(fixed_dates.filter((date) => date.loans_from_on <= date.loans_to_on))]
  return [
    ...fixed_dates.flatMap(checkRange),
    ...schedules.flatMap(([code, schedule]) => [
      ...checkNeighbors(schedule, today),
      ...checkEnd(code, schedule, today),
    ]),
  ]
}

/** A rule that names a schedule which has no date at all. */
export function checkNamed(rule: LoanRule, { fixed_dates }: LibraryPolicy): readonly Finding[] {
  const { rule_code, schedule_code } = rule
  if (schedule_code === null || fixed_dates.some((date) => date.schedule_code === schedule_code)) return []
  const fact = { code: 'stranger', row: rule_code, of: 'schedule', named: schedule_code } as const
  return [finding('stops', 'loan_rule', [rule_code], fact)]
}
