/** Whatever stands in a file, every row of it is taken or in the report, and a second time changes nothing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { all, BASE, emptyJournal, emptyReference, everything, folderOf, takeIn } from './importing.ts'

const code = fc.constantFrom('MAIN', 'BOOK', 'ADULT', 'NOWHERE', '', '*')
const key = fc.constantFrom('1', '2', '3', 't1', 't2', '31234000000015', '')
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '"',
    ',',
    '\n',
    '\r\n',
    '\u001b',
    '\u202e',
    '=1+1',
    'yes',
    '2026-11-24',
    '2026-02-30',
    '3.75',
    '-1',
    '𝕏',
  ),
)
const cell = fc.oneof(code, key, nasty)

/** Columns of a file of ours, and rows of that width or, now and then, of another. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  'cards.csv': ['patron_id', 'barcode', 'status'],
  'notes.csv': ['patron_id', 'written_on', 'text'],
  'items.csv': ['barcode', 'title_id', 'item_type_code', 'home_branch_code', 'price'],
  'loans.csv': ['item_barcode', 'patron_id', 'branch_code', 'out_at', 'due_at'],
  'charges.csv': ['charge_id', 'patron_id', 'kind', 'charged_at', 'amount'],
  'credits.csv': ['credit_id', 'patron_id', 'credited_at', 'amount', 'method'],
  'closed_days.csv': ['branch_code', 'from_on', 'to_on', 'is_yearly'],
}
const content = fc.constantFrom(...Object.keys(FILES)).chain((file) => {
  const width = FILES[file]?.length ?? 0
  const row = fc.oneof(
    { weight: 9, arbitrary: fc.array(cell, { minLength: width, maxLength: width }) },
    { weight: 1, arbitrary: fc.array(cell, { minLength: 1, maxLength: 7 }) },
  )
  return fc.record({ file: fc.constant(file), rows: fc.array(row, { maxLength: 25 }) })
})

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

test(
  'taken and left out add up to the rows, and the report names each that was left out',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(content, async ({ file, rows }) => {
        const header = (FILES[file] ?? []).join(',')
        const text = [header, ...rows.map((row) => row.map(quoted).join(','))].join('\n')
        const db = emptyReference()
        // One journal: it keeps the key of the references that are given to notes.
        const journal_db = emptyJournal()
        await takeIn(folderOf(BASE), db, { journal_db })
        const folder = folderOf({ [file]: text })
        const { result, report } = await takeIn(folder, db, { journal_db })
        const status = result.status.files[0]
        expect(status?.state).toBe('taken')
        expect(status?.rows_count).toBe(rows.length)
        expect((status?.imported_count ?? 0) + (status?.rejected_count ?? 0)).toBe(rows.length)
        expect(report.filter((row) => row.outcome === 'row left out')).toHaveLength(status?.rejected_count ?? -1)
        expect(all(db, 'PRAGMA foreign_key_check')).toEqual([])
        const once = everything(db)
        await takeIn(folder, db, { journal_db })
        expect(everything(db)).toBe(once)
      }),
      { numRuns: 60 },
    )
  },
)
