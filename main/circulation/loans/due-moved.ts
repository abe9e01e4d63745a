/** The entry of a due date that no person set: an outage moved it, a rule that changed, or a card that was renewed. */
import type { EventBody, EventDraft } from '../../../shared/journal/event.ts'
import { NOT_BY_HAND } from '../../../shared/journal/events/fields.ts'
import { dueSealed, sealing, type SealedLoan } from '../../../shared/journal/sealing.ts'

type Moved = SealedLoan & {
  readonly barcode: string
  readonly loan_ref: string
  readonly renewals_count: number
}

type Why = Extract<EventBody<'due-date-set'>['reason'], 'outage' | 'new-rule' | 'limit-lifted'>

/** @param sealed_due_at_ms the date that the seal says */
export function dueMoved(loan: Moved, reason: Why, due_at_ms: number, sealed_due_at_ms = due_at_ms): EventDraft {
  const { barcode: item_barcode, loan_ref, renewals_count, due_at_ms: due_before_ms } = loan
  const moved = { item_barcode, loan_ref, due_before_ms, due_at_ms, renewals_count }
  const sealed = { due_before_ms: dueSealed(loan), due_at_ms: sealed_due_at_ms }
  return sealing('due-date-set', { ...moved, ...NOT_BY_HAND, reason }, sealed)
}
