/**
 * Keeps what an entry is about to change of a patron, in its transaction and beside the journal, while the entry can be
 * undone: an undo gives back what was kept. Must never put any of it into the entry itself, which is sealed for good.
 */
import { PERSON_KINDS } from '../../../shared/journal/event-kinds.ts'
import { patronWords } from '../../../shared/journal/events/patrons.ts'
import { parseEventRef, type EventHead, type EventKind, type EventOf } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { inverseOf } from '../../../shared/patron/record.ts'
import * as rows from '../../store/patrons/before-rows.ts'
import { readRecord } from '../../store/patrons/record-rows.ts'
import type { WriteHandle } from '../../store/sql.ts'

/** Acts on a person that an undoing of another kind takes back, or none. */
const NOT_GIVEN_BACK: ReadonlySet<EventKind> = new Set<EventKind>([
  'patron-registered',
  'patrons-merged',
  'patron-change-undone',
  'patron-pin-set',
  'patron-pin-cleared',
])
const CHANGING: ReadonlySet<EventKind> = new Set<EventKind>(PERSON_KINDS.filter((kind) => !NOT_GIVEN_BACK.has(kind)))

export function isChange(kind: EventKind): boolean {
  return CHANGING.has(kind)
}

/** @param text the words beside the entry */
export function noteBefore(db: WriteHandle, { head }: { readonly head: EventHead }, of: PatronId, text: string): void {
  const words = patronWords.parse(JSON.parse(text))
  // Data that no form of the desk would take, such as a twenty-first card, is not kept: then there is no undo.
  const known = must(readRecord(db, of), 'whom an entry changes')
  const before = patronWords.safeParse(inverseOf(known, words))
  if (!before.success) return
  const { epoch, seq } = head
  const content = JSON.stringify(before.data)
  db.run(rows.putBefore, { epoch, seq, patron_id: of, changed_at_ms: instant(head.at_ms), content })
}

/** What it gave back is in the words beside the undoing from now on. */
export function noteChangeUndone(db: WriteHandle, { body }: EventOf<'patron-change-undone'>): void {
  const { epoch, seq } = must(parseEventRef(body.of), 'an entry of this journal')
  db.run(rows.dropBefore, { epoch, seq })
}
