/**
 * Facts about what is owed. An amount is never edited: a charge is made, then reduced or restored by further entries.
 */
import { z } from 'zod'
import { CHARGE_KINDS } from '../../ledger/charge-kinds.ts'
import { amountCents, approval, code, instantMs, itemBarcode, party, ref, fact } from './fields.ts'

/** Why a charge moved. `applied`: what the library owed paid a debt. `paid` and `paid-back` come with the drawer. */
export const chargeMove = z.enum([
  'waived',
  'amnesty',
  'found',
  'claim-found',
  'outage',
  'voided',
  'refund-due',
  'applied',
  'restored',
  'undone',
])
export type ChargeMove = z.infer<typeof chargeMove>

export const CHARGE_EVENTS = {
  'charge-made': fact(1, {
    party,
    kind: z.enum(CHARGE_KINDS),
    amount_cents: amountCents,
    item_barcode: itemBarcode.nullable(),
    loan_ref: ref.nullable(),
    /**
     * From when to when a fine ran; null for other charges. `lent_at` and `rules_at_ms`: where the loan was made, and
     * the moment whose rules it was counted by, so that it can be counted again when the loan is gone; `is_recalled`:
     * it had been recalled.
     */
    period: z
      .strictObject({
        from_ms: instantMs,
        to_ms: instantMs,
        lent_at: code.optional(),
        rules_at_ms: instantMs.optional(),
        is_recalled: z.boolean().optional(),
      })
      .nullable(),
    /** Which rule, which calendar, which cap, in words without a name. */
    steps: z.array(z.string()),
  }),
  /** `owed_after_cents` and `refund_due_after_cents` are what holds from now on. */
  'charge-moved': fact(1, {
    charge_ref: ref,
    why: chargeMove,
    amount_cents: amountCents,
    owed_before_cents: z.int().nonnegative(),
    owed_after_cents: z.int().nonnegative(),
    refund_due_before_cents: z.int().nonnegative(),
    refund_due_after_cents: z.int().nonnegative(),
    ...approval,
  }),
} as const
