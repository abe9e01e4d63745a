/**
 * Which receipts of a session took a check of some number, or a card of some approval. The numbers are beside the seal,
 * where they can be erased, and in no index: each receipt is read once in a run of the program, so that a long session
 * takes no payment more slowly.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { cardKey, checkKey } from '../../../shared/cash/numbers/written-number.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import type { Place } from '../../../shared/journal/place.ts'
import type { Library } from '../../library/library.ts'
import { checksSince } from '../../store/money/cash-rows.ts'

/** The receipts by the numbers of their checks and cards, up to a place in the journal. */
type Read = { readonly taken: Map<string, string[]>; until: Place }

const read = new WeakMap<Library, Map<string, Read>>()
/** More drawers than are open at a desk. */
const SESSIONS_MAX = 20

export type Numbers = { readonly check_number?: string; readonly authorization?: string; readonly last_four?: string }

/** The numbers of checks and cards among the tenders of a receipt, as they are compared. */
export function tenderKeys(tenders: readonly Numbers[]): readonly string[] {
  return tenders.flatMap(({ check_number, authorization, last_four = '' }) => {
    if (check_number !== undefined) return [checkKey(check_number)]
    return authorization === undefined ? [] : [cardKey(authorization, last_four)]
  })
}

/** The numbers of the checks and cards of these sessions, by receipt. A session at a time, so that no scan waits. */
export async function numbersIn(
  library: Library,
  sessions: readonly { readonly session_ref: string }[],
): Promise<ReadonlyMap<string, readonly Numbers[]>> {
  const found: (readonly [string, readonly Numbers[]])[] = []
  for (const { session_ref } of sessions) {
    found.push(...numbersOf(library, session_ref))
    await nextTurn()
  }
  return new Map(found)
}

/** The same of one session. */
export function numbersOf(library: Library, session_ref: string): ReadonlyMap<string, readonly Numbers[]> {
  const { terminal } = library.journal
  const rows = library.db.all(checksSince, { session_ref, epoch: 0, seq: 0 })
  return new Map(
    rows.map(({ epoch, seq, text }) => {
      return [eventRefText({ terminal, epoch, seq }), JSON.parse(text) as readonly Numbers[]]
    }),
  )
}

/** @param keys the numbers that are looked for @returns the entries, oldest first; also those that were voided */
export function checksTaken(library: Library, session_ref: string, keys: readonly string[]): readonly string[] {
  const { terminal, head } = library.journal
  const sessions = read.get(library) ?? new Map<string, Read>()
  if (sessions.size >= SESSIONS_MAX) sessions.clear()
  const known = sessions.get(session_ref) ?? { taken: new Map<string, string[]>(), until: { epoch: 0, seq: 0 } }
  read.set(library, sessions.set(session_ref, known))
  const { epoch, seq } = known.until
  for (const row of library.db.all(checksSince, { session_ref, epoch, seq })) {
    const ref = eventRefText({ terminal, epoch: row.epoch, seq: row.seq })
    for (const key of tenderKeys(JSON.parse(row.text) as readonly Numbers[]))
      known.taken.set(key, [...(known.taken.get(key) ?? []), ref])
  }
  known.until = { epoch: head.epoch, seq: head.seq }
  return keys.flatMap((key) => known.taken.get(key) ?? [])
}
