/**
 * The files that describe how the library works: itself, its branches, hours, closings, categories, types, rules and
 * staff.
 */
import { DATE } from './date-fields.ts'
import {
  CODE,
  CODE_OR_ANY,
  count,
  MINUTE,
  MONEY,
  NAME,
  oneOf,
  text,
  WEEKDAY,
  YES_NO,
  ZONE,
  BARCODE,
} from './cell-fields.ts'
import { Bad, format, maybe, optional, required, secret, type Field, type RowOf } from './table.ts'

export const LIBRARY = format('library.csv', 'the library itself, in one row', {
  name: required(NAME, 'what the library is called'),
  zone: required(ZONE, 'the time zone whose clock rules every due date'),
})

export const BRANCHES = format('branches.csv', 'its branches', {
  branch_code: required(CODE, 'the branch’s own code'),
  name: required(NAME, 'its name as clerks say it'),
  zone: maybe(ZONE, 'its time zone; empty for that of the library'),
})

export const HOURS = format(
  'hours.csv',
  'when a branch is open: one row for each stretch of a weekday',
  {
    branch_code: required(CODE, 'which branch'),
    weekday: required(WEEKDAY, 'which day of the week'),
    opens: required(MINUTE, 'when the doors open'),
    closes: required(MINUTE, 'when they close, later than they open; 24:00 is midnight'),
  },
  {
    check: ({ opens, closes }) => {
      if (closes > opens) return null
      const clock = `${Math.trunc(closes / 60)}:${String(closes % 60).padStart(2, '0')}`
      return { column: 'closes', value: clock, reason: { code: 'closes-before-it-opens' } }
    },
  },
)

export const CLOSED_DAYS = format(
  'closed_days.csv',
  'days on which the week’s hours do not hold',
  {
    branch_code: required(CODE_OR_ANY, 'which branch, or * for all'),
    from_on: required(DATE, 'first day'),
    to_on: maybe(DATE, 'last day, included; empty for the same day'),
    is_yearly: optional(YES_NO, false, 'yes: the same month and day every year'),
    is_open: optional(YES_NO, false, 'yes: an exception that opens'),
    reason: optional(NAME, '', 'what to tell a patron'),
  },
  {
    check: ({ from_on, to_on }) =>
      to_on !== null && to_on < from_on
        ? { column: 'to_on', value: to_on, reason: { code: 'before-column', column: 'from_on' } }
        : null,
  },
)

export const PATRON_CATEGORIES = format('patron_categories.csv', 'kinds of patron and their limits', {
  category_code: required(CODE, 'the category’s code'),
  name: required(NAME, 'its name'),
  loans_count_max: maybe(count(0, 10_000), 'most items out at once; empty is no limit'),
  owed_max: maybe(MONEY, 'owing more than this stops borrowing; empty is no limit'),
  overdue_count_max: maybe(count(0, 10_000), 'more overdue items than this stop borrowing; empty is no limit'),
  card_months_count: maybe(count(1, 1200), 'how long a new card holds, in months; empty is for ever'),
  is_fine_free: optional(YES_NO, false, 'yes: this kind of patron pays no fines for lateness'),
  family_owed_max: maybe(MONEY, 'the household owing this much stops borrowing; empty is no limit'),
  overdue_days_count_max: maybe(count(1, 10_000), 'anything overdue this many days stops borrowing; empty is no limit'),
  lost_count_max: maybe(count(1, 10_000), 'this many lost items stop borrowing; empty is no limit'),
  claims_count_max: maybe(count(1, 10_000), 'this many open claims stop borrowing; empty is no limit'),
})

export const ITEM_TYPES = format('item_types.csv', 'kinds of material', {
  item_type_code: required(CODE, 'the type’s code'),
  name: required(NAME, 'its name'),
  is_for_loan: optional(YES_NO, true, 'no: never leaves the library'),
  replacement_price: maybe(MONEY, 'what a lost one costs when the item has no price'),
})

const DAYS_MODES = ['ignore-closed', 'skip-closed', 'next-open', 'same-weekday', 'previous-open'] as const

