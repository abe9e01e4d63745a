/** English for a row of the rules: whom it is for, and what it says, phrase by phrase. */
import type { FineRule, FineUnit, GraceUnit, WindowUnit } from '../../../policy/policy-facts.ts'
import { countedIn } from '../../plural.ts'
import type { Saying } from '../../steps.ts'

const counted = countedIn('en')
export type Unit = FineUnit | GraceUnit | WindowUnit

const UNITS: Readonly<Record<Unit, readonly [one: string, other: string]>> = {
  minutes: ['minute', 'minutes'],
  'open-minutes': ['open minute', 'open minutes'],
  hours: ['hour', 'hours'],
  'open-hours': ['open hour', 'open hours'],
  days: ['day', 'days'],
  'open-days': ['open day', 'open days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  years: ['year', 'years'],
}

export const period = (count: number, unit: Unit): string => counted(count, ...UNITS[unit])

/** "a day", "an open hour", "for each 3 days". */
function per(count: number, unit: Unit): string {
  const [one] = UNITS[unit]
  return count === 1 ? `${/^[ho]/.test(one) ? 'an' : 'a'} ${one}` : `for each ${period(count, unit)}`
}

/** "$0.25 a day, at most $5.00, 1 day of grace", "no fine". */
export function fineRule(rule: FineRule, say: Saying): string {
  const { amount_cents, per_count, per_unit, fine_cents_max, grace_count, grace_unit } = rule
  const suspended =
    rule.suspension_days_count > 0 &&
    `${period(rule.suspension_days_count, 'days')} suspended for each ${period(per_count, per_unit)} overdue`
  if (amount_cents === 0) return suspended || 'no fine'
  return [
    `${say.money(amount_cents)} ${per(per_count, per_unit)}`,
    fine_cents_max !== null && `at most ${say.money(fine_cents_max)}`,
    rule.is_capped_at_price && 'at most its price',
    grace_count > 0 && `${period(grace_count, grace_unit)} of grace`,
    !rule.is_closed_counted && 'closed days not counted',
    suspended,
  ]
    .filter((part) => part !== false)
    .join(', ')
}

export const ROWS = {
  any: 'Any',
  all_branches: 'Every branch',
  all_items: 'Everything',
  yes: 'yes',
  no: 'no',
  as_usual: 'default',
  /** "Resident adult, Film at North Branch"; "Everybody, everything". */
  whom: (who: string | null, what: string | null, branch: string | null) =>
    `${who ?? 'Everyone'}, ${what ?? 'everything'}${branch === null ? '' : ` at ${branch}`}`,
  days: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  line: (whom: string, says: string) => `${whom}: ${says}`,
  change: (label: string, was: string, is: string) => `${label}: ${was}, now ${is}`,
  named: (one: string, key: string) => `${one} ${key}`,
  added: (what: string) => `${what} added`,
  changed: (what: string) => `${what} changed`,
  deleted: (what: string) => `${what} deleted`,
  applied: (what: string) => `${what} applied to existing loans`,
  setting_change: (was: string, is: string) => `${was}, now ${is}`,
  /** A row that was changed at this desk, and differs in a folder. */
  conflict: {
    changed: (what: string, on: string) => `${what}, changed here on ${on}`,
    staff: (name: string, on: string) => `Staff ${name}, changed here on ${on}, and in the folder too.`,
    deleted_here: (folder: string) => `Deleted here; in the folder: ${folder}`,
    not_in_folder: (here: string) => `Here: ${here}; not in the folder`,
    value: (here: string, folder: string) => `${here || 'nothing'} here, ${folder || 'nothing'} in the folder`,
    column: (label: string, here: string, folder: string) =>
      `${label}: ${here || 'nothing'} here, ${folder || 'nothing'} in the folder`,
    all: (parts: readonly string[]) => `${parts.join('. ')}.`,
  },
  period,
  fineRule,
  not_lent: 'not checked out',
  renewals: (count: number | null, each: string) => {
    if (count === null) return 'no limit on renewals'
    if (count === 0) return 'no renewals'
    return `${counted(count, 'renewal', 'renewals')}${each === '' ? '' : ` of ${each}`}`
  },
  closed_days: {
    'next-open': '',
    'previous-open': 'moved back from closed days',
    'same-weekday': 'moved from closed days to the same weekday',
    'skip-closed': 'only open days count',
    'ignore-closed': 'due on closed days too',
  },
  fixed_date: {
    none: () => '',
    'not-after': (date: string) => `due by ${date}`,
    'not-before': (date: string) => `due no earlier than ${date}`,
    exactly: (date: string) => `due ${date}`,
  },
  schedule: (schedule: string, is_refused: boolean) =>
    `the date in schedule ${schedule}${is_refused ? ', refused on days without one' : ''}`,
  at_once: (count: number) => `${count} at once`,
  extended: (each: string) => `${each} on request`,
  card_expiry: 'never past the card’s expiration',
  billed: (after: string) => (after === '' ? 'billed only by staff' : `billed after ${after}`),
  no_price: 'no price',
  fee: (amount: string) => `fee ${amount}`,
  found_unpaid: {
    waive: 'charge canceled if found unpaid',
    leave: 'charge kept if found unpaid',
    ask: 'staff asked if found unpaid',
  },
  found_paid: {
    credit: (within: string) => `credited if paid${within === '' ? '' : ` and found within ${within}`}`,
    refund: (within: string) => `refunded if paid${within === '' ? '' : ` and found within ${within}`}`,
    leave: () => 'no refund if paid',
  },
  at_most: (count: number | null) => (count === null ? 'no limit' : `at most ${count}`),
  in_household: 'in the whole household',
  at_this_branch: 'checked out at this branch',
  blocked_at: {
    owed: (amount: string) => `blocked at ${amount} owed`,
    household_owed: (amount: string) => `blocked at ${amount} owed by the household`,
    overdue: (count: number) => `blocked at ${count} overdue`,
    overdue_days: (count: number) => `blocked at ${counted(count, 'day', 'days')} overdue`,
    lost: (count: number) => `blocked at ${count} lost`,
    claims: (count: number) => `blocked at ${counted(count, 'claim', 'claims')}`,
  },
  fine_free: 'pays no fines',
  rental: {
    loan: (amount: string) => `${amount} for the loan`,
    days: (amount: string) => `${amount} a day`,
    hours: (amount: string) => `${amount} an hour`,
  },
  again_on_renewal: 'again on renewal',
  lent_days: (days: string) => `checked out ${days}`,
  due_on: (date: string) => `due ${date}`,
  numbers: (from: string, to: string) => `${from} to ${to}`,
  no_fine: (branch: string | null) => `no fine for returns at ${branch ?? 'every branch'}`,
  lent: 'can be checked out',
  never_leaves: 'never leaves the library',
  from_amount: (amount: string) => `From ${amount}`,
  asked_price: 'price asked at the desk',
  held_for: (payee: string) => `held for ${payee}`,
  donation: 'donation',
  plus_tax: (percent: string) => `plus ${percent}% tax`,
  key: (letter: string) => `key ${letter}`,
  off_sale: 'not on sale',
  of_fund: (fund: string) => `fund ${fund}`,
  pieces: (count: number, amount: string) => `${counted(count, 'piece', 'pieces')}, ${amount}`,
  everywhere_else: 'Everywhere else',
  ages: (from: number | null, to: number | null) =>
    to === null ? `from age ${from ?? 0}` : from === null ? `up to age ${to}` : `ages ${from} to ${to}`,
  at_most_days_old: (count: number) => `at most ${counted(count, 'day', 'days')} old`,
  not_accepted: 'not accepted now',
  when_lost: (amount: string) => `${amount} when lost`,
}
