/**
 * The payment part of a page, as data: what is to be paid, by line, and with what. The station builds it, the screen
 * draws it. Which lines are chosen and what is typed belongs to the screen until it is sent; what comes of a payment is
 * the station's to say, in the preview and in the band.
 */
import { z } from 'zod'
import { IN_KIND_PER } from '../../policy/cash-facts.ts'
import { CASH_ROUNDINGS } from '../../cash/rounding.ts'

export const PAY_TENDERS = ['cash', 'check', 'card', 'credit', 'in-kind'] as const
export const payTenderSchema = z.enum(PAY_TENDERS)
export type PayTender = z.infer<typeof payTenderSchema>

const amount = z.int().min(0)

/** What a chosen line adds to the call's input: one of its `charges`, or one of its `sales`. */
const paysSchema = z.discriminatedUnion('of', [
  /** `amount_cents`: of a part of what is owed; null pays the charge as far as the money reaches. */
  z.strictObject({ of: z.literal('charge'), charge_ref: z.string(), amount_cents: z.int().positive().nullable() }),
  z.strictObject({
    of: z.literal('sale'),
    product_code: z.string(),
    quantity_count: z.int().positive(),
    price_cents: z.int().positive().nullable(),
  }),
])

const payLineSchema = z.strictObject({
  /** Unique among the lines of the part. */
  line_id: z.string(),
  pays: paysSchema,
  /** "Overdue", and what it is for: a title, a barcode. */
  label: z.string(),
  caption: z.string(),
  /** "Nov 21", "today"; and the fund. Either may be empty. */
  since: z.string(),
  fund: z.string(),
  /** What it comes to when it is chosen, tax included; and what is owed on it in all. */
  amount_cents: amount,
  owed_cents: amount,
  is_chosen: z.boolean(),
  /** Whose charge it is, for the credit of the open patron: their own, another's, or none that credit pays. */
  credit: z.enum(['own', 'others', 'none']),
  /** The goods and work that pay it, by their codes. */
  in_kind: z.array(z.string()),
})

/**
 * Without its calls, which page.ts adds: `call` takes the payment, `preview` says what would come of it. Both get what
 * `paymentInput` gives (payment.ts).
 */
export const paymentShape = z.strictObject({
  kind: z.literal('payment'),
  section_id: z.string(),
  heading: z.string(),
  /** Who pays, or what is paid for: "Dana Miller pays". */
  who: z.string(),
  /** In the order in which they are paid, which is oldest first. */
  lines: z.array(payLineSchema),
  /** What is to be paid for the lines that are chosen at first. */
  due_cents: amount,
  /** What may be paid with here, in the order of the buttons. */
  tenders: z.array(payTenderSchema),
  /** The credit that the patron has; zero for none, and then it is not offered. */
  credit_cents: amount,
  /**
   * Goods and work that are taken here. `most_cents`: no more counts on this receipt; null: no limit. `months`: for the
   * charges of each patron among the lines what is left of the month, where the library limits that.
   */
  in_kind: z.array(
    z.strictObject({
      kind_code: z.string(),
      name: z.string(),
      per_kind: z.enum(IN_KIND_PER),
      value_cents: z.int().positive().nullable(),
      most_cents: amount.nullable(),
      months: z.array(z.strictObject({ line_ids: z.array(z.string()), left_cents: amount })),
    }),
  ),
  /** The change can stay on the account: a patron pays. */
  can_keep_change: z.boolean(),
  rounding: z.enum(CASH_ROUNDINGS),
  /** Shown when there is nothing to pay: a sentence, with what to press. */
  empty: z.string(),
})
