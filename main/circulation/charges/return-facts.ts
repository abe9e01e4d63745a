/** The input and output of the money side of a return. Holds no decision. */
import type { Fine } from '../../../shared/circulation/fines/fine.ts'
import type { QuestionAbout, ReturnSaid } from '../../../shared/circulation/lost/return-question.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import type { ItemRow, LoanRow } from '../../store/circulation/item-rows.ts'
import type { PatronRow } from '../../store/patrons/patron-rows.ts'
import type { Gathered } from './gathering.ts'

export type ReturnAsk = {
  readonly item: ItemRow
  /** The loan that ends; null when it was not out. */
  readonly loan: LoanRow | null
  /** When it counts as back. */
  readonly back_at: Instant
  readonly is_amnesty: boolean
  /** What a person has said of it; what was not said is asked where it matters. */
  readonly said: ReturnSaid
  /** Nobody found it: the claim is given up, and what was charged stays. */
  readonly is_given_up?: boolean
}

/** What must be answered before any money of the return moves, in one sentence with its mark. */
export type Question = { readonly about: QuestionAbout; readonly says: string }

export type AtReturn = Gathered & {
  /** What lateness comes to; null when nothing was out, or when it was billed as lost. */
  readonly fine: Fine | null
  /** Told with the return, one sentence each without its full stop; empty when there is nothing to tell. */
  readonly words: readonly string[]
  /** Null: all is settled. Else there are no entries yet. */
  readonly question: Question | null
}

/** What is decided about one return. */
export type Returning = ReturnAsk & {
  readonly loan: LoanRow
  readonly patron: PatronRow
  /** It was claimed, and the patron was right: nothing of it is theirs to pay. */
  readonly was_right: boolean
}
