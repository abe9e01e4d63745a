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
export function findingName({ table, what, codes }: Finding): string {
  return [table, what, ...codes].join(' | ')
}

/** What stands before its words, of one whose name is known. A change of staff is neither odd nor wrong. */
export function findingLead({ name, kind }: { readonly name: string; readonly kind: Finding['kind'] }): string {
  if (name.startsWith('staff |')) return 'Staff'
  return kind === 'stops' ? 'Wrong' : 'Odd'
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
      .map((code) => {
        const says = `${group.name} has an item type in it that is not there: ${code}.`
        return finding('stops', 'limit_group', 'stranger', [group.group_code, code], says)
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
