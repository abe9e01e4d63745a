/**
 * Which loan rule holds: the most particular one for this branch, this patron category and this item type. Branch beats
 * category beats item type (docs/circulation.md). Must never fall back on a rule that no row of the table states.
 */
import type { BranchCode, CategoryCode, ItemTypeCode } from '../kernel/ids.ts'
import type { LoanRule } from './facts.ts'

/** The rules in a table by their three codes, made once when the rules are read: eight look-ups find the one. */
export type PreparedRules = { readonly by_key: ReadonlyMap<string, LoanRule> }

export type RuleQuestion = {
  readonly branch_code: BranchCode
  readonly category_code: CategoryCode
  readonly item_type_code: ItemTypeCode
}

export type FoundRule = {
  readonly rule: LoanRule
  /** "Rule ADULT-DVD: for any branch, category ADULT, item type DVD." */
  readonly why: string
}

function ruleKey(branch: string, category: string, itemType: string): string {
  return `${branch}\n${category}\n${itemType}`
}

/** Puts the rules in a table. Of two rules for the same three codes the first holds; `checkRules` reports the other. */
export function prepareRules(rules: readonly LoanRule[]): PreparedRules {
  const by_key = new Map<string, LoanRule>()
  for (const rule of rules) {
    const key = ruleKey(rule.branch_code, rule.category_code, rule.item_type_code)
    if (!by_key.has(key)) by_key.set(key, rule)
  }
  return { by_key }
}

/**
 * The rule without its words: what a decision needs. Looked for in this order, the first that exists holds:
 * branch + category + type, branch + category, branch + type, branch, category + type, category, type, then the rule
 * for all.
 */
function mostParticular(rules: PreparedRules, asked: RuleQuestion): LoanRule | null {
  for (const branch of [asked.branch_code, '*']) {
    for (const category of [asked.category_code, '*']) {
      for (const itemType of [asked.item_type_code, '*']) {
        const rule = rules.by_key.get(ruleKey(branch, category, itemType))
        if (rule) return rule
      }
    }
  }
  return null
}

/** What a rule is for, in words: "any branch, category ADULT, item type DVD". */
export function ruleScope(rule: Pick<LoanRule, 'branch_code' | 'category_code' | 'item_type_code'>): string {
  const part = (name: string, code: string): string => (code === '*' ? `any ${name}` : `${name} ${code}`)
  return [
    part('branch', rule.branch_code),
    part('category', rule.category_code),
    part('item type', rule.item_type_code),
  ].join(', ')
}

/** The rule that holds, and why it is that one; null when no row fits, which is the refusal `no-rule`. */
export function findRule(rules: PreparedRules, asked: RuleQuestion): FoundRule | null {
  const rule = mostParticular(rules, asked)
  return rule && { rule, why: `Rule ${rule.rule_code}: for ${ruleScope(rule)}.` }
}

/** The codes that a library has, to hold its rules against. */
export type RuleCodes = {
  readonly branch_codes: readonly BranchCode[]
  readonly category_codes: readonly CategoryCode[]
  readonly item_type_codes: readonly ItemTypeCode[]
}

/** A category and an item type that nobody may lend; branch '*' when no branch has a rule for them. */
export type RuleGap = {
  readonly branch_code: BranchCode | '*'
  readonly category_code: CategoryCode
  readonly item_type_code: ItemTypeCode
}

export type RuleReport = {
  readonly gaps: readonly RuleGap[]
  /** Rules for the same three codes, in the order they stand; the first of each list holds. */
  readonly duplicates: readonly (readonly string[])[]
  /** Rules that name a branch, category or item type which the library does not have. */
  readonly strangers: readonly string[]
}

function findGaps(rules: PreparedRules, codes: RuleCodes): RuleGap[] {
  const gaps: RuleGap[] = []
  for (const category_code of codes.category_codes) {
    for (const item_type_code of codes.item_type_codes) {
      const without = codes.branch_codes.filter(
        (branch_code) => mostParticular(rules, { branch_code, category_code, item_type_code }) === null,
      )
      const isEverywhere = without.length > 0 && without.length === codes.branch_codes.length
      const branches: readonly (BranchCode | '*')[] = isEverywhere ? ['*'] : without
      for (const branch_code of branches) gaps.push({ branch_code, category_code, item_type_code })
    }
  }
  return gaps
}

/** Holds the rules against the library's codes: what no rule covers, what two rules claim, what nobody has. */
export function checkRules(rules: readonly LoanRule[], codes: RuleCodes): RuleReport {
  const groups = Map.groupBy(rules, (rule) => ruleKey(rule.branch_code, rule.category_code, rule.item_type_code))
  const branches = new Set<string>(['*', ...codes.branch_codes])
  const categories = new Set<string>(['*', ...codes.category_codes])
  const itemTypes = new Set<string>(['*', ...codes.item_type_codes])
  const isStranger = (rule: LoanRule): boolean =>
    !branches.has(rule.branch_code) || !categories.has(rule.category_code) || !itemTypes.has(rule.item_type_code)
  return {
    gaps: findGaps(prepareRules(rules), codes),
    duplicates: [...groups.values()]
      .filter((group) => group.length > 1)
      .map((group) => group.map((rule) => rule.rule_code)),
    strangers: rules.filter(isStranger).map((rule) => rule.rule_code),
  }
}
