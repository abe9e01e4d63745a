/**
 * The checks that hold for every table of rules with a branch, a category and an item type: two rows for one key, codes
 * the library does not have, rows that never hold, and for loan rules what no row covers.
 */
import type { RuleScope } from '../../policy/policy-facts.ts'
import {
  finding,
  type Finding,
  type PolicyTable,
  type RuleCodes,
  type StrangerKind,
} from '../../policy/policy-finding.ts'
import { findScoped, prepareScoped, scopeKey, scopeOf } from '../../policy/scoped.ts'

type Coded = RuleScope & { readonly code: string }

type Coverage = {
  /** Codes of the rows that apply to any patron. */
  readonly used: ReadonlySet<string>
  /** Category and item type without a row, and at which branches. */
  readonly gaps: readonly {
    readonly category: string
    readonly item_type: string
    readonly branches: readonly string[]
  }[]
}

function coverage(rows: readonly Coded[], codes: RuleCodes): Coverage {
  const table = prepareScoped(rows)
  const used = new Set<string>()
  const gaps: Coverage['gaps'][number][] = []
  for (const category_code of codes.category_codes) {
    for (const item_type_code of codes.item_type_codes) {
      const without: string[] = []
      for (const branch_code of codes.branch_codes) {
        const row = findScoped(table, { branch_code, category_code, item_type_code })
        if (row) used.add(row.code)
        else without.push(branch_code)
      }
      if (without.length > 0) gaps.push({ category: category_code, item_type: item_type_code, branches: without })
    }
  }
  return { used, gaps }
}

function doubles(table: PolicyTable, rows: readonly Coded[]): Finding[] {
  const groups = Map.groupBy(rows, (row) => scopeKey(row.branch_code, row.category_code, row.item_type_code))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first || group.length < 2) return []
    const codes = group.map((row) => row.code)
    return [finding('stops', table, codes, { code: 'double', rows: codes, scope: scopeOf(first) })]
  })
}

function strangers(table: PolicyTable, rows: readonly Coded[], codes: RuleCodes): Finding[] {
  const known: readonly (readonly [keyof RuleScope, StrangerKind, ReadonlySet<string>])[] = [
    ['branch_code', 'branch', new Set(['*', ...codes.branch_codes])],
    ['category_code', 'category', new Set(['*', ...codes.category_codes])],
    ['item_type_code', 'item-type', new Set(['*', ...codes.item_type_codes])],
  ]
  return rows.flatMap((row) =>
    known
      .filter(([column, , have]) => !have.has(row[column]))
      .map(([column, of]) =>
        finding('stops', table, [row.code], { code: 'stranger', row: row.code, of, named: row[column] }),
      ),
  )
}

function isStranger(row: Coded, codes: RuleCodes): boolean {
  return strangers('other', [row], codes).length > 0
}

function unreachable(
  table: PolicyTable,
  rows: readonly Coded[],
  used: ReadonlySet<string>,
  codes: RuleCodes,
): Finding[] {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const key = scopeKey(row.branch_code, row.category_code, row.item_type_code)
    const isDouble = seen.has(key)
    seen.add(key)
    if (isDouble || used.has(row.code) || isStranger(row, codes)) return []
    return [finding('warns', table, [row.code], { code: 'unreachable', row: row.code, scope: scopeOf(row) })]
  })
}

/** Doubles, strangers and rows that never hold. `has_all`: every category and item type must have a row. */
export function checkScoped(
  table: PolicyTable,
  rows: readonly Coded[],
  codes: RuleCodes,
  has_all: boolean,
): readonly Finding[] {
  const { used, gaps } = coverage(rows, codes)
  const missing = has_all ? gaps : []
  return [
    ...doubles(table, rows),
    ...strangers(table, rows, codes),
    ...unreachable(table, rows, used, codes),
    ...missing.map(({ category, item_type, branches: without }) => {
      const branches = without.length === codes.branch_codes.length ? [] : without
      return finding('warns', table, [category, item_type, ...branches], { code: 'gap', category, item_type, branches })
    }),
  ]
}
