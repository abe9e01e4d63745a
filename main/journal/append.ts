/**
 * Writes one event to the end of the journal, and beside it what its seal does not hold. A desk that records and a twin
 * that takes what another desk recorded write it the same way. Must run inside a transaction.
 */
import type { DeskEvent } from '../../shared/journal/event.ts'
import { isListed, isNaming, PERSON_KINDS } from '../../shared/journal/event-kinds.ts'
import { ownerOf } from '../../shared/journal/sealing.ts'
import { assert, must } from '../../shared/kernel/assert.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { instant, type Instant } from '../../shared/kernel/time.ts'
import * as rows from '../store/journal/journal-rows.ts'
import type { WriteHandle } from '../store/sql.ts'
import type { Store } from '../store/store.ts'
import { seal } from './chain.ts'
import { keepPerson } from './people/keep-person.ts'

/** Where a chain ends. `hash` seals everything before it. */
export type Position = {
  readonly epoch: number
  readonly seq: number
  readonly hash: Uint8Array
  readonly at: Instant
}

/** @param content the event as it is sealed @returns the new end of the chain */
export function appendEvent(desk: WriteHandle, { head }: DeskEvent, content: string, end: Position): Position {
  const { epoch, seq, at_ms } = head
  const hash = seal(end.hash, content)
  const done = desk.run(rows.insertEvent, { epoch, seq, content, hash })
  assert(done.changes === 1, 'one event, one row')
  return { epoch, seq, hash, at: instant(at_ms) }
}

/** What an event holds besides its seal. */
export type BesideSeal = {
  readonly whose: PatronId | null | 'forgotten'
  /** Words about a person; null: none, or forgotten. */
  readonly words: string | null
  /** Facts that are kept out of the seal, as JSON; null likewise. */
  readonly unsealed: string | null
}

/** Keeps whom an event is about, what it says in words, and where a log finds it. */
export function keepBeside(
  { db, reference }: Pick<Store, 'db' | 'reference'>,
  event: DeskEvent,
  { whose, words, unsealed }: BesideSeal,
): void {
  const { epoch, seq } = event.head
  const place = { epoch, seq }
  if (isNaming(event.kind) && whose !== 'forgotten') {
    const patron_id = must(whose, 'whom an entry is about is known')
    db.run(rows.insertParty, { ...place, patron_id, item_id: null })
    if (!isWordless({ event, words })) {
      keepPerson(db, event, patron_id, { text: words ?? '', isTakingIn: reference.db.inTransaction })
    }
  }
  keepSaid(db, event, { words, unsealed })
}

/** Words about a person that were forgotten before a twin heard of them: nothing is known of what they changed. */
export function isWordless({ event, words }: { readonly event: DeskEvent; readonly words: string | null }): boolean {
  return words === null && PERSON_KINDS.some((kind) => kind === event.kind)
}

/** The same of an event whose effect is left out: nobody's record changes by it. */
export function keepEventAlone({ db }: Pick<Store, 'db'>, event: DeskEvent, { whose, ...said }: BesideSeal): void {
  const { epoch, seq } = event.head
  if (typeof whose === 'number') db.run(rows.insertParty, { epoch, seq, patron_id: whose, item_id: null })
  keepSaid(db, event, said)
}

/** Its words and facts, and where a log finds it. */
function keepSaid(db: WriteHandle, event: DeskEvent, { words, unsealed }: Omit<BesideSeal, 'whose'>): void {
  const { epoch, seq } = event.head
  const place = { epoch, seq }
  if (words !== null) db.run(rows.insertPersonal, { ...place, text: words })
  if (unsealed !== null) db.run(rows.insertUnsealed, { ...place, owner_ref: ownerOf(event), content: unsealed })
  if (isListed(event)) db.run(rows.insertListed, { kind: event.kind, ...place })
}
