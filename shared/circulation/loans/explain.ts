/**
 * "Explain this result": why a loan is due when it is, which rules fitted and which held, what lateness would cost,
 * which limits are near. The decision is made by the same functions that lend; this only keeps what they pass over.
 */
import type { Instant } from '../../kernel/time.ts'
import { addCents, type Cents } from '../../kernel/money.ts'
import { localTimeAt } from '../calendar/calendar-index.ts'
import { decideCheckOut, questionOf, type CheckOutAsk, type CheckOutDecision } from './check-out.ts'
import { fineRuleFor, fineWords } from '../fines/fine.ts'
import { limitsFor, type LimitUse } from './limits.ts'
import { lostCharges, lostWords } from '../lost/lost.ts'
import type { LibrarySettings } from '../../policy/library-settings.ts'
import type { RuleScope } from '../../policy/policy-facts.ts'
import type { PreparedPolicy } from '../../policy/policy-index.ts'
import { rentalFee } from '../fines/rental.ts'
import { fittingScoped, ruleScope, type Scoped, type ScopeQuestion } from '../../policy/scoped.ts'

/** A row that fitted: the first held, the others were passed over. */
export type Candidate = {
  readonly code: string
  /** "any branch, category ADULT, any item type". */
  readonly scope: string
  readonly is_chosen: boolean
  /** "the most particular", "passed over: names no branch". */
  readonly why: string
}

export type Explanation = {
  readonly decision: CheckOutDecision
  readonly rule_branch: { readonly branch_code: string; readonly from: LibrarySettings['rule_branch_from'] }
  readonly loan_rules: readonly Candidate[]
  readonly fine_rules: readonly Candidate[]
  readonly lost_rules: readonly Candidate[]
  /** "$0.25 a day, at most $5.00"; null: no rule, nothing is charged. */
  readonly fine: string | null
  readonly is_fine_free_patron: boolean
  /** "is billed as lost after Tue, Jan 12"; null: no rule. */
  readonly lost: string | null
  readonly lost_cents: Cents | null
  readonly rental: { readonly amount_cents: Cents; readonly steps: readonly string[] } | null
  readonly limits: readonly LimitUse[]
}

export type ExplainAsk = Omit<CheckOutAsk, 'rules' | 'policy'> & {
  readonly policy: PreparedPolicy
  readonly price_cents: Cents | null
}

/** Which of the two is more particular first: the reason the other was passed over. */
function passedOver(chosen: RuleScope, other: RuleScope): string {
  const parts = [
    ['branch_code', 'branch'],
    ['category_code', 'patron category'],
    ['item_type_code', 'item type'],
  ] as const
  const first = parts.find(([column]) => chosen[column] !== '*' && other[column] === '*')
  return `passed over: names no ${first?.[1] ?? 'other'}`
}

function candidates<Row extends RuleScope & { readonly rule_code: string }>(
  rows: Scoped<Row>,
  asked: ScopeQuestion,
): readonly Candidate[] {
  const [chosen, ...others] = fittingScoped(rows, asked)
  if (!chosen) return []
  const said = (row: Row, is_chosen: boolean, why: string): Candidate => {
    return { code: row.rule_code, scope: ruleScope(row), is_chosen, why }
  }
  const first = others.length === 0 ? 'the only one that fits' : 'the most particular'
  return [said(chosen, true, first), ...others.map((row) => said(row, false, passedOver(chosen, row)))]
}

/** Decides a check-out and keeps why. Where it is refused, a due date is missing but everything else is said. */
export function explainLoan(ask: ExplainAsk): Explanation {
  const { policy, calendar, now, price_cents } = ask
  const asked = questionOf(ask)
  const decision = decideCheckOut({ ...ask, rules: policy.loans })
  const today = localTimeAt(calendar, now).on
  const fine = fineRuleFor(policy, asked)
  const lost = lostCharges(policy, asked, price_cents)
  const due_at: Instant | null = decision.kind === 'lend' ? decision.due_at : null
  const rental = due_at && rentalFee({ policy, asked, calendar, from_at: now, due_at, is_renewal: false })
  return {
    decision,
    rule_branch: { branch_code: ask.branch, from: policy.settings.rule_branch_from },
    loan_rules: candidates(policy.loans, asked),
    fine_rules: candidates(policy.fines, asked),
    lost_rules: candidates(policy.lost, asked),
    fine: fine && fineWords(fine),
    is_fine_free_patron: policy.categories.get(asked.category_code)?.is_fine_free ?? false,
    lost: lost && due_at && lostWords(lost.rule, calendar, due_at, today),
    lost_cents: lost && addCents(...lost.lines.map((line) => line.amount_cents)),
    rental: rental && { amount_cents: rental.amount_cents, steps: rental.steps },
    limits: limitsFor(policy, asked, ask.patron.out ?? []),
  }
}
