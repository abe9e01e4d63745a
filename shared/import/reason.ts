/**
 * Why a row or a file of an import was left out or changed: a code and its facts. The catalog (shared/words) says it in
 * the language of the person who imports. Pure.
 */
import type { AuthorityColumn } from './mapping/authority.ts'
import type { OpeningSum } from './opening-sum.ts'
import type { FindingFact } from '../policy/policy-finding.ts'
import type { SettingProblem } from '../policy/library-settings.ts'

/** What is wrong with one place of marc.json. */
export const MAPPING_FAULTS = [
  'fill',
  'text',
  'list',
  'fields',
  'field-too-many',
  'too-long',
  'too-few',
  'place',
  'tag',
  'subfields',
  'unusable',
] as const
export type MappingFault = (typeof MAPPING_FAULTS)[number]

/** Why a table of codes beside a file of another system cannot be read. */
export const CODES_UNREAD = ['link', 'no-file', 'not-csv', 'no-columns', 'unreadable'] as const

/** About the header, or the file as a whole: nothing of it is imported. */
type FileReason =
  | {
      readonly code:
        | 'columns-not-by-commas'
        | 'quote-never-closed'
        | 'row-too-large'
        | 'text-behind-quote'
        | 'quote-inside'
        | 'file-is-link'
        | 'file-unknown'
        | 'file-empty'
        | 'file-utf-16'
        | 'file-spreadsheet'
        | 'file-nul'
        | 'file-encoding'
        | 'mapping-is-link'
        | 'mapping-no-json'
        | 'staff-unmanaged'
        | 'record-no-begin'
        | 'record-no-end'
        | 'record-cut-short'
        | 'value-too-long'
        | 'no-records'
    }
  | { readonly code: 'column-twice' | 'column-missing'; readonly column: string }
  | { readonly code: 'column-unknown'; readonly column: string; readonly known: readonly string[] }
  /** A table of codes beside the file: what is in this column of the file stays as it is. */
  | { readonly code: 'codes-unread'; readonly column: string; readonly reason: (typeof CODES_UNREAD)[number] }
  /** In the words of the program that reads CSV or XML. */
  | { readonly code: 'not-csv' | 'not-xml'; readonly detail: string }
  | { readonly code: 'attributes-too-many'; readonly most: number }
  | { readonly code: 'sums-differ'; readonly sum: OpeningSum }
  | {
      readonly code: 'mapping-wrong'
      readonly faults: readonly { readonly at: string; readonly fault: MappingFault }[]
    }

/** About the text of one cell. */
type CellReason =
  | {
      readonly code:
        | 'absent'
        | 'empty'
        | 'control-characters'
        | 'not-code'
        | 'invisible-character'
        | 'has-space'
        | 'not-time-of-day'
        | 'not-zone'
        | 'not-amount'
        | 'negative'
        | 'zero'
        | 'not-letter'
        | 'not-yes-or-no'
        | 'not-weekday'
        | 'not-pin'
        | 'no-date'
        | 'too-early'
        | 'too-late'
        | 'zero-date-emptied'
        | 'too-early-emptied'
        | 'too-late-emptied'
        | 'no-moment'
        | 'offset-impossible'
        | 'isbn-left-out'
    }
  | { readonly code: 'text-too-long'; readonly length: number; readonly most: number }
  | { readonly code: 'barcode-too-long'; readonly length: number; readonly most: number }
  | { readonly code: 'code-too-long'; readonly most: number }
  | { readonly code: 'not-whole'; readonly from: number; readonly to: number }
  | { readonly code: 'not-listed'; readonly options: readonly string[] }

/** About the cells of a row together. */
type RowReason =
  | {
      readonly code:
        | 'closes-before-it-opens'
        | 'period-needed'
        | 'due-date-twice'
        | 'due-kind-alone'
        | 'target-mismatch'
        | 'charge-of-nothing'
        | 'credit-of-nothing'
        | 'owed-above-charge'
    }
  | { readonly code: 'values-count'; readonly values_count: number; readonly columns_count: number }
  | { readonly code: 'before-column'; readonly column: string }
  | { readonly code: 'setting-wrong'; readonly problem: SettingProblem }

