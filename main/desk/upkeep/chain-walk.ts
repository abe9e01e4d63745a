/**
 * Reads entries again and makes their hashes again, a part at a time: the newest at a start, then all from the first on
 * while nobody is at the desk. An entry that was changed in the file, and its hash left alone, is told on the strip
 * until a person acknowledges it. Reads only.
 */
import { eventRefText, parseEvent, parseEventRef } from '../../../shared/journal/event.ts'
import { isAfter, type Place } from '../../../shared/journal/place.ts'
import { FIRST_HEAD, seal } from '../../journal/chain.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Library } from '../../library/library.ts'
import { readEvents, readListed, readNewestEvents } from '../../store/journal/journal-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'

/** Takes 20 ms on a desk's computer. */
const PART = 2_000
const LOOKED_AT = 50

type Row = {
  readonly epoch_count: number
  readonly seq_count: number
  readonly content: string
  readonly hash: Uint8Array
}
type Walk = { place: Place; hash: Uint8Array; broken: Place | null }

/** How far each open journal was read. */
const walks = new WeakMap<Journal, Walk>()

function placeOfRow({ epoch_count: epoch, seq_count: seq }: Row): Place {
  return { epoch, seq }
}

/**
 * What a person has acknowledged of an entry: that from there on, up to their acknowledgment, the journal does not
 * match its hashes. It says nothing of entries that are changed before that place, or were recorded afterwards.
 */
function isAcknowledged(db: ReadHandle, place: Place): boolean {
  return db.all(readListed, { kind: 'missing-acknowledged', limit: LOOKED_AT }).some(({ content }) => {
    const { kind, body, head } = parseEvent(content)
    const from = kind === 'missing-acknowledged' ? parseEventRef(body.broken_from) : null
    return from !== null && !isAfter(from, place) && isAfter(head, place)
  })
}

/** The first entry of a part whose hash is not that of its content after the one before; null when all match. */
function firstBroken(db: ReadHandle, rows: readonly Row[], before: Uint8Array): Place | null {
  let previous = before
  for (const row of rows) {
    const isBroken = Buffer.compare(seal(previous, row.content), row.hash) !== 0
    if (isBroken && !isAcknowledged(db, placeOfRow(row))) return placeOfRow(row)
    previous = row.hash
  }
  return null
}

/** Reads the newest entries of a journal that was just opened. */
export function beginWalk({ journal, db }: Library): void {
  const newest = db.all(readNewestEvents, { limit: PART }).toReversed()
  // Of a part that begins in the middle, the first entry only says what comes before the second.
  const isWhole = newest.length < PART
  const [first, ...rest] = newest
  const rows = isWhole || !first ? newest : rest
  const broken = firstBroken(db, rows, isWhole || !first ? FIRST_HEAD : first.hash)
  walks.set(journal, { place: { epoch: 0, seq: 0 }, hash: FIRST_HEAD, broken })
}

/** Reads the next part, unless a broken entry waits to be acknowledged. For when nobody waits. */
export function walkOn(library: Library): void {
  const { journal, db } = library
  const walk = walks.get(journal)
  if (!walk || brokenFrom(library) !== '') return
  const { epoch: epoch_count, seq: seq_count } = walk.place
  const rows = db.all(readEvents, { epoch_count, seq_count, limit: PART })
  const last = rows.at(-1)
  if (!last) return
  walk.broken = firstBroken(db, rows, walk.hash)
  walk.place = placeOfRow(last)
  walk.hash = last.hash
}

/** The entry from which the journal does not match its hashes, until a person acknowledged it; empty when it does. */
export function brokenFrom({ journal, db }: Library): string {
  const broken = walks.get(journal)?.broken ?? null
  if (broken === null || isAcknowledged(db, broken)) return ''
  return eventRefText({ terminal: journal.terminal, ...broken })
}
