/**
 * Rows of the policy as forms and commands have them: read from the policy, parsed, put into a trial policy, and turned
 * into what the tables store. Pure; `checkPolicy` says whether the whole makes sense.
 */
import { z } from 'zod'
import type { LibraryPolicy } from './policy-facts.ts'
import { isCode } from '../kernel/ids.ts'
import type { PolicyColumn, Value, Values } from './columns.ts'
import { outsideDate } from '../kernel/outside-date.ts'
import { tableOf, type RowTable } from './tables.ts'
import { columnProblem, type ValueProblem } from './value-problem.ts'

const NAME_MAX = 200
const ANY = '*'

const codeList = z.array(z.string().refine(isCode)).max(500)
/** As a form sends it: each type with its checkbox. */
const ticks = z.record(z.string(), z.boolean())

/** Property names cannot contain a point: in a form a type's code has none. */
export function codeInName(code: string): string {
  return encodeURIComponent(code).replaceAll('.', '%2E')
}

/** A name that our forms did not send may not be encoded at all. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The names that are checked, of a form that sends each with its checkbox. */
export function ticked(given: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(given)
    .filter((name) => given[name])
    .map(decoded)
}

/** Dates stored before there were bounds must still be shown. */
type From = 'given' | 'stored'

function bare(column: PolicyColumn, from: From): z.ZodType<Value> {
  const { kind, least, most, options } = column
  switch (kind) {
    case 'own-code':
      return options.length > 0 ? z.enum(options) : z.string().trim().refine(isCode)
    case 'code':
      return z.string().trim().refine(isCode)
    case 'text':
      return z.string().trim().min(1).max(NAME_MAX)
    case 'money':
    case 'count':
      return z.int().min(least).max(most)
    case 'tick':
      return z.boolean()
    case 'date':
      return from === 'given' ? outsideDate : z.iso.date()
    case 'choice':
      return z.enum(options)
    case 'branch':
    case 'category':
    case 'item-type':
      return z.string().refine((code) => code === ANY || isCode(code))
    case 'schedule':
      return z.string().refine(isCode)
    case 'letter':
      return z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z]$/)
    case 'target':
      return z.string().regex(/^(all|item-type .+|group .+)$/)
    case 'item-types':
      return z.union([codeList, ticks.transform(ticked)]).transform((codes) => codes.toSorted())
  }
}

function schemaOf(table: RowTable, from: From): z.ZodType<Values> {
  const shape = tableOf(table).columns.map((column) => {
    const schema = bare(column, from)
    if (!column.is_optional) return [column.name, schema] as const
    // A form sends an empty text where others send nothing.
    return [column.name, z.preprocess((given) => (given === '' ? null : given), schema.nullable())] as const
  })
  return z.strictObject(Object.fromEntries(shape))
}

/** What is wrong with a row: a value of a column, or, without a column, the row itself. */
export type RowProblem = ValueProblem & { readonly table: RowTable; readonly column: string }
export type ReadRow = { readonly values: Values } | { readonly problem: RowProblem }

/** The parsed row, or what is wrong with it. */
export function readRow(table: RowTable, given: unknown, from: From = 'given'): ReadRow {
  const parsed = schemaOf(table, from).safeParse(given, { reportInput: true })
  if (parsed.success) return { values: parsed.data }
  const [issue] = parsed.error.issues
  const column = tableOf(table).columns.find(({ name }) => name === issue?.path[0])
  if (!issue || !column) return { problem: { code: 'unusable', table, column: '' } }
  return { problem: { ...columnProblem(column, issue), table, column: column.name } }
}

/** The code that names a row. */
export function keyOf(table: RowTable, row: Values): string {
  return String(row[tableOf(table).key] ?? '')
}

