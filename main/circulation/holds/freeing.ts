/**
 * A copy that was set aside cannot be fetched any more: what becomes of the hold that had it. Gives the entry to be
 * recorded with whatever took the copy away. Must never touch a hold that only waits.
 */
import { backInQueue, holdState } from '../../../shared/circulation/holds/hold-facts.ts'
import type { EventDraft } from '../../../shared/journal/event.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import { holdWith } from './reading.ts'
import type { Library } from '../../library/library.ts'

/** What is said of it, where one was freed. */
export const WAITS_AGAIN = 'Whoever it was kept for waits again'

/** Whoever it was kept for waits again at their place; none when no hold had it. */
export function freedFrom(library: Library, item: Pick<ItemRow, 'title_id' | 'item_id'>): readonly EventDraft[] {
  const hold = holdWith(library, item)?.facts
  if (!hold) return []
  const body = { hold_ref: hold.hold_ref, why: 'released', before: holdState(hold), after: backInQueue(hold) } as const
  return [{ kind: 'hold-changed', body }]
}
