/**
 * The files of the library's policy besides its loan rules: fines, losses, limits, rentals, fees, fine-free days and
 * settings. All are optional: without them nothing is fined, billed or limited, and every setting has its default.
 */
import { signProblem } from '../catalog/shelf/sign-check.ts'
import { settingProblem } from '../policy/library-settings.ts'
import { cents } from '../kernel/money.ts'
import { DATE } from './date-fields.ts'
import { CODE, CODE_OR_ANY, count, LONG_TEXT, MONEY, NAME, oneOf, YES_NO } from './cell-fields.ts'
import { format, maybe, optional, required, type RowOf } from './table.ts'

const FINE_UNITS = ['minutes', 'hours', 'open-minutes', 'open-hours', 'days', 'weeks', 'months', 'years'] as const
const GRACE_UNITS = ['minutes', 'hours', 'days', 'open-days', 'weeks', 'months'] as const
const WINDOW_UNITS = ['hours', 'days', 'weeks', 'months'] as const
const REFUND_KINDS = ['always', 'within-window', 'never'] as const

const SCOPE = {
  branch_code: optional(CODE_OR_ANY, '*', 'which branch, or * for any'),
  category_code: optional(CODE_OR_ANY, '*', 'which patron category, or *'),
  item_type_code: optional(CODE_OR_ANY, '*', 'which item type, or *'),
}

export const FINE_RULES = format('fine_rules.csv', 'what lateness costs; the most particular rule wins', {
  rule_code: required(CODE, 'the rule’s code'),
  ...SCOPE,
  amount: required(MONEY, 'for each per_count units late; 0.00 is fine-free'),
  per_count: optional(count(1, 10_000), 1, 'how many units the amount is for'),
  per_unit: optional(oneOf(FINE_UNITS), 'days', 'the unit; open-… counts only while the doors are open'),
  is_partial_unit_charged: optional(YES_NO, true, 'yes: what has begun is charged whole'),
  is_closed_counted: optional(YES_NO, false, 'no: closed days are not charged'),
  grace_count: optional(count(0, 10_000), 0, 'how much grace, in grace units'),
  grace_unit: optional(oneOf(GRACE_UNITS), 'days', 'the unit of grace'),
  grace_kind: optional(
    oneOf(['whole-period-once-exceeded', 'deducted']),
    'whole-period-once-exceeded',
    'beyond grace: pay from the first day, or only for what is beyond',
  ),
  fine_max: maybe(MONEY, 'most for one loan; empty is no cap'),
  is_capped_at_price: optional(YES_NO, false, 'yes: never more than the item’s price'),
  recall_amount: maybe(MONEY, 'instead of amount, when the item was recalled'),
  recall_fine_max: maybe(MONEY, 'instead of fine_max, when it was recalled'),
  is_grace_kept_on_recall: optional(YES_NO, true, 'no: a recalled item has no grace'),
  suspension_days_count: optional(count(0, 1000), 0, 'days without borrowing for each per_count units late'),
  suspension_days_count_max: maybe(count(0, 10_000), 'most such days; empty is no limit'),
})

