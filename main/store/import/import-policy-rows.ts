/** The importer's statements on the policy tables. Each inserts a row, or updates it by its code. */
import type { LocalDate } from '../../../shared/kernel/time.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'

type Scope = {
  rule_code: string
  branch_code: string
  category_code: string
  item_type_code: string
}

/** The tables whose rows are scoped by branch, category and item type alone. */
type ScopedTable = 'fine_rule' | 'lost_rule' | 'rental_rule'

/** The rule that already covers this branch, category and type, under another code. */
function otherIn(table: ScopedTable) {
  return statement<Scope>()((p) =>
    build
      .selectFrom(table)
      .select('rule_code')
      .where('branch_code', '=', p.branch_code)
      .where('category_code', '=', p.category_code)
      .where('item_type_code', '=', p.item_type_code)
      .where('rule_code', '!=', p.rule_code),
  )
}

export const OTHER_RULE = {
  fine_rule: otherIn('fine_rule'),
  lost_rule: otherIn('lost_rule'),
  rental_rule: otherIn('rental_rule'),
} as const

export const putFineRule = statement<ReferenceTables['fine_rule']>()((p) => {
  const rest = {
    branch_code: p.branch_code,
    category_code: p.category_code,
    item_type_code: p.item_type_code,
    amount_cents: p.amount_cents,
    per_count: p.per_count,
    per_unit: p.per_unit,
    is_part_charged: p.is_part_charged,
    is_closed_counted: p.is_closed_counted,
    grace_count: p.grace_count,
    grace_unit: p.grace_unit,
    grace_kind: p.grace_kind,
    fine_cents_max: p.fine_cents_max,
    is_capped_at_price: p.is_capped_at_price,
    recall_amount_cents: p.recall_amount_cents,
    recall_fine_cents_max: p.recall_fine_cents_max,
    is_grace_kept_on_recall: p.is_grace_kept_on_recall,
    suspension_days_count: p.suspension_days_count,
    suspension_days_count_max: p.suspension_days_count_max,
  }
  return build
    .insertInto('fine_rule')
    .values({ rule_code: p.rule_code, ...rest })
    .onConflict((oc) => oc.column('rule_code').doUpdateSet(rest))
})

export const putLostRule = statement<ReferenceTables['lost_rule']>()((p) => {
  const rest = {
    branch_code: p.branch_code,
    category_code: p.category_code,
    item_type_code: p.item_type_code,
    lost_after_count: p.lost_after_count,
    lost_after_unit: p.lost_after_unit,
    replacement_kind: p.replacement_kind,
    replacement_cents: p.replacement_cents,
    processing_cents: p.processing_cents,
    is_processing_refundable: p.is_processing_refundable,
    is_overdue_kept: p.is_overdue_kept,
    found_unpaid_kind: p.found_unpaid_kind,
    found_paid_kind: p.found_paid_kind,
    is_overdue_restored: p.is_overdue_restored,
    is_overdue_counted_anew: p.is_overdue_counted_anew,
    lost_refund_kind: p.lost_refund_kind,
    overdue_refund_kind: p.overdue_refund_kind,
    refund_within_count: p.refund_within_count,
    refund_within_unit: p.refund_within_unit,
    refund_from_kind: p.refund_from_kind,
    refund_cents_min: p.refund_cents_min,
    is_refund_less_owed: p.is_refund_less_owed,
    is_receipt_required: p.is_receipt_required,
    refund_paid_kind: p.refund_paid_kind,
    no_return_after_days_count: p.no_return_after_days_count,
  }
  return build
    .insertInto('lost_rule')
    .values({ rule_code: p.rule_code, ...rest })
    .onConflict((oc) => oc.column('rule_code').doUpdateSet(rest))
})

export const putLimitGroup = statement<ReferenceTables['limit_group']>()((p) =>
  build
    .insertInto('limit_group')
    .values({ group_code: p.group_code, name: p.name })
    .onConflict((oc) => oc.column('group_code').doUpdateSet({ name: p.name })),
)

export const dropTypesOfGroup = statement<{ group_code: string }>()((p) =>
  build.deleteFrom('limit_group_type').where('group_code', '=', p.group_code),
)

export const addTypeToGroup = statement<ReferenceTables['limit_group_type']>()((p) =>
  build
    .insertInto('limit_group_type')
    .values({ group_code: p.group_code, item_type_code: p.item_type_code })
    .onConflict((oc) => oc.columns(['group_code', 'item_type_code']).doNothing()),
)

export const limitGroupByCode = statement<{ group_code: string }>()((p) =>
  build.selectFrom('limit_group').select('name').where('group_code', '=', p.group_code),
)

/** The limit that already covers the same, under another code. */
export const otherLimit = statement<Omit<ReferenceTables['limit_rule'], 'loans_count_max'>>()((p) =>
  build
    .selectFrom('limit_rule')
    .select('limit_code')
    .where('branch_code', '=', p.branch_code)
    .where('category_code', '=', p.category_code)
    .where('target_kind', '=', p.target_kind)
    .where('target_code', '=', p.target_code)
    .where('for_kind', '=', p.for_kind)
    .where('place_kind', '=', p.place_kind)
    .where('limit_code', '!=', p.limit_code),
)

