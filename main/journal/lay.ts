/**
 * Lays rows of the overlay into the reference file. Rules, roles and records made here are joined at every scan, where
 * a view over both files would be built whole each time: so the reference file takes such a row as soon as it is
 * recorded. Its overlay row stays until it is settled, and is laid again at each start: the file may be another one by
 * then. What patrons chose is kept for good, and laid likewise. To lay a row twice changes nothing.
 */
import { isRuleTable } from '../../shared/journal/events/rule-tables.ts'
import { isLaidTable, isRowTable, type RowTables } from '../../shared/journal/fold/rows.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { placeText } from '../../shared/journal/place.ts'
import { must } from '../../shared/kernel/assert.ts'
import { readTerminal } from '../store/journal/journal-rows.ts'
import { putItemEdit, putItemMade, putTitleMade } from '../store/circulation/record-rows.ts'
import { layWhole, readOverlayRows, type OverlayRow } from '../store/overlay/overlaid.ts'
import { doubtOthers } from '../store/numbers/card-rows.ts'
import { becameOf } from '../store/patrons/merge-rows.ts'
import { putPatronEntry } from '../store/patrons/patron-entry-rows.ts'
import { preferencesNotShown, setPreference } from '../store/patrons/preference-rows.ts'
import { LAID_TO, ofTerminal, writeMeta } from '../store/policy/library-rows.ts'
import { putRule } from '../store/policy/rule-rows.ts'
import { eraseNamed } from './people/erase.ts'
import { mergeNamed } from './people/merge.ts'
import type { Writing } from './journal.ts'

type Laying = Pick<Writing['writes'], 'reference' | 'numbers'>

/** @returns no when the file has nothing to take the row */
function layRow(to: Laying, { table_name, row_key, content }: OverlayRow): boolean {
  const { reference } = to
  const table = must(isRowTable(table_name) ? table_name : null, 'a table whose rows are kept whole')
  const row: unknown = content === null ? null : JSON.parse(content)
  if (isRuleTable(table)) {
    putRule(reference, table, row_key, row as Readonly<Record<string, unknown>> | null)
    return true
  }
  switch (table) {
    case 'title_made':
      return putTitleMade(to, row_key, row as RowTables['title_made'])
    case 'item_made':
      return putItemMade(to, row_key, row as RowTables['item_made'])
    case 'item_edit':
      return putItemEdit(reference, row as RowTables['item_edit'])
    case 'patron_entry':
      return row === null || putPatronEntry(reference, row_key, row)
    default:
      return layWhole(reference, table, { row_key, content })
  }
}

/** Who became another record since is named as that one: the file may have one record of the two already. */
function asNamedNow({ db }: Pick<Writing['writes'], 'db'>, row: OverlayRow): OverlayRow {
  if (row.table_name !== 'patron_entry' || row.content === null) return row
  const entry = JSON.parse(row.content) as { readonly fields?: Readonly<Record<string, unknown>> }
  const named = ['guardian_patron_id', 'family_patron_id'].flatMap((name) => {
    const patron_id = entry.fields?.[name]
    const became = typeof patron_id === 'number' ? db.get(becameOf, { patron_id: patron_id as PatronId }) : null
    return became ? [[name, became.patron_id] as const] : []
  })
  if (named.length === 0) return row
  return { ...row, content: JSON.stringify({ ...entry, fields: { ...entry.fields, ...Object.fromEntries(named) } }) }
}

function whoseEntry({ table_name, content }: OverlayRow): number | null {
  if (table_name !== 'patron_entry' || content === null) return null
  return (JSON.parse(content) as { readonly patron_id: number }).patron_id
}

/**
 * Lays rows in their order. An entry that the file does not take, or not whole, is laid again later: so are all later
 * ones about the same patron, or it would stand over them.
 * @returns what says of each row whether it is over
 */
export function layingInOrder(writes: Writing['writes']): (row: OverlayRow) => boolean {
  const waiting = new Set<number>()
  return (row) => {
    const isTaken = writes.reference.attempt(() => layRow(writes, asNamedNow(writes, row)))
    const whose = whoseEntry(row)
    if (whose === null) return isTaken
    if (!isTaken) waiting.add(whose)
    return !waiting.has(whose)
  }
}

/**
 * What the file does not take stays in the overlay, and is tried again. Must never run while data is taken in: the file
 * has one writer.
 */
export function layRows({ writes }: Writing): void {
  const { db, reference } = writes
  eraseNamed(writes)
  mergeNamed(writes)
  const chosen = db.all(preferencesNotShown, {})
  if (chosen.length > 0) {
    reference.transact(() => {
      for (const preference of chosen) reference.run(setPreference, preference)
    })
  }
  const rows = db.all(readOverlayRows, {}).filter(({ table_name }) => isLaidTable(table_name))
  const last = rows.at(-1)
  if (!last) return void db.run(doubtOthers, {})
  reference.transact(() => {
    const lays = layingInOrder(writes)
    for (const row of rows) lays(row)
    const name = ofTerminal(LAID_TO, db.get(readTerminal, {})?.terminal_id ?? '')
    reference.run(writeMeta, { name, value: placeText({ epoch: last.epoch, seq: last.seq }) })
  })
  // An entry from before may have brought a record back that has become another one since.
  mergeNamed(writes)
  db.run(doubtOthers, {})
}

/** Whether data is being taken in: the reference file has one writer, and what was recorded waits for its end. */
export function isTakingIn({ writes }: Writing): boolean {
  return writes.reference.db.inTransaction
}
