/** A figure that a form of the rules takes, a folder takes too, and the other way round: column by column. */
import { expect, test } from 'vitest'
import * as library from '../../../shared/import/formats-library.ts'
import * as policy from '../../../shared/import/formats-policy.ts'
import { Bad, type Columns } from '../../../shared/import/table.ts'
import { tableOf, type RowTable } from '../../../shared/policy/tables.ts'

const FILES: Partial<Record<RowTable, Columns>> = {
  loan_rule: library.LOAN_RULES.columns,
  fine_rule: policy.FINE_RULES.columns,
  lost_rule: policy.LOST_RULES.columns,
  limit_rule: policy.LIMITS.columns,
  patron_category: library.PATRON_CATEGORIES.columns,
}

type Count = { readonly table: RowTable; readonly name: string; readonly least: number; readonly most: number }

const COUNTS: readonly Count[] = (Object.keys(FILES) as RowTable[]).flatMap((table) =>
  tableOf(table)
    .columns.filter((column) => column.kind === 'count')
    .map(({ name, least, most }) => ({ table, name, least, most })),
)

test('there are figures to compare', () => {
  expect(COUNTS.length).toBeGreaterThan(15)
})

test.each(COUNTS)('$table $name: $least to $most', ({ table, name, least, most }) => {
  const field = FILES[table]?.[name]?.field
  const isTaken = (count: number): boolean => field !== undefined && !(field.parse(String(count)) instanceof Bad)
  expect([least - 1, least, most, most + 1].map(isTaken)).toEqual([false, true, true, false])
})
