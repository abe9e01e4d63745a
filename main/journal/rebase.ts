/**
 * Lays what this desk recorded over the reference file that is there: what was folded before is dropped, and every
 * event that the file does not include is folded onto it. So it follows another file: an older backup, one that was
 * made again from the library's files, a newer one. What speaks of something that only the library's data can bring
 * waits until that is taken in; nothing is settled before. All of it in one transaction: a stop in between leaves it
 * as it was.
 *
 * A column that one of the tables gains, or loses, ships so: the migration changes the table, and the next start finds
 * another shape than the one it was filled in, and fills all of them again, from the first event on.
 */
import { hash } from 'node:crypto'
import { isListed, LISTED_KINDS } from '../../shared/journal/event-kinds.ts'
import {
  countEvents,
  insertListed,
  readHead,
  readSetting,
  readTerminal,
  writeSetting,
} from '../store/journal/journal-rows.ts'
import { keyText, OVERLAID_TABLES, ownRows, putOwn } from '../store/overlay/overlay-tables.ts'
import { putOverlayRow, readOverlayRows } from '../store/overlay/overlaid.ts'
import { ownPlace, ownRowPlace } from '../store/overlay/own-places.ts'
import { DROP_DERIVED, DROP_OVERLAY, leftKey, readLeft, shapeOfDerived } from '../store/overlay/overlay-rows.ts'
import type { ReadHandle, WriteHandle } from '../store/sql.ts'
import { openStore, type ReadStore, type Store } from '../store/store.ts'
import { foldLists, foldOne, hasRecords, nameNumbers, refuseOtherLibrary, type Again } from './fold-again.ts'
import type { Writing } from './journal.ts'
import { isAfter, placeText, type Place } from '../../shared/journal/place.ts'
import { layRows } from './lay.ts'
import { recordedEvents } from './recorded.ts'
import { keepParty } from './settle.ts'
import { isDataAwaited, keepSettledTo, settledInto, settledTo } from './settled-to.ts'

/** Under which setting it is kept in which shape the tables were filled. */
const SHAPE = 'overlay_shape'
const TOLD_EVERY = 20_000

/** Told now and then, of a long journal: how many events are done, of how many. */
export type TellRebuild = (done_count: number, all_count: number) => void

/** Brings the overlay up to the reference file that is there, and to the shape that this program knows. */
export function followReference(writing: Writing, tell: TellRebuild = () => {}): void {
  const { db } = writing.writes
  const known = db.get(readSetting, { name: SHAPE })?.value
  const shape = shapeOf(db)
  if (known === undefined) db.transact(() => db.run(writeSetting, { name: SHAPE, value: shape }))
  if (known === undefined || known === shape) rebase(writing)
  else rebuildOverlay(writing, tell)
}

/**
 * Goes on with another reference file of this library, which is moved into its place: under open work, with no
 * statement under way and nobody else reading the file.
 *
 * @throws OperatingError other-library, and what `Store.swapReference` throws; then the former file is in its place
 */
export function swapReference(writing: Writing, path: string): void {
  const { db, swapReference: swap } = writing.writes
  swap(path, (next) => refuseOtherLibrary(db, next))
  rebase(writing, { isOther: true })
  layRows(writing)
}

/** What can be read of a copy of the files, also where a log is damaged or the reference file is gone. */
export function openCopy(folder: string, key: Uint8Array | null): ReadStore & Pick<Store, 'close'> {
  const store = openStore(folder, key, true, true)
  try {
    followReference({ writes: store })
    return { ...store.read, close: store.close }
  } catch (fault) {
    store.close()
    throw fault
  }
}

/** Of the tables, and which kinds are listed. */
function shapeOf(db: ReadHandle): string {
  return hash('sha256', JSON.stringify([db.all(shapeOfDerived, {}), [...LISTED_KINDS].toSorted()]))
}

type Rebase = {
  /** The library's data was taken in just now. */
  readonly isDataIn?: boolean
  /** The file was exchanged: what others did may be in it, up to the same entry of this desk. */
  readonly isOther?: boolean
}

