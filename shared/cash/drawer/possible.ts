/** One thing that could have made a drawer over or short, and how such things are read from its entries. Pure. */
import type { Cents } from '../../kernel/money.ts'
import type { PieceCents } from '../pieces.ts'

export type Figures = {
  /** The bill that was in the hand, or that was given; the amount that was typed. */
  readonly note_cents?: Cents
  /** The bill or amount that it should have been. */
  readonly meant_cents?: Cents
  readonly piece_cents?: PieceCents
  readonly by_count?: number
  readonly product_code?: string
}
/** One thing that could have happened, and by how much the drawer is off by it. */
export type Possible = Figures & { readonly by_cents: number; readonly receipt?: string; readonly event_ref?: string }
