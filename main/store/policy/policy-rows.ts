/** Statements that read the policy tables in full: they are small, read once and kept. */
import { build, statement } from '../sql.ts'

const SCOPE = ['branch_code', 'category_code', 'item_type_code'] as const

export const allFineRules = statement()(() =>
  build
    .selectFrom('fine_rule')
    .select(['rule_code', ...SCOPE, 'amount_cents', 'per_count', 'per_unit', 'is_part_charged', 'is_closed_counted'])
    .select(['grace_count', 'grace_unit', 'grace_kind', 'fine_cents_max', 'is_capped_at_price'])
    .select(['recall_amount_cents', 'recall_fine_cents_max', 'is_grace_kept_on_recall'])
    .select(['suspension_days_count', 'suspension_days_count_max'])
    .orderBy('rule_code'),
)

export const allLostRules = statement()(() =>
  build
    .selectFrom('lost_rule')
    .select(['rule_code', ...SCOPE, 'lost_after_count', 'lost_after_unit', 'replacement_kind', 'replacement_cents'])
    .select(['processing_cents', 'is_processing_refundable', 'is_overdue_kept', 'found_unpaid_kind', 'found_paid_kind'])
    .select(['is_overdue_restored', 'is_overdue_counted_anew', 'lost_refund_kind', 'overdue_refund_kind'])
    .select(['refund_within_count', 'refund_within_unit', 'refund_from_kind', 'refund_cents_min'])
    .select(['is_refund_less_owed', 'is_receipt_required', 'refund_paid_kind', 'no_return_after_days_count'])
    .orderBy('rule_code'),
)

export const allLimitGroups = statement()(() =>
  build.selectFrom('limit_group').select(['group_code', 'name']).orderBy('group_code'),
)

export const allLimitGroupTypes = statement()(() =>
  build
    .selectFrom('limit_group_type')
    .select(['group_code', 'item_type_code'])
    .orderBy('group_code')
    .orderBy('item_type_code'),
)

export const allLimitRules = statement()(() =>
  build
    .selectFrom('limit_rule')
    .select(['limit_code', 'branch_code', 'category_code', 'target_kind', 'target_code'])
    .select(['for_kind', 'place_kind', 'loans_count_max'])
    .orderBy('limit_code'),
)

export const allRentalRules = statement()(() =>
  build
    .selectFrom('rental_rule')
    .select(['rule_code', ...SCOPE, 'amount_cents', 'per_unit', 'is_closed_counted', 'is_charged_on_renewal'])
    .orderBy('rule_code'),
)

export const allFeeRules = statement()(() =>
  build
    .selectFrom('fee_rule')
    .select(['fee_code', ...SCOPE, 'fee_kind', 'name', 'amount_cents'])
    .orderBy('fee_code'),
)

export const allCategoryPolicies = statement()(() =>
  build
    .selectFrom('patron_category')
    .select(['category_code', 'name', 'is_fine_free', 'loans_count_max', 'owed_cents_max', 'family_owed_cents_max'])
    .select(['overdue_count_max', 'overdue_days_count_max', 'lost_count_max', 'claims_count_max', 'card_months_count'])
    .orderBy('category_code'),
)

export const allItemTypes = statement()(() =>
  build
    .selectFrom('item_type')
    .select(['item_type_code', 'name', 'is_for_loan', 'replacement_cents'])
    .orderBy('item_type_code'),
)

export const allFixedDates = statement()(() =>
  build
    .selectFrom('fixed_date')
    .select(['date_code', 'schedule_code', 'loans_from_on', 'loans_to_on', 'due_on'])
    .orderBy('schedule_code')
    .orderBy('loans_from_on')
    .orderBy('date_code'),
)

export const allFineFreeDays = statement()(() =>
  build
    .selectFrom('fine_free_day')
    .select(['day_code', 'branch_code', 'from_on', 'to_on', 'reason'])
    .orderBy('from_on')
    .orderBy('day_code'),
)

export const allOutages = statement()(() =>
  build
    .selectFrom('outage')
    .select(['outage_ref', 'branch_code', 'from_at_ms', 'to_at_ms', 'reason'])
    .orderBy('from_at_ms')
    .orderBy('outage_ref'),
)

export const allSettings = statement()(() =>
  build.selectFrom('library_setting').select(['name', 'value']).orderBy('name'),
)

/** How many patrons have a category, and how many items a type: what is in use cannot be deleted. */
export const patronsOfCategory = statement<{ code: string }>()((p) =>
  build
    .selectFrom('patron')
    .select((eb) => eb.fn.countAll<number>().as('rows_count'))
    .where('category_code', '=', p.code),
)

export const itemsOfType = statement<{ code: string }>()((p) =>
  build
    .selectFrom('item')
    .select((eb) => eb.fn.countAll<number>().as('rows_count'))
    .where('item_type_code', '=', p.code),
)

export const allShelfSigns = statement()(() =>
  build
    .selectFrom('shelf_sign')
    .select(['sign_code', 'branch_code', 'location', 'from_number', 'to_number', 'words'])
    .orderBy('sign_code'),
)
