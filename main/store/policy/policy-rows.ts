/** Statements that read the policy tables in full: they are small, read once and kept. */
import { sql } from 'kysely'
import { ERASED_LIKE } from '../journal/forget-rows.ts'
import { build, statement } from '../sql.ts'
import { every } from '../whole-rows.ts'

export const allFineRules = every('fine_rule', 'rule_code')
export const allLostRules = every('lost_rule', 'rule_code')
export const allLimitGroups = every('limit_group', 'group_code')
export const allLimitGroupTypes = every('limit_group_type', 'group_code', 'item_type_code')
export const allLimitRules = every('limit_rule', 'limit_code')
export const allRentalRules = every('rental_rule', 'rule_code')
export const allFeeRules = every('fee_rule', 'fee_code')
export const allCategoryPolicies = every('patron_category', 'category_code')
export const allItemTypes = every('item_type', 'item_type_code')
export const allFixedDates = every('fixed_date', 'schedule_code', 'loans_from_on', 'date_code')
export const allFineFreeDays = every('fine_free_day', 'from_on', 'day_code')
export const allOutages = every('outage', 'from_at_ms', 'outage_ref')
export const allCashDrawers = every('cash_drawer', 'drawer_code')
export const allProducts = every('product', 'order_number', 'product_code')
export const allCashReasons = every('cash_reason', 'used_for', 'reason_code')
export const allVarianceTiers = every('variance_tier', 'from_cents', 'tier_code')
export const allFloatPieces = every('float_piece', 'piece_code')
export const allInKindTenders = every('in_kind_tender', 'kind_code')
export const allResidencyRules = every('residency_rule', 'rule_code')
export const allCardRules = every('card_rule', 'order_number', 'rule_code')
export const allFieldRules = every('field_rule', 'rule_code')
export const allProofKinds = every('proof_kind', 'order_number', 'proof_code')
export const allCardRanges = every('card_range', 'range_code')
export const allSettings = every('library_setting', 'name')

/** A category that this many patrons have tells nobody: k-anonymity, with k = 5. Erased patrons do not count. */
const MANY = sql.lit(5)

export const categoriesOfMany = statement()(() =>
  build
    .selectFrom('patron_category as category')
    .select('category.category_code')
    .where(
      sql<boolean>`(SELECT count(*) FROM (SELECT 1 FROM patron WHERE patron.category_code = category.category_code
        AND patron.external_id NOT LIKE ${sql.lit(ERASED_LIKE)} LIMIT ${MANY})) = ${MANY}`,
    )
    .orderBy('category.category_code'),
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

export const allShelfSigns = every('shelf_sign', 'sign_code')