export const LOST_RULES = format('lost_rules.csv', 'what a lost item costs, and what happens when it is found', {
  rule_code: required(CODE, 'the rule’s code'),
  ...SCOPE,
  lost_after_count: maybe(count(1, 10_000), 'overdue this long it is billed; empty: only by a person'),
  lost_after_unit: optional(oneOf(WINDOW_UNITS), 'days', 'the unit'),
  replacement_kind: optional(
    oneOf(['price-or-default', 'price', 'default', 'none']),
    'price-or-default',
    'which price is billed',
  ),
  replacement_price: maybe(MONEY, 'the default price, instead of the item type’s'),
  processing_fee: optional(MONEY, cents(0), 'a line of its own'),
  is_processing_refundable: optional(YES_NO, false, 'yes: it is canceled too when the item is found'),
  is_overdue_kept: optional(YES_NO, false, 'no: the fine since it was last due is canceled when the item is billed'),
  found_unpaid_kind: optional(oneOf(['waive', 'leave', 'ask']), 'waive', 'what becomes of an unpaid charge'),
  found_paid_kind: optional(oneOf(['credit', 'refund', 'leave']), 'credit', 'what becomes of what was paid'),
  is_overdue_restored: optional(YES_NO, false, 'yes: the canceled fine comes back'),
  is_overdue_counted_anew: optional(YES_NO, true, 'yes: the fine is counted up to the return'),
  lost_refund_kind: optional(oneOf(REFUND_KINDS), 'within-window', 'whether a paid lost charge goes back'),
  overdue_refund_kind: optional(oneOf(REFUND_KINDS), 'never', 'whether a paid fine goes back'),
  refund_within_count: maybe(count(1, 10_000), 'the window; empty is for ever'),
  refund_within_unit: optional(oneOf(WINDOW_UNITS), 'days', 'the unit of the window'),
  refund_from_kind: optional(oneOf(['payment', 'due']), 'payment', 'from when the window runs'),
  refund_min: optional(MONEY, cents(0), 'less than this is not paid back'),
  is_refund_less_owed: optional(YES_NO, true, 'yes: it pays the patron’s other debts first'),
  is_receipt_required: optional(YES_NO, false, 'yes: only with the receipt'),
  refund_paid_kind: optional(oneOf(['drawer', 'office-check']), 'drawer', 'who pays it'),
  no_return_after_days_count: maybe(count(1, 10_000), 'overdue longer than this an unpaid charge stands'),
})

export const LIMIT_GROUPS = format('limit_groups.csv', 'item types that share a limit: a row for each type', {
  group_code: required(CODE, 'the group’s code'),
  name: required(NAME, 'its name'),
  item_type_code: required(CODE, 'a type in it'),
})

export const LIMITS = format(
  'limits.csv',
  'most loans at once, of everything, a type or a group',
  {
    limit_code: required(CODE, 'the limit’s code'),
    branch_code: optional(CODE_OR_ANY, '*', 'which branch, or * for any'),
    category_code: optional(CODE_OR_ANY, '*', 'which patron category, or *'),
    target_kind: optional(oneOf(['all', 'item-type', 'group']), 'all', 'what is counted'),
    target_code: optional(CODE_OR_ANY, '*', 'which type or group; * for all'),
    for_kind: optional(oneOf(['patron', 'family']), 'patron', 'whose loans are counted together'),
    place_kind: optional(oneOf(['everywhere', 'this-branch']), 'everywhere', 'those made where'),
    loans_count_max: maybe(count(0, 10_000), 'how many; empty is no limit'),
  },
  {
    check: ({ target_kind, target_code }) =>
      (target_kind === 'all') === (target_code === '*')
        ? null
        : { column: 'target_code', value: target_code, reason: { code: 'target-mismatch' } },
  },
)

export const RENTAL_RULES = format('rental_rules.csv', 'what borrowing itself costs', {
  rule_code: required(CODE, 'the rule’s code'),
  ...SCOPE,
  amount: required(MONEY, 'how much'),
  per_unit: optional(oneOf(['loan', 'hours', 'days']), 'loan', 'for what'),
  is_closed_counted: optional(YES_NO, false, 'no: closed days cost nothing'),
  is_charged_on_renewal: optional(YES_NO, false, 'yes: a renewal costs again'),
})

export const FEES = format('fees.csv', 'fixed fees: cards, holds, missing parts', {
  fee_code: required(CODE, 'the fee’s code'),
  ...SCOPE,
  fee_kind: required(
    oneOf(['replacement-card', 'hold', 'part', 'damage', 'returned-check', 'book-drop', 'other']),
    'what it is for',
  ),
  name: required(NAME, 'its name; for a part, the part'),
  amount: required(MONEY, 'how much'),
})

/** A range is keyed by its schedule and its first day; together they fit the length of a code. */
const SCHEDULE_LENGTH_MAX = 50

