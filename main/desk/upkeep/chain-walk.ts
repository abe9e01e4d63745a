/**
 * Reads entries again and makes their hashes again, a part at a time: the newest at a start, then all from the first on
 * while nobody is at the desk. An entry that was changed in the file, and its hash left alone, is told on the strip
 * until a person acknowledges it. Reads only.
 */
import { eventRefText, parseEvent, parseEventRef } from '../../../shared/journal/event.ts'
import { isAfter, type Place } from '../../../shared/journal/place.ts'
import { hex } from '../../../shared/kernel/ids.ts'
import { FIRST_HEAD, sealHex } from '../../journal/chain.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Library } from '../../library/library.ts'
import { readListed, readNewestEvents, readSeals } from '../../store/journal/journal-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'

/** Takes 20 ms on a desk's computer. The newest ones have all of a busy drawer session among them. */
const PART = 6_000
const LOOKED_AT = 50

type Row = {
  readonly epoch: number
  readonly seq: number
  readonly content: string
  readonly seal_hex: string
}
type Walk = { place: Place; seal_hex: string; broken: Place | null }

const FIRST_SEAL = hex(FIRST_HEAD)

/** How far each open journal was read. */
const walks = new WeakMap<Journal, Walk>()

const NOWHERE: Place = { epoch: 0, seq: 0 }

function placeOfRow({ epoch, seq }: Row): Place {
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

/** The entries of a part whose hash is not that of their content after the one before. */
function unlikeTheirSeals(rows: readonly Row[], before_hex: string): readonly Place[] {
  let previous_hex = before_hex
  return rows.flatMap((row) => {
    const isMatching = sealHex(previous_hex, row.content) === row.seal_hex
    previous_hex = row.seal_hex
    return isMatching ? [] : [placeOfRow(row)]
  })
}

function firstBroken(db: ReadHandle, unlike: readonly Place[]): Place | null {
  return unlike.find((place) => !isAcknowledged(db, place)) ?? null
}

/** Reads the newest entries of a journal that was just opened. What matches is not checked again in this run. */
export function beginWalk({ journal, db }: Library): void {
  const newest = db.all(readNewestEvents, { limit: PART }).toReversed()
  // Of a part that begins in the middle, the first entry only says what comes before the second.
  const isWhole = newest.length < PART
  const [first, ...rest] = newest
  const unlike = isWhole || !first ? unlikeTheirSeals(newest, FIRST_SEAL) : unlikeTheirSeals(rest, first.seal_hex)
  const before = isWhole || !first ? NOWHERE : placeOfRow(first)
  journal.proven_after = unlike.at(-1) ?? before
  walks.set(journal, { place: NOWHERE, seal_hex: FIRST_SEAL, broken: firstBroken(db, unlike) })
}

/** Reads the next part, unless a broken entry waits to be acknowledged. For when nobody waits. */
export function walkOn(library: Library): void {
  const { journal, db } = library
  const walk = walks.get(journal)
  if (!walk || brokenFrom(library) !== '') return
  const { epoch, seq } = walk.place
  const rows = db.all(readSeals, { epoch, seq, limit: PART })
  const last = rows.at(-1)
  if (!last) return
  walk.broken = firstBroken(db, unlikeTheirSeals(rows, walk.seal_hex))
  walk.place = placeOfRow(last)
  walk.seal_hex = last.seal_hex
}

/** The entry from which the journal does not match its hashes, until a person acknowledged it; empty when it does. */
export function brokenFrom({ journal, db }: Library): string {
  const broken = walks.get(journal)?.broken ?? null
  if (broken === null || isAcknowledged(db, broken)) return ''
  return eventRefText({ terminal: journal.terminal, ...broken })
}
