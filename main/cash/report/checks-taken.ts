/**
 * Which receipts of a session took a check of some number. The numbers are beside the seal, where they can be erased,
 * and in no index: each receipt is read once in a run of the program, so that a long session takes no payment more
 * slowly.
 */
import { checkKey } from '../../../shared/cash/numbers/written-number.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import type { Place } from '../../../shared/journal/place.ts'
import type { Library } from '../../library/library.ts'
import { checksSince } from '../../store/money/cash-rows.ts'

/** The receipts by the numbers of their checks, up to a place in the journal. */
type Read = { readonly taken: Map<string, string[]>; until: Place }

const read = new WeakMap<Library, Map<string, Read>>()
/** More drawers than are open at a desk. */
const SESSIONS_MAX = 20

/** The numbers of checks among what is kept beside a receipt. */
function keysIn(beside: string): readonly string[] {
  const said = JSON.parse(beside) as readonly { readonly check_number?: string }[]
  return said.flatMap(({ check_number }) => (check_number === undefined ? [] : [checkKey(check_number)]))
}

/** @param keys the numbers that are looked for @returns the entries, oldest first; also those that were voided */
export function checksTaken(library: Library, session_ref: string, keys: readonly string[]): readonly string[] {
  const { terminal, head } = library.journal
  const sessions = read.get(library) ?? new Map<string, Read>()
  if (sessions.size >= SESSIONS_MAX) sessions.clear()
  const known = sessions.get(session_ref) ?? { taken: new Map<string, string[]>(), until: { epoch: 0, seq: 0 } }
  read.set(library, sessions.set(session_ref, known))
  const { epoch: epoch_count, seq: seq_count } = known.until
  for (const row of library.db.all(checksSince, { session_ref, epoch_count, seq_count })) {
    const ref = eventRefText({ terminal, epoch: row.epoch_count, seq: row.seq_count })
    for (const key of keysIn(row.text)) known.taken.set(key, [...(known.taken.get(key) ?? []), ref])
  }
  known.until = { epoch: head.epoch, seq: head.seq }
  return keys.flatMap((key) => known.taken.get(key) ?? [])
}
