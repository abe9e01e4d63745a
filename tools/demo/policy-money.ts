/**
 * What the demo library charges and limits: some fine-free, a laptop by the hour, games by suspension days, losses with
 * a refund window, groups of media and of devices.
 */
import type { CsvRow } from './made.ts'

type Cells = Readonly<Record<string, string>>

/** A fine for everyone at both branches, unless `more` says otherwise. */
function fine(rule_code: string, item_type_code: string, amount: string, more: Cells = {}): CsvRow {
  return {
    rule_code,
    branch_code: '*',
    category_code: '*',
    item_type_code,
    amount,
    per_count: '1',
    per_unit: 'days',
    is_partial_unit_charged: 'yes',
    is_closed_counted: 'no',
    grace_count: '0',
    grace_unit: 'days',
    grace_kind: 'whole-period-once-exceeded',
    fine_max: '',
    is_capped_at_price: 'no',
    suspension_days_count: '0',
    suspension_days_count_max: '',
    ...more,
  }
}

export const FINE_RULES: readonly CsvRow[] = [
  fine('late', '*', '0.25', { grace_count: '1', fine_max: '5.00', is_capped_at_price: 'yes' }),
  fine('picture books are free', 'PICTURE', '0.00'),
  fine('magazines are free', 'MAGAZINE', '0.00'),
  fine('film', 'DVD', '0.35', { fine_max: '7.00' }),
  fine('new film', 'NEWDVD', '1.00', { fine_max: '10.00', is_closed_counted: 'yes' }),
  fine('laptop', 'LAPTOP', '1.00', {
    per_unit: 'hours',
    grace_count: '15',
    grace_unit: 'minutes',
    fine_max: '20.00',
    is_closed_counted: 'yes',
  }),
  fine('charger', 'CHARGER', '0.50', { per_count: '30', per_unit: 'open-minutes', is_capped_at_price: 'yes' }),
  fine('hotspot', 'HOTSPOT', '5.00', { fine_max: '50.00', is_closed_counted: 'yes' }),
  fine('kit', 'KIT', '1.00', { grace_count: '3', grace_kind: 'deducted', fine_max: '30.00' }),
  fine('game', 'GAME', '0.00', { suspension_days_count: '2', suspension_days_count_max: '30' }),
]

function lost(rule_code: string, more: Cells = {}): CsvRow {
  return {
    rule_code,
    branch_code: '*',
    category_code: '*',
    item_type_code: '*',
    lost_after_count: '28',
    lost_after_unit: 'days',
    replacement_kind: 'price-or-default',
    processing_fee: '5.00',
    is_processing_refundable: 'no',
    is_overdue_kept: 'no',
    found_unpaid_kind: 'waive',
    found_paid_kind: 'refund',
    is_overdue_counted_anew: 'yes',
    lost_refund_kind: 'within-window',
    refund_within_count: '90',
    refund_within_unit: 'days',
    refund_from_kind: 'payment',
    refund_min: '0.00',
    is_refund_less_owed: 'yes',
    is_receipt_required: 'no',
    refund_paid_kind: 'drawer',
    ...more,
  }
}

export const LOST_RULES: readonly CsvRow[] = [
  lost('lost'),
  lost('lost laptop', { item_type_code: 'LAPTOP', lost_after_count: '7', found_unpaid_kind: 'ask' }),
  lost('lost by a guest', {
    category_code: 'RECIPROCAL',
    refund_within_count: '30',
    is_receipt_required: 'yes',
    refund_paid_kind: 'office-check',
    refund_min: '5.00',
  }),
]

const GROUPS: readonly (readonly [code: string, name: string, types: readonly string[]])[] = [
  ['VIDEO', 'Films', ['DVD', 'NEWDVD', 'HOLIDAY']],
  ['DEVICES', 'Devices', ['HOTSPOT', 'LAPTOP', 'CHARGER', 'PROJECTOR']],
]

export const LIMIT_GROUPS: readonly CsvRow[] = GROUPS.flatMap(([group_code, name, types]) =>
  types.map((item_type_code) => ({ group_code, name, item_type_code })),
)

function limit(limit_code: string, target: string, most: string, more: Cells = {}): CsvRow {
  const [target_kind = '', target_code = ''] = target.split(' ')
  const rest = { target_kind, target_code, for_kind: 'patron', place_kind: 'everywhere', loans_count_max: most }
  return { limit_code, branch_code: '*', category_code: '*', ...rest, ...more }
}

export const LIMITS: readonly CsvRow[] = [
  limit('films', 'group VIDEO', '10'),
  limit('films for staff', 'group VIDEO', '', { category_code: 'STAFF' }),
  limit('devices in a family', 'group DEVICES', '3', { for_kind: 'family' }),
  limit('magazines at North', 'item-type MAGAZINE', '5', { branch_code: 'NORTH', place_kind: 'this-branch' }),
]

export const RENTAL_RULES: readonly CsvRow[] = [
  {
    rule_code: 'exhibit',
    branch_code: '*',
    category_code: '*',
    item_type_code: 'EXHIBIT',
    amount: '5.00',
    per_unit: 'loan',
    is_closed_counted: 'no',
    is_charged_on_renewal: 'no',
  },
]

function fee(fee_code: string, fee_kind: string, name: string, amount: string, more: Cells = {}): CsvRow {
  return { fee_code, branch_code: '*', category_code: '*', item_type_code: '*', fee_kind, name, amount, ...more }
}

export const FEES: readonly CsvRow[] = [
  fee('card', 'replacement-card', 'Replacement card', '2.00'),
  fee('child card', 'replacement-card', 'Child’s replacement card', '1.00', { category_code: 'CHILD' }),
  fee('check', 'returned-check', 'check', '25.00'),
  fee('booklet', 'part', 'booklet', '1.00'),
  fee('case', 'part', 'case', '1.50'),
  fee('cable', 'part', 'cable', '10.00', { item_type_code: 'LAPTOP' }),
  fee('water', 'damage', 'water', '10.50'),
]

export const FINE_FREE_DAYS: readonly CsvRow[] = [
  { branch_code: '*', from_on: '2026-12-26', to_on: '2027-01-02', reason: 'Holiday weeks' },
]

export const SETTINGS: readonly CsvRow[] = [
  ['rule_branch_from', 'desk'],
  ['hold_shelf_days_count', '7'],
  ['claims_year_count_max', '3'],
  ['claims_recheck_days', '[1,15,30]'],
  ['guarantee_owed_cents_max', '2500'],
  ['loan_history_days_count', '0'],
].map(([name = '', value = '']) => ({ name, value }))
