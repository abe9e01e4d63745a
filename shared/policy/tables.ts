/**
 * The tables of the policy that a library edits at the desk, with their columns in the order of the form. Pure data;
 * shared/policy/policy-facts.ts says what the columns mean to a decision.
 */
import * as is from './columns.ts'
import type { PolicyColumn } from './columns.ts'

const PERIOD_UNITS = [
  ['days', 'Days'],
  ['weeks', 'Weeks'],
  ['months', 'Months'],
  ['hours', 'Hours'],
  ['minutes', 'Minutes'],
] as const

const FINE_UNITS = [
  ['days', 'Days'],
  ['weeks', 'Weeks'],
  ['months', 'Months'],
  ['years', 'Years'],
  ['hours', 'Hours'],
  ['minutes', 'Minutes'],
  ['open-hours', 'Open hours'],
  ['open-minutes', 'Open minutes'],
] as const

const GRACE_UNITS = [
  ['days', 'Days'],
  ['open-days', 'Open days'],
  ['weeks', 'Weeks'],
  ['months', 'Months'],
  ['hours', 'Hours'],
  ['minutes', 'Minutes'],
] as const

const WINDOW_UNITS = [
  ['days', 'Days'],
  ['weeks', 'Weeks'],
  ['months', 'Months'],
  ['hours', 'Hours'],
] as const

const REFUNDS = [
  ['within-window', 'Within the time below'],
  ['always', 'Always'],
  ['never', 'Never'],
] as const

const LOAN_RULE: readonly PolicyColumn[] = [
  is.ownCode('rule_code', 'Name of the rule'),
  ...is.SCOPE,
  is.tick('is_for_loan', 'It is lent', true, 'Without the tick this pairing is never lent'),
  is.count('period_count', 'For how long', 21),
  is.choice('period_unit', 'Counted in', PERIOD_UNITS),
  is.choice('days_mode', 'Due on a closed day', [
    ['next-open', 'On to the next open day'],
    ['previous-open', 'Back to the last open day'],
    ['same-weekday', 'On to the same weekday'],
    ['skip-closed', 'Only open days count'],
    ['ignore-closed', 'Keep the day'],
  ]),
  is.choice('past_closing', 'Due after closing time', [
    ['shorten-to-close', 'Back to closing'],
    ['extend-to-open', 'On to the next opening'],
    ['keep', 'Keep the time'],
  ]),
  is.count('renewals_count_max', 'Renewals', 2, { none: 'as often as wanted', most: 10_000 }),
  is.count('renewal_period_count', 'A renewal is for', null, { none: 'as long as the loan', least: 1 }),
  is.choice('renewal_from', 'A renewal counts from', [
    ['today', 'Today'],
    ['due', 'The due date'],
  ]),
  is.count('loans_count_max', 'Most at once under this rule', null, { none: 'no limit', most: 10_000 }),
  is.count('special_period_count', 'Longer loan on request', null, { none: 'there is none', least: 1 }),
  is.choice('hard_due_kind', 'A fixed date', [
    ['none', 'There is none'],
    ['not-after', 'Nothing due after it'],
    ['not-before', 'Nothing due before it'],
    ['exactly', 'Everything due then'],
  ]),
  is.date('hard_due_on', 'That date', { none: 'there is none' }),
  is.schedule('schedule_code', 'Or the date of a schedule', 'there is none'),
  is.choice('outside_kind', 'Lent on a day without a date there', [
    ['refuse', 'It is refused'],
    ['ordinary', 'It has the period above'],
  ]),
  is.tick('is_capped_at_expiry', 'Never due after the card expires', true),
]

const FINE_RULE: readonly PolicyColumn[] = [
  is.ownCode('rule_code', 'Name of the rule'),
  ...is.SCOPE,
  is.money('amount_cents', 'Amount', { hint: '0.00 is fine-free' }),
  is.count('per_count', 'For each', 1, { least: 1, most: 10_000 }),
  is.choice('per_unit', 'Counted in', FINE_UNITS),
  is.tick('is_part_charged', 'What has begun is charged whole', true),
  is.tick('is_closed_counted', 'Closed days are charged too', false),
  is.count('grace_count', 'Grace', 0, { most: 10_000 }),
  is.choice('grace_unit', 'Grace is counted in', GRACE_UNITS),
  is.choice('grace_kind', 'Late beyond grace', [
    ['whole-period-once-exceeded', 'Pays from the first day'],
    ['deducted', 'Pays only for what is beyond'],
  ]),
  is.money('fine_cents_max', 'At most, for one loan', { none: 'no cap' }),
  is.tick('is_capped_at_price', 'Never more than the item’s price', false),
  is.money('recall_amount_cents', 'Amount when it was recalled', { none: 'the same' }),
  is.money('recall_fine_cents_max', 'At most, when it was recalled', { none: 'the same' }),
  is.tick('is_grace_kept_on_recall', 'Grace holds when it was recalled', true),
  is.count('suspension_days_count', 'Days without borrowing, for each', 0, { most: 1000 }),
  is.count('suspension_days_count_max', 'Most days without borrowing', null, { none: 'no limit', most: 10_000 }),
]

