/** The library's rules of cash as the desk applies them: its rows, with the defaults of what it has not set. */
import { cashRulesOf, reasonsFor, type CashReason, type CashRules } from '../../shared/cash/rules.ts'
import type { ReasonUse } from '../../shared/policy/cash-facts.ts'
import type { PreparedPolicy } from '../../shared/policy/policy-index.ts'
import { drawerName } from '../../shared/words/cash-names.ts'
import type { Words } from '../../shared/words/en/en.ts'
import type { Library } from '../library/library.ts'

/** Read once for each state of the policy. */
const read = new WeakMap<PreparedPolicy, CashRules>()

export function cashRules(library: Library): CashRules {
  const policy = library.policy()
  const known = read.get(policy)
  if (known) return known
  const rules = cashRulesOf(policy.source)
  read.set(policy, rules)
  return rules
}

/** What a drawer is called; one that the library has no more goes by its code. */
export function drawerCalled(library: Library, words: Words, drawer_code: string): string {
  const known = cashRules(library).drawers.find((one) => one.drawer_code === drawer_code)
  return known === undefined ? drawer_code : drawerName(words, known)
}

/** A drawer as a refusal names it: as the library does; empty where the library has named none. */
export function drawerFact(library: Library, drawer_code: string): { readonly drawer: string } {
  const known = cashRules(library).drawers.find((one) => one.drawer_code === drawer_code)
  return { drawer: known === undefined ? drawer_code : known.name }
}

/** A reason of the library's list for this use; null: it has none of this code. */
export function cashReason(library: Library, used_for: ReasonUse, reason_code: string): CashReason | null {
  return reasonsFor(cashRules(library), used_for).find((one) => one.reason_code === reason_code) ?? null
}