export const LOAN_RULES = format(
  'loan_rules.csv',
  'for how long what may be borrowed by whom; the most particular rule wins',
  {
    rule_code: required(CODE, 'the rule’s code'),
    branch_code: optional(CODE_OR_ANY, '*', 'which branch, or * for any'),
    category_code: optional(CODE_OR_ANY, '*', 'which patron category, or *'),
    item_type_code: optional(CODE_OR_ANY, '*', 'which item type, or *'),
    is_for_loan: optional(YES_NO, true, 'no: this pairing is not lent'),
    period_count: optional(count(0, 100_000), 0, 'how long, in units; needed when it is lent'),
    period_unit: optional(oneOf(['minutes', 'hours', 'days', 'weeks', 'months']), 'days', 'the unit'),
    days_mode: optional(oneOf(DAYS_MODES), 'next-open', 'what a closed day does to a loan by the day'),
    past_closing: optional(
      oneOf(['keep', 'shorten-to-close', 'extend-to-open']),
      'shorten-to-close',
      'what closing time does to a loan by the hour or minute',
    ),
    hard_due_on: maybe(DATE, 'a date for hard_due_kind'),
    hard_due_kind: optional(oneOf(['none', 'not-after', 'exactly', 'not-before']), 'none', 'what that date does'),
    schedule_code: maybe(CODE, 'a schedule of fixed_dates.csv that gives that date, instead of hard_due_on'),
    outside_kind: optional(
      oneOf(['refuse', 'ordinary']),
      'refuse',
      'a loan on a day without a date there: refused, or for the ordinary period',
    ),
    is_capped_at_expiry: optional(YES_NO, false, 'yes: never due after the card expires'),
    renewals_count_max: maybe(count(0, 10_000), 'most renewals; empty is no limit'),
    renewal_period_count: maybe(count(1, 100_000), 'how long a renewal is, in the same units; empty is the loan’s own'),
    renewal_from: optional(oneOf(['today', 'due']), 'today', 'from when a renewal counts'),
    loans_count_max: maybe(count(0, 10_000), 'most items out under this rule; empty is no limit'),
    special_period_count: maybe(count(1, 100_000), 'a longer loan given on request, in the same units; empty is none'),
  },
  {
    check: (row) => {
      if (row.is_for_loan && row.period_count === 0) {
        return { column: 'period_count', value: '0', reason: { code: 'period-needed' } }
      }
      if (row.hard_due_on !== null && row.schedule_code !== null) {
        return { column: 'schedule_code', value: row.schedule_code, reason: { code: 'due-date-twice' } }
      }
      if ((row.hard_due_kind === 'none') !== (row.hard_due_on === null && row.schedule_code === null)) {
        return { column: 'hard_due_kind', value: row.hard_due_kind, reason: { code: 'due-kind-alone' } }
      }
      return null
    },
  },
)

const PIN: Field<string> = {
  says: '4 to 12 digits',
  parse: (cell) => (/^\d{4,12}$/.test(cell) ? cell : new Bad({ code: 'not-pin' })),
}

export const STAFF = format('staff.csv', 'who works at the desk', {
  staff_code: required(CODE, 'the person’s sign-in code'),
  name: required(NAME, 'the person’s name'),
  initials: required(text(5), 'what the person types to sign in, and what notes carry'),
  role: optional(CODE, 'staff', 'the role’s code: staff, supervisor, manager, or one that was added at the desk'),
  badge_barcode: maybe(BARCODE, 'the badge that signs in'),
  pin: secret(required(PIN, 'kept as a salted hash, for whoever has none yet; empty the file after importing')),
  is_active: optional(YES_NO, true, 'no: may not sign in'),
})

export type LibraryRow = RowOf<typeof LIBRARY.columns>
export type BranchRow = RowOf<typeof BRANCHES.columns>
export type HoursRow = RowOf<typeof HOURS.columns>
export type ClosedDayRow = RowOf<typeof CLOSED_DAYS.columns>
export type CategoryRow = RowOf<typeof PATRON_CATEGORIES.columns>
export type ItemTypeRow = RowOf<typeof ITEM_TYPES.columns>
export type LoanRuleRow = RowOf<typeof LOAN_RULES.columns>
export type StaffRow = RowOf<typeof STAFF.columns>
