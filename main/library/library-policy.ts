/** Reads the policy tables into the policy that decisions use. Reads only; decides nothing. */
import type {
  CashDrawer,
  CashReasonRow,
  InKindTender,
  ProductRow,
  VarianceTier,
} from '../../shared/policy/cash-facts.ts'
import type { CardRange, CardRule, FieldRule, ProofKind, ResidencyRule } from '../../shared/policy/card-facts.ts'
import type { LoanRule } from '../../shared/policy/facts.ts'
import { readSettings } from '../../shared/policy/library-settings.ts'
import type {
  CategoryPolicy,
  FeeRule,
  FineFreeDay,
  FineRule,
  ItemTypePolicy,
  LibraryPolicy,
  LimitRule,
  LostRule,
  Outage,
  RentalRule,
} from '../../shared/policy/policy-facts.ts'
import type { PolicyVersion } from '../../shared/policy/policy-versions.ts'
import { itemTypeCode } from '../../shared/kernel/ids.ts'
import { allLoanRules } from '../store/policy/library-rows.ts'
import * as rows from '../store/policy/policy-rows.ts'
import { readVersions } from '../store/policy/policy-version-rows.ts'
import type { ReadHandle } from '../store/sql.ts'

/** Turns SQLite's 0 and 1 into false and true for every column named is_…. */
function withFlags<Fact>(row: { readonly [Name in keyof Fact]: unknown }): Fact {
  const named = Object.entries<unknown>(row).map(([name, value]): [string, unknown] => [
    name,
    name.startsWith('is_') ? value === 1 : value,
  ])
  // The columns and their CHECKs match the fields and words of the fact: policy-facts.ts and the schema agree.
  return Object.fromEntries(named) as Fact
}

/** Former versions of the rules, newest first. */
export function readPolicyVersions(db: ReadHandle): readonly PolicyVersion[] {
  return readVersions(db).map((one) => ({ ...one, fact: one.fact && withFlags(one.fact) }))
}

export function readPolicy(db: ReadHandle): LibraryPolicy {
  const types = Map.groupBy(db.all(rows.allLimitGroupTypes, {}), (row) => row.group_code)
  return {
    loan_rules: db.all(allLoanRules, {}).map((row) => withFlags<LoanRule>(row)),
    fixed_dates: db.all(rows.allFixedDates, {}),
    fine_rules: db.all(rows.allFineRules, {}).map((row) => withFlags<FineRule>(row)),
    lost_rules: db.all(rows.allLostRules, {}).map((row) => withFlags<LostRule>(row)),
    limit_groups: db.all(rows.allLimitGroups, {}).map(({ group_code, name }) => {
      const codes = (types.get(group_code) ?? []).map((row) => itemTypeCode(row.item_type_code))
      return { group_code, name, item_type_codes: codes }
    }),
    limit_rules: db.all(rows.allLimitRules, {}).map((row) => withFlags<LimitRule>(row)),
    rental_rules: db.all(rows.allRentalRules, {}).map((row) => withFlags<RentalRule>(row)),
    fee_rules: db.all(rows.allFeeRules, {}).map((row) => withFlags<FeeRule>(row)),
    categories: db.all(rows.allCategoryPolicies, {}).map((row) => withFlags<CategoryPolicy>(row)),
    item_types: db.all(rows.allItemTypes, {}).map((row) => withFlags<ItemTypePolicy>(row)),
    shelf_signs: db.all(rows.allShelfSigns, {}),
    fine_free_days: db.all(rows.allFineFreeDays, {}).map((row) => withFlags<FineFreeDay>(row)),
    outages: db.all(rows.allOutages, {}).map((row) => withFlags<Outage>(row)),
    cash_drawers: db.all(rows.allCashDrawers, {}).map((row) => withFlags<CashDrawer>(row)),
    products: db.all(rows.allProducts, {}).map((row) => withFlags<ProductRow>(row)),
    cash_reasons: db.all(rows.allCashReasons, {}).map((row) => withFlags<CashReasonRow>(row)),
    variance_tiers: db.all(rows.allVarianceTiers, {}).map((row) => withFlags<VarianceTier>(row)),
    float_pieces: db
      .all(rows.allFloatPieces, {})
      .toSorted((one, other) => Number(other.piece_code) - Number(one.piece_code)),
    in_kind_tenders: db.all(rows.allInKindTenders, {}).map((row) => withFlags<InKindTender>(row)),
    residency_rules: db.all(rows.allResidencyRules, {}).map((row) => withFlags<ResidencyRule>(row)),
    card_rules: db.all(rows.allCardRules, {}).map((row) => withFlags<CardRule>(row)),
    field_rules: db.all(rows.allFieldRules, {}).map((row) => withFlags<FieldRule>(row)),
    proof_kinds: db.all(rows.allProofKinds, {}).map((row) => withFlags<ProofKind>(row)),
    card_ranges: db.all(rows.allCardRanges, {}).map((row) => withFlags<CardRange>(row)),
    settings: readSettings(db.all(rows.allSettings, {})),
  }
}
