/** Rare acts that a reference file of another age does not have wait to be carried there once more. */
import { parseEvent, type DeskEvent } from '../../shared/journal/event.ts'
import { isPatch, type PatchEvent } from '../../shared/journal/patch.ts'
import { must } from '../../shared/kernel/assert.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import { pendOnce, readEvents, readParty } from '../store/journal/journal-rows.ts'
import { PATCHED_TO, readMeta } from '../store/policy/library-rows.ts'
import type { WriteHandle } from '../store/sql.ts'
import type { Store } from '../store/store.ts'
import { tryPatches } from './patches.ts'
import { placeOf } from './settled-to.ts'

const PAGE = 500

/** @returns how many wait for the library's data first: they are carried in their order, so all of them do */
export function pendAgain(store: Store, isDataIn: boolean): number {
  const { db } = store
  const acts = [...patchesAfter(db)].filter((event) => !isForgotten(db, event))
  let taken: readonly PatchEvent[] = []
  if (isTaken(store, acts)) taken = acts
  else if (isDataIn) for (const one of acts) if (isTaken(store, [...taken, one])) taken = [...taken, one]
  for (const { head } of taken) db.run(pendOnce, { epoch_count: head.epoch, seq_count: head.seq })
  return acts.length - taken.length
}

/** Whether the reference file that is there takes these acts. */
function isTaken(store: Store, acts: readonly PatchEvent[]): boolean {
  try {
    tryPatches({ writes: store }, acts, (index) => partyAt(store.db, must(acts[index], 'an act')))
    return true
  } catch (fault) {
    if (fault instanceof OperatingError) throw fault
    return false
  }
}

function partyAt(db: WriteHandle, { head }: DeskEvent): PatronId | null {
  return db.get(readParty, { epoch_count: head.epoch, seq_count: head.seq })?.patron_id ?? null
}

function isForgotten(db: WriteHandle, event: PatchEvent): boolean {
  const isOfPatron = event.kind === 'preference-set' || event.kind === 'patron-erased'
  return isOfPatron && partyAt(db, event) === null
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
