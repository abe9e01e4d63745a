/** Two holds of one person on the same title or item: one of them ends when their records become one. Pure. */
import type { HoldFacts } from './hold-facts.ts'

export type MergedHold = Pick<HoldFacts, 'hold_ref' | 'status' | 'placed_at' | 'is_item_hold' | 'item_barcode'> & {
  readonly title_id: number
}

function isSameWish(one: MergedHold, other: MergedHold): boolean {
  if (one.title_id !== other.title_id || one.is_item_hold !== other.is_item_hold) return false
  return !one.is_item_hold || one.item_barcode === other.item_barcode
}

const hasItem = ({ status }: MergedHold): boolean => status === 'ready' || status === 'in-transit'

/** Of two the one without an item ends, else the one placed later; where an item is set aside for both, both stay. */
function ending(kept: MergedHold, former: MergedHold): MergedHold | null {
  if (hasItem(kept) && hasItem(former)) return null
  if (hasItem(kept) !== hasItem(former)) return hasItem(kept) ? former : kept
  return former.placed_at < kept.placed_at ? kept : former
}

/** Which holds end, by reference; each but once. */
export function holdsToEnd(kept: readonly MergedHold[], former: readonly MergedHold[]): readonly string[] {
  const refs = former.flatMap((one) =>
    kept.filter((other) => isSameWish(one, other)).flatMap((other) => ending(other, one)?.hold_ref ?? []),
  )
  return [...new Set(refs)]
}
