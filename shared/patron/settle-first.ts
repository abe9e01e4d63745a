/**
 * Whether money owed is paid, and items are returned, before a card is renewed or another one is given: where the
 * library says so. Pure.
 */
import type { Cents } from '../kernel/money.ts'
import type { LibrarySettings } from '../policy/library-settings.ts'
import { refuse, type Refusal } from '../refusals/refusals.ts'

export type SettleFirst = Pick<LibrarySettings, 'card_owed_cents_max' | 'card_items_first' | 'card_settled_for'>

export type Unsettled = {
  readonly owed: Cents
  /** What they have out; neither claimed nor billed as lost. */
  readonly out_count: number
  readonly overdue_count: number
}

/** A lost, a worn and an extra card are all new ones. */
export type CardGiven = 'renewals' | 'new-cards'

function itemsFirst({ card_items_first: first }: SettleFirst, { out_count, overdue_count }: Unsettled): number {
  if (first === 'none') return 0
  return first === 'all' ? out_count : overdue_count
}

/** What is to be settled first; null: nothing. An amount counts once it is reached, as every limit does. */
export function settleFirst(settings: SettleFirst, unsettled: Unsettled, given: CardGiven): Refusal | null {
  const { card_owed_cents_max: limit, card_items_first, card_settled_for: for_kind } = settings
  if (for_kind !== 'both' && for_kind !== given) return null
  const { owed } = unsettled
  const isOwing = limit !== null && owed > 0 && owed >= limit
  const items = itemsFirst(settings, unsettled)
  if (!isOwing && items === 0) return null
  const what = card_items_first === 'all' ? 'out' : 'overdue'
  const first = items === 0 ? 'money' : isOwing ? (`money-and-${what}` as const) : what
  return refuse('card-settle-first', { owed, items, first })
}
