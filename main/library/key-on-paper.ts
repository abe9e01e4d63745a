/**
 * Whether the recovery key is on paper: a person shows it by typing two of its groups, which the desk draws. Until then
 * those who look after the desk are reminded.
 */
import { parseEvent, type EventOf } from '../../shared/journal/event.ts'
import { drawnGroups, type TwoGroups } from '../../shared/kernel/recovery-key.ts'
import { keyName } from '../store/files/key-name.ts'
import { readListed } from '../store/journal/journal-rows.ts'
import type { Actor } from './actor.ts'
import { mayOwn } from './grants.ts'
import type { Library } from './library.ts'
import { isForPractice } from './sample.ts'

const KIND = 'recovery-key-confirmed'

/** The two groups that each desk asks for, until they are answered wrongly. */
const asked = new WeakMap<Library, TwoGroups>()

export function askedGroups(library: Library): TwoGroups {
  const groups = asked.get(library) ?? drawnGroups(library.random)
  asked.set(library, groups)
  return groups
}

/** Asks for two others from here on, so that trying leads nowhere. */
export function dropAskedGroups(library: Library): void {
  asked.delete(library)
}

/** The entry that says the key of now is on paper; null: nobody confirmed it, or only that of another key. */
export function keyConfirmed({ db, key }: Library): EventOf<typeof KIND> | null {
  const [row] = db.all(readListed, { kind: KIND, limit: 1 })
  const event = row && parseEvent(row.content)
  return event?.kind === KIND && event.body.key_name === keyName(key) ? event : null
}

/** Whether the desk still asks for it at all. The key of made-up data is nothing to print. */
export function isKeyUnconfirmed(library: Library): boolean {
  return !isForPractice(library) && !library.is_sample && keyConfirmed(library) === null
}

/** Whether to remind this person: one who may print it. */
export function isKeyReminded(library: Library, actor: Actor): boolean {
  return mayOwn(library, actor, 'look-after-desk') && isKeyUnconfirmed(library)
}
