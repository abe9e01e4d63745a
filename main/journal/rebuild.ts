/**
 * Rebuilds everything that the journal's file keeps of what events changed, from the first event on: the overlay,
 * transfers between accounts, open questions, what logs list. All of it in one transaction: a stop in between leaves it
 * as it was. A column that one of these tables gains, or loses, ships so: the migration changes the table, and the next
 * start finds another shape than the one it was filled in, and fills it again.
 */
import { hash } from 'node:crypto'
import { isListed, LISTED_KINDS } from '../../shared/journal/event-kinds.ts'
import { fold, type Change } from '../../shared/journal/fold/fold.ts'
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
import { DROP_DERIVED, leftKey, readLeft, shapeOfDerived } from '../store/overlay/overlay-rows.ts'
import type { ReadHandle, WriteHandle } from '../store/sql.ts'
import { openStore, type ReadStore, type Store } from '../store/store.ts'
import { applyCash, isCashChange } from './apply/apply-cash.ts'
import { applyChange } from './apply/apply.ts'
import { applyingAgain, foldAgain, foldOne, type Again } from './fold-again.ts'
import type { Writing } from './journal.ts'
import { isAfter } from '../../shared/journal/place.ts'
import { recordedEvents } from './recorded.ts'
import { keepParty } from './settle.ts'
import { isDataAwaited, keepSettledTo, settledInto } from './settled-to.ts'

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
  if (known === undefined || known === shape) foldAgain(writing)
  else rebuildOverlay(writing, tell)
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

/**
 * Drops every row, and folds the whole journal once more onto the reference file that is there. What that has already
 * is left alone. Must never run while data is taken in.
 */
export function rebuildOverlay({ writes: { db } }: Writing, tell: TellRebuild = () => {}): void {
  const terminal = db.get(readTerminal, {})?.terminal_id
  if (terminal === undefined) return
  db.transact(() => {
    const from = settledInto(db)
    const again: Again = { db, terminal, isDataIn: !isDataAwaited(db), isHeld: heldBefore(db) }
    // Whose an open loan is, its row alone knows until it is settled.
    for (const row of ownRows(db, 'loan')) keepParty(db, terminal, row)
    const putBackLeft = leftRows(db)
    for (const statement of DROP_DERIVED) db.run(statement, {})
    const waiting_count = foldAll(again, tell)
    putBackLeft()
    // What waits for the library's data is folded again from the journal when that is in.
    const head = db.get(readHead, {})
    const isAllIn = waiting_count === 0 || again.isDataIn
    if (!isAllIn && head) keepSettledTo(db, { epoch: head.epoch, seq: head.seq })
    else if (!again.isDataIn) keepSettledTo(db, from)
    db.run(writeSetting, { name: SHAPE, value: shapeOf(db) })
  })
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

const OF_LISTS: ReadonlySet<Change['kind']> = new Set<Change['kind']>([
  'charge-opened',
  'money-moved',
  'question-opened',
  'question-closed',
])

function isOfLists({ kind }: Change): boolean {
  return OF_LISTS.has(kind)
}

function foldAll(again: Again, tell: TellRebuild): number {
  const all_count = again.db.get(countEvents, {})?.events_count ?? 0
  let done_count = 0
  let waiting_count = 0
  for (const event of recordedEvents(again.db)) {
    const { epoch, seq } = event.head
    if (isListed(event)) again.db.run(insertListed, { kind: event.kind, epoch, seq })
    for (const change of fold(event)) {
      const to = applyingAgain(again, event, null)
      if (isCashChange(change)) applyCash(change, to)
      else if (isOfLists(change)) applyChange(change, to)
    }
    waiting_count += foldOne(again, event)
    done_count += 1
    if (done_count % TOLD_EVERY === 0) tell(done_count, all_count)
  }
  return waiting_count
}
