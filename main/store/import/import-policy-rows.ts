/** The importer's statements on the policy tables. Each inserts a row, or updates it by its code. */
import type { LocalDate } from '../../../shared/kernel/time.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { insertOnce, upsert } from '../whole-rows.ts'
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

export const putFineRule = upsert('fine_rule', 'rule_code')

export const putLostRule = upsert('lost_rule', 'rule_code')

export const putLimitGroup = upsert('limit_group', 'group_code')

export const dropTypesOfGroup = statement<{ group_code: string }>()((p) =>
  build.deleteFrom('limit_group_type').where('group_code', '=', p.group_code),
)

export const addTypeToGroup = insertOnce('limit_group_type')

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

export const putLimit = upsert('limit_rule', 'limit_code')

export const putRentalRule = upsert('rental_rule', 'rule_code')

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

export const putFee = upsert('fee_rule', 'fee_code')

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

export const putFixedDate = upsert('fixed_date', 'date_code')

export const dropFineFreeDaysOf = statement<{ branch_code: string }>()((p) =>
  build.deleteFrom('fine_free_day').where('branch_code', '=', p.branch_code),
)

export const putFineFreeDay = upsert('fine_free_day', 'day_code')

export const putSetting = upsert('library_setting', 'name')

export const putShelfSign = upsert('shelf_sign', 'sign_code')

export const putCashDrawer = upsert('cash_drawer', 'drawer_code')

export const putProduct = upsert('product', 'product_code')

export const putCashReason = upsert('cash_reason', 'reason_code')

export const putVarianceTier = upsert('variance_tier', 'tier_code')

export const putInKindTender = upsert('in_kind_tender', 'kind_code')

export const putResidencyRule = upsert('residency_rule', 'rule_code')

export const putCardRule = upsert('card_rule', 'rule_code')

export const putFieldRule = upsert('field_rule', 'rule_code')

export const putProofKind = upsert('proof_kind', 'proof_code')

export const putCardRange = upsert('card_range', 'range_code')

export const putFloatPiece = upsert('float_piece', 'piece_code')
