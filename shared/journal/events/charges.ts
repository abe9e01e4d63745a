/**
 * Facts about what is owed. An amount is never edited: a charge is made, then reduced or restored by further transfers.
 */
import { z } from 'zod'
import { CHARGE_ACCOUNTS, CHARGE_CODES } from '../../ledger/accounts.ts'
import { CHARGE_KINDS } from '../../ledger/charge-kinds.ts'
import { amountCents, code, count, fact, instantMs, itemBarcode, ref } from './fields.ts'

/** By what a charge was made, and what was counted: its words come from these and the rule, in any language. */
const chargeBasis = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('fine'),
    rule_code: code,
    /** Counted from and to, where grace, a claim or an outage cut the period short. */
    counted_from_ms: instantMs,
    counted_to_ms: instantMs,
    late_count: count,
    late_unit: z.enum(['minutes', 'open-minutes', 'hours', 'open-hours', 'days']),
    closed_days_count: count,
    /** How often the rate was charged. */
    units_count: count,
    rate_cents: count,
    cap: z.enum(['none', 'amount', 'price']),
    /** What of it was charged before. */
    already_cents: count,
  }),
  z.strictObject({ by: z.literal('rental'), rule_code: code, units_count: count }),
  /** Empty rule: a person billed it where no rule fits. */
  z.strictObject({ by: z.literal('lost'), rule_code: z.string(), price: z.enum(['own', 'default', 'stated']) }),
  /** `part`: a name of the fee table, or empty. */
  z.strictObject({
    by: z.literal('damage'),
    part: z.string(),
    price: z.enum(['listed', 'stated', 'whole']),
    is_capped: z.boolean(),
  }),
  z.strictObject({ by: z.literal('fee'), fee_code: z.string(), listed_cents: count }),
  z.strictObject({ by: z.literal('hand') }),
])
export type ChargeBasis = z.infer<typeof chargeBasis>

export const CHARGE_EVENTS = {
  'charge-made': fact(1, {
    kind: z.enum(CHARGE_KINDS),
    fund: code,
    /** `canceled`: the rule takes the fine off as the item is billed as lost; it may come back with it. */
    debit: z.enum(['receivable', 'canceled']),
    amount_cents: amountCents,
    item_barcode: itemBarcode.nullable(),
    loan_ref: ref.nullable(),
    /**
     * From when to when a fine ran; null for other charges. `loan_branch` and `rules_at_ms`: where the loan was made,
     * and the moment whose rules it was counted by, so that it can be counted again when the loan is gone.
     */
    period: z
      .strictObject({
        from_ms: instantMs,
        to_ms: instantMs,
        loan_branch: code,
        rules_at_ms: instantMs,
        is_recalled: z.boolean(),
      })
      .nullable(),
    basis: chargeBasis,
  }),
  /** One transfer. `pays_ref`: the charge whose debt is paid, where another one pays. `of`: the entry it undoes. */
  'charge-moved': fact(1, {
    charge_ref: ref,
    pays_ref: ref.nullable(),
    debit: z.enum(CHARGE_ACCOUNTS),
    credit: z.enum(CHARGE_ACCOUNTS),
    amount_cents: amountCents,
    code: z.enum(CHARGE_CODES),
    fund: code,
    of: ref.nullable(),
    approved_by: z.string(),
    reason: z.string().max(64),
  }),
} as const