export const FIXED_DATES = format(
  'fixed_dates.csv',
  'schedules of fixed due dates, as of a school year; the range with the day of a loan says when it is due',
  {
    schedule_code: required(CODE, 'the schedule, by the name that loan_rules.csv has for it'),
    loans_from_on: required(DATE, 'first day on which a loan falls under this date'),
    loans_to_on: required(DATE, 'last day, included'),
    due_on: required(DATE, 'when such a loan is due'),
  },
  {
    check: ({ schedule_code, loans_from_on, loans_to_on, due_on }) => {
      if (schedule_code.length > SCHEDULE_LENGTH_MAX) {
        return {
          column: 'schedule_code',
          value: schedule_code,
          reason: { code: 'code-too-long', most: SCHEDULE_LENGTH_MAX },
        }
      }
      if (loans_to_on < loans_from_on) {
        return { column: 'loans_to_on', value: loans_to_on, reason: { code: 'before-column', column: 'loans_from_on' } }
      }
      return due_on < loans_to_on
        ? { column: 'due_on', value: due_on, reason: { code: 'before-column', column: 'loans_to_on' } }
        : null
    },
  },
)

export const FINE_FREE_DAYS = format(
  'fine_free_days.csv',
  'days on which returns cost no fine',
  {
    branch_code: optional(CODE_OR_ANY, '*', 'which branch, or * for all'),
    from_on: required(DATE, 'first day'),
    to_on: maybe(DATE, 'last day, included; empty for the same day'),
    reason: optional(NAME, '', 'what to tell a patron'),
  },
  {
    check: ({ from_on, to_on }) =>
      to_on !== null && to_on < from_on
        ? { column: 'to_on', value: to_on, reason: { code: 'before-column', column: 'from_on' } }
        : null,
  },
)

export const SHELF_SIGNS = format(
  'shelf_signs.csv',
  'where a stretch of shelves is, in words for a patron',
  {
    sign_code: required(CODE, 'the sign’s code'),
    branch_code: optional(CODE_OR_ANY, '*', 'which branch, or * for all'),
    location: required(NAME, 'the place, as the items have it'),
    from_number: maybe(NAME, 'first call number, or letters alone: PN; empty is all of the place'),
    to_number: maybe(NAME, 'last call number, with all that begins with it: PZ holds PZ7 .R79'),
    words: required(NAME, 'what to say: Aisle 7, left side'),
  },
  {
    check: (row) => {
      const problem = signProblem(row, null)
      return problem?.is_void
        ? { column: 'to_number', value: row.to_number ?? '', reason: { code: 'finding', fact: problem.flaw } }
        : null
    },
  },
)

export const SETTINGS = format(
  'settings.csv',
  'what the library decides once for all; what is not named has its default',
  {
    name: required(NAME, 'the setting'),
    value: optional(LONG_TEXT, '', 'its value: yes or no, a number, a word, [1,15,30]; empty is "no limit"'),
  },
  {
    check: ({ name, value }) => {
      const problem = settingProblem(name, value)
      return problem === null
        ? null
        : { column: 'value', value: `${name} = ${value}`, reason: { code: 'setting-wrong', problem } }
    },
  },
)

export type FineRuleRow = RowOf<typeof FINE_RULES.columns>
export type LostRuleRow = RowOf<typeof LOST_RULES.columns>
export type LimitGroupRow = RowOf<typeof LIMIT_GROUPS.columns>
export type LimitRow = RowOf<typeof LIMITS.columns>
export type RentalRuleRow = RowOf<typeof RENTAL_RULES.columns>
export type FeeRow = RowOf<typeof FEES.columns>
export type FixedDateRow = RowOf<typeof FIXED_DATES.columns>
export type FineFreeDayRow = RowOf<typeof FINE_FREE_DAYS.columns>
export type ShelfSignRow = RowOf<typeof SHELF_SIGNS.columns>
export type SettingRow = RowOf<typeof SETTINGS.columns>
