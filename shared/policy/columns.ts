/**
 * A policy table's columns: what each holds, the allowed values, the initial value. Forms, the check of input and the
 * words of the history come from this; the catalog (shared/words) has the labels. Pure data; holds no decision.
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
 * `target` is what a limit counts: "all", "item-type DVD" or "group VIDEO". `own-code` names the row and never changes;
 * with options, it is one of them. `letter` is a key, A to Z.
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
  | 'letter'

export type PolicyColumn = {
  readonly name: string
  readonly kind: ColumnKind
  /** Empty means "no limit", "never": the catalog says which. */
  readonly is_optional: boolean
  /** Of a choice, in the order of their digits; the first is the initial value. */
  readonly options: readonly string[]
  /** For a count or an amount in cents, both included. */
  readonly least: number
  readonly most: number
  /** The initial value of a new row. */
  readonly start: Value
}

const COUNT_MAX = 100_000
const CENTS_MAX = 10_000_000

/** What the compiler knows of a column: its name, whether it may be empty, its options. */
type Column<Name extends string, Optional extends boolean = false, Option extends string = never> = PolicyColumn & {
  readonly name: Name
  readonly is_optional: Optional
  readonly options: readonly Option[]
}

function column<Name extends string>(name: Name, kind: ColumnKind, start: Value): Column<Name> {
  return { name, kind, is_optional: false, options: [], least: 0, most: COUNT_MAX, start }
}

/** The same column, which may be left empty. */
export function maybe<Name extends string, Option extends string>(
  filled: Column<Name, false, Option>,
): Column<Name, true, Option> {
  return { ...filled, is_optional: true, start: filled.kind === 'count' ? filled.start : null }
}

export function ownCode<const Name extends string>(name: Name): Column<Name> {
  return column(name, 'own-code', '')
}

/** A code that is one of these; in a form they are chosen from. */
export function ownOption<const Name extends string, const Option extends string>(
  name: Name,
  options: readonly Option[],
): Column<Name, false, Option> {
  return { ...column(name, 'own-code', ''), options }
}

export function words<const Name extends string>(name: Name): Column<Name> {
  return column(name, 'text', '')
}

export function money<const Name extends string>(name: Name, least = 0): Column<Name> {
  return { ...column(name, 'money', least), least, most: CENTS_MAX }
}

type Bounds = Partial<Pick<PolicyColumn, 'least' | 'most'>>

export function count<const Name extends string>(name: Name, start: number | null, bounds: Bounds = {}): Column<Name> {
  return { ...column(name, 'count', start), ...bounds }
}

export function tick<const Name extends string>(name: Name, start: boolean): Column<Name> {
  return column(name, 'tick', start)
}

export function date<const Name extends string>(name: Name): Column<Name> {
  return column(name, 'date', '')
}

export function choice<const Name extends string, const Option extends string>(
  name: Name,
  options: readonly Option[],
): Column<Name, false, Option> {
  return { ...column(name, 'choice', options[0] ?? ''), options }
}

export function itemTypesIn<const Name extends string>(name: Name): Column<Name> {
  return column(name, 'item-types', [])
}

export function target(): Column<'target'> {
  return column('target', 'target', 'all')
}

export function code<const Name extends string>(name: Name): Column<Name> {
  return column(name, 'code', '')
}

export function letter<const Name extends string>(name: Name): Column<Name> {
  return column(name, 'letter', '')
}

export function schedule<const Name extends string>(name: Name): Column<Name, true> {
  return maybe(column(name, 'schedule', null))
}

export const BRANCH = column('branch_code', 'branch', '*')
export const CATEGORY = column('category_code', 'category', '*')
const ITEM_TYPE = column('item_type_code', 'item-type', '*')

/** The scope of a row. */
export const SCOPE = [BRANCH, CATEGORY, ITEM_TYPE] as const
export const WHOM = [BRANCH, CATEGORY] as const
