/**
 * Facts about what is owed. An amount is never edited: a charge is made, then reduced or restored by further transfers.
 */
import { z } from 'zod'
import { CHARGE_ACCOUNTS, TRANSFER_CODES } from '../../ledger/accounts.ts'
import { CHARGE_KINDS } from '../../ledger/charge-kinds.ts'
import { amountCents, code, fact, instantMs, itemBarcode, party, ref } from './fields.ts'

export const CHARGE_EVENTS = {
  'charge-made': fact(1, {
    party,
    kind: z.enum(CHARGE_KINDS),
    fund: code,
    /** `cancelled`: the rule takes the fine off as the item is billed as lost; it may come back with it. */
    debit: z.enum(['receivable', 'cancelled']),
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
  /** One transfer. `pays_ref`: the charge whose debt is paid, where another one pays. `of`: the entry it undoes. */
  'charge-moved': fact(1, {
    charge_ref: ref,
    pays_ref: ref.nullable(),
    debit: z.enum(CHARGE_ACCOUNTS),
    credit: z.enum(CHARGE_ACCOUNTS),
    amount_cents: amountCents,
    code: z.enum(TRANSFER_CODES),
    fund: code,
    of: ref.nullable(),
    approved_by: z.string(),
    reason: z.string().max(64),
  }),
} as const