const LOST_RULE: readonly PolicyColumn[] = [
  is.ownCode('rule_code', 'Name of the rule'),
  ...is.SCOPE,
  is.count('lost_after_count', 'Billed as lost when overdue', 28, {
    none: 'only by a person',
    least: 1,
    most: 10_000,
  }),
  is.choice('lost_after_unit', 'Counted in', WINDOW_UNITS),
  is.choice('replacement_kind', 'The price billed', [
    ['price-or-default', 'The item’s, else the default'],
    ['price', 'The item’s only'],
    ['default', 'The default only'],
    ['none', 'No price'],
  ]),
  is.money('replacement_cents', 'The default price', { none: 'that of the item type' }),
  is.money('processing_cents', 'Processing fee'),
  is.tick('is_overdue_kept', 'The fine so far stays on the account', false),
  is.choice('found_unpaid_kind', 'Found, not paid yet', [
    ['waive', 'The charge is cancelled'],
    ['leave', 'The charge stays'],
    ['ask', 'A person is asked'],
  ]),
  is.choice('found_paid_kind', 'Found, already paid', [
    ['credit', 'Credit on the account'],
    ['refund', 'Money back'],
    ['leave', 'Kept'],
  ]),
  is.tick('is_processing_refundable', 'The processing fee goes back too', false),
  is.tick('is_overdue_restored', 'The cancelled fine comes back', false),
  is.tick('is_overdue_counted_anew', 'The fine is counted anew, up to the return', true),
  is.choice('lost_refund_kind', 'A paid price goes back', REFUNDS),
  is.choice('overdue_refund_kind', 'A paid fine goes back', [...REFUNDS.slice(2), ...REFUNDS.slice(0, 2)]),
  is.count('refund_within_count', 'That time', null, { none: 'for ever', least: 1, most: 10_000 }),
  is.choice('refund_within_unit', 'Counted in', WINDOW_UNITS),
  is.choice('refund_from_kind', 'It runs from', [
    ['payment', 'The payment'],
    ['due', 'The due date'],
  ]),
  is.money('refund_cents_min', 'Less than this is not paid back'),
  is.tick('is_refund_less_owed', 'Other debts are paid from it first', true),
  is.tick('is_receipt_required', 'Only with the receipt', false),
  is.choice('refund_paid_kind', 'Who pays it', [
    ['drawer', 'The desk'],
    ['office-check', 'The office, by check'],
  ]),
  is.count('no_return_after_days_count', 'Overdue longer than so many days, the charge stands', null, {
    none: 'a return always counts',
    least: 1,
    most: 10_000,
  }),
]

const LIMIT_RULE: readonly PolicyColumn[] = [
  is.ownCode('limit_code', 'Name of the limit'),
  is.target('What is counted'),
  is.count('loans_count_max', 'Most at once', null, { none: 'no limit', most: 10_000 }),
  ...is.WHOM,
  is.choice('for_kind', 'Whose loans', [
    ['patron', 'The patron’s'],
    ['family', 'The whole household’s'],
  ]),
  is.choice('place_kind', 'Lent where', [
    ['everywhere', 'Anywhere'],
    ['this-branch', 'At this branch'],
  ]),
]

const LIMIT_GROUP: readonly PolicyColumn[] = [
  is.ownCode('group_code', 'Short name'),
  is.words('name', 'Name'),
  is.itemTypesIn('item_type_codes', 'In it'),
]

const RENTAL_RULE: readonly PolicyColumn[] = [
  is.ownCode('rule_code', 'Name of the rule'),
  ...is.SCOPE,
  is.money('amount_cents', 'Amount'),
  is.choice('per_unit', 'For', [
    ['loan', 'The whole loan'],
    ['days', 'Each day'],
    ['hours', 'Each hour'],
  ]),
  is.tick('is_closed_counted', 'Closed days cost too', false),
  is.tick('is_charged_on_renewal', 'A renewal costs again', false),
]

const FEE_RULE: readonly PolicyColumn[] = [
  is.ownCode('fee_code', 'Short name'),
  is.choice('fee_kind', 'What it is for', [
    ['other', 'Something else'],
    ['replacement-card', 'A new card'],
    ['hold', 'A hold'],
    ['part', 'A missing part'],
    ['damage', 'Damage'],
    ['returned-check', 'A check that came back'],
    ['book-drop', 'What must not go into the book drop'],
  ]),
  is.words('name', 'Name', 'Of a part, the part: “booklet”'),
  is.money('amount_cents', 'Amount'),
  ...is.SCOPE,
]

