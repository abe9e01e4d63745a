/**
 * "Explain this result": why a loan is due when it is, which rules fitted and which held, what lateness would cost,
 * which limits are near. The decision is made by the same functions that lend; this only keeps what they pass over.
 */
import type { Instant } from '../../kernel/time.ts'
import { addCents, type Cents } from '../../kernel/money.ts'
import { decideCheckOut, questionOf, type CheckOutAsk, type CheckOutDecision } from './check-out.ts'
import { fineRuleFor } from '../fines/fine.ts'
import { limitsFor, type LimitUse } from './limits.ts'
import type { LostStep } from '../lost/lost-steps.ts'
import { lostCharges, lostStep } from '../lost/lost.ts'
import type { LibrarySettings } from '../../policy/library-settings.ts'
import type { FineRule } from '../../policy/policy-facts.ts'
import { rentalFee, type Rental } from '../fines/rental.ts'
import { fittingScoped, type Scope, type Scoped, type ScopeQuestion } from '../../policy/scoped.ts'

/** A row that fitted: the first held, the others were passed over. */
export type Candidate = {
  readonly rule_code: string
  readonly scope: Scope
  readonly reason: Fit
}

/** Why a row applies; or which part of its scope it leaves open, so that another row was more particular. */
export type Fit = 'only-one' | 'most-particular' | 'no-branch' | 'no-category' | 'no-item-type'

export type Explanation = {
  readonly decision: CheckOutDecision
  readonly rule_branch: { readonly branch_code: string; readonly from: LibrarySettings['rule_branch_from'] }
  readonly loan_rules: readonly Candidate[]
  readonly fine_rules: readonly Candidate[]
  readonly lost_rules: readonly Candidate[]
  /** Null: no rule, nothing is charged. */
  readonly fine: FineRule | null
  readonly is_fine_free_patron: boolean
  /** Null: no rule. */
  readonly lost: LostStep | null
  readonly lost_cents: Cents | null
  readonly rental: Pick<Rental, 'amount_cents' | 'steps'> | null
  readonly limits: readonly LimitUse[]
}

export type ExplainAsk = Omit<CheckOutAsk, 'rules'> & {
  readonly price_cents: Cents | null
}

/** Which of the two is more particular first: the reason the other was passed over. */
function passedOver(chosen: Scope, other: Scope): Fit {
  if (chosen.branch_code !== '*' && other.branch_code === '*') return 'no-branch'
  return chosen.category_code !== '*' && other.category_code === '*' ? 'no-category' : 'no-item-type'
}

function candidates<Row extends Scope & { readonly rule_code: string }>(
  rows: Scoped<Row>,
  asked: ScopeQuestion,
): readonly Candidate[] {
  const [chosen, ...others] = fittingScoped(rows, asked)
  if (!chosen) return []
  const fits = (row: Row, reason: Fit): Candidate => ({ rule_code: row.rule_code, scope: row, reason })
  const first = others.length === 0 ? 'only-one' : 'most-particular'
  return [fits(chosen, first), ...others.map((row) => fits(row, passedOver(chosen, row)))]
}

/** Decides a check-out and keeps why. Where it is refused, a due date is missing but everything else is said. */
export function explainLoan(ask: ExplainAsk): Explanation {
  const { policy, calendar, now, price_cents } = ask
  const asked = questionOf(ask)
  const decision = decideCheckOut({ ...ask, rules: policy.loans })
  const lost = lostCharges(policy, asked, price_cents)
  const due_at: Instant | null = decision.kind === 'lend' ? decision.due_at : null
  const rental = due_at && rentalFee({ policy, asked, calendar, from_at: now, due_at, is_renewal: false })
  return {
    decision,
    rule_branch: { branch_code: ask.branch, from: policy.settings.rule_branch_from },
    loan_rules: candidates(policy.loans, asked),
    fine_rules: candidates(policy.fines, asked),
    lost_rules: candidates(policy.lost, asked),
    fine: fineRuleFor(policy, asked),
    is_fine_free_patron: policy.categories.get(asked.category_code)?.is_fine_free ?? false,
    lost: lost && due_at && lostStep(lost.rule, calendar, due_at),
    lost_cents: lost && addCents(...lost.lines.map((line) => line.amount_cents)),
    rental: rental && { amount_cents: rental.amount_cents, steps: rental.steps },
    limits: limitsFor(policy, asked, ask.patron.out),
  }
}
