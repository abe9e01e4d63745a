/** The checks of limits: what they speak for, and limits that a wider one makes idle. */
import type { LibraryPolicy, LimitRule } from '../../policy/policy-facts.ts'
import { finding, type Finding, type RuleCodes } from '../../policy/policy-finding.ts'

function isKnown(rule: LimitRule, policy: LibraryPolicy, codes: RuleCodes): string | null {
  if (rule.branch_code !== '*' && !codes.branch_codes.includes(rule.branch_code)) return `branch ${rule.branch_code}`
  if (rule.category_code !== '*' && !codes.category_codes.includes(rule.category_code)) {
    return `patron category ${rule.category_code}`
  }
  if (rule.target_kind === 'item-type') {
    return codes.item_type_codes.some((code) => code === rule.target_code) ? null : `item type ${rule.target_code}`
  }
  if (rule.target_kind === 'all') return null
  return policy.limit_groups.some((group) => group.group_code === rule.target_code) ? null : `group ${rule.target_code}`
}

/** Whether whoever the one speaks for, the other speaks for too. */
function isWithin(one: LimitRule, other: LimitRule): boolean {
  const isScoped =
    (other.branch_code === '*' || other.branch_code === one.branch_code) &&
    (other.category_code === '*' || other.category_code === one.category_code)
  const isCounted =
    (one.for_kind === other.for_kind || other.for_kind === 'family') &&
    (one.place_kind === other.place_kind || other.place_kind === 'everywhere')
  return isScoped && isCounted
}

function isWider(rule: LimitRule, other: LimitRule, policy: LibraryPolicy): boolean {
  if (other.target_kind === 'all') return rule.target_kind !== 'all'
  if (other.target_kind !== 'group' || rule.target_kind !== 'item-type') return false
  const group = policy.limit_groups.find((one) => one.group_code === other.target_code)
  return group?.item_type_codes.some((code) => code === rule.target_code) ?? false
}

function idle(rule: LimitRule, policy: LibraryPolicy): Finding[] {
  const most = rule.loans_count_max
  if (most === null) return []
  return policy.limit_rules.flatMap((other) => {
    if (other === rule || other.loans_count_max === null || other.loans_count_max >= most) return []
    if (!isWider(rule, other, policy) || !isWithin(rule, other)) return []
    const before = `${other.limit_code} stops at ${other.loans_count_max} before it`
    const says = `${rule.limit_code} allows ${most}, but ${before}.`
    return [finding('warns', 'limit_rule', 'limit-over-limit', [rule.limit_code, other.limit_code], says)]
  })
}

function underCategory(rule: LimitRule, policy: LibraryPolicy): Finding[] {
  const category = policy.categories.find((one) => one.category_code === rule.category_code)
  const most = category?.loans_count_max ?? null
  if (!category || most === null || rule.loans_count_max === null || rule.loans_count_max <= most) return []
  const before = `${category.category_code} stops at ${most} in all`
  const says = `${rule.limit_code} allows ${rule.loans_count_max}, but ${before}.`
  return [finding('warns', 'limit_rule', 'limit-over-category', [rule.limit_code, category.category_code], says)]
}

function doubled(policy: LibraryPolicy): Finding[] {
  const groups = Map.groupBy(policy.limit_rules, (rule) =>
    [rule.branch_code, rule.category_code, rule.target_kind, rule.target_code, rule.for_kind, rule.place_kind].join(
      '\n',
    ),
  )
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const names = group.map((rule) => rule.limit_code)
      return finding('stops', 'limit_rule', 'double', names, `${names.join(' and ')} limit the same.`)
    })
}

/** A loan rule's own limit that a group or type limit makes idle. */
function loanRuleOverGroup(policy: LibraryPolicy): Finding[] {
  return policy.loan_rules.flatMap((rule) => {
    const most = rule.loans_count_max
    if (most === null || rule.item_type_code === '*') return []
    const asLimit: LimitRule = {
      limit_code: rule.rule_code,
      branch_code: rule.branch_code,
      category_code: rule.category_code,
      target_kind: 'item-type',
      target_code: rule.item_type_code,
      for_kind: 'patron',
      place_kind: 'everywhere',
      loans_count_max: most,
    }
    return idle(asLimit, policy)
  })
}

export function checkLimits(policy: LibraryPolicy, codes: RuleCodes): readonly Finding[] {
  const strangers = policy.limit_rules.flatMap((rule) => {
    const unknown = isKnown(rule, policy, codes)
    if (unknown === null) return []
    return [
      finding(
        'stops',
        'limit_rule',
        'stranger',
        [rule.limit_code],
        `${rule.limit_code} limits ${unknown}, which is not there.`,
      ),
    ]
  })
  const empty = policy.limit_groups
    .filter((group) => group.item_type_codes.length === 0)
    .map((group) =>
      finding('warns', 'limit_group', 'empty', [group.group_code], `${group.name} has no item type in it.`),
    )
  return [
    ...doubled(policy),
    ...strangers,
    ...empty,
    ...policy.limit_rules.flatMap((rule) => [...idle(rule, policy), ...underCategory(rule, policy)]),
    ...loanRuleOverGroup(policy),
  ]
}
