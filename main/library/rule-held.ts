/** The rule by which something was decided at a moment, as the policy that held then tells of it. */
import type { Instant } from '../../shared/kernel/time.ts'
import { toLocalDate } from '../../shared/kernel/zone.ts'
import type { PreparedPolicy } from '../../shared/policy/policy-index.ts'
import { isOtherForLoans } from '../../shared/policy/policy-versions.ts'
import { ruleStep, type RuleStep } from '../../shared/policy/scoped.ts'
import { here } from './here.ts'
import type { Library } from './library.ts'

const TABLES = {
  loan: { table: null, of: ({ source }: PreparedPolicy) => source.loan_rules },
  fine: { table: 'fine_rule', of: ({ source }: PreparedPolicy) => source.fine_rules },
  rental: { table: null, of: ({ source }: PreparedPolicy) => source.rental_rules },
  lost: { table: 'lost_rule', of: ({ source }: PreparedPolicy) => source.lost_rules },
} as const

export function ruleHeld(library: Library, of: RuleStep['of'], rule_code: string, at: Instant): RuleStep {
  const { table, of: rulesOf } = TABLES[of]
  const [held, now] = [library.policyAt(at), library.policy()].map((policy) =>
    rulesOf(policy).find((one) => one.rule_code === rule_code),
  )
  const isOther = table !== null && held !== now && isOtherForLoans(table, rule_code, held ?? null, now ?? null)
  const stood_on = isOther ? toLocalDate(at, here(library).branch.zone) : null
  const known: RuleStep = held ? ruleStep(of, held) : { code: 'rule', of, rule_code, scope: null, stood_on }
  return { ...known, stood_on }
}
