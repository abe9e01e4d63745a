/** Rare acts that a reference file of another age does not have wait to be carried there once more. */
import { parseEvent, type DeskEvent } from '../../shared/journal/event.ts'
import { isPatch, type PatchEvent } from '../../shared/journal/patch.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { pendOnce, readEvents, readParty } from '../store/journal/journal-rows.ts'
import { PATCHED_TO, readMeta } from '../store/policy/library-rows.ts'
import { patronById } from '../store/patrons/patron-rows.ts'
import type { WriteHandle } from '../store/sql.ts'
import type { Store } from '../store/store.ts'
import { placeOf } from './settled-to.ts'

const PAGE = 500

/** @returns how many wait for the library's data first: they are carried in their order, so all of them do */
export function pendAgain(store: Store, isDataIn: boolean): number {
  const { db } = store
  const acts = [...patchesAfter(db)].filter((event) => !isForgotten(db, event))
  const taken = acts.filter((event) => isTaken(db, event))
  const waiting_count = acts.length - taken.length
  if (waiting_count > 0 && !isDataIn) return waiting_count
  for (const { head } of taken) db.run(pendOnce, { epoch_count: head.epoch, seq_count: head.seq })
  return waiting_count
}

function partyAt(db: WriteHandle, { head }: DeskEvent): PatronId | null {
  return db.get(readParty, { epoch_count: head.epoch, seq_count: head.seq })?.patron_id ?? null
}

function isForgotten(db: WriteHandle, event: PatchEvent): boolean {
  return partyAt(db, event) === null
}

function* patchesAfter(db: WriteHandle): Generator<PatchEvent> {
  let { epoch, seq } = placeOf(db.get(readMeta, { name: PATCHED_TO })?.value)
  for (;;) {
    const page = db.all(readEvents, { epoch_count: epoch, seq_count: seq, limit: PAGE })
    const last = page.at(-1)
    if (!last) return
    for (const row of page) {
      const event = parseEvent(row.content)
      if (isPatch(event)) yield event
    }
    epoch = last.epoch_count
    seq = last.seq_count
  }
}

/** Whether the reference file has whom the act names. */
function isTaken(db: WriteHandle, event: PatchEvent): boolean {
  const patron_id = partyAt(db, event)
  return patron_id !== null && db.get(patronById, { patron_id }) !== null
}
