/** The importer's statements on the library's own matters. Each inserts a row, or updates it by its code. */
import type { Cents } from '../../../shared/kernel/money.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'

export const putBranch = statement<ReferenceTables['branch']>()((p) =>
  build
    .insertInto('branch')
    .values({ branch_code: p.branch_code, name: p.name, zone_name: p.zone_name })
    .onConflict((oc) => oc.column('branch_code').doUpdateSet({ name: p.name, zone_name: p.zone_name })),
)

export const dropHoursOf = statement<{ branch_code: string }>()((p) =>
  build.deleteFrom('opening_hours').where('branch_code', '=', p.branch_code),
)

export const hoursThatMeet = statement<ReferenceTables['opening_hours']>()((p) =>
  build
    .selectFrom('opening_hours')
    .select(['opens_minute', 'closes_minute'])
    .where('branch_code', '=', p.branch_code)
    .where('weekday', '=', p.weekday)
    .where('opens_minute', '<', p.closes_minute)
    .where('closes_minute', '>', p.opens_minute)
    .limit(1),
)

export const addHours = statement<ReferenceTables['opening_hours']>()((p) =>
  build.insertInto('opening_hours').values({
    branch_code: p.branch_code,
    weekday: p.weekday,
    opens_minute: p.opens_minute,
    closes_minute: p.closes_minute,
  }),
)

export const dropClosedDaysOf = statement<{ branch_code: string }>()((p) =>
  build.deleteFrom('closed_day').where('branch_code', '=', p.branch_code),
)

export const addClosedDay = statement<Omit<ReferenceTables['closed_day'], 'closed_day_id'>>()((p) =>
  build.insertInto('closed_day').values({
    branch_code: p.branch_code,
    from_on: p.from_on,
    to_on: p.to_on,
    is_yearly: p.is_yearly,
    is_open: p.is_open,
    reason: p.reason,
  }),
)

export const putCategory = statement<ReferenceTables['patron_category']>()((p) => {
  const rest = {
    name: p.name,
    loans_count_max: p.loans_count_max,
    owed_cents_max: p.owed_cents_max,
    overdue_count_max: p.overdue_count_max,
    card_months_count: p.card_months_count,
    is_fine_free: p.is_fine_free,
    family_owed_cents_max: p.family_owed_cents_max,
    overdue_days_count_max: p.overdue_days_count_max,
    lost_count_max: p.lost_count_max,
    claims_count_max: p.claims_count_max,
  }
  return build
    .insertInto('patron_category')
    .values({ category_code: p.category_code, ...rest })
    .onConflict((oc) => oc.column('category_code').doUpdateSet(rest))
})

export const putItemType = statement<ReferenceTables['item_type']>()((p) => {
  const rest = { name: p.name, is_for_loan: p.is_for_loan, replacement_cents: p.replacement_cents as Cents }
  return build
    .insertInto('item_type')
    .values({ item_type_code: p.item_type_code, ...rest })
    .onConflict((oc) => oc.column('item_type_code').doUpdateSet(rest))
})

/** The rule that already covers this branch, category and type, under another code. */
export const otherRuleFor = statement<{
  rule_code: string
  branch_code: string
  category_code: string
  item_type_code: string
}>()((p) =>
  build
    .selectFrom('loan_rule')
    .select('rule_code')
    .where('branch_code', '=', p.branch_code)
    .where('category_code', '=', p.category_code)
    .where('item_type_code', '=', p.item_type_code)
    .where('rule_code', '!=', p.rule_code),
)

export const putLoanRule = statement<ReferenceTables['loan_rule']>()((p) => {
  const rest = {
    branch_code: p.branch_code,
    category_code: p.category_code,
    item_type_code: p.item_type_code,
    is_for_loan: p.is_for_loan,
    period_count: p.period_count,
    period_unit: p.period_unit,
    days_mode: p.days_mode,
    past_closing: p.past_closing,
    hard_due_on: p.hard_due_on as LocalDate,
    hard_due_kind: p.hard_due_kind,
    schedule_code: p.schedule_code,
    outside_kind: p.outside_kind,
    is_capped_at_expiry: p.is_capped_at_expiry,
    renewals_count_max: p.renewals_count_max,
    renewal_period_count: p.renewal_period_count,
    renewal_from: p.renewal_from,
    loans_count_max: p.loans_count_max,
    special_period_count: p.special_period_count,
  }
  return build
    .insertInto('loan_rule')
    .values({ rule_code: p.rule_code, ...rest })
    .onConflict((oc) => oc.column('rule_code').doUpdateSet(rest))
})

/** Another person who has this badge or these initials. */
export const otherStaffWith = statement<{ staff_code: string; badge_barcode: string | null; initials: string }>()((p) =>
  build
    .selectFrom('staff')
    .select(['staff_code', 'badge_barcode'])
    .where('staff_code', '!=', p.staff_code)
    .where((eb) => eb.or([eb('badge_barcode', '=', p.badge_barcode), eb('initials', '=', p.initials)])),
)

export const putStaff = statement<ReferenceTables['staff']>()((p) => {
  const rest = {
    name: p.name,
    initials: p.initials,
    role: p.role,
    badge_barcode: p.badge_barcode,
    pin_salt: p.pin_salt,
    pin_hash: p.pin_hash,
    is_active: p.is_active,
  }
  return build
    .insertInto('staff')
    .values({ staff_code: p.staff_code, ...rest })
    .onConflict((oc) => oc.column('staff_code').doUpdateSet(rest))
})

export const branchZones = statement()(() => build.selectFrom('branch').select(['branch_code', 'zone_name']))

export const categoryCodes = statement()(() => build.selectFrom('patron_category').select('category_code as code'))

export const itemTypeCodes = statement()(() => build.selectFrom('item_type').select('item_type_code as code'))
