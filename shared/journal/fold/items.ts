/** What facts about items change. */
import type { Folds } from '../event.ts'
import type { ITEM_EVENTS } from '../events/items.ts'

export type ItemChange = {
  readonly kind: 'item-placed'
  readonly item_barcode: string
  readonly at_branch: string
  readonly status: string
  readonly seen_at_ms: number
}

export function placedAt(item_barcode: string, at_branch: string, status: string, seen_at_ms: number): ItemChange {
  return { kind: 'item-placed', item_barcode, at_branch, status, seen_at_ms }
}

export const ITEM_FOLDS: Folds<typeof ITEM_EVENTS, ItemChange> = {
  'item-marked': ({ head, body: { item_barcode, at_branch, status } }) => [
    placedAt(item_barcode, at_branch ?? head.branch, status, head.at_ms),
  ],
  'item-used-here': () => [],
  'item-made': () => [],
  'item-edited': () => [],
}
