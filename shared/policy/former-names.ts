/**
 * What the rows of cash were called at a moment. A receipt and a report of an earlier day say what was sold under the
 * name that it had then, whether the row was renamed here or by an import. Pure.
 */
import type { Instant } from '../kernel/time.ts'
import type { LibraryPolicy } from './policy-facts.ts'

/** The tables whose names papers say, where the policy has their rows, and what a row goes by. */
export const NAMED_TABLES = {
  cash_drawer: ['cash_drawers', 'drawer_code'],
  product: ['products', 'product_code'],
  cash_reason: ['cash_reasons', 'reason_code'],
  in_kind_tender: ['in_kind_tenders', 'kind_code'],
} as const satisfies Readonly<Record<string, readonly [keyof LibraryPolicy, string]>>
export type NamedTable = keyof typeof NAMED_TABLES

type Fact = Readonly<Record<string, unknown>>

/** A row as it was until a moment. */
export type FormerRow = {
  readonly table: NamedTable
  readonly row_key: string
  readonly fact: Fact
  readonly until_at: Instant
}

export function isNamedTable(table: string): table is NamedTable {
  return Object.hasOwn(NAMED_TABLES, table)
}

/** Whether a row lost its name by a change. */
export function isRenamed(before: Fact | null, after: Fact | null): before is Fact {
  return before !== null && before['name'] !== after?.['name']
}

/** Gives a row its former name back; one that is gone comes back too, and is on offer no more. */
function withName(policy: LibraryPolicy, { table, row_key, fact }: FormerRow): LibraryPolicy {
  const [list, key] = NAMED_TABLES[table]
  const rows: readonly Fact[] = policy[list]
  const isThere = rows.some((row) => row[key] === row_key)
  const named = rows.map((row) => (row[key] === row_key ? { ...row, name: fact['name'] } : row))
  return { ...policy, [list]: isThere ? named : [...rows, { ...fact, is_active: false }] }
}

/** The rules as they are, with the names of then. @param former newest first */
export function namedAt(policy: LibraryPolicy, former: readonly FormerRow[], moment: Instant): LibraryPolicy {
  const later = former.filter(({ until_at }) => until_at > moment)
  // The oldest that was valid after that moment is put in last, and stays.
  return later.toSorted((one, other) => other.until_at - one.until_at).reduce(withName, policy)
}
