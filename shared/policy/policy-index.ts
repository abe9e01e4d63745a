/**
 * The whole policy indexed for the decisions, once when it is read: tables by key, groups by type. Changes nothing that
 * a row says.
 */
import type { CategoryCode, ItemTypeCode } from '../kernel/ids.ts'
import type { Cents } from '../kernel/money.ts'
import type {
  CategoryPolicy,
  FeeRule,
  FineRule,
  ItemTypePolicy,
  LibraryPolicy,
  LimitGroup,
  LostRule,
  RentalRule,
} from './policy-facts.ts'
import { prepareRules, type PreparedRules } from './policy.ts'
import { findScoped, prepareScoped, type Scoped, type ScopeQuestion } from './scoped.ts'

export type PreparedPolicy = {
  readonly source: LibraryPolicy
  readonly settings: LibraryPolicy['settings']
  readonly loans: PreparedRules
  readonly fines: Scoped<FineRule>
  readonly lost: Scoped<LostRule>
  readonly rentals: Scoped<RentalRule>
  readonly categories: ReadonlyMap<CategoryCode, CategoryPolicy>
  readonly item_types: ReadonlyMap<ItemTypeCode, ItemTypePolicy>
  /** The groups an item type is in. */
  readonly groups: ReadonlyMap<ItemTypeCode, readonly LimitGroup[]>
  readonly fees: ReadonlyMap<FeeRule['fee_kind'], ReadonlyMap<string, Scoped<FeeRule>>>
}

function groupsByType(groups: readonly LimitGroup[]): Map<ItemTypeCode, LimitGroup[]> {
  const found = new Map<ItemTypeCode, LimitGroup[]>()
  for (const group of groups) {
    for (const code of group.item_type_codes) found.set(code, [...(found.get(code) ?? []), group])
  }
  return found
}

function feesByKind(rules: readonly FeeRule[]): Map<FeeRule['fee_kind'], Map<string, Scoped<FeeRule>>> {
  const kinds = Map.groupBy(rules, (rule) => rule.fee_kind)
  return new Map(
    [...kinds].map(([kind, of_kind]) => {
      const names = Map.groupBy(of_kind, (rule) => rule.name)
      return [kind, new Map([...names].map(([name, rows]) => [name, prepareScoped(rows)]))]
    }),
  )
}

export function preparePolicy(policy: LibraryPolicy): PreparedPolicy {
  return {
    source: policy,
    settings: policy.settings,
    loans: prepareRules(policy.loan_rules, policy.fixed_dates),
    fines: prepareScoped(policy.fine_rules),
    lost: prepareScoped(policy.lost_rules),
    rentals: prepareScoped(policy.rental_rules),
    categories: new Map(policy.categories.map((one) => [one.category_code, one])),
    item_types: new Map(policy.item_types.map((one) => [one.item_type_code, one])),
    groups: groupsByType(policy.limit_groups),
    fees: feesByKind(policy.fee_rules),
  }
}

/** What replacing an item costs: its own price, or its type's; a price of zero is none. Null: unknown. */
export function priceOf(policy: PreparedPolicy, code: ItemTypeCode, price_cents: Cents | null): Cents | null {
  if (price_cents !== null && price_cents > 0) return price_cents
  const own = policy.item_types.get(code)?.replacement_cents ?? null
  return own !== null && own > 0 ? own : null
}

/** The fees of a kind that apply to this patron and item, by name. */
export function feesFor(policy: PreparedPolicy, kind: FeeRule['fee_kind'], asked: ScopeQuestion): readonly FeeRule[] {
  const named = policy.fees.get(kind)
  if (!named) return []
  return [...named.values()].flatMap((rows) => findScoped(rows, asked) ?? [])
}
