/** Writers of the library’s policy. A rule for what another rule speaks for already is left out and told. */
import type {
  FeeRow,
  FineFreeDayRow,
  FixedDateRow,
  FineRuleRow,
  LimitGroupRow,
  LimitRow,
  LostRuleRow,
  RentalRuleRow,
  SettingRow,
  ShelfSignRow,
} from '../../../shared/import/formats-policy.ts'
import type { ImportReason, RowFault } from '../../../shared/import/reason.ts'
import { DEFAULT_SETTINGS, settingText, type SettingName } from '../../../shared/policy/library-settings.ts'
import { allSettings } from '../../store/policy/policy-rows.ts'
import * as rows from '../../store/import/import-policy-rows.ts'
import { RulesAtEnd, takeRule } from './held-rules.ts'
import { unknownScope, type WriteContext, type Writer } from '../write-context.ts'

type ScopedRow = Parameters<typeof unknownScope>[1] & { readonly rule_code: string }

/** What is wrong with a rule before its amounts are checked. */
function scopeFault(
  context: WriteContext,
  table: keyof typeof rows.OTHER_RULE,
  row: ScopedRow,
  line: number,
): RowFault | null {
  const unknown = unknownScope(context, row)
  if (unknown) return unknown
  const other = context.connection.get(rows.OTHER_RULE[table], row)
  if (other)
    return { column: 'rule_code', value: row.rule_code, reason: { code: 'rule-double', other_code: other.rule_code } }
  return context.again(table, row.rule_code, 'rule_code', line)
}

export function writeFineRules(context: WriteContext): Writer<FineRuleRow> {
  return (row, line) => {
    const fault = scopeFault(context, 'fine_rule', row, line)
    if (fault) return fault
    const { amount, fine_max, recall_amount, recall_fine_max, ...rest } = row
    return takeRule(context, 'fine_rule', line, rows.putFineRule, {
      ...rest,
      amount_cents: amount,
      fine_cents_max: fine_max,
      recall_amount_cents: recall_amount,
      recall_fine_cents_max: recall_fine_max,
      is_partial_unit_charged: Number(row.is_partial_unit_charged),
      is_closed_counted: Number(row.is_closed_counted),
      is_capped_at_price: Number(row.is_capped_at_price),
      is_grace_kept_on_recall: Number(row.is_grace_kept_on_recall),
    })
  }
}

export function writeLostRules(context: WriteContext): Writer<LostRuleRow> {
  return (row, line) => {
    const fault = scopeFault(context, 'lost_rule', row, line)
    if (fault) return fault
    const { replacement_price, processing_fee, refund_min, ...rest } = row
    return takeRule(context, 'lost_rule', line, rows.putLostRule, {
      ...rest,
      replacement_cents: replacement_price,
      processing_cents: processing_fee,
      refund_cents_min: refund_min,
      is_processing_refundable: Number(row.is_processing_refundable),
      is_overdue_kept: Number(row.is_overdue_kept),
      is_overdue_restored: Number(row.is_overdue_restored),
      is_overdue_counted_anew: Number(row.is_overdue_counted_anew),
      is_refund_less_owed: Number(row.is_refund_less_owed),
      is_receipt_required: Number(row.is_receipt_required),
    })
  }
}

export function writeLimitGroups(context: WriteContext): Writer<LimitGroupRow> {
  const held = new RulesAtEnd(context, 'limit_group')
  return (row, line) => {
    const { group_code, name, item_type_code } = row
    const unknown = context.unknownItemType(item_type_code)
    if (unknown) return unknown
    if (context.isFirst('limit group', group_code, line)) {
      held.remember(line, (group) => group['group_code'] === group_code)
      context.connection.run(rows.dropTypesOfGroup, { group_code })
    }
    context.connection.run(rows.putLimitGroup, { group_code, name })
    context.connection.run(rows.addTypeToGroup, { group_code, item_type_code })
    return null
  }
}

function unknownTarget(context: WriteContext, row: LimitRow): RowFault | null {
  const value = row.target_code
  if (row.target_kind === 'item-type') {
    return context.unknownItemType(value) && { column: 'target_code', value, reason: { code: 'no-item-type' } }
  }
  if (row.target_kind === 'all' || context.connection.get(rows.limitGroupByCode, { group_code: value })) return null
  return { column: 'target_code', value, reason: { code: 'no-limit-group' } }
}

export function writeLimits(context: WriteContext): Writer<LimitRow> {
  return (row, line) => {
    const unknown = unknownScope(context, { ...row, item_type_code: '*' }) ?? unknownTarget(context, row)
    if (unknown) return unknown
    const other = context.connection.get(rows.otherLimit, row)
    if (other) {
      const reason = { code: 'limit-double', other_code: other.limit_code } as const
      return { column: 'limit_code', value: row.limit_code, reason }
    }
    const again = context.again('limit', row.limit_code, 'limit_code', line)
    if (again) return again
    return takeRule(context, 'limit_rule', line, rows.putLimit, row)
  }
}

