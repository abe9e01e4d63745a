/** The library's rules of cash as the desk applies them: its rows, with the defaults of what it has not set. */
import { cashRulesOf, type CashRules } from '../../shared/cash/rules.ts'
import type { PreparedPolicy } from '../../shared/policy/policy-index.ts'
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
