/**
 * Whether the schedules of fixed due dates can be meant: ranges that are reversed, overlap or leave days out, a
 * schedule that a rule names and nobody made, and in time, one that is about to end.
 */
import { addDays, daysBetween, type LocalDate } from '../../kernel/time.ts'
import type { FixedDate, LoanRule } from '../../policy/facts.ts'
import { prepareSchedules, type Schedule } from '../../policy/fixed-dates.ts'
import type { LibraryPolicy } from '../../policy/policy-facts.ts'
import { finding, type Finding } from '../../policy/policy-finding.ts'

/** So long before its last day the end of a schedule is told: time enough to decide on the next term's dates. */
const TOLD_BEFORE_DAYS = 60
/** Days left out between two ranges are a break in one year; more is a schedule that was given up and begun again. */
const GAP_MAX_DAYS = 366

function checkRange(date: FixedDate): readonly Finding[] {
  const { date_code, loans_from_on: from, loans_to_on: to, due_on } = date
  const stops = (what: string, says: string): Finding => finding('stops', 'fixed_date', what, [date_code], says)
  if (to < from) return [stops('order', `${date_code} ends before it begins: ${from} to ${to}.`)]
  if (due_on >= to) return []
  return [stops('due-before-end', `${date_code} is due ${due_on}, but its loans go on until ${to}.`)]
}

/** What lies between one range and the next of the same schedule. */
function checkNeighbors(schedule: Schedule, today: LocalDate): readonly Finding[] {
  return schedule.slice(1).flatMap((next, at) => {
    const before = schedule.slice(0, at + 1).reduce((last, one) => (one.loans_to_on > last.loans_to_on ? one : last))
    const { schedule_code } = next
    const codes = [before.date_code, next.date_code]
    if (next.loans_from_on <= before.loans_to_on) {
      const says = `Schedule ${schedule_code} has two dates for loans of ${next.loans_from_on}: ${codes.join(' and ')}.`
      return [finding('stops', 'fixed_date', 'overlap', codes, says)]
    }
    const [from, to] = [addDays(before.loans_to_on, 1), addDays(next.loans_from_on, -1)]
    if (to < from || to < today || daysBetween(from, to) > GAP_MAX_DAYS) return []
    const says = `Schedule ${schedule_code} has no date for loans from ${from} to ${to}.`
    return [finding('warns', 'fixed_date', 'days-left-out', codes, says)]
  })
}

/** A schedule that ends, said before it does to whoever can add the next range. */
function checkEnd(schedule_code: string, schedule: Schedule, today: LocalDate): readonly Finding[] {
  const last = schedule.reduce<FixedDate | null>((one, date) => {
    return one && one.loans_to_on >= date.loans_to_on ? one : date
  }, null)
  if (last === null || daysBetween(today, last.loans_to_on) > TOLD_BEFORE_DAYS) return []
  const isOver = last.loans_to_on < today
  const when = `${isOver ? 'ended' : 'ends'} on ${last.loans_to_on}`
  const says = `Schedule ${schedule_code} ${when}: add the dates of the next term.`
  return [finding('warns', 'fixed_date', isOver ? 'ended' : 'ending', [last.date_code], says)]
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
  const says = `${rule_code} names a schedule that is not there: ${schedule_code}.`
  return [finding('stops', 'loan_rule', 'schedule-stranger', [rule_code], says)]
}
