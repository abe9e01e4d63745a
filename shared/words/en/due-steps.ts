/** English for the steps of a due date. */
import type { DueStep } from '../../journal/events/due-steps.ts'
import type { RuleStep } from '../../policy/scoped.ts'
import { countedIn } from '../plural.ts'
import type { Saying, StepOf, StepWords } from '../steps.ts'

const counted = countedIn('en')

type Unit = StepOf<DueStep, 'days-from' | 'hours-from'>['unit']
const UNITS: Readonly<Record<Unit, readonly [one: string, other: string]>> = {
  minutes: ['minute', 'minutes'],
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  'open days': ['open day', 'open days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
}

type Counted = StepOf<DueStep, 'days-from' | 'hours-from'>

/** "21 days from Tue, Nov 24"; "renewal 2: 7 days from Tue, Dec 15, when it was due". */
function periodFrom({ period_count, unit, renewal_number, is_from_due }: Counted, from: string): string {
  const which = renewal_number === 0 ? '' : `renewal ${renewal_number}: `
  const since = is_from_due ? ', when it was due' : ''
  return `${which}${counted(period_count, ...UNITS[unit])} from ${from}${since}`
}

type Closed = { readonly closed_on: string; readonly is_weekly: boolean; readonly reason: string }

function closedDay({ closed_on, is_weekly, reason }: Closed, say: Saying): string {
  const closing = is_weekly ? `every ${say.weekday(closed_on)}` : reason
  return `${say.date(closed_on)} is closed${closing === '' ? '' : ` (${closing})`}`
}

const RULES: Readonly<Record<RuleStep['of'], string>> = {
  loan: 'Rule',
  fine: 'Fine rule',
  rental: 'Rental rule',
  lost: 'Lost rule',
}

/** What a row is for: "any branch, category ADULT, item type DVD". */
export function ruleScope({ branch_code, category_code, item_type_code }: NonNullable<RuleStep['scope']>): string {
  const part = (name: string, code: string): string => (code === '*' ? `any ${name}` : `${name} ${code}`)
  return [part('branch', branch_code), part('category', category_code), part('item type', item_type_code)].join(', ')
}

export const DUE_STEPS: StepWords<DueStep | RuleStep> = {
  rule: ({ of, rule_code, scope, stood_on }, say) => {
    const whose = scope === null ? '' : `: for ${ruleScope(scope)}`
    return `${RULES[of]} ${rule_code}${whose}${stood_on === null ? '' : `, as of ${say.date(stood_on)}`}.`
  },
  'days-from': (step, say) => periodFrom(step, say.date(step.from_on)),
  'hours-from': (step, say) => {
    return `${periodFrom(step, say.moment(step.from_ms))}${step.is_closed_skipped ? ', closed days not counted' : ''}`
  },
  'closed-day': (step, say) => {
    const moved = step.to_on < step.closed_on ? 'moved back to' : 'moved to'
    return `${closedDay(step, say)}: ${moved} ${say.date(step.to_on)}`
  },
  'closed-day-hours': (step, say) => {
    return `${closedDay(step, say)}: ${step.is_back ? 'moved back' : 'moved'} to ${say.moment(step.to_ms)}`
  },
  'closed-then': ({ closed_ms, to_ms }, say) => {
    const way = to_ms < closed_ms ? 'moved back' : 'moved'
    return `the branch is closed at ${say.moment(closed_ms)}: ${way} to ${say.moment(to_ms)}`
  },
  'fixed-date': ({ use, due_on, range }, say) => {
    const on = say.date(due_on)
    const of =
      range === null
        ? ''
        : `schedule ${range.schedule_code}, loans from ${say.date(range.from_on)} to ${say.date(range.to_on)}: `
    const what = {
      passed: `the rule’s date ${on} has passed: not used`,
      'not-after': `nothing is due after ${on}: shortened`,
      'not-before': `nothing is due before ${on}: extended`,
      exactly: `the rule sets ${on}`,
    }[use]
    return `${of}${what}`
  },
  'no-fixed-date': ({ schedule_code, on }, say) =>
    `schedule ${schedule_code} has no date for loans on ${say.date(on)}: the rule’s loan period applies`,
  'card-expires': ({ is_closed }) =>
    is_closed
      ? 'shortened to the card’s expiration and, because that day is closed, to the last open day before it'
      : 'shortened to the card’s expiration',
  lender: ({ to_on }, say) => `it goes back to the lending library: shortened to ${say.date(to_on)}`,
  'from-today': () => 'counted from today: from its due date it would already be overdue',
  unseen: ({ unseen_count, limit_count }) => `renewed without seeing the item, ${unseen_count} of ${limit_count}`,
  'recall-promised': ({ days_count, from_on, to_on }, say) =>
    `kept for ${counted(days_count, 'day', 'days')} from ${say.date(from_on)} at least: ${say.date(to_on)}`,
  'recall-return': ({ days_count, from_on, to_on }, say) =>
    `${counted(days_count, 'day', 'days')} from ${say.date(from_on)} to bring it back: ${say.date(to_on)}`,
}
