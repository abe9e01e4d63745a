/** What a loan, a hold or a return has cost, and what it means for the patron, as codes and facts. Types only. */
import type { FeeRule } from '../../policy/policy-facts.ts'

export type CostStep =
  | { readonly code: 'rental-charged'; readonly amount_cents: number }
  /** At a renewal: for being late up to then. */
  | { readonly code: 'fine-until-now'; readonly amount_cents: number }
  | { readonly code: 'fine-charged'; readonly amount_cents: number }
  | { readonly code: 'fine-charged-before' }
  /** It was late; the step that follows says why it costs nothing. */
  | { readonly code: 'no-fine' }
  | { readonly code: 'no-borrowing-until'; readonly on: string }
  /** `name` empty: the library gave it none. */
  | {
      readonly code: 'own-fee'
      readonly kind: Extract<FeeRule['fee_kind'], 'hold' | 'book-drop'>
      readonly name: string
      readonly amount_cents: number
    }
  /** Merged or deleted elsewhere while the item was out. */
  | { readonly code: 'last-patron-gone' }
  /** More than this role may waive: it is charged. */
  | { readonly code: 'not-let-off' }
  | { readonly code: 'claim-given-up' }
  | { readonly code: 'claim-was-right' }
  | { readonly code: 'no-lost-rule' }
  | { readonly code: 'recalled'; readonly due_ms: number }