/** About a MARC record. */
type MarcReason =
  | {
      readonly code: 'record-no-title-kind' | 'record-left-out' | 'leader-no-data-place' | 'directory-cut-short'
    }
  | { readonly code: 'entry-outside'; readonly tag: string }
  | { readonly code: 'record-too-large'; readonly fields_count: number; readonly length: number }
  | { readonly code: 'charset-other'; readonly says: string; readonly is: string }
  | { readonly code: 'characters-unknown'; readonly count: number }
  /** By which a person finds the record again: its title where it has no number, its number where it has no title. */
  | { readonly code: 'number-wanting'; readonly is_empty: boolean; readonly title: string }
  | { readonly code: 'title-wanting'; readonly is_empty: boolean; readonly number: string }
  | { readonly code: 'title-elsewhere'; readonly is_empty: boolean; readonly tag: string }

/** About other rows of the folder, and what the library has. */
type LibraryReason =
  | {
      readonly code:
        | 'second-library'
        | 'zone-missing'
        | 'charge-zone-missing'
        | 'number-of-credit'
        | 'hours-overlap'
        | 'no-branch'
        | 'no-category'
        | 'no-item-type'
        | 'no-patron'
        | 'no-title'
        | 'no-item'
        | 'no-role'
        | 'no-schedule'
        | 'no-limit-group'
        | 'pin-easy'
        | 'staff-not-accepted'
        | 'loan-in-future'
        | 'due-before-out'
        | 'born-in-future'
        | 'odd-email'
        | 'odd-phone'
        | 'odd-zip'
        | 'card-for-anybody'
        | 'guardian-self'
        | 'bounced-without-email'
        | 'bounced-in-future'
        | 'guardian-minor'
        | 'guardian-has-wards'
        | 'guardian-loop'
        | 'family-self'
        | 'pickup-self'
        | 'number-is-item'
        | 'number-is-badge'
        | 'number-is-card'
        | 'guardian-unknown'
        | 'set-by-staff-managers'
        | 'set-by-rule-managers'
    }
  | { readonly code: 'came-before'; readonly file: string | null; readonly line: number }
  | { readonly code: 'loan-rule-double'; readonly rule_code: string }
  | { readonly code: 'rule-double' | 'limit-double' | 'fee-double'; readonly other_code: string }
  | { readonly code: 'dates-meet'; readonly from_on: string; readonly to_on: string }
  | { readonly code: 'belongs-to'; readonly staff_code: string }
  | { readonly code: 'pin-short' | 'pin-first'; readonly digits: number }
  | { readonly code: 'item-of-other-title'; readonly title_id: string }
  | { readonly code: 'erased' | 'erased-taken-back' | 'guardian-erased'; readonly on: string }

/** About what this desk changed itself. */
type DeskReason = {
  readonly code: 'changed-here' | 'newer-in-data' | 'stop-stays' | 'stop-lifted' | 'folder-taken-as-said'
}

/** Said by the words of the rules. */
type RulesReason =
  | { readonly code: 'finding'; readonly fact: FindingFact }
  /** In words already: only the desk knows the labels of both versions. */
  | { readonly code: 'rule-differs'; readonly says: string }

/** What has words of its own among the words of an import. */
export type OwnReason =
  | FileReason
  | CellReason
  | Exclude<RowReason, { readonly code: 'setting-wrong' }>
  | MarcReason
  | LibraryReason
  | DeskReason
export type ImportReason = OwnReason | RowReason | RulesReason

/** What is imported as it is, and looked at: no form of the desk would take it. */
export const ODD_REASONS: ReadonlySet<string> = new Set(['odd-email', 'odd-phone', 'odd-zip', 'card-for-anybody'])

/** In which column; or the places of a MARC record that could have its number ("035a"). */
export type FaultColumn = string | readonly string[]
/** The cell; what must not be shown; or the value here beside that of the data. */
export type FaultValue =
  string | { readonly kind: 'hidden' } | { readonly kind: 'both'; readonly here: string; readonly data: string }

/** What is wrong in a row, or was changed in it. */
export type RowFault = {
  readonly column: FaultColumn
  readonly value: FaultValue
  readonly reason: ImportReason
  /** Of a column that this desk had changed: whether the file won. */
  readonly beside?: { readonly column: AuthorityColumn; readonly isWon: boolean }
}
