/**
 * Why somebody who was registered at this desk is another person than a patron whom they resemble: it lies beside the
 * entry of their registration, until they are erased. Private; changes nothing.
 */
import { patronWords, putOf } from '../../shared/journal/events/patrons.ts'
import { parseEventRef } from '../../shared/journal/event.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { AnotherWhy } from '../../shared/kernel/patron-field.ts'
import type { Library } from '../library/library.ts'
import { readPersonal } from '../store/journal/journal-rows.ts'
import { entryOfRegistration } from '../store/patrons/person-rows.ts'

/** @returns null: nobody resembled them, or nobody said why, or they were registered elsewhere */
export function anotherBecause({ db, journal }: Library, patron_id: PatronId): AnotherWhy | null {
  const entry_ref = db.get(entryOfRegistration, { patron_id })?.entry_ref ?? ''
  const place = parseEventRef(entry_ref)
  if (place === null || place.terminal !== journal.terminal) return null
  const text = db.get(readPersonal, { epoch: place.epoch, seq: place.seq })?.text
  return text === undefined ? null : (putOf(patronWords.parse(JSON.parse(text)), 'another')?.because ?? null)
}
