/**
 * Up to which event this desk's changes stand in the reference file: as that file says it of itself, and as the journal
 * file remembers it. Where the file is behind what is remembered, it is another than it was.
 */
import { readSetting, readTerminal, writeSetting } from '../store/journal/journal-rows.ts'
import { ofTerminal, readMeta, CHECKPOINT, type LAID_TO } from '../store/policy/library-rows.ts'
import type { ReadHandle, WriteHandle } from '../store/sql.ts'
import { isAfter, placeOf, placeText, type Place } from '../../shared/journal/place.ts'

/** By the reference file itself. */
export function settledInto(db: ReadHandle): Place {
  return ofThisDesk(db, CHECKPOINT)
}

/** What the reference file says of how far it has followed this desk. */
export function ofThisDesk(db: ReadHandle, name: typeof CHECKPOINT | typeof LAID_TO): Place {
  const terminal = db.get(readTerminal, {})?.terminal_id ?? ''
  return placeOf(db.get(readMeta, { name: ofTerminal(name, terminal) })?.value ?? '')
}

/** By the journal file: up to here rows were dropped from the overlay. */
export function settledTo(db: ReadHandle): Place {
  return placeOf(db.get(readSetting, { name: CHECKPOINT })?.value ?? '')
}

export function keepSettledTo(db: WriteHandle, to: Place): void {
  db.run(writeSetting, { name: CHECKPOINT, value: placeText(to) })
}

/** Whether something that was settled once waits for the library's data to be taken in again. */
export function isDataAwaited(db: ReadHandle): boolean {
  return isAfter(settledTo(db), settledInto(db))
}