export function writeRentalRules(context: WriteContext): Writer<RentalRuleRow> {
  return (row, line) => {
    const fault = scopeFault(context, 'rental_rule', row, line)
    if (fault) return fault
    const { amount, ...rest } = row
    return takeRule(context, 'rental_rule', line, rows.putRentalRule, {
      ...rest,
      amount_cents: amount,
      is_closed_counted: Number(row.is_closed_counted),
      is_charged_on_renewal: Number(row.is_charged_on_renewal),
    })
  }
}

export function writeFees(context: WriteContext): Writer<FeeRow> {
  return (row, line) => {
    const unknown = unknownScope(context, row)
    if (unknown) return unknown
    const other = context.connection.get(rows.otherFee, row)
    if (other) {
      return { column: 'fee_code', value: row.fee_code, reason: { code: 'fee-double', other_code: other.fee_code } }
    }
    const again = context.again('fee', row.fee_code, 'fee_code', line)
    if (again) return again
    const { amount, ...rest } = row
    return takeRule(context, 'fee_rule', line, rows.putFee, { ...rest, amount_cents: amount })
  }
}

/** A file of them replaces those of the schedules that it names. Each goes by its schedule and its first day. */
export function writeFixedDates(context: WriteContext): Writer<FixedDateRow> {
  const held = new RulesAtEnd(context, 'fixed_date')
  return (row, line) => {
    const { schedule_code, loans_from_on: from_on, loans_to_on: to_on } = row
    if (context.isFirst('fixed dates', schedule_code, line)) {
      held.remember(line, (date) => date['schedule_code'] === schedule_code)
      context.connection.run(rows.dropFixedDatesOf, { schedule_code })
    }
    const other = context.connection.get(rows.fixedDateThatMeets, { schedule_code, from_on, to_on })
    if (other) {
      const { loans_from_on, loans_to_on } = other
      const reason = { code: 'dates-meet', from_on: loans_from_on, to_on: loans_to_on } as const
      return { column: 'loans_from_on', value: from_on, reason }
    }
    context.connection.run(rows.putFixedDate, { ...row, date_code: `${schedule_code} ${from_on}` })
    return null
  }
}

/** A file of them replaces those of the branches that it names. Each goes by its days and its branch. */
export function writeFineFreeDays(context: WriteContext): Writer<FineFreeDayRow> {
  const held = new RulesAtEnd(context, 'fine_free_day')
  return (row, line) => {
    const { branch_code, from_on, reason } = row
    const unknown = branch_code === '*' ? null : context.unknownBranch(branch_code)
    if (unknown) return unknown
    if (context.isFirst('fine-free days', branch_code, line)) {
      held.remember(line, (day) => day['branch_code'] === branch_code)
      context.connection.run(rows.dropFineFreeDaysOf, { branch_code })
    }
    const to_on = row.to_on ?? from_on
    const parts = [from_on, to_on === from_on ? '' : to_on, branch_code === '*' ? '' : branch_code]
    const day_code = parts.filter((part) => part !== '').join(' ')
    context.connection.run(rows.putFineFreeDay, { day_code, branch_code, from_on, to_on, reason })
    return null
  }
}

export function writeShelfSigns(context: WriteContext): Writer<ShelfSignRow> {
  return (row, line) => {
    const { branch_code } = row
    if (branch_code !== '*' && context.zoneOf(branch_code) === null) return context.unknownBranch(branch_code)
    const again = context.again('sign', row.sign_code, 'sign_code', line)
    if (again) return again
    return takeRule(context, 'shelf_sign', line, rows.putShelfSign, row)
  }
}

/**
 * How staff prove who they are, and whether they say why they open an account, are changed at the desk alone: to import
 * takes less, and is told by the names of files. A row that says what applies already is no change.
 */
const AT_DESK = {
  is_badge_pin_required: { code: 'set-by-staff-managers' },
  is_view_reason_required: { code: 'set-by-rule-managers' },
} as const satisfies Partial<Record<SettingName, ImportReason>>

function settingFault({ connection, staff }: WriteContext, { name, value }: SettingRow): RowFault | null {
  if (staff.isFree || !(name in AT_DESK)) return null
  const setting = name as keyof typeof AT_DESK
  const stands = connection.all(allSettings, {}).find((one) => one.name === name)?.value
  if (value === (stands ?? settingText(DEFAULT_SETTINGS[setting]))) return null
  return { column: 'value', value, reason: AT_DESK[setting] }
}

export function writeSettings(context: WriteContext): Writer<SettingRow> {
  return (row, line) => {
    const fault = context.again('setting', row.name, 'name', line) ?? settingFault(context, row)
    if (fault) return fault
    return takeRule(context, 'library_setting', line, rows.putSetting, { name: row.name, value: row.value })
  }
}
