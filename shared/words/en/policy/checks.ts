/** English for what the check of the rules finds. */
import type { KeyOpen } from '../../../kernel/key-kept.ts'
import type { StaffFact, StrangerKind } from '../../../policy/policy-finding.ts'
import type { Span } from '../../../catalog/shelf/sign-check.ts'
import type { FindingWords } from '../../policy-words.ts'
import { countedIn } from '../../plural.ts'
import { ruleScope } from '../due-steps.ts'
import { CARD_CHECKS } from './checks-cards.ts'
import { CASH_CHECKS } from './checks-cash.ts'
import { fineRule, period } from './rows.ts'

const counted = countedIn('en')
const and = (names: readonly string[]): string => names.join(' and ')
const span = ({ from, to }: Span): string => `${from} to ${to}`

/** What the name of a finding that waits for an answer begins with. */
export const LEADS = { stops: 'Error', warns: 'Warning', staff: 'Staff' }

const STRANGERS: Readonly<Record<StrangerKind, string>> = {
  branch: 'a branch',
  category: 'a patron category',
  'item-type': 'an item type',
  group: 'a group',
  schedule: 'a schedule',
}

const BADGES: Readonly<Record<StaffFact['badge'], string>> = {
  same: '',
  none: 'without a badge',
  first: 'with a badge',
  other: 'with another badge',
}

const STAFF: Readonly<Record<StaffFact['code'], (who: string) => string>> = {
  added: (who) => `Adds ${who}`,
  edited: (who) => `Changes ${who}`,
  closed: (who) => `Deactivates ${who}`,
  reopened: (who) => `Reactivates ${who}`,
}

/** "Changes Ben Cole (BC): role Manager, was Staff; with another badge." */
function staff(fact: StaffFact): string {
  const { code, name, initials, new_name, new_initials, role, badge, has_new_pin, may_accept } = fact
  const details = [
    new_name === null ? '' : `name ${new_name}, was ${name}`,
    new_initials === null ? '' : `initials ${new_initials}, was ${initials}`,
    role === null ? '' : `role ${role.now}${role.was === null ? '' : `, was ${role.was}`}`,
    BADGES[badge],
    has_new_pin ? 'with a PIN' : '',
  ].filter((part) => part !== '')
  const said = STAFF[code](`${name} (${initials})`)
  const whole = `${said}${details.length === 0 ? '' : `: ${details.join('; ')}`}.`
  return may_accept ? whole : `${whole} Only a person whose own role may change staff can import this.`
}

const KEY_OPEN: Readonly<Record<KeyOpen, string>> = {
  'no-keyring': 'This computer has no keyring, so the key to the data is stored unprotected beside it.',
  'stand-in': 'This desk runs without Electron, as a test: the key to the data is stored beside it.',
}

