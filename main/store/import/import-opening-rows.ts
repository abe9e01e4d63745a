/** What stands of the debts and credits that one file brought, read back from the reference file by kind. */
import type { Statement } from '../sql.ts'

export type StoredSum = { readonly kind: string; readonly count: number; readonly cents: number }

/** @param column the balance that the file is about @returns rows by the marks that the importer left of this scope */
function sums(column: 'owed_cents' | 'refund_due_cents'): Statement<{ readonly scope: string }, StoredSum> {
  const sql = `SELECT charge.kind AS kind, count(*) AS count, sum(charge.${column}) AS cents
    FROM import_seen JOIN charge ON charge.external_id = import_seen.key
    WHERE import_seen.scope = ? AND charge.${column} > 0 GROUP BY charge.kind`
  return { sql, bind: ({ scope }) => [scope] }
}

export const storedSums = { debt: sums('owed_cents'), credit: sums('refund_due_cents') } as const
