/** What each language must say of the library's rules: their tables, columns and options, settings and findings. */
import type { SETTINGS_ASKED } from '../policy/settings.ts'
import type { PolicyColumn } from '../policy/columns.ts'
import type { SettingName } from '../policy/library-settings.ts'
import type { FindingFact } from '../policy/policy-finding.ts'
import type { POLICY_TABLES, RowTable } from '../policy/tables.ts'
import type { ValueProblem } from '../policy/value-problem.ts'
import type { Saying } from './steps.ts'

/** What may be said of any column: where the compiler does not know which it is. */
export type AnyColumnWords = {
  readonly label?: string
  readonly hint?: string
  /** The meaning of empty. */
  readonly none?: string
  readonly options?: Readonly<Record<string, string>>
}

type Needed<Column extends Pick<PolicyColumn, 'is_optional' | 'options'>> = {
  readonly hint?: string
} & (Column['is_optional'] extends true ? { readonly none: string } : unknown) &
  ([Column['options'][number]] extends [never]
    ? unknown
    : { readonly options: Readonly<Record<Column['options'][number], string>> })

type ColumnOf<Table extends RowTable> = (typeof POLICY_TABLES)[Table]['columns'][number]

export type TableWords = {
  readonly [Table in RowTable]: {
    /** The heading of its page. */
    readonly title: string
    /** One row of it. */
    readonly one: string
    readonly columns: {
      readonly [Column in ColumnOf<Table> as Column['name']]: { readonly label: string } & Needed<Column>
    }
  }
}

export type SettingWords = {
  /** What it decides; `label`: of its field, where that is not simply its value. */
  readonly [Name in SettingName]: { readonly says: string; readonly label?: string } & Needed<
    (typeof SETTINGS_ASKED)[Name]['column']
  >
}

/** The facts with this code, which may be one of several that are said alike. */
export type FactOf<Facts extends { readonly code: string }, Code> = Facts extends { readonly code: infer Codes }
  ? Code extends Codes
    ? Facts
    : never
  : never

export type FindingWords = {
  readonly [Code in FindingFact['code']]: (fact: FactOf<FindingFact, Code>, say: Saying) => string
}

type Problem = ValueProblem | { readonly code: 'no-setting' }
export type ProblemWords = { readonly [Code in Problem['code']]: string | ((problem: FactOf<Problem, Code>) => string) }
