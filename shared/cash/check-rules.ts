/**
 * Holds the rules of cash against themselves before they are saved: two products on one key, money held for nobody,
 * tiers that never matter, a recipe that comes to more than the float. Pure.
 */
import { VARIANCE_NEEDS, type InKindTender, type ProductRow, type VarianceTier } from '../policy/cash-facts.ts'
import type { LibraryPolicy } from '../policy/policy-facts.ts'
import { finding, type Finding, type RowFlaw, type RuleCodes } from '../policy/policy-finding.ts'
import { piecesTotal } from './pieces.ts'
import { isPayLetter } from './pay/pay-letters.ts'
import { floatRecipe } from './rules.ts'

/** Those of which there are two or more with the same. */
function doubles<Row>(rows: readonly Row[], keyOf: (row: Row) => string | number | null) {
  return [...Map.groupBy(rows, keyOf)].filter(([key, same]) => key !== null && same.length > 1)
}

function checkDrawers({ cash_drawers }: LibraryPolicy, { branch_codes }: RuleCodes): readonly Finding[] {
  return cash_drawers.flatMap(({ drawer_code, branch_code }) => {
    if (branch_code === '*' || branch_codes.includes(branch_code)) return []
    const fact = { code: 'stranger', row: drawer_code, of: 'branch', named: branch_code } as const
    return [finding('stops', 'cash_drawer', [drawer_code], fact)]
  })
}

/** What of a product its kind has no use for, or cannot do without. */
export function productFlaw({ kind, payee, tax_bp }: Pick<ProductRow, 'kind' | 'payee' | 'tax_bp'>): RowFlaw | null {
  if (kind === 'held' && payee === null) return 'payee-missing'
  if (kind !== 'held' && payee !== null) return 'payee-idle'
  return kind !== 'sale' && tax_bp > 0 ? 'tax-idle' : null
}

function checkProducts({ products }: LibraryPolicy): readonly Finding[] {
  const onSale = products.filter((product) => product.is_active)
  return [
    ...products.flatMap((product) => {
      const { product_code: row } = product
      const flaw = productFlaw(product)
      return flaw === null ? [] : [finding('stops', 'product', [row], { code: flaw, row })]
    }),
    ...products.flatMap(({ product_code: row, key_letter }) => {
      if (key_letter === null || !isPayLetter(key_letter)) return []
      return [finding('stops', 'product', [row], { code: 'letter-of-payment', row, letter: key_letter })]
    }),
    ...doubles(onSale, (product) => product.key_letter).map(([letter, same]) => {
      const rows = same.map((product) => product.product_code)
      return finding('stops', 'product', rows, { code: 'letter-double', rows, letter: String(letter) })
    }),
  ]
}

type InKindFacts = Pick<
  InKindTender,
  'per_kind' | 'value_cents' | 'is_for_overdue' | 'is_for_lost' | 'is_for_damage' | 'is_for_fees'
>

/** What goods or work cannot do without, or have no use for. */
export function inKindFlaw(kind: InKindFacts): RowFlaw | null {
  const isAsked = kind.per_kind === 'asked'
  if (!isAsked && kind.value_cents === null) return 'value-missing'
  if (isAsked && kind.value_cents !== null) return 'value-idle'
  const { is_for_overdue, is_for_lost, is_for_damage, is_for_fees } = kind
  return is_for_overdue || is_for_lost || is_for_damage || is_for_fees ? null : 'pays-nothing'
}

function checkInKind({ in_kind_tenders }: LibraryPolicy): readonly Finding[] {
  return in_kind_tenders.flatMap((kind) => {
    const { kind_code: row } = kind
    const flaw = inKindFlaw(kind)
    return flaw === null ? [] : [finding('stops', 'in_kind_tender', [row], { code: flaw, row })]
  })
}

function checkReasons({ cash_reasons }: LibraryPolicy): readonly Finding[] {
  return cash_reasons.flatMap(({ reason_code: row, used_for, fund }) => {
    if (fund === null || used_for === 'paid-in' || used_for === 'paid-out') return []
    return [finding('stops', 'cash_reason', [row], { code: 'fund-idle', row })]
  })
}

const rank = ({ needs }: VarianceTier): number => VARIANCE_NEEDS.indexOf(needs)

function checkTiers({ variance_tiers: tiers }: LibraryPolicy): readonly Finding[] {
  const same = doubles(tiers, (tier) => tier.from_cents).map(([, both]) => {
    const rows = both.map((tier) => tier.tier_code)
    const from_cents = both[0]?.from_cents ?? 0
    return finding('stops', 'variance_tier', rows, { code: 'tier-double', rows, from_cents })
  })
  const idle = tiers.flatMap((tier) => {
    const by = tiers.find((other) => other.from_cents < tier.from_cents && rank(other) >= rank(tier))
    const { tier_code: row } = tier
    return by ? [finding('warns', 'variance_tier', [row], { code: 'tier-idle', row, by: by.tier_code })] : []
  })
  return [...same, ...idle]
}

function checkFloat(policy: LibraryPolicy): readonly Finding[] {
  const recipe_cents = piecesTotal(floatRecipe(policy))
  const { float_total_cents: total_cents } = policy.settings
  if (recipe_cents <= total_cents) return []
  return [finding('warns', 'float_piece', [], { code: 'float-over', recipe_cents, total_cents })]
}

export function checkCash(policy: LibraryPolicy, codes: RuleCodes): readonly Finding[] {
  return [
    ...checkDrawers(policy, codes),
    ...checkProducts(policy),
    ...checkReasons(policy),
    ...checkInKind(policy),
    ...checkTiers(policy),
    ...checkFloat(policy),
  ]
}
