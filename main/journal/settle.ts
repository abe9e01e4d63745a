/**
 * A desk without a central server is its own authority: it writes its old changes into the reference file, then drops
 * them from the overlay. Safe to stop anywhere: until the second step the overlay says the same as the reference. Must
 * never drop a row that it did not write: what names an item, a patron, a title or a branch that is gone from the
 * reference file stays in the overlay, where the desk goes on seeing it.
 */
import { parseEventRef } from '../../shared/journal/event.ts'
import { placeText } from '../../shared/journal/place.ts'
import { insertParty } from '../store/journal/journal-rows.ts'
import { ofTerminal, CHECKPOINT, writeMeta } from '../store/policy/library-rows.ts'
import { dropLeft, leftKey, putLeft, readLeft } from '../store/overlay/overlay-rows.ts'
import {
  dropOwn,
  keyText,
  layOwn,
  OVERLAID_TABLES,
  ownRows,
  type OverlaidTable,
} from '../store/overlay/overlay-tables.ts'
import { dropOverlayRow, readOverlayRows, type OverlayRow } from '../store/overlay/overlaid.ts'
import type { WriteHandle } from '../store/sql.ts'
import type { Journal } from './journal.ts'
import { layingInOrder } from './lay.ts'
import { isDataAwaited, keepSettledTo, settledInto, settledTo } from './settled-to.ts'

/** What a central server of the library takes over from this desk. Every place that must know of one asks here. */
export type Central = {
  /** No server keeps this library: what becomes due, and what its data says, this desk decides. */
  readonly is_alone: boolean
  /** How far the server's clock is ahead of this computer's, in whole seconds as milliseconds; null: not known. */
  readonly offset_ms: () => number | null
}

export const ALONE: Central = { is_alone: true, offset_ms: () => null }

/** Settles what this desk changed, where no server does. @returns how many rows it moved */
export function settleAlone({ central, journal }: { readonly central: Central; readonly journal: Journal }): number {
  return central.is_alone ? settle(journal) : 0
}

/** Settles all that can be, up to the journal's head. Returns how many overlay rows it moved. */
export function settle(journal: Journal): number {
  const { db, reference } = journal.writes
  // What was settled into a former reference file comes first, once the library's data is in.
  if (isDataAwaited(db)) return 0
  const rows = OVERLAID_TABLES.flatMap((table) => ownRows(db, table).map((row) => ({ table, row })))
  const whole = db.all(readOverlayRows, {})
  if (rows.length + whole.length === 0) return 0
  const taken = reference.transact(() => {
    reference.run(writeMeta, { name: ofTerminal(CHECKPOINT, journal.terminal), value: placeText(journal.head) })
    return {
      rows: new Set(
        rows.filter(({ table, row }) => reference.attempt(() => layOwn(reference, table, leftOf(table, row)))),
      ),
      whole: new Set(whole.filter(layingInOrder(journal.writes))),
    }
  })
  db.transact(() => {
    keepLeft(db, [
      ...rows
        .filter((one) => !taken.rows.has(one))
        .map(({ table, row }) => ({ table_name: table, row_key: keyText(table, row) })),
      ...whole.filter((row) => !taken.whole.has(row)),
    ])
    keepSettledTo(db, journal.head)
    for (const { row } of taken.rows) if ('due_at_ms' in row) keepParty(db, journal.terminal, row)
    for (const { table, row } of taken.rows) dropOwn(db, table, row)
    for (const row of taken.whole) db.run(dropOverlayRow, row)
  })
  return taken.rows.size + taken.whole.size
}

/** Settles, and says so in both files also where the last entries changed no row. */
export function settleToHead(journal: Journal): void {
  const { db, reference } = journal.writes
  settle(journal)
  if (isDataAwaited(db) || placeText(settledInto(db)) === placeText(journal.head)) return
  const name = ofTerminal(CHECKPOINT, journal.terminal)
  reference.transact(() => reference.run(writeMeta, { name, value: placeText(journal.head) }))
  db.transact(() => keepSettledTo(db, journal.head))
}

/** What the reference file did not take it shows as of the settling before, or as of when it first took it no more. */
function keepLeft(db: WriteHandle, rows: readonly Pick<OverlayRow, 'table_name' | 'row_key'>[]): void {
  const { epoch, seq } = settledTo(db)
  const known = new Map(db.all(readLeft, {}).map((one) => [leftKey(one.table_name, one.row_key), one]))
  db.run(dropLeft, {})
  for (const { table_name, row_key } of rows) {
    const one = { table_name, row_key, epoch, seq }
    db.run(putLeft, known.get(leftKey(table_name, row_key)) ?? one)
  }
}

/** Whose an open loan is the journal file goes on knowing: the reference file may be exchanged. */
export function keepParty(db: WriteHandle, terminal: string, { loan_ref, patron_id }: OwnLoan): void {
  const place = parseEventRef(loan_ref)
  if (patron_id === null || place?.terminal !== terminal) return
  db.run(insertParty, { epoch: place.epoch, seq: place.seq, patron_id, item_id: null })
}

type OwnLoan = ReturnType<typeof ownRows<'loan'>>[number]
type OwnRow = ReturnType<typeof ownRows<OverlaidTable>>[number]

/** A charge that is over needs its item no more, and goes into the reference file without one that is gone. */
function leftOf(table: OverlaidTable, row: OwnRow): OwnRow {
  const isOver = 'owed_cents' in row && row.owed_cents === 0 && row.refund_due_cents === 0
  return table === 'charge' && isOver && row.barcode === null ? { ...row, item_id: null } : row
}
