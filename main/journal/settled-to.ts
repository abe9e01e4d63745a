/**
 * Up to which event this desk's changes stand in the reference file: as that file says it of itself, and as the journal
 * file remembers it. Where the file is behind what is remembered, it is another than it was.
 */
import { readSetting, writeSetting } from '../store/journal/journal-rows.ts'
import { readMeta } from '../store/policy/library-rows.ts'
import type { ReadHandle, WriteHandle } from '../store/sql.ts'
import { isAfter, type Place } from './missing.ts'

export const SETTLED_TO = 'settled_to'

export function placeOf(text: string | undefined): Place {
  const [epoch = 0, seq = 0] = (text ?? '0.0').split('.').map(Number)
  return { epoch, seq }
}

/** By the reference file itself. */
export function settledInto(db: ReadHandle): Place {
  return placeOf(db.get(readMeta, { name: SETTLED_TO })?.value)
}

/** By the journal file: up to here rows were dropped from the overlay. */
export function settledTo(db: ReadHandle): Place {
  return placeOf(db.get(readSetting, { name: SETTLED_TO })?.value)
}

export function keepSettledTo(db: WriteHandle, { epoch, seq }: Place): void {
  db.run(writeSetting, { name: SETTLED_TO, value: `${epoch}.${seq}` })
}

/** Whether something that was settled once waits for the library's data to be taken in again. */
export function isDataAwaited(db: ReadHandle): boolean {
  return isAfter(settledTo(db), settledInto(db))
}