/** Where the policy has the rows of each table. */
export const LISTS = {
  loan_rule: 'loan_rules',
  fixed_date: 'fixed_dates',
  fine_rule: 'fine_rules',
  lost_rule: 'lost_rules',
  limit_rule: 'limit_rules',
  limit_group: 'limit_groups',
  rental_rule: 'rental_rules',
  fee_rule: 'fee_rules',
  patron_category: 'categories',
  item_type: 'item_types',
  shelf_sign: 'shelf_signs',
  fine_free_day: 'fine_free_days',
  cash_drawer: 'cash_drawers',
  product: 'products',
  cash_reason: 'cash_reasons',
  variance_tier: 'variance_tiers',
  float_piece: 'float_pieces',
  in_kind_tender: 'in_kind_tenders',
  residency_rule: 'residency_rules',
  card_rule: 'card_rules',
  field_rule: 'field_rules',
  proof_kind: 'proof_kinds',
  card_range: 'card_ranges',
} as const satisfies Readonly<Record<RowTable, keyof LibraryPolicy>>

function targetOf(fact: Values): string {
  return fact['target_kind'] === 'all' ? 'all' : `${String(fact['target_kind'])} ${String(fact['target_code'])}`
}

function valueOf(fact: Values, column: PolicyColumn): Value {
  return column.kind === 'target' ? targetOf(fact) : (fact[column.name] ?? null)
}

/** The rows of a table, in the order of the policy. */
export function rowsOf(policy: LibraryPolicy, table: RowTable): readonly Values[] {
  const { columns } = tableOf(table)
  const facts: readonly Values[] = policy[LISTS[table]]
  return facts.map((fact) => Object.fromEntries(columns.map((column) => [column.name, valueOf(fact, column)])))
}

export function rowOf(policy: LibraryPolicy, table: RowTable, key: string): Values | null {
  return rowsOf(policy, table).find((row) => keyOf(table, row) === key) ?? null
}

/** The initial values of a new row. */
export function emptyRow(table: RowTable): Values {
  return Object.fromEntries(tableOf(table).columns.map((column) => [column.name, column.start]))
}

function splitTarget(target: string): { target_kind: string; target_code: string } {
  const at = target.indexOf(' ')
  if (at < 0) return { target_kind: 'all', target_code: ANY }
  return { target_kind: target.slice(0, at), target_code: target.slice(at + 1) }
}

function factOf({ target, ...rest }: Values): Values {
  return typeof target === 'string' ? { ...rest, ...splitTarget(target) } : rest
}

/** The policy with this row in place of the stored one, or without it. The row comes from `readRow`. */
export function withRow(policy: LibraryPolicy, table: RowTable, key: string, after: Values | null): LibraryPolicy {
  const column = tableOf(table).key
  const facts: readonly Values[] = policy[LISTS[table]]
  const isThere = facts.some((fact) => fact[column] === key)
  const kept = facts.flatMap((fact) => (fact[column] === key ? (after === null ? [] : [factOf(after)]) : [fact]))
  const all = isThere || after === null ? kept : [...kept, factOf(after)]
  // The columns were parsed: they are the fact's own fields (policy-facts.ts, tables.ts).
  return { ...policy, [LISTS[table]]: all }
}

/** What the table stores, and the journal keeps: booleans as 1 and 0. A group includes its types. */
export function storedRow(values: Values): Readonly<Record<string, unknown>> {
  const entries = Object.entries(factOf(values))
  return Object.fromEntries(
    entries.map(([name, value]): [string, unknown] => [name, typeof value === 'boolean' ? Number(value) : value]),
  )
}

/** A stored row as forms have it; null when it is not a row of this table. */
export function valuesOf(table: RowTable, stored: Readonly<Record<string, unknown>>): Values | null {
  const given = tableOf(table).columns.map((column): [string, unknown] => {
    if (column.kind === 'tick') return [column.name, stored[column.name] === 1]
    if (column.kind !== 'target') return [column.name, stored[column.name]]
    return [
      column.name,
      targetOf({ target_kind: String(stored['target_kind']), target_code: String(stored['target_code']) }),
    ]
  })
  const read = readRow(table, Object.fromEntries(given), 'stored')
  return 'values' in read ? read.values : null
}