/** Folds what the reference file does not include onto it, where it is another than the journal's file remembers. */
export function rebase({ writes: store }: Writing, { isDataIn = false, isOther = false }: Rebase = {}): void {
  const { db } = store
  const terminal = db.get(readTerminal, {})?.terminal_id
  if (terminal === undefined) return
  nameNumbers(store, terminal)
  if (!isOther && placeText(settledInto(db)) === placeText(settledTo(db))) return
  db.transact(() => foldOver({ db, terminal, isDataIn: isDataIn || !isDataAwaited(db) }, DROP_OVERLAY, foldRows))
}

/**
 * Drops every row, the lists and the drawers too, and folds the whole journal once more onto the reference file that is
 * there. Must never run while data is taken in.
 */
export function rebuildOverlay({ writes: { db } }: Writing, tell: TellRebuild = () => {}): void {
  const terminal = db.get(readTerminal, {})?.terminal_id
  if (terminal === undefined) return
  db.transact(() => {
    foldOver({ db, terminal, isDataIn: !isDataAwaited(db) }, DROP_DERIVED, (again) => foldAll(again, tell))
    db.run(writeSetting, { name: SHAPE, value: shapeOf(db) })
  })
}

/** @param foldOnto returns how many changes wait for the library's data */
function foldOver(
  { db, terminal, isDataIn }: Pick<Again, 'db' | 'terminal' | 'isDataIn'>,
  drop: typeof DROP_DERIVED,
  foldOnto: (again: Again) => number,
): void {
  const again: Again = { db, terminal, isDataIn: isDataIn && hasRecords(db), isHeld: heldBefore(db) }
  // Whose an open loan is, its row alone knows until it is settled.
  for (const row of ownRows(db, 'loan')) keepParty(db, terminal, row)
  const putBackLeft = leftRows(db)
  for (const statement of drop) db.run(statement, {})
  const waiting_count = foldOnto(again)
  putBackLeft()
  // What waits for the library's data is folded again from the journal when that is in.
  const isAllIn = again.isDataIn || (waiting_count === 0 && hasRecords(db))
  const head = db.get(readHead, {})
  if (isAllIn) keepSettledTo(db, settledInto(db))
  else if (head) keepSettledTo(db, { epoch: head.epoch, seq: head.seq })
}

/** Up to where the reference file has what was settled into it; of a row that it did not take, up to before that. */
function heldBefore(db: ReadHandle): Again['isHeld'] {
  const from = settledInto(db)
  const left = new Map(db.all(readLeft, {}).map((one) => [leftKey(one.table_name, one.row_key), one]))
  return (table, key, at) => {
    if (isAfter(at, from)) return false
    const since = left.get(leftKey(table, `${key}`))
    return since === undefined || !isAfter(at, { epoch: since.epoch, seq: since.seq })
  }
}

/** What the reference file did not take may name an item that nobody knows any more: then the row stays as it was. */
function leftRows(db: WriteHandle): () => void {
  const left = new Set(db.all(readLeft, {}).map((one) => leftKey(one.table_name, one.row_key)))
  const rows = OVERLAID_TABLES.flatMap((table) =>
    ownRows(db, table)
      .map((row) => ({ table, row, key: keyText(table, row) }))
      .filter(({ key }) => left.has(leftKey(table, key))),
  )
  const whole = db.all(readOverlayRows, {}).filter((row) => left.has(leftKey(row.table_name, row.row_key)))
  return () => {
    for (const { table, row, key } of rows) if (ownPlace(db, table, key) === null) putOwn(db, table, row)
    for (const row of whole) if (db.get(ownRowPlace, row) === null) db.run(putOverlayRow, row)
  }
}

/** From the first event on that the file may not show: it says so of each row that it did not take. */
function foldRows(again: Again): number {
  const { db } = again
  const first = db
    .all(readLeft, {})
    .reduce<Place>((before, one) => (isAfter(before, one) ? one : before), settledInto(db))
  let waiting_count = 0
  for (const event of recordedEvents(db, first)) waiting_count += foldOne(again, event)
  return waiting_count
}

function foldAll(again: Again, tell: TellRebuild): number {
  const all_count = again.db.get(countEvents, {})?.events_count ?? 0
  let done_count = 0
  let waiting_count = 0
  for (const event of recordedEvents(again.db)) {
    const { epoch, seq } = event.head
    if (isListed(event)) again.db.run(insertListed, { kind: event.kind, epoch, seq })
    foldLists(again, event)
    waiting_count += foldOne(again, event)
    done_count += 1
    if (done_count % TOLD_EVERY === 0) tell(done_count, all_count)
  }
  return waiting_count
}
