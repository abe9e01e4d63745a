/** English for the tables of the library's rules, their columns and the options of each. */
import type { TableWords } from '../../policy-words.ts'
import { CARD_TABLES } from './tables-cards.ts'
import { CASH_TABLES } from './tables-cash.ts'

const CODE_HINT = 'Letters, digits and spaces; it cannot be changed later'
const RULE = { label: 'Rule name', hint: CODE_HINT }
const SHORT_NAME = { label: 'Short name', hint: CODE_HINT }
const BRANCH = { label: 'Branch' }
const SCOPE = {
  branch_code: BRANCH,
  category_code: { label: 'Patron category' },
  item_type_code: { label: 'Item type' },
}
const UNITS = { days: 'Days', weeks: 'Weeks', months: 'Months', hours: 'Hours' }
const UNITS_MINUTES = { ...UNITS, minutes: 'Minutes' }
const REFUNDS = { 'within-window': 'Within the time below', always: 'Always', never: 'Never' }
const COUNTED_IN = { label: 'Counted in' }
const MOST_AT_ONCE = { label: 'Maximum at once', none: 'no limit' }

export const TABLES: TableWords = {
  ...CASH_TABLES,
  ...CARD_TABLES,
  loan_rule: {
    title: 'Loan rules',
    one: 'Loan rule',
    columns: {
      rule_code: RULE,
      ...SCOPE,
      is_for_loan: { label: 'Can be checked out', hint: 'If unchecked, these patrons never borrow these items' },
      period_count: { label: 'Loan period' },
      period_unit: { ...COUNTED_IN, options: UNITS_MINUTES },
      days_mode: {
        label: 'Due on a closed day',
        options: {
          'next-open': 'Move to the next open day',
          'previous-open': 'Move back to the last open day',
          'same-weekday': 'Move to the same weekday',
          'skip-closed': 'Count only open days',
          'ignore-closed': 'Keep the day',
        },
      },
      past_closing: {
        label: 'Due after closing time',
        options: {
          'shorten-to-close': 'Move back to closing time',
          'extend-to-open': 'Move to the next opening',
          keep: 'Keep the time',
        },
      },
      renewals_count_max: { label: 'Renewals', none: 'no limit' },
      renewal_period_count: { label: 'Renewal period', none: 'same as the loan period' },
      renewal_from: { label: 'Renew from', options: { today: 'Today', due: 'The due date' } },
      loans_count_max: { label: 'Maximum at once under this rule', none: 'no limit' },
      special_period_count: { label: 'Extended loan on request', none: 'not offered' },
      hard_due_kind: {
        label: 'Fixed due date',
        options: {
          none: 'None',
          'not-after': 'Nothing is due after it',
          'not-before': 'Nothing is due before it',
          exactly: 'Everything is due on it',
        },
      },
      hard_due_on: { label: 'That date', none: 'none' },
      schedule_code: { label: 'Or the date in a schedule', none: 'none' },
      outside_kind: {
        label: 'Checked out on a day not in the schedule',
        options: { refuse: 'Refuse the loan', ordinary: 'Use the loan period' },
      },
      is_capped_at_expiry: { label: 'Never due after the card expires' },
    },
  },
  fine_rule: {
    title: 'Fines',
    one: 'Fine rule',
    columns: {
      rule_code: RULE,
      ...SCOPE,
      amount_cents: { label: 'Amount', hint: '0.00 means fine-free' },
      per_count: { label: 'For each' },
      per_unit: {
        ...COUNTED_IN,
        options: { ...UNITS_MINUTES, years: 'Years', 'open-hours': 'Open hours', 'open-minutes': 'Open minutes' },
      },
      is_partial_unit_charged: { label: 'Charge partial periods in full' },
      is_closed_counted: { label: 'Charge closed days too' },
      grace_count: { label: 'Grace period' },
      grace_unit: { label: 'Grace period counted in', options: { ...UNITS_MINUTES, 'open-days': 'Open days' } },
      grace_kind: {
        label: 'Overdue past the grace period',
        options: { 'whole-period-once-exceeded': 'Charge from day 1', deducted: 'Charge only the days after it' },
      },
      fine_cents_max: { label: 'Maximum fine per item', none: 'no maximum' },
      is_capped_at_price: { label: 'Never more than the item’s price' },
      recall_amount_cents: { label: 'Amount after a recall', none: 'the same' },
      recall_fine_cents_max: { label: 'Maximum fine after a recall', none: 'the same' },
      is_grace_kept_on_recall: { label: 'Grace period applies after a recall' },
      suspension_days_count: { label: 'Suspension days per overdue period' },
      suspension_days_count_max: { label: 'Longest suspension, in days', none: 'no limit' },
    },
  },
  lost_rule: {
    title: 'Lost and found',
    one: 'Lost rule',
    columns: {
      rule_code: RULE,
      ...SCOPE,
      lost_after_count: { label: 'Billed as lost when overdue by', none: 'only by staff' },
      lost_after_unit: { ...COUNTED_IN, options: UNITS },
      replacement_kind: {
        label: 'Price billed',
        options: {
          'price-or-default': 'The item’s price, or the default',
          price: 'The item’s price only',
          default: 'The default price only',
          none: 'No price',
        },
      },
      replacement_cents: { label: 'Default price', none: 'the item type’s' },
      processing_cents: { label: 'Processing fee' },
      is_overdue_kept: { label: 'Keep the overdue fine on the account' },
      found_unpaid_kind: {
        label: 'Found before payment',
        options: { waive: 'Cancel the charge', leave: 'Keep the charge', ask: 'Ask staff' },
      },
      found_paid_kind: {
        label: 'Found after payment',
        options: { credit: 'Credit the account', refund: 'Refund', leave: 'No refund' },
      },
      is_processing_refundable: { label: 'Refund the processing fee too' },
      is_overdue_restored: { label: 'Restore the canceled overdue fine' },
      is_overdue_counted_anew: { label: 'Count the overdue fine up to the return' },
      lost_refund_kind: { label: 'Refund a paid price', options: REFUNDS },
      overdue_refund_kind: { label: 'Refund a paid fine', options: REFUNDS },
      refund_within_count: { label: 'Time for a refund', none: 'no limit' },
      refund_within_unit: { ...COUNTED_IN, options: UNITS },
      refund_from_kind: { label: 'Counted from', options: { payment: 'The payment', due: 'The due date' } },
      refund_cents_min: { label: 'Smallest refund' },
      is_refund_less_owed: { label: 'Pay other debts from the refund first' },
      is_receipt_required: { label: 'Receipt required for a refund' },
      refund_paid_kind: {
        label: 'Refunds paid by',
        options: { drawer: 'The desk', 'office-check': 'The office, by check' },
      },
      no_return_after_days_count: {
        label: 'Keep the charge when overdue by more than this many days',
        none: 'a return always counts',
      },
    },
  },
  limit_rule: {
    title: 'Limits',
    one: 'Limit',
    columns: {
      limit_code: { label: 'Limit name', hint: CODE_HINT },
      target: { label: 'What counts' },
      loans_count_max: MOST_AT_ONCE,
      branch_code: BRANCH,
      category_code: SCOPE.category_code,
      for_kind: { label: 'Whose loans', options: { patron: 'The patron’s', family: 'The whole household’s' } },
      place_kind: {
        label: 'Checked out where',
        options: { everywhere: 'Anywhere', 'this-branch': 'At this branch' },
      },
    },
  },
  limit_group: {
    title: 'Item type groups',
    one: 'Group',
    columns: { group_code: SHORT_NAME, name: { label: 'Name' }, item_type_codes: { label: 'Item types' } },
  },
  rental_rule: {
    title: 'Rental',
    one: 'Rental rule',
    columns: {
      rule_code: RULE,
      ...SCOPE,
      amount_cents: { label: 'Amount' },
      per_unit: { label: 'For', options: { loan: 'The whole loan', days: 'Each day', hours: 'Each hour' } },
      is_closed_counted: { label: 'Charge closed days too' },
      is_charged_on_renewal: { label: 'Charge again on renewal' },
    },
  },
  fee_rule: {
    title: 'Fees',
    one: 'Fee',
    columns: {
      fee_code: SHORT_NAME,
      fee_kind: {
        label: 'For what',
        options: {
          other: 'Something else',
          'replacement-card': 'A replacement card',
          hold: 'A hold',
          part: 'A missing part',
          damage: 'Damage',
          'returned-check': 'A returned check',
          'book-drop': 'An item not allowed in the book drop',
        },
      },
      name: { label: 'Name', hint: 'For a part, the part: “booklet”' },
      amount_cents: { label: 'Amount' },
      ...SCOPE,
    },
  },
  patron_category: {
    title: 'Patron categories',
    one: 'Patron category',
    columns: {
      category_code: SHORT_NAME,
      name: { label: 'Name' },
      loans_count_max: MOST_AT_ONCE,
      owed_cents_max: { label: 'Block at this amount owed', none: 'never' },
      family_owed_cents_max: { label: 'Block at this amount owed by the household', none: 'never' },
      overdue_count_max: { label: 'Block at this many overdue', none: 'never' },
      overdue_days_count_max: { label: 'Block when any item is this many days overdue', none: 'never' },
      lost_count_max: { label: 'Block at this many lost', none: 'never' },
      claims_count_max: { label: 'Block at this many open claims', none: 'never' },
      card_months_count: { label: 'Card valid for, in months', none: 'no expiration' },
      is_fine_free: { label: 'Pays no fines' },
    },
  },
  item_type: {
    title: 'Item types',
    one: 'Item type',
    columns: {
      item_type_code: SHORT_NAME,
      name: { label: 'Name' },
      is_for_loan: { label: 'Can be checked out', hint: 'If unchecked, these items never leave the library' },
      replacement_cents: { label: 'Replacement price for items without one', none: 'not known' },
    },
  },
  shelf_sign: {
    title: 'Shelf signs',
    one: 'Sign',
    columns: {
      sign_code: SHORT_NAME,
      branch_code: BRANCH,
      location: { label: 'Shelf location', hint: 'As in the item records: “Fiction”' },
      from_number: { label: 'First call number', none: 'the whole location' },
      to_number: { label: 'Last call number', none: 'the whole location' },
      words: { label: 'Directions', hint: 'Such as: Aisle 7, left side' },
    },
  },
  fine_free_day: {
    title: 'Fine-free days',
    one: 'Fine-free day',
    columns: {
      day_code: { label: 'Name', hint: CODE_HINT },
      from_on: { label: 'First day' },
      to_on: { label: 'Last day', hint: 'The same for a single day' },
      branch_code: BRANCH,
      reason: { label: 'Reason', hint: 'Told to the patron: “Snow”' },
    },
  },
  fixed_date: {
    title: 'Fixed due dates',
    one: 'Fixed due date',
    columns: {
      date_code: { label: 'Name', hint: CODE_HINT },
      schedule_code: { label: 'Schedule', hint: 'The name that loan rules use for it: “School year”' },
      loans_from_on: { label: 'For loans from' },
      loans_to_on: { label: 'For loans through' },
      due_on: { label: 'Due on' },
    },
  },
}
