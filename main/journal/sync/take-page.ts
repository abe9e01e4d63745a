/**
 * Takes a page of central's feed: its rows go into the reference file as they are, in one transaction with how far it
 * is; then this desk's own work that is not in it yet lies over it. A stop in between leaves both whole: the next start
 * sees by the file what it includes.
 */
import type { FeedPage } from '../../../shared/protocol/central.ts'
import { isAfter, placeOf, type Place } from '../../../shared/journal/place.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { TitleId } from '../../../shared/kernel/ids.ts'
import { dropSeenBefore, keepSeen } from '../../store/journal/outgoing-rows.ts'
import { dropOwn, OVERLAID_TABLES, ownRows } from '../../store/overlay/overlay-tables.ts'
import { dropOverlayRow, readOverlayRows } from '../../store/overlay/overlaid.ts'
import { CHECKPOINT, FEED_NUMBER, ofTerminal, readMeta, writeMeta } from '../../store/policy/library-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'
import { dropRows, putRows, putTitleWords, tableShapes, type TableShape } from '../../store/table-rows.ts'
import type { Store } from '../../store/store.ts'
import type { Journal } from '../journal.ts'
import { layRows } from '../lay.ts'
import { rebase } from '../rebase.ts'
import { keepParty } from '../settle.ts'
import { keepSettledTo, settledInto } from '../settled-to.ts'

/** How far this desk is in the feed: as its reference file says it. */
export function feedNumber(db: ReadHandle): number {
  return Number(db.get(readMeta, { name: FEED_NUMBER })?.value ?? 0)
}

const shapes = new WeakMap<Store, ReadonlyMap<string, TableShape>>()

function shapesOf(store: Store): ReadonlyMap<string, TableShape> {
  const known = shapes.get(store) ?? new Map(tableShapes(store.reference.db).map((shape) => [shape.table, shape]))
  shapes.set(store, known)
  return known
}

/** @throws when the page has a table that this program does not know; nothing of it is taken then */
export function takePage(journal: Journal, page: FeedPage): void {
  const store = journal.writes
  putPage(journal, page)
  if (page.included === null) return
  const included = placeOf(page.included)
  if (page.is_own) dropIncluded(journal, included)
  else {
    rebase(journal, { isOther: true })
    layRows(journal)
  }
  const { epoch, seq } = journal.head
  store.db.transact(() => {
    store.db.run(keepSeen, { epoch, seq: seq + 1, feed_number: page.to })
    store.db.run(dropSeenBefore, included)
  })
}

/** A page can hold a row before the one that it names, so that only the whole of it fits together. */
function putPage({ writes, terminal }: Journal, page: FeedPage): void {
  const { reference } = writes
  const known = shapesOf(writes)
  reference.db.pragma('foreign_keys = OFF')
  try {
    reference.transact(() => {
      for (const keys of page.gone) dropRows(reference, keys)
      for (const rows of page.rows) putRows(reference, rows, must(known.get(rows.table), 'a table of the library'))
      putTitleWords(reference, titlesOf(page))
      reference.run(writeMeta, { name: FEED_NUMBER, value: String(page.to) })
      if (page.included === null) return
      reference.run(writeMeta, { name: ofTerminal(CHECKPOINT, terminal), value: page.included })
    })
  } finally {
    reference.db.pragma('foreign_keys = ON')
  }
}

function titlesOf({ rows, gone }: FeedPage): readonly TitleId[] {
  return [...rows, ...gone].flatMap(({ table, columns, rows: some }) => {
    if (table !== 'title') return []
    const at = columns.indexOf('title_id')
    return some.map((row) => Number(row[at]) as TitleId)
  })
}

/** Nobody else changed these rows: what lies over them beyond what the file includes says of each the newest. */
function dropIncluded({ writes: { db }, terminal }: Journal, included: Place): void {
  db.transact(() => {
    for (const table of OVERLAID_TABLES) {
      for (const row of ownRows(db, table)) {
        if (isAfter(row, included)) continue
        if ('due_at_ms' in row) keepParty(db, terminal, row)
        dropOwn(db, table, row)
      }
    }
    for (const row of db.all(readOverlayRows, {})) if (!isAfter(row, included)) db.run(dropOverlayRow, row)
    keepSettledTo(db, settledInto(db))
  })
}
