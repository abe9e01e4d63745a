/** What the money side of a return is asked with, and what it gives back. Holds no decision. */
import type { Fine } from '../../../shared/circulation/fine.ts'
import type { FoundAnswer } from '../../../shared/circulation/found.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import type { ItemRow, LoanRow } from '../../store/item-rows.ts'
import type { PatronRow } from '../../store/patron-rows.ts'
import type { Gathered } from './drafts.ts'

export type ReturnAsk = {
  readonly item: ItemRow
  /** The loan that ends; null when it was not out. */
  readonly loan: LoanRow | null
  /** When it counts as back. */
  readonly back_at: Instant
  readonly is_amnesty: boolean
  /** Found on our own shelf while it was claimed; else it was brought. */
  readonly is_on_shelf?: boolean
  /** Nobody found it: the claim is given up, and what was charged stays. */
  readonly is_given_up?: boolean
  /** A person's answer where the rule asks what becomes of a lost charge; null: not asked yet. */
  readonly answer?: FoundAnswer | null
  readonly has_receipt?: boolean
}

export type AtReturn = Gathered & {
  /** What lateness comes to; null when nothing was out, or when it was billed as lost. */
  readonly fine: Fine | null
  /** Told with the return, one sentence each without its full stop; empty when there is nothing to tell. */
  readonly words: readonly string[]
  /** Answers a person may give about a lost charge; it stays as it is until then. */
  readonly asks: readonly FoundAnswer[]
  readonly needs_receipt: boolean
}

/** What is decided about one return. */
export type Returning = ReturnAsk & {
  readonly loan: LoanRow
  readonly borrower: PatronRow
  /** It was claimed, and the patron was right: nothing of it is theirs to pay. */
  readonly was_right: boolean
}
