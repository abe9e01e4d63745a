/** The checks of limits: what they speak for, and limits that a wider one makes idle. */
import type { LibraryPolicy, LimitRule } from '../../policy/policy-facts.ts'
import { finding, type Finding, type RuleCodes, type StrangerKind } from '../../policy/policy-finding.ts'

type Stranger = { readonly of: StrangerKind; readonly named: string }

/** The first code in the limit that the library does not have. */
function strangerIn(rule: LimitRule, policy: LibraryPolicy, codes: RuleCodes): Stranger | null {
  const { branch_code, category_code, target_kind, target_code: named } = rule
  if (branch_code !== '*' && !codes.branch_codes.includes(branch_code)) return { of: 'branch', named: branch_code }
  if (category_code !== '*' && !codes.category_codes.includes(category_code)) {
    return { of: 'category', named: category_code }
  }
  if (target_kind === 'all') return null
  const known =
    target_kind === 'item-type' ? codes.item_type_codes : policy.limit_groups.map((group) => group.group_code)
  return known.some((code) => code === named) ? null : { of: target_kind, named }
}

/** Whether the other applies to every patron that the one applies to. */
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
    const [row, by] = [rule.limit_code, other.limit_code]
    const counts = { allows_count: most, stops_count: other.loans_count_max }
    return [finding('warns', 'limit_rule', [row, by], { code: 'limit-over-limit', row, by, ...counts })]
  })
}

function underCategory(rule: LimitRule, policy: LibraryPolicy): Finding[] {
  const category = policy.categories.find((one) => one.category_code === rule.category_code)
  const most = category?.loans_count_max ?? null
  if (!category || most === null || rule.loans_count_max === null || rule.loans_count_max <= most) return []
  const [row, by] = [rule.limit_code, category.category_code]
  const counts = { allows_count: rule.loans_count_max, stops_count: most }
  return [finding('warns', 'limit_rule', [row, by], { code: 'limit-over-category', row, by, ...counts })]
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
      const rows = group.map((rule) => rule.limit_code)
      return finding('stops', 'limit_rule', rows, { code: 'limit-double', rows })
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
    const { limit_code: row } = rule
    const stranger = strangerIn(rule, policy, codes)
    return stranger ? [finding('stops', 'limit_rule', [row], { code: 'stranger', row, ...stranger })] : []
  })
  const empty = policy.limit_groups
    .filter((group) => group.item_type_codes.length === 0)
    .map(({ group_code, name }) =>
      finding('warns', 'limit_group', [group_code], { code: 'group-empty', group_name: name }),
    )
  return [
    ...doubled(policy),
    ...strangers,
    ...empty,
    ...policy.limit_rules.flatMap((rule) => [...idle(rule, policy), ...underCategory(rule, policy)]),
    ...loanRuleOverGroup(policy),
  ]
}
