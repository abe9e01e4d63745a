/**
 * How much one patron may have out at the same time: of everything, of an item type, of a group of types, at one branch
 * or anywhere, alone or with the household. An empty limit is none. Must never count what is only reserved.
 */
import type { OutFact } from '../../policy/facts.ts'
import type { LimitGroup, LimitRule } from '../../policy/policy-facts.ts'
import type { PreparedPolicy } from '../../policy/policy-index.ts'
import type { LimitScope } from '../../refusals/limit-scope.ts'
import { refuse, type Refusal } from '../../refusals/refusals.ts'
import type { ScopeQuestion } from '../../policy/scoped.ts'

/** A limit that applies, and how far it is used. `limit` null: unlimited. */
export type LimitUse = {
  readonly limit_code: string
  readonly scope: LimitScope
  readonly count: number
  readonly limit: number | null
}

type Target = Pick<LimitRule, 'target_kind' | 'target_code' | 'for_kind' | 'place_kind'>

function targetKey({ target_kind, target_code, for_kind, place_kind }: Target): string {
  return [target_kind, target_code, for_kind, place_kind].join('\n')
}

function isFor(rule: LimitRule, asked: ScopeQuestion, groups: readonly LimitGroup[]): boolean {
  if (rule.branch_code !== '*' && rule.branch_code !== asked.branch_code) return false
  if (rule.category_code !== '*' && rule.category_code !== asked.category_code) return false
  if (rule.target_kind === 'all') return true
  if (rule.target_kind === 'item-type') return rule.target_code === asked.item_type_code
  return groups.some((group) => group.group_code === rule.target_code)
}

/** Branch beats category, as for every rule. */
function particularity(rule: LimitRule): number {
  return (rule.branch_code === '*' ? 0 : 2) + (rule.category_code === '*' ? 0 : 1)
}

function isCounted(rule: LimitRule, out: OutFact, asked: ScopeQuestion, group: LimitGroup | undefined): boolean {
  if (out.is_family && rule.for_kind === 'patron') return false
  if (rule.place_kind === 'this-branch' && out.branch_code !== asked.branch_code) return false
  if (rule.target_kind === 'all') return true
  if (out.item_type_code === null) return false
  if (rule.target_kind === 'item-type') return out.item_type_code === rule.target_code
  return group?.item_type_codes.includes(out.item_type_code) ?? false
}

/** The limit of an account on all it has. */
export const EVERYTHING: LimitScope = { of: 'everything', name: '', at: 'anywhere', whose: 'patron' }

function scopeOf(rule: LimitRule, group: LimitGroup | undefined): LimitScope {
  const at = rule.place_kind === 'this-branch' ? 'here' : 'anywhere'
  const whose = rule.for_kind === 'family' ? 'household' : 'patron'
  if (rule.target_kind === 'all') return { ...EVERYTHING, at, whose }
  return { of: group ? 'group' : 'item-type', name: group?.name ?? rule.target_code, at, whose }
}

/** Every limit that applies to one more of this item, groups first, then types, then everything. */
export function limitsFor(policy: PreparedPolicy, asked: ScopeQuestion, out: readonly OutFact[]): readonly LimitUse[] {
  const groups = policy.groups.get(asked.item_type_code) ?? []
  const best = new Map<string, LimitRule>()
  for (const rule of policy.source.limit_rules) {
    if (!isFor(rule, asked, groups)) continue
    const key = targetKey(rule)
    const other = best.get(key)
    if (!other || particularity(rule) > particularity(other)) best.set(key, rule)
  }
  const order: readonly LimitRule['target_kind'][] = ['group', 'item-type', 'all']
  const rules = [...best.values()].toSorted(
    (one, other) => order.indexOf(one.target_kind) - order.indexOf(other.target_kind),
  )
  return rules.map((rule) => {
    const group = groups.find((one) => rule.target_kind === 'group' && one.group_code === rule.target_code)
    const count = out.filter((one) => isCounted(rule, one, asked, group)).length
    return { limit_code: rule.limit_code, scope: scopeOf(rule, group), count, limit: rule.loans_count_max }
  })
}

/** A limit that is reached, and what it counts, so that no patron is told of the wrong one. */
export function limitRefusal(reached: { count: number; limit: number; scope: LimitScope }): Refusal {
  const { count, limit, scope } = reached
  return refuse('limit-reached', { count, limit, ...scope })
}

/** The limits that one more would exceed, as refusals. The first is the widest group's. */
export function limitRefusals(policy: PreparedPolicy, asked: ScopeQuestion, out: readonly OutFact[]): Refusal[] {
  return limitsFor(policy, asked, out).flatMap(({ count, limit, scope }) =>
    limit !== null && count >= limit ? [limitRefusal({ count, limit, scope })] : [],
  )
}
