/** The importer's statements on the library's own matters. Each inserts a row, or updates it by its code. */
import type { ReferenceTables } from '../schema.gen.ts'
import { insert, upsert } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

export const putBranch = upsert('branch', 'branch_code')

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

export const addHours = insert('opening_hours')

export const dropClosedDaysOf = statement<{ branch_code: string }>()((p) =>
  build.deleteFrom('closed_day').where('branch_code', '=', p.branch_code),
)

export const addClosedDay = insert('closed_day')

export const putCategory = upsert('patron_category', 'category_code')

export const putItemType = upsert('item_type', 'item_type_code')

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

export const putLoanRule = upsert('loan_rule', 'rule_code')

/** Another person who has this badge or these initials. */
export const otherStaffWith = statement<{ staff_code: string; badge_barcode: string | null; initials: string }>()((p) =>
  build
    .selectFrom('staff')
    .select(['staff_code', 'badge_barcode'])
    .where('staff_code', '!=', p.staff_code)
    .where((eb) => eb.or([eb('badge_barcode', '=', p.badge_barcode), eb('initials', '=', p.initials)])),
)

export const putStaff = upsert('staff', 'staff_code')

export const branchZones = statement()(() => build.selectFrom('branch').select(['branch_code', 'zone_name']))

export const categoryCodes = statement()(() => build.selectFrom('patron_category').select('category_code as code'))

export const itemTypeCodes = statement()(() => build.selectFrom('item_type').select('item_type_code as code'))
