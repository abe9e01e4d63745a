/** Reads what this desk changed by itself, before anything of a folder is taken: a long journal piece by piece. */
import type { DeskEvent } from '../../shared/journal/event.ts'
import { patronWords } from '../../shared/journal/events/patrons.ts'
import type { ChangesHere } from '../store/import/import-changes.ts'
import type { ImportTransaction } from '../store/import/import-transaction.ts'
import { personWords } from '../store/import/person-words.ts'
import type { ReadHandle } from '../store/sql.ts'

const EVENTS_A_TURN = 200

type Ports = {
  readonly journal_db: ReadHandle
  /** Everything this desk recorded, oldest first. */
  readonly events: () => Iterable<DeskEvent>
  readonly pause: () => Promise<void>
}

export async function readChanges(ports: Ports, transaction: ImportTransaction, changes: ChangesHere): Promise<void> {
  transaction.begin()
  changes.open()
  let events_count = 0
  for (const event of ports.events()) {
    changes.add(event)
    events_count += 1
    if (events_count % EVENTS_A_TURN === 0) await ports.pause()
  }
  await readPersons(ports, changes)
  transaction.commit()
}

/** What this desk put of its patrons, in words beside its entries. */
async function readPersons({ journal_db, pause }: Ports, changes: ChangesHere): Promise<void> {
  let place = { epoch: -1, seq: -1 }
  for (;;) {
    const page = journal_db.all(personWords, { ...place, limit: EVENTS_A_TURN })
    const last = page.at(-1)
    if (!last) return
    for (const { patron_id, text } of page) {
      const words = patronWords.safeParse(JSON.parse(text))
      if (words.success) changes.addPerson(patron_id, words.data)
    }
    place = { epoch: last.epoch, seq: last.seq }
    await pause()
  }
}
