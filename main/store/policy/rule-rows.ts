/**
 * One row of the rules by its name, as stored: read, put, deleted. A group of item types includes its types, which are
 * in a table of their own.
 */
import { z } from 'zod'
import type { RuleRow } from '../../../shared/import/rules-here.ts'
import { RULE_KEYS, type RuleTable } from '../../../shared/journal/events/rule-tables.ts'
import { addTypeToGroup, dropTypesOfGroup } from '../import/import-policy-rows.ts'
import { allLoanRules } from './library-rows.ts'
import * as rules from './policy-rows.ts'
import { build, statement, type ReadHandle, type Statement, type WriteHandle } from '../sql.ts'

/** The tables that a folder can fill. */
export type FolderTable = Exclude<RuleTable, 'role' | 'role_grant'>

const READ: Readonly<Record<FolderTable, Statement<Record<string, never>, Readonly<Record<string, unknown>>>>> = {
  loan_rule: allLoanRules,
  fixed_date: rules.allFixedDates,
  fine_rule: rules.allFineRules,
  lost_rule: rules.allLostRules,
  limit_group: rules.allLimitGroups,
  limit_rule: rules.allLimitRules,
  rental_rule: rules.allRentalRules,
  fee_rule: rules.allFeeRules,
  patron_category: rules.allCategoryPolicies,
  item_type: rules.allItemTypes,
  shelf_sign: rules.allShelfSigns,
  fine_free_day: rules.allFineFreeDays,
  cash_drawer: rules.allCashDrawers,
  product: rules.allProducts,
  cash_reason: rules.allCashReasons,
  variance_tier: rules.allVarianceTiers,
  float_piece: rules.allFloatPieces,
  in_kind_tender: rules.allInKindTenders,
  residency_rule: rules.allResidencyRules,
  card_rule: rules.allCardRules,
  field_rule: rules.allFieldRules,
  proof_kind: rules.allProofKinds,
  card_range: rules.allCardRanges,
  library_setting: rules.allSettings,
}

/** The tables are small, so all rows are searched. */
export function ruleRow(reference: ReadHandle, table: FolderTable, key: string): RuleRow {
  const row = reference.all(READ[table], {}).find((one) => one[RULE_KEYS[table]] === key) ?? null
  if (row === null || table !== 'limit_group') return row
  const types = reference.all(rules.allLimitGroupTypes, {}).filter((one) => one.group_code === key)
  return { ...row, item_type_codes: types.map((one) => one.item_type_code).toSorted() }
}

/** Writes a whole row, or changes the one of its name. The row was checked when it was recorded. */
function putRow(table: RuleTable, row: Readonly<Record<string, unknown>>): Statement<Record<string, never>, unknown> {
  return statement()(() =>
    build
      .insertInto(table)
      .values(row)
      .onConflict((oc) => oc.column(RULE_KEYS[table]).doUpdateSet(row)),
  )
}

function dropRow(table: RuleTable, key: string): Statement<Record<string, never>, unknown> {
  return statement()(() => build.deleteFrom(table).where(RULE_KEYS[table], '=', key))
}

/** Puts a row in place of the one with its name; null deletes it. */
export function putRule(reference: WriteHandle, table: RuleTable, key: string, stored: RuleRow): void {
  if (table === 'limit_group') reference.run(dropTypesOfGroup, { group_code: key })
  if (stored === null) {
    reference.run(dropRow(table, key), {})
    return
  }
  const { item_type_codes = [], ...row } = stored
  reference.run(putRow(table, row), {})
  for (const item_type_code of z.array(z.string()).parse(item_type_codes)) {
    reference.run(addTypeToGroup, { group_code: key, item_type_code })
  }
}
