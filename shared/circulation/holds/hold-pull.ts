/**
 * What to pull from the shelves: each waiting hold gets one item, so that two branches do not pull for the same person.
 * An item at the branch where it will be fetched comes first, then the desk's own order of branches. Every desk that
 * knows the same holds and items finds the same. Pure.
 */
import type { BranchCode } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { isCaptured, type HoldFacts } from './hold-facts.ts'
import { byTurn, whyPassedOver } from './hold-queue.ts'

/** An item that is in and may be lent. */
export type PullItem = {
  readonly item_barcode: string
  readonly at_branch: BranchCode
  /** Holds of those who may never have this item. */
  readonly not_for: ReadonlySet<string>
}

export type Pull = { readonly hold_ref: string; readonly item_barcode: string; readonly to_branch: BranchCode }

/** Pairs the waiting holds of one title with its items. */
export function pairPulls(holds: readonly HoldFacts[], items: readonly PullItem[], today: LocalDate): readonly Pull[] {
  const left = items.toSorted(
    (one, other) => order(one.at_branch, other.at_branch) || order(one.item_barcode, other.item_barcode),
  )
  const pulls: Pull[] = []
  for (const hold of holds.filter((one) => !isCaptured(one)).toSorted(byTurn)) {
    if (left.length === 0) break
    const fits = (item: PullItem): boolean => {
      const { item_barcode, not_for } = item
      const about = { item_barcode, not_for, today, returner_ref: null, is_capturing: true }
      return whyPassedOver(hold, about) === null
    }
    const near = left.findIndex((item) => item.at_branch === hold.pickup_branch && fits(item))
    const at = near >= 0 ? near : left.findIndex(fits)
    const item = left[at]
    if (!item) continue
    left.splice(at, 1)
    pulls.push({ hold_ref: hold.hold_ref, item_barcode: item.item_barcode, to_branch: hold.pickup_branch })
  }
  return pulls
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
