/**
 * The findings of a policy's check as the rules pages and commands handle them: by name, so that a person says yes to
 * exactly what was shown. Pure.
 */
import type { RuleCodes, Finding } from '../../policy/policy-finding.ts'
import { finding } from '../../policy/policy-finding.ts'
import { checkPolicy } from './policy-check.ts'
import type { LibraryPolicy } from '../../policy/policy-facts.ts'
import type { BranchCode } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'

/** Says which finding it is: the same of the same rows has the same name. */
export function findingName({ table, fact, codes }: Finding): string {
  return [table, fact.code, ...codes].join(' | ')
}

/** What it is, of one whose name is known: a change of staff is neither a warning nor an error. */
export function findingLead({
  name,
  kind,
}: Pick<Finding, 'kind'> & { readonly name: string }): Finding['kind'] | 'staff' {
  return name.startsWith('staff |') ? 'staff' : kind
}

function codesOf(policy: LibraryPolicy, branch_codes: readonly BranchCode[]): RuleCodes {
  return {
    branch_codes,
    category_codes: policy.categories.map((one) => one.category_code),
    item_type_codes: policy.item_types.map((one) => one.item_type_code),
  }
}

/** A group that names an item type which is not there. */
function strangersInGroups(policy: LibraryPolicy): readonly Finding[] {
  const known = new Set<string>(policy.item_types.map((one) => one.item_type_code))
  return policy.limit_groups.flatMap((group) =>
    group.item_type_codes
      .filter((code) => !known.has(code))
      .map((named) => {
        const fact = { code: 'stranger', row: group.name, of: 'item-type', named } as const
        return finding('stops', 'limit_group', [group.group_code, named], fact)
      }),
  )
}

/** Everything that is wrong or odd in a policy, what stops first. */
export function findingsOf(
  policy: LibraryPolicy,
  branch_codes: readonly BranchCode[],
  today: LocalDate,
): readonly Finding[] {
  return [...strangersInGroups(policy), ...checkPolicy(policy, codesOf(policy, branch_codes), today)]
}

/** Those that were not there before. */
export function newFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Set(before.map(findingName))
  return after.filter((one) => !known.has(findingName(one)))
}
