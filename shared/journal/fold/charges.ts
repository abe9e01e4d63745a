/** What facts about charges change. */
import { eventRefText, type Folds } from '../event.ts'
import type { ChargeKind } from '../../ledger/charge-kinds.ts'
import type { CHARGE_EVENTS, ChargeMove } from '../events/charges.ts'

export type ChargeChange =
  | {
      readonly kind: 'charge-opened'
      readonly charge_ref: string
      readonly party: string
      readonly charge: ChargeKind
      readonly amount_cents: number
      readonly item_barcode: string | null
      readonly loan_ref: string | null
    }
  | {
      readonly kind: 'charge-moved'
      readonly charge_ref: string
      readonly why: ChargeMove
      readonly amount_cents: number
      readonly owed_cents: number
      readonly refund_due_cents: number
      readonly reason: string
    }

export const CHARGE_FOLDS: Folds<typeof CHARGE_EVENTS, ChargeChange> = {
  'charge-made': ({ head, body: { party, kind, amount_cents, item_barcode, loan_ref } }) => {
    const charge_ref = eventRefText(head)
    return [{ kind: 'charge-opened', charge_ref, party, charge: kind, amount_cents, item_barcode, loan_ref }]
  },
  'charge-moved': ({ body }) => {
    const { charge_ref, why, amount_cents, owed_after_cents, refund_due_after_cents, reason } = body
    const after = { owed_cents: owed_after_cents, refund_due_cents: refund_due_after_cents }
    return [{ kind: 'charge-moved', charge_ref, why, amount_cents, ...after, reason }]
  },
}
