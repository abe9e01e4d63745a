/**
 * When a drawer was opened without a sale: by a person at the desk, or with its key, as its sensor tells. Pure.
 * An opening to count is one too, unless the same person counted the drawer after it.
 */
import type { EventOf } from '../../journal/event.ts'
import type { CashEvent } from '../../journal/fold/cash.ts'

/** An entry that can be of a drawer without a session. */
export type LooseOpening = EventOf<'drawer-pulsed'> | EventOf<'drawer-key-opened'>

const COUNTS: ReadonlySet<CashEvent['kind']> = new Set<CashEvent['kind']>(['drawer-counted', 'drawer-opened'])

/** @param events of a session, oldest first */
export function noSalesIn(events: readonly CashEvent[]): readonly CashEvent[] {
  return events.filter((event, index) => {
    if (event.kind === 'drawer-unlocked') return event.body.purpose === 'no-sale'
    if (event.kind !== 'drawer-pulsed') return false
    const { staff } = event.head
    const isCounted = (one: CashEvent): boolean => COUNTS.has(one.kind) && one.head.staff === staff
    return event.body.reason !== 'count' || !events.slice(index + 1).some(isCounted)
  })
}

/** What a drawer without a session was opened for at the desk: to try it. A count there begins a session. */
export function isLooseNoSale(event: LooseOpening): event is EventOf<'drawer-pulsed'> {
  return event.kind === 'drawer-pulsed' && event.body.reason !== 'count'
}

/** How often drawers were opened by nobody's wish, as their sensors told. */
export function keyOpeningsIn(events: readonly CashEvent[]): number {
  return events.filter(isKeyOpening).reduce((sum, { body }) => sum + body.openings_count, 0)
}

export function isKeyOpening(event: CashEvent): event is EventOf<'drawer-key-opened'> {
  return event.kind === 'drawer-key-opened'
}
