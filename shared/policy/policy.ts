/**
 * Which loan rule applies: the most specific one for this branch, patron category and item type, and whose branch that
 * is. Must never fall back on a rule that no row of the table states: the library would lend on terms it never chose.
 */
import type { BranchCode } from '../kernel/ids.ts'
import type { FixedDate, LoanRule } from './facts.ts'
import { prepareSchedules, type Schedule, type Schedules } from './fixed-dates.ts'
import type { LibrarySettings } from './library-settings.ts'
import { findScoped, prepareScoped, type Scoped, type ScopeQuestion } from './scoped.ts'

/** The loan rules by their three codes, with the schedules that they can name. */
export type PreparedRules = Scoped<LoanRule> & { readonly schedules: Schedules }
export type RuleQuestion = ScopeQuestion

export type FoundRule = {
  readonly rule: LoanRule
  /** The fixed dates of the rule's schedule; empty where it names none, or one that does not exist. */
  readonly schedule: Schedule
}

/** Indexes the rules. Of two for the same three codes the first applies; `checkPolicy` reports the other. */
export function prepareRules(rules: readonly LoanRule[], dates: readonly FixedDate[] = []): PreparedRules {
  return { ...prepareScoped(rules), schedules: prepareSchedules(dates) }
}

/** The rule that applies; null when no row matches, which is the refusal `no-rule`. */
export function findRule(rules: PreparedRules, asked: RuleQuestion): FoundRule | null {
  const rule = findScoped(rules, asked)
  if (rule === null) return null
  const schedule = rules.schedules.get(rule.schedule_code ?? '') ?? []
  return { rule, schedule }
}

/** The branches that can matter for a loan. `holding`: where the item belongs now. */
export type LoanPlaces = {
  readonly desk: BranchCode
  readonly item_home: BranchCode
  readonly item_holding: BranchCode
  readonly patron: BranchCode
}

/** Whose rules and calendar apply, by the library's setting. */
export function ruleBranch(from: LibrarySettings['rule_branch_from'], places: LoanPlaces): BranchCode {
  if (from === 'item-home') return places.item_home
  if (from === 'item-holding') return places.item_holding
  return from === 'patron' ? places.patron : places.desk
}
