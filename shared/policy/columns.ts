/**
 * A policy table's columns for a librarian: labels, allowed values, initial values. Forms, the check of input, and the
 * words of the history come from this. Pure data; holds no decision.
 */

/** A value as forms and commands have it: yes and no are booleans, item types a list, "none" is null. */
export type Value = string | number | boolean | null | readonly string[]
export type Values = Readonly<Record<string, Value>>

/** The codes of a list; none for any other value. */
export function listOf(value: Value): readonly string[] {
  return typeof value === 'object' && value !== null ? value : []
}

/**
 * `branch`, `category` and `item-type` are a code or '*'; `schedule` is the code of one, or none; `code` is typed.
 * `target` is what a limit counts: "all", "item-type DVD" or "group VIDEO". `own-code` names the row and never changes.
 */
export type ColumnKind =
  | 'own-code'
  | 'text'
  | 'money'
  | 'count'
  | 'tick'
  | 'date'
  | 'choice'
  | 'branch'
  | 'category'
  | 'item-type'
  | 'item-types'
  | 'target'
  | 'schedule'
  | 'code'

export type Option = { readonly value: string; readonly label: string }

export type PolicyColumn = {
  readonly name: string
  readonly label: string
  readonly kind: ColumnKind
  /** What empty means: "no limit", "never". Null: required. */
  readonly none: string | null
  readonly hint: string
  /** Of a choice. */
  readonly options: readonly Option[]
  /** For a count, both included. */
  readonly least: number
  readonly most: number
  /** The initial value of a new row. */
  readonly start: Value
}

const COUNT_MAX = 100_000

type Rest = Partial<Pick<PolicyColumn, 'none' | 'hint' | 'least' | 'most'>>

function column(
  name: string,
  label: string,
  kind: ColumnKind,
  start: Value,
  rest: Rest & { options?: readonly Option[] } = {},
): PolicyColumn {
  return { name, label, kind, none: null, hint: '', options: [], least: 0, most: COUNT_MAX, start, ...rest }
}

export function ownCode(name: string, label: string): PolicyColumn {
  return column(name, label, 'own-code', '', { hint: 'Letters, digits and spaces; it cannot be changed later' })
}

export function words(name: string, label: string, hint = ''): PolicyColumn {
  return column(name, label, 'text', '', { hint })
}

/** @param none the meaning of empty */
export function maybeWords(name: string, label: string, none: string, hint = ''): PolicyColumn {
  return column(name, label, 'text', null, { none, hint })
}

export function money(name: string, label: string, rest: Rest = {}): PolicyColumn {
  return column(name, label, 'money', rest.none === undefined ? 0 : null, rest)
}

export function count(name: string, label: string, start: number | null, rest: Rest = {}): PolicyColumn {
  return column(name, label, 'count', start, rest)
}

export function tick(name: string, label: string, start: boolean, hint = ''): PolicyColumn {
  return column(name, label, 'tick', start, { hint })
}

export function date(name: string, label: string, rest: Rest): PolicyColumn {
  return column(name, label, 'date', rest.none === undefined ? '' : null, rest)
}

/** @param options [value, label] in the order of their digits; the first is the initial value */
export function choice(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  hint = '',
): PolicyColumn {
  const all = options.map(([value, text]) => ({ value, label: text }))
  return column(name, label, 'choice', options[0]?.[0] ?? '', { options: all, hint })
}

export function itemTypesIn(name: string, label: string): PolicyColumn {
  return column(name, label, 'item-types', [])
}

export function target(label: string): PolicyColumn {
  return column('target', label, 'target', 'all')
}

export function code(name: string, label: string, hint: string): PolicyColumn {
  return column(name, label, 'code', '', { hint })
}

/** @param none the meaning when none is chosen */
export function schedule(name: string, label: string, none: string): PolicyColumn {
  return column(name, label, 'schedule', null, { none })
}

export const BRANCH = column('branch_code', 'Branch', 'branch', '*')
const CATEGORY = column('category_code', 'Patron category', 'category', '*')
const ITEM_TYPE = column('item_type_code', 'Item type', 'item-type', '*')

/** The scope of a row. */
export const SCOPE: readonly PolicyColumn[] = [BRANCH, CATEGORY, ITEM_TYPE]
export const WHOM: readonly PolicyColumn[] = [BRANCH, CATEGORY]
