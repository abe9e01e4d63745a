/**
 * What a check-out means for holds: the patron's own is filled; another patron's that had this item waits again, or
 * ends when the clerk said so. The entries are recorded with the check-out. Ends no hold on another title.
 */
import { backInQueue, holdState, isCaptured, type HoldFacts } from '../../../shared/circulation/holds/hold-facts.ts'
import type { Override } from '../../../shared/desk/pending.ts'
import type { EventDraft } from '../../../shared/journal/event.ts'
import { HOLD_CANCELED_REASON } from '../../../shared/staff/reasons.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { holdWithItem } from '../../store/circulation/hold-list-rows.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import { holdsOf, holdWith, type Hold } from './reading.ts'
import type { Library } from '../../library/library.ts'

/** The clerk’s statement that the patron whose hold it was no longer wants it: kept with the override of the hold. */
export const HOLD_CANCELED: Override = { code: 'hold-waits', approved_by: '', reason: HOLD_CANCELED_REASON }

export function endsHold(override: Override): boolean {
  return override.code === HOLD_CANCELED.code && override.reason === HOLD_CANCELED.reason
}

/** Whether this item is set aside for a hold, here or in transit. */
export function isSetAside(library: Library, item: ItemRow): boolean {
  return library.db.get(holdWithItem, item) !== null
}

export type HoldsOnLending = {
  readonly drafts: readonly EventDraft[]
  /** The patron's hold that this fills. */
  readonly filled: HoldFacts | null
  /** The patron's hold had another item set aside: that one is to be cleared from the shelf. */
  readonly other_item: string | null
}

/** @param cancels_other the patron it was set aside for no longer wants it */
export function holdsOnLending(
  library: Library,
  item: ItemRow,
  patron_id: PatronId,
  cancels_other = false,
): HoldsOnLending {
  const own = filledBy(
    holdsOf(library, patron_id).filter((hold) => hold.title_id === item.title_id),
    item,
  )
  const holder = holdWith(library, item)
  const others = holder && holder.patron_id !== patron_id ? [holder] : []
  const drafts = others.map(({ facts }): EventDraft => {
    const about = { hold_ref: facts.hold_ref, before: holdState(facts) }
    if (facts.patron_status === 'gone') return { kind: 'hold-ended', body: { ...about, reason: 'patron-gone' } }
    if (cancels_other) return { kind: 'hold-ended', body: { ...about, reason: 'canceled' } }
    return { kind: 'hold-changed', body: { ...about, reason: 'released', after: backInQueue(facts) } }
  })
  if (own) {
    const body = { hold_ref: own.hold_ref, reason: 'filled', before: holdState(own) } as const
    drafts.push({ kind: 'hold-ended', body })
  }
  const other_item = own && isCaptured(own) && !hasItem(own, item) ? own.item_barcode : null
  return { drafts, filled: own, other_item }
}

function hasItem(hold: HoldFacts, item: ItemRow): boolean {
  return isCaptured(hold) && hold.item_barcode === item.barcode
}

/** The hold that has this item; or the one that asks for it; or the oldest that any item fills. */
function filledBy(theirs: readonly Hold[], item: ItemRow): HoldFacts | null {
  const own = theirs.map((hold) => hold.facts)
  return (
    own.find((hold) => hasItem(hold, item)) ??
    own.find((hold) => hold.is_item_hold && hold.item_barcode === item.barcode) ??
    own.find((hold) => !hold.is_item_hold) ??
    null
  )
}
