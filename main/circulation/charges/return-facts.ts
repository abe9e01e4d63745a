/** The input and output of the money side of a return. Holds no decision. */
import type { CostStep } from '../../../shared/circulation/fines/cost-steps.ts'
import type { FineStep } from '../../../shared/circulation/fines/fine-steps.ts'
import type { Fine } from '../../../shared/circulation/fines/fine.ts'
import type { ClaimKind } from '../../../shared/circulation/lost/claims.ts'
import type { FoundStep } from '../../../shared/circulation/lost/lost-steps.ts'
import type { QuestionAbout, ReturnSaid } from '../../../shared/circulation/lost/return-question.ts'
import type { Cents } from '../../../shared/kernel/money.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import type { ItemRow, LoanRow } from '../../store/circulation/item-rows.ts'
import type { PatronRow } from '../../store/patrons/patron-rows.ts'
import type { LetOffCode } from '../../../shared/ledger/let-off.ts'
import type { Gathered } from './gathering.ts'
import type { OutageLetOff } from './outage-fines.ts'

export type ReturnAsk = {
  readonly item: ItemRow
  /** The loan that ends; null when it was not out. */
  readonly loan: LoanRow | null
  /** When it counts as back. */
  readonly back_at: Instant
  /** The same without the day that a person set for returns: what lies between is let off. */
  readonly undated_at: Instant
  readonly is_amnesty: boolean
  /** What a person has said of it; what was not said is asked where it matters. */
  readonly said: ReturnSaid
  /** Nobody found it: the claim is given up, and what was charged stays. */
  readonly is_given_up?: boolean
}

/** What must be answered before any money of the return moves, and what there is to know for it. */
export type Question =
  | { readonly about: Extract<QuestionAbout, 'claim'>; readonly claim: ClaimKind }
  | { readonly about: Extract<QuestionAbout, 'charge'>; readonly owed_cents: Cents }
  | { readonly about: Extract<QuestionAbout, 'receipt'>; readonly back_cents: Cents }

/** What is told with a return. */
export type Told = CostStep | FineStep | FoundStep

export type AtReturn = Gathered & {
  /** What lateness comes to; null when nothing was out, or when it was billed as lost. */
  readonly fine: Fine | null
  readonly told: readonly Told[]
  /** Null: all is settled. Else there are no entries yet. */
  readonly question: Question | null
}

/** What is decided about one return. */
export type Returning = ReturnAsk & {
  readonly loan: LoanRow
  readonly patron: PatronRow
  /** It was claimed, and the patron was right: nothing of it is theirs to pay. */
  readonly was_right: boolean
  /** The declared outages that take something off the fine; null: none do. */
  readonly outages: OutageLetOff | null
  /** Who let the fine off, allowed the day, or declared the outage: empty for the clerk's own role. */
  readonly let_off_by: Readonly<Record<LetOffAtReturn, string>>
}

/** Why a return costs less than the rules say: a person wanted it so. */
export const LET_OFF_AT_RETURN = [
  'outage',
  'backdated',
  'amnesty',
  'claim-found',
] as const satisfies readonly LetOffCode[]
export type LetOffAtReturn = (typeof LET_OFF_AT_RETURN)[number]
