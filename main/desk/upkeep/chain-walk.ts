/**
 * Reads entries again and makes their hashes again, a part at a time: the newest at a start, then all from the first on
 * while nobody is at the desk. An entry that was changed in the file, and its hash left alone, is told on the strip
 * until a person acknowledges it. Reads only.
 */
import { eventRefText, parseEvent } from '../../../shared/journal/event.ts'
import { FIRST_HEAD, seal } from '../../journal/chain.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Library } from '../../library/library.ts'
import { readEvents, readListed, readNewestEvents } from '../../store/journal/journal-rows.ts'

/** Takes 20 ms on a desk's computer. */
const PART = 2_000
const LOOKED_AT = 50

type Row = {
  readonly epoch_count: number
  readonly seq_count: number
  readonly content: string
  readonly hash: Uint8Array
}
type Walk = { place: { epoch_count: number; seq_count: number }; hash: Uint8Array; broken: string }

/** How far each open journal was read. */
const walks = new WeakMap<Journal, Walk>()

/** The first entry of a part whose hash is not that of its content after the one before; empty when all match. */
function firstBroken(rows: readonly Row[], before: Uint8Array, terminal: string): string {
  let previous = before
  for (const { epoch_count, seq_count, content, hash } of rows) {
    if (Buffer.compare(seal(previous, content), hash) !== 0) {
      return eventRefText({ terminal, epoch: epoch_count, seq: seq_count })
    }
    previous = hash
  }
  return ''
}

/** Reads the newest entries of a journal that was just opened. */
export function beginWalk({ journal, db }: Library): void {
  const newest = db.all(readNewestEvents, { limit: PART }).toReversed()
  // Of a part that begins in the middle, the first entry only says what comes before the second.
  const isWhole = newest.length < PART
  const [first, ...rest] = newest
  const rows = isWhole || !first ? newest : rest
  const broken = firstBroken(rows, isWhole || !first ? FIRST_HEAD : first.hash, journal.terminal)
  walks.set(journal, { place: { epoch_count: 0, seq_count: 0 }, hash: FIRST_HEAD, broken })
}

/** Reads the next part. For when nobody waits. */
export function walkOn({ journal, db }: Library): void {
  const walk = walks.get(journal)
  if (!walk || walk.broken !== '') return
  const rows = db.all(readEvents, { ...walk.place, limit: PART })
  const last = rows.at(-1)
  if (!last) return
  walk.broken = firstBroken(rows, walk.hash, journal.terminal)
  walk.place = { epoch_count: last.epoch_count, seq_count: last.seq_count }
  walk.hash = last.hash
}

/** The entry from which the journal does not match its hashes, until a person acknowledged it; empty when it does. */
export function brokenFrom({ journal, db }: Library): string {
  const broken = walks.get(journal)?.broken ?? ''
  if (broken === '') return ''
  const isSeen = db.all(readListed, { kind: 'missing-acknowledged', limit: LOOKED_AT }).some(({ content }) => {
    const event = parseEvent(content)
    return event.kind === 'missing-acknowledged' && event.body.broken_from === broken
  })
  return isSeen ? '' : broken
}