export const putLimit = statement<ReferenceTables['limit_rule']>()((p) => {
  const rest = {
    branch_code: p.branch_code,
    category_code: p.category_code,
    target_kind: p.target_kind,
    target_code: p.target_code,
    for_kind: p.for_kind,
    place_kind: p.place_kind,
    loans_count_max: p.loans_count_max,
  }
  return build
    .insertInto('limit_rule')
    .values({ limit_code: p.limit_code, ...rest })
    .onConflict((oc) => oc.column('limit_code').doUpdateSet(rest))
})

export const putRentalRule = statement<ReferenceTables['rental_rule']>()((p) => {
  const rest = {
    branch_code: p.branch_code,
    category_code: p.category_code,
    item_type_code: p.item_type_code,
    amount_cents: p.amount_cents,
    per_unit: p.per_unit,
    is_closed_counted: p.is_closed_counted,
    is_charged_on_renewal: p.is_charged_on_renewal,
  }
  return build
    .insertInto('rental_rule')
    .values({ rule_code: p.rule_code, ...rest })
    .onConflict((oc) => oc.column('rule_code').doUpdateSet(rest))
})

/** The fee that already covers the same, under another code. */
export const otherFee = statement<Omit<ReferenceTables['fee_rule'], 'amount_cents'>>()((p) =>
  build
    .selectFrom('fee_rule')
    .select('fee_code')
    .where('branch_code', '=', p.branch_code)
    .where('category_code', '=', p.category_code)
    .where('item_type_code', '=', p.item_type_code)
    .where('fee_kind', '=', p.fee_kind)
    .where('name', '=', p.name)
    .where('fee_code', '!=', p.fee_code),
)

export const putFee = statement<ReferenceTables['fee_rule']>()((p) => {
  const rest = {
    branch_code: p.branch_code,
    category_code: p.category_code,
    item_type_code: p.item_type_code,
    fee_kind: p.fee_kind,
    name: p.name,
    amount_cents: p.amount_cents,
  }
  return build
    .insertInto('fee_rule')
    .values({ fee_code: p.fee_code, ...rest })
    .onConflict((oc) => oc.column('fee_code').doUpdateSet(rest))
})

export const dropFixedDatesOf = statement<{ schedule_code: string }>()((p) =>
  build.deleteFrom('fixed_date').where('schedule_code', '=', p.schedule_code),
)

/** A range of the schedule that overlaps these days. */
export const fixedDateThatMeets = statement<{ schedule_code: string; from_on: LocalDate; to_on: LocalDate }>()((p) =>
  build
    .selectFrom('fixed_date')
    .select(['loans_from_on', 'loans_to_on'])
    .where('schedule_code', '=', p.schedule_code)
    .where('loans_from_on', '<=', p.to_on)
    .where('loans_to_on', '>=', p.from_on),
)

export const fixedDateOf = statement<{ schedule_code: string }>()((p) =>
  build.selectFrom('fixed_date').select(['date_code']).where('schedule_code', '=', p.schedule_code).limit(1),
)

export const putFixedDate = statement<ReferenceTables['fixed_date']>()((p) => {
  const { date_code, schedule_code, loans_from_on, loans_to_on, due_on } = p
  const rest = { schedule_code, loans_from_on, loans_to_on, due_on }
  return build
    .insertInto('fixed_date')
    .values({ date_code, ...rest })
    .onConflict((oc) => oc.column('date_code').doUpdateSet(rest))
})

export const dropFineFreeDaysOf = statement<{ branch_code: string }>()((p) =>
  build.deleteFrom('fine_free_day').where('branch_code', '=', p.branch_code),
)

export const putFineFreeDay = statement<ReferenceTables['fine_free_day']>()((p) => {
  const rest = { branch_code: p.branch_code, from_on: p.from_on, to_on: p.to_on, reason: p.reason }
  return build
    .insertInto('fine_free_day')
    .values({ day_code: p.day_code, ...rest })
    .onConflict((oc) => oc.column('day_code').doUpdateSet(rest))
})

export const putSetting = statement<ReferenceTables['library_setting']>()((p) =>
  build
    .insertInto('library_setting')
    .values({ name: p.name, value: p.value })
    .onConflict((oc) => oc.column('name').doUpdateSet({ value: p.value })),
)

export const putShelfSign = statement<ReferenceTables['shelf_sign']>()((p) => {
  const { sign_code, branch_code, location, from_number, to_number, words } = p
  const rest = { branch_code, location, from_number, to_number, words }
  return build
    .insertInto('shelf_sign')
    .values({ sign_code, ...rest })
    .onConflict((oc) => oc.column('sign_code').doUpdateSet(rest))
})
