/**
 * Fees that the desk charges by itself, because of what is done: placing a hold, bringing back by the book drop what
 * may not go there. Pure. A fee of zero is none; all others are in the same table and are charged by a person.
 */
import type { Cents } from '../../kernel/money.ts'
import type { FeeRule } from '../../policy/policy-facts.ts'
import { feesFor, type PreparedPolicy } from '../../policy/policy-index.ts'
import type { ScopeQuestion } from '../../policy/scoped.ts'
import type { CostStep } from './cost-steps.ts'

export type OwnFee = Pick<FeeRule, 'fee_code' | 'name' | 'category_code'> & {
  readonly kind: OwnFeeKind
  readonly amount_cents: Cents
}
type OwnFeeKind = Extract<FeeRule['fee_kind'], 'hold' | 'book-drop'>

export function ownFees(policy: PreparedPolicy, kind: OwnFeeKind, asked: ScopeQuestion): readonly OwnFee[] {
  return feesFor(policy, kind, asked)
    .filter((fee) => fee.amount_cents > 0)
    .map(({ fee_code, name, category_code, amount_cents }) => ({ kind, fee_code, name, category_code, amount_cents }))
}

export function feeStep({ kind, name, amount_cents }: OwnFee): CostStep {
  return { code: 'own-fee', kind, name, amount_cents }
}
