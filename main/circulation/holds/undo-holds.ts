/**
 * Undoes an entry about a hold by further entries that restore it. Must never touch a hold that has changed since: a
 * patron relies on it.
 */
import { holdState } from '../../../shared/circulation/holds/hold-facts.ts'
import { canonical, eventRefText, type DeskEvent, type EventDraft } from '../../../shared/journal/event.ts'
import type { HoldState } from '../../../shared/journal/events/fields.ts'
import { NO_PARTIES, type Parties } from '../../journal/beside.ts'
import { closedHold } from '../../store/circulation/hold-rows.ts'
import { holdWithItem } from '../../store/circulation/hold-list-rows.ts'
import { titleToHold } from '../../store/circulation/hold-queue-rows.ts'
import { findHold } from './reading.ts'
import type { Library } from '../../library/library.ts'

type HoldEvent = Extract<DeskEvent, { kind: `hold-${string}` }>
type Undoing = { readonly drafts: readonly EventDraft[]; readonly parties: Parties }

/** @returns what undoes it, or null when something newer happened to the hold */
export function holdUndone(library: Library, event: HoldEvent): Undoing | null {
  switch (event.kind) {
    case 'hold-placed': {
      const hold_ref = eventRefText(event.head)
      const hold = findHold(library, hold_ref)
      if (hold?.facts.status !== 'waiting') return null
      const body = { hold_ref, reason: 'undone', before: holdState(hold.facts) } as const
      return { drafts: [{ kind: 'hold-ended', body }], parties: NO_PARTIES }
    }
    case 'hold-changed': {
      const { hold_ref, before, after } = event.body
      const hold = findHold(library, hold_ref)
      if (!hold || !isSame(holdState(hold.facts), after)) return null
      const body = { hold_ref, reason: 'undone', before: after, after: before } as const
      return { drafts: [{ kind: 'hold-changed', body }], parties: NO_PARTIES }
    }
    case 'hold-ended':
      return reopened(library, event)
    case 'hold-reopened':
      return null
  }
}

function isSame(one: HoldState, other: HoldState): boolean {
  return canonical(one) === canonical(other)
}

/** Whether the item it had is set aside for another hold by now. */
function isTaken(library: Library, { title_id, item_id, status }: NonNullable<(typeof closedHold)['row']>): boolean {
  if (item_id === null || (status !== 'ready' && status !== 'in-transit')) return false
  return library.db.get(holdWithItem, { title_id, item_id }) !== null
}

/** An ended hold is open again as it was, as long as this desk still knows whose it was. */
function reopened(library: Library, { head, body }: Extract<HoldEvent, { kind: 'hold-ended' }>): Undoing | null {
  const { hold_ref, before } = body
  const closed = library.db.get(closedHold, { hold_ref })
  const title = closed && library.db.get(titleToHold, { title_id: closed.title_id })
  if (!closed || !title || findHold(library, hold_ref) || isTaken(library, closed)) return null
  const { is_item_hold, placed_at_ms, patron_id } = closed
  const placed = { title_ref: title.title_ref, is_item_hold: is_item_hold === 1, placed_at_ms }
  const draft: EventDraft = {
    kind: 'hold-reopened',
    body: { hold_ref, of: eventRefText(head), ...placed, state: before },
  }
  return { drafts: [draft], parties: new Map([[draft, patron_id]]) }
}
