/**
 * An item that was set aside can no longer be picked up: what happens to the hold that had it. Returns the entry to be
 * recorded with whatever took the item away. Touches no hold that is only waiting.
 */
import { backInQueue, holdState } from '../../../shared/circulation/holds/hold-facts.ts'
import type { EventDraft } from '../../../shared/journal/event.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import { holdWith } from './reading.ts'
import type { Library } from '../../library/library.ts'

/** The hold that had it waits again at its place; none when no hold had it. */
export function freedFrom(library: Library, item: Pick<ItemRow, 'title_id' | 'item_id'>): readonly EventDraft[] {
  const hold = holdWith(library, item)?.facts
  if (!hold) return []
  const body = {
    hold_ref: hold.hold_ref,
    reason: 'released',
    before: holdState(hold),
    after: backInQueue(hold),
  } as const
  return [{ kind: 'hold-changed', body }]
}
