/** What facts about charges change: each is one transfer. */
import type { ChargeKind } from '../../ledger/charge-kinds.ts'
import { chargeTransfer, type Transfer } from '../../ledger/accounts.ts'
import { cents } from '../../kernel/money.ts'
import { eventRefText, type EventOf, type Folds } from '../event.ts'
import type { CHARGE_EVENTS } from '../events/charges.ts'

export type ChargeChange =
  | {
      readonly kind: 'charge-opened'
      readonly charge_ref: string
      readonly charge: ChargeKind
      readonly amount_cents: number
      readonly item_barcode: string | null
      readonly loan_ref: string | null
      readonly transfer: Transfer
    }
  | {
      readonly kind: 'money-moved'
      readonly transfer: Transfer
      /** Which transfer of its entry, where it has several; and the drawer session that took or gave it. */
      readonly n?: number
      readonly session_ref?: string
      /** The entry that it undoes. */
      readonly of: string | null
      readonly reason: string
    }

/** The transfer that an entry about a charge is. */
export function transferOf({ head, kind, body }: EventOf<'charge-made' | 'charge-moved'>): Transfer {
  const amount_cents = cents(body.amount_cents)
  if (kind === 'charge-moved') return chargeTransfer({ ...body, amount_cents })
  const { debit, fund } = body
  const made = { charge_ref: eventRefText(head), pays_ref: null, debit, credit: 'income' } as const
  return chargeTransfer({ ...made, amount_cents, code: 'charged', fund })
}

export const CHARGE_FOLDS: Folds<typeof CHARGE_EVENTS, ChargeChange> = {
  'charge-made': (event) => {
    const { kind, amount_cents, item_barcode, loan_ref } = event.body
    const about = { charge_ref: eventRefText(event.head), charge: kind, amount_cents, item_barcode, loan_ref }
    return [{ kind: 'charge-opened', ...about, transfer: transferOf(event) }]
  },
  'charge-moved': (event) => {
    const { of, reason } = event.body
    return [{ kind: 'money-moved', transfer: transferOf(event), of, reason }]
  },
}
