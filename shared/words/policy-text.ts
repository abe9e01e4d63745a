/** A finding about the rules, and what is wrong with a value of theirs, as a sentence. */
import { isSettingName, type SettingProblem } from '../policy/library-settings.ts'
import type { FindingFact } from '../policy/policy-finding.ts'
import type { RowProblem } from '../policy/form-rows.ts'
import type { Words } from './en/en.ts'
import type { AnyColumnWords } from './policy-words.ts'
import type { Saying } from './steps.ts'

export type ValueFault = RowProblem | SettingProblem

export function findingText({ policy }: Words, fact: FindingFact, saying: Saying): string {
  return (policy.findings[fact.code] as (fact: FindingFact, saying: Saying) => string)(fact, saying)
}

function fieldOf(policy: Words['policy'], fault: ValueFault): string {
  if ('setting' in fault) return isSettingName(fault.setting) ? policy.settings[fault.setting].says : fault.setting
  const columns: Readonly<Record<string, AnyColumnWords>> = policy.tables[fault.table].columns
  return columns[fault.column]?.label ?? policy.the_row
}

/** By the label of its field: "Loan period: 1 or more." */
export function problemText({ policy }: Words, fault: ValueFault): string {
  const said = policy.problems[fault.code] as string | ((fault: ValueFault) => string)
  return policy.at_field(fieldOf(policy, fault), typeof said === 'string' ? said : said(fault))
}
