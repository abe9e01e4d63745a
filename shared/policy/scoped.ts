/**
 * Rows scoped by branch, patron category and item type, each a code or '*': which one applies. Branch beats category
 * beats item type (docs/circulation.md). Never falls back on a row that nobody wrote.
 */
import type { BranchCode, CategoryCode, ItemTypeCode } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'

export type Scope = {
  readonly branch_code: BranchCode | '*'
  readonly category_code: CategoryCode | '*'
  readonly item_type_code: ItemTypeCode | '*'
}

/** The rule behind a decision. `scope`: what it is for; null: it no longer exists. */
export type RuleStep = {
  readonly code: 'rule'
  readonly of: 'loan' | 'fine' | 'rental' | 'lost'
  readonly rule_code: string
  readonly scope: Scope | null
  /** Its date, where it was changed since. */
  readonly stood_on: LocalDate | null
}

/** The three codes of a row alone. */
export function scopeOf({ branch_code, category_code, item_type_code }: Scope): Scope {
  return { branch_code, category_code, item_type_code }
}

export function ruleStep(of: RuleStep['of'], row: Scope & { readonly rule_code: string }): RuleStep {
  return { code: 'rule', of, rule_code: row.rule_code, scope: scopeOf(row), stood_on: null }
}

/** Rows by their three codes, indexed when they are read: at most eight look-ups find the one. */
export type Scoped<Row> = { readonly by_key: ReadonlyMap<string, Row> }

/** The scope asked about: three codes, never '*'. */
export type ScopeQuestion = {
  readonly branch_code: BranchCode
  readonly category_code: CategoryCode
  readonly item_type_code: ItemTypeCode
}

export function scopeKey(branch: string, category: string, itemType: string): string {
  return `${branch}\n${category}\n${itemType}`
}

/** Indexes rows. Of two rows for the same three codes the first applies; `checkPolicy` reports the other. */
export function prepareScoped<Row extends Scope>(rows: readonly Row[]): Scoped<Row> {
  const by_key = new Map<string, Row>()
  for (const row of rows) {
    const key = scopeKey(row.branch_code, row.category_code, row.item_type_code)
    if (!by_key.has(key)) by_key.set(key, row)
  }
  return { by_key }
}

/**
 * Searched in this order, the first that exists applies: branch + category + type, branch + category, branch + type,
 * branch, category + type, category, type, then the row for all. Null when no row matches.
 */
export function findScoped<Row>(rows: Scoped<Row>, asked: ScopeQuestion): Row | null {
  if (rows.by_key.size === 0) return null
  for (const branch of [asked.branch_code, '*']) {
    for (const category of [asked.category_code, '*']) {
      for (const itemType of [asked.item_type_code, '*']) {
        const row = rows.by_key.get(scopeKey(branch, category, itemType))
        if (row) return row
      }
    }
  }
  return null
}

/** Every row that matches, the one that applies first: "explain this result" shows the others as passed over. */
export function fittingScoped<Row>(rows: Scoped<Row>, asked: ScopeQuestion): readonly Row[] {
  const found: Row[] = []
  for (const branch of [asked.branch_code, '*']) {
    for (const category of [asked.category_code, '*']) {
      for (const itemType of [asked.item_type_code, '*']) {
        const row = rows.by_key.get(scopeKey(branch, category, itemType))
        if (row) found.push(row)
      }
    }
  }
  return found
}