export const CHECKS: FindingWords = {
  ...CASH_CHECKS,
  ...CARD_CHECKS,
  period: ({ row }) => `${row} allows loans, but has no usable loan period.`,
  'renewal-period': ({ row }) => `${row} allows renewals, but has no usable renewal period.`,
  'renewal-idle': ({ row }) => `${row} has a renewal period, but allows no renewals.`,
  'special-period': ({ row }) => `${row} has no usable period for the extended loan.`,
  'special-shorter': ({ row }) => `${row} has an extended loan that is no longer than the ordinary one.`,
  'two-dates': ({ row }) => `${row} has a fixed due date and a schedule: only one of them can apply.`,
  'date-idle': ({ row }) => `${row} has a fixed due date or a schedule. Choose what it does.`,
  'no-date': ({ row }) => `${row} needs a fixed due date or a schedule, and has none.`,
  'limit-zero': ({ row }) => `${row} allows loans, but zero at once: nothing can be checked out.`,
  per: ({ row }) => `${row} does not charge for a whole number of periods.`,
  amount: ({ row }) => `${row} would pay the patron for an overdue item.`,
  'cap-idle': ({ row }) => `${row} has a maximum fine, but charges nothing.`,
  'suspension-idle': ({ row }) => `${row} has a longest suspension, but no suspension days.`,
  'window-open': ({ row }) => `${row} has a time limit for refunds of no length: it always refunds.`,
  'refund-idle': ({ row }) => `${row} gives no refund, but says when to refund.`,
  'restore-idle': ({ row }) => `${row} restores an overdue fine that it never cancels.`,
  'restore-twice': ({ row }) => `${row} restores the overdue fine and counts it again: only counting it again applies.`,
  double: ({ rows, scope }) => `${and(rows)} cover the same: ${ruleScope(scope)}. Only ${rows[0]} would apply.`,
  'limit-double': ({ rows }) => `${and(rows)} limit the same loans.`,
  stranger: ({ row, of, named }) => `${row} names ${STRANGERS[of]} that does not exist: ${named}.`,
  'group-empty': ({ group_name }) => `${group_name} has no item types.`,
  unreachable: ({ row, scope }) => `${row} never applies: more specific rules cover all of ${ruleScope(scope)}.`,
  gap: ({ category, item_type, branches }) => {
    const where = branches.length === 0 ? '' : ` at ${branches.join(', ')}`
    return `No loan rule for ${category} and ${item_type}${where}: these items cannot be checked out.`
  },
  'limit-over-limit': ({ row, allows_count, by, stops_count }) =>
    `${row} allows ${allows_count}, but ${by} stops at ${stops_count} first.`,
  'limit-over-category': ({ row, allows_count, by, stops_count }) =>
    `${row} allows ${allows_count}, but patron category ${by} stops at ${stops_count} in total.`,
  'date-passed': ({ row, on }, say) => `${row} has a fixed due date that has passed, ${say.date(on)}: it is not used.`,
  order: ({ row, from_on, to_on }, say) => `${row} ends before it begins: ${say.date(from_on)} to ${say.date(to_on)}.`,
  'due-before-end': ({ row, due_on, to_on }, say) =>
    `${row} is due ${say.date(due_on)}, but its loans continue until ${say.date(to_on)}.`,
  overlap: ({ schedule, on, rows }, say) =>
    `Schedule ${schedule} has two due dates for loans of ${say.date(on)}: ${and(rows)}.`,
  'days-left-out': ({ schedule, from_on, to_on }, say) =>
    `Schedule ${schedule} has no due date for loans from ${say.date(from_on)} to ${say.date(to_on)}.`,
  ended: ({ schedule, on }, say) => `Schedule ${schedule} ended on ${say.date(on)}: add the dates of the next term.`,
  ending: ({ schedule, on }, say) => `Schedule ${schedule} ends on ${say.date(on)}: add the dates of the next term.`,
  'cap-under-unit': ({ row, is_recall, cap_cents, rule }, say) => {
    const most = is_recall ? 'a maximum fine after a recall' : 'a maximum fine'
    return `${row} has ${most} of ${say.money(cap_cents)}, less than one charge: ${fineRule(rule, say)}.`
  },
  'grace-over-lost': ({ row, fine_rule }) => `${row} bills as lost within the grace period of ${fine_rule}.`,
  'no-return-under-lost': ({ row, days_count, lost_after_count, lost_after_unit }) => {
    const kept = `${row} keeps the charge after ${counted(days_count, 'day', 'days')} overdue`
    return `${kept}, and bills as lost after ${period(lost_after_count, lost_after_unit)}: a return never counts.`
  },
  'window-under-lost': ({ row, within_count, within_unit, lost_after_count, lost_after_unit }) => {
    const refunds = `${row} refunds until ${period(within_count, within_unit)} after the due date`
    return `${refunds}, and bills as lost after ${period(lost_after_count, lost_after_unit)}: nothing is refunded.`
  },
  'no-price': ({ row, item_types }) => `${row} bills a default price, but ${and(item_types)} have none.`,
  'family-under-own': ({ category_name }) =>
    `${category_name}: the household’s debt blocks the patron before the patron’s own debt does.`,
  'sign-half': ({ sign }) =>
    `The sign “${sign}” needs both call numbers. Enter the other one too, or neither for the whole location.`,
  'sign-mixed': (fact) =>
    `The sign “${fact.sign}” goes from one classification to another: ${span(fact.span)}. Make a sign for each.`,
  'sign-unreadable': (fact) =>
    `The sign “${fact.sign}” has no readable call numbers: ${span(fact.span)}. ` +
    'Enter the first and the last, such as 800 to 899, PN to PZ or FIC A to FIC M.',
  'sign-order': (fact) =>
    `The sign “${fact.sign}” ends before it begins: ${span(fact.span)}. Enter the lower call number first.`,
  'sign-prefix': (fact) =>
    `The sign “${fact.sign}” goes from one section to another: ${span(fact.span)}. Enter the same prefix for both.`,
  'sign-double': (fact) => `The signs “${fact.signs.join('” and “')}” are both ${span(fact.span)}. Delete one.`,
  'sign-wholes': ({ signs }) =>
    `The signs “${signs.join('” and “')}” are for the whole location, and only the first is used. ` +
    'Delete the others, or enter call numbers.',
  'sign-overlap': ({ signs, spans }) =>
    `The signs “${signs.join('” and “')}” overlap: ${spans.map(span).join(', and ')}. Items under both are sent to ` +
    `“${signs[1]}”; if that is not intended, end the first one earlier.`,
  'sign-empty': ({ sign, location, span: of }) =>
    `The sign “${sign}” covers no items: ${location}${of === null ? '' : `, ${span(of)}`}. ` +
    'Check the location and the call numbers against the labels.',
  'sign-gap': ({ items_count, location, branch_code, example }) => {
    const such = example.trim() === '' ? 'one has no call number' : `such as ${example}`
    const items = counted(items_count, 'item', 'items')
    return `${items} in ${location} at ${branch_code} without a sign, ${such}. Widen a sign or add one.`
  },
  'key-open': ({ reason }) =>
    `${KEY_OPEN[reason]} Anyone with this disk can read every patron. Import patrons only if that is acceptable here.`,
  added: staff,
  edited: staff,
  closed: staff,
  reopened: staff,
}
