/**
 * The library's own names for the papers of money, from its rules of cash. What it did not name is said in the
 * language of the paper. Pure.
 */
import type { CashRules } from '../../cash/rules.ts'
import { reasonName } from '../../words/cash-names.ts'
import type { Words } from '../../words/en/en.ts'
import type { CashNames } from './cash-facts.ts'

/** A fund or a payee that the library did not name is said by the words of its code (shared/words/code-said.ts). */
export function cashNamesOf(
  { products, past_products, reasons, in_kind, past_in_kind, fund_names }: CashRules,
  words: Words,
): CashNames {
  const sold = [...past_products, ...products].map((one) => [one.product_code, one.name] as const)
  // A library that has its own reasons now had the usual ones before.
  const usual: Readonly<Record<string, string>> = words.policy.usual_cash.reasons
  const reason = reasons.map((one) => [one.reason_code, reasonName(words, one)] as const)
  const goods = [...past_in_kind, ...in_kind].map((one) => [one.kind_code, one.name] as const)
  const named = { products: Object.fromEntries(sold), reasons: { ...usual, ...Object.fromEntries(reason) } }
  return { funds: fund_names, payees: fund_names, ...named, in_kind: Object.fromEntries(goods) }
}