const CATEGORY: readonly PolicyColumn[] = [
  is.ownCode('category_code', 'Short name'),
  is.words('name', 'Name'),
  is.count('loans_count_max', 'Most at once', null, { none: 'no limit', most: 10_000 }),
  is.money('owed_cents_max', 'Owing this much stops borrowing', { none: 'never' }),
  is.money('family_owed_cents_max', 'The household owing this much stops', { none: 'never' }),
  is.count('overdue_count_max', 'So many overdue stop', null, { none: 'never', most: 10_000 }),
  is.count('overdue_days_count_max', 'Anything overdue so many days stops', null, {
    none: 'never',
    least: 1,
    most: 10_000,
  }),
  is.count('lost_count_max', 'So many lost stop', null, { none: 'never', least: 1, most: 10_000 }),
  is.count('claims_count_max', 'So many open claims stop', null, { none: 'never', least: 1, most: 10_000 }),
  is.count('card_months_count', 'A new card holds, in months', null, { none: 'for ever', least: 1, most: 1200 }),
  is.tick('is_fine_free', 'Pays no fines', false),
]

const ITEM_TYPE: readonly PolicyColumn[] = [
  is.ownCode('item_type_code', 'Short name'),
  is.words('name', 'Name'),
  is.tick('is_for_loan', 'It is lent', true, 'Without the tick it never leaves the library'),
  is.money('replacement_cents', 'Price of a lost one without a price', { none: 'nobody knows' }),
]

const SHELF_SIGN: readonly PolicyColumn[] = [
  is.ownCode('sign_code', 'Short name'),
  is.BRANCH,
  is.words('location', 'Place', 'As the items have it: “Fiction”'),
  is.maybeWords('from_number', 'From the number', 'all of the place'),
  is.maybeWords('to_number', 'To the number', 'all of the place'),
  is.words('words', 'What to say', 'Such as: Aisle 7, left side'),
]

const FINE_FREE_DAY: readonly PolicyColumn[] = [
  is.ownCode('day_code', 'Name'),
  is.date('from_on', 'First day', {}),
  is.date('to_on', 'Last day', { hint: 'The same for a single day' }),
  is.BRANCH,
  is.words('reason', 'Why', 'Told to the patron: “Snow”'),
]

const FIXED_DATE: readonly PolicyColumn[] = [
  is.ownCode('date_code', 'Name'),
  is.code('schedule_code', 'Schedule', 'The name that loan rules have for it: “School year”'),
  is.date('loans_from_on', 'For loans from', {}),
  is.date('loans_to_on', 'For loans to', { hint: 'That day too' }),
  is.date('due_on', 'Due on', {}),
]

type Table = {
  /** The title of the page, and the name of one row. */
  readonly title: string
  readonly one: string
  /** The column that names a row. */
  readonly key: string
  readonly columns: readonly PolicyColumn[]
}

export const POLICY_TABLES = {
  loan_rule: { title: 'Loan rules', one: 'Loan rule', key: 'rule_code', columns: LOAN_RULE },
  fixed_date: { title: 'Fixed due dates', one: 'Fixed due date', key: 'date_code', columns: FIXED_DATE },
  fine_rule: { title: 'Fines', one: 'Fine rule', key: 'rule_code', columns: FINE_RULE },
  lost_rule: { title: 'Lost and found again', one: 'Lost rule', key: 'rule_code', columns: LOST_RULE },
  limit_rule: { title: 'Limits', one: 'Limit', key: 'limit_code', columns: LIMIT_RULE },
  limit_group: { title: 'Groups of item types', one: 'Group', key: 'group_code', columns: LIMIT_GROUP },
  rental_rule: { title: 'Rental', one: 'Rental rule', key: 'rule_code', columns: RENTAL_RULE },
  fee_rule: { title: 'Fees', one: 'Fee', key: 'fee_code', columns: FEE_RULE },
  patron_category: { title: 'Patron categories', one: 'Patron category', key: 'category_code', columns: CATEGORY },
  item_type: { title: 'Item types', one: 'Item type', key: 'item_type_code', columns: ITEM_TYPE },
  shelf_sign: { title: 'Signs over the shelves', one: 'Sign', key: 'sign_code', columns: SHELF_SIGN },
  fine_free_day: { title: 'Fine-free days', one: 'Fine-free day', key: 'day_code', columns: FINE_FREE_DAY },
} as const satisfies Readonly<Record<string, Table>>

export type RowTable = keyof typeof POLICY_TABLES
export const ROW_TABLES = Object.keys(POLICY_TABLES) as RowTable[]

export function isRowTable(name: string): name is RowTable {
  return Object.hasOwn(POLICY_TABLES, name)
}

export function tableOf(name: RowTable): Table {
  return POLICY_TABLES[name]
}
