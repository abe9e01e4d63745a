/**
 * The due date that a seal says of a loan whose own would tell whose it is: cut back to the day on which one card
 * expires, or made by a rule for a category that few patrons have. It is the date that the item would have for a patron
 * of a category that many have, whose card does not expire: like those of most loans, and so telling nobody. Pure.
 */
import { isSealedStep, type SealedStep } from '../../journal/events/due-steps.ts'
import type { CategoryCode } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { findRule, type FoundRule, type PreparedRules, type RuleQuestion } from '../../policy/policy.ts'
import type { Scope } from '../../policy/scoped.ts'
import { isRefusal } from '../../refusals/refusals.ts'
import { dueDate, type Due, type DueAsk } from './due-date.ts'

export type SealedDue = { readonly due_at: Instant; readonly rule_code: string; readonly steps: readonly SealedStep[] }

export type SealAsk = {
  /** The due date as it was made, and from what. */
  readonly due: Due
  readonly asked: DueAsk
  readonly rules: PreparedRules
  readonly question: RuleQuestion
  /** The categories that many patrons have; null: all. */
  readonly many: readonly CategoryCode[] | null
}

/** Whether a rule is for a category that few patrons have. */
export function isOfFew({ category_code }: Pick<Scope, 'category_code'>, many: SealAsk['many']): boolean {
  return category_code !== '*' && many !== null && !many.includes(category_code)
}

/** Null: the date is sealed as it is. */
export function sealedDue(ask: SealAsk): SealedDue | null {
  const { due, asked, many } = ask
  const isFew = isOfFew(asked.rule, many)
  if (!isFew && due.steps.every(isSealedStep)) return null
  for (const found of isFew ? rulesOfMany(ask) : [asked]) {
    const made = dueDate({ ...asked, ...found, card_expires_on: null })
    if (isRefusal(made)) continue
    return { due_at: made.due_at, rule_code: found.rule.rule_code, steps: made.steps.filter(isSealedStep) }
  }
  // Nobody else may borrow it: nothing is said.
  return { due_at: asked.renewal?.due_at ?? asked.now, rule_code: '', steps: [] }
}

function rulesOfMany({ rules, question, many }: SealAsk): readonly FoundRule[] {
  return (many ?? []).flatMap((category_code) => {
    const found = findRule(rules, { ...question, category_code })
    return found?.rule.is_for_loan ? [found] : []
  })
}
