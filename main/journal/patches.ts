/**
 * Carries erasures into the reference file: each after it was recorded, once. What is pending when the desk dies is
 * applied at the next start. Must never run while data is being taken in: the file has one writer.
 */
import { must } from '../../shared/kernel/assert.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { instant, type LocalDate } from '../../shared/kernel/time.ts'
import { parseZoneName, toLocalDate } from '../../shared/kernel/zone.ts'
import { eventRefText, parseEvent, type DeskEvent } from '../../shared/journal/event.ts'
import { isPatch, type PatchEvent } from '../../shared/journal/patch.ts'
import { keepErased } from '../store/patrons/erased-numbers.ts'
import { dropPending, readPending } from '../store/journal/journal-rows.ts'
import { PATCHED_TO, readMeta, writeMeta } from '../store/policy/library-rows.ts'
import * as rows from '../store/overlay/patch-rows.ts'
import { withNames } from '../store/patrons/patron-keys.ts'
import type { WriteHandle } from '../store/sql.ts'
import type { Journal, Writing } from './journal.ts'

type Place = { readonly epoch_count: number; readonly seq_count: number }

/** Applies what is pending. Returns how many events it carried over. */
export function applyPatches(journal: Journal): number {
  const store = journal.writes
  const pending = store.db.all(readPending, {})
  const done = placeOf(store.db.get(readMeta, { name: PATCHED_TO })?.value ?? '0.0')
  for (const row of pending) {
    const event = parseEvent(row.content)
    // Written already, when the desk died between the two files.
    if (isAfter(row, done)) write(store, journal, event)
    store.db.transact(() => store.db.run(dropPending, row))
  }
  return pending.length
}

/** Whether data is being taken in: the reference file has one writer, and what was recorded waits for its end. */
export function isTakingIn({ writes }: Writing): boolean {
  return writes.reference.db.inTransaction
}

function write({ reference }: Journal['writes'], journal: Journal, event: DeskEvent): void {
  if (!isPatch(event)) throw new TypeError(`no patch: ${event.kind}`)
  const { epoch, seq } = event.head
  reference.transact(() => {
    erase({ reference, patron_id: journal.partyOf(eventRefText(event.head)) }, event)
    reference.run(writeMeta, { name: PATCHED_TO, value: `${epoch}.${seq}` })
  })
}

type Patching = {
  readonly reference: WriteHandle
  /** Whom the event is about; null when it is nobody. */
  readonly patron_id: PatronId | null
}

/** Their number in the library's data is kept as a seal, so that the data cannot bring them back in silence. */
function erase({ reference, patron_id: whose }: Patching, { head }: PatchEvent): void {
  const patron_id = must(whose, 'whom an entry is about is known')
  const number = reference.get(rows.numberOfPatron, { patron_id })?.external_id
  const erased_on = writtenOn(reference, head)
  if (number !== undefined && erased_on !== null) keepErased(reference, number, erased_on)
  withNames(reference, patron_id, () => {
    for (const statement of rows.ERASE_PATRON) reference.run(statement, { patron_id })
  })
}

function writtenOn(reference: WriteHandle, head: DeskEvent['head']): LocalDate | null {
  const zone = parseZoneName(reference.get(rows.branchZone, { branch_code: head.branch })?.zone_name ?? '')
  return zone === null ? null : toLocalDate(instant(head.at_ms), zone)
}

function placeOf(text: string): Place {
  const [epoch_count = 0, seq_count = 0] = text.split('.').map(Number)
  return { epoch_count, seq_count }
}

function isAfter(one: Place, other: Place): boolean {
  return one.epoch_count === other.epoch_count ? one.seq_count > other.seq_count : one.epoch_count > other.epoch_count
}
