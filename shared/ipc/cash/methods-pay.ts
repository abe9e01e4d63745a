/**
 * The methods of the payment page: what a payment would come to, and the basket of what is sold. None of them records;
 * the basket belongs to the desk's session.
 */
import { z } from 'zod'
import { QUANTITY_COUNT_MAX } from '../../desk/session/basket.ts'
import { commandId, EXAMPLE_ID, method, ofPatron, previewReply, snapshotReply, type MethodSpec } from '../method.ts'
import { outsideDate } from '../../kernel/outside-date.ts'
import { drawerCode, PAYMENT, PAYMENT_EXAMPLE, paperNumber } from '../methods-cash.ts'

const AMOUNT_CENTS_MAX = 10_000_000
const amount = z.int().nonnegative().max(AMOUNT_CENTS_MAX)
const soFar = ofPatron(z.string().max(20))

/** As it stands while it is typed: numbers that are still to be typed are empty. */
const tenderSoFar = z.discriminatedUnion('tender', [
  z.strictObject({ tender: z.literal('cash'), tendered_cents: amount }),
  z.strictObject({ tender: z.literal('check'), amount_cents: amount, check_number: soFar }),
  z.strictObject({ tender: z.literal('card'), amount_cents: amount, authorization: soFar, last_four: soFar }),
  z.strictObject({ tender: z.literal('credit'), amount_cents: amount, is_for_others: z.boolean().optional() }),
  /** Goods or work, by the library's row of it: pieces or minutes, or their worth where that is asked. */
  z.strictObject({
    tender: z.literal('in-kind'),
    kind_code: z.string().min(1).max(64),
    quantity_count: z.int().positive().max(99_999).nullable(),
    amount_cents: amount.nullable(),
  }),
])

const basketAct = { permission: 'take-money', confidentiality: 'patron', changes: true, output: snapshotReply } as const
const product = z.string().min(1).max(64)

export const PAY_METHODS = {
  'payment.preview': method({
    does: 'Previews a payment: what stays owed, which blocks it lifts, and what is wrong with it. Records nothing.',
    permission: 'take-money',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({ ...PAYMENT, tenders: z.array(tenderSoFar).max(10) }),
    output: previewReply,
    refusals: [],
    example: PAYMENT_EXAMPLE,
  }),
  'payment.discard': method({
    does:
      'Discards what is half entered: empties the basket, and forgets amounts that anybody typed at this desk for a ' +
      'payment into this drawer and did not enter. Nothing is taken.',
    ...basketAct,
    /** Empty: the drawer of the only session that is open. */
    input: z.strictObject({ commandId, drawer_code: drawerCode }),
    refusals: ['command-changed'],
    example: { commandId: EXAMPLE_ID, drawer_code: '' },
  }),
  'basket.add': method({
    does: 'Adds a sale to what is to be paid, by the product’s code or its key letter, and opens the payment page.',
    ...basketAct,
    input: z.strictObject({
      commandId,
      product_code: product,
      quantity_count: z.int().min(1).max(QUANTITY_COUNT_MAX),
      /** Of one; null: the price of the catalog. */
      price_cents: z.int().positive().max(AMOUNT_CENTS_MAX).nullable(),
    }),
    refusals: ['product-unknown', 'price-needed', 'price-fixed', 'amount-too-large', 'basket-full', 'command-changed'],
    example: { commandId: EXAMPLE_ID, product_code: 'C', quantity_count: 12, price_cents: null },
  }),
  'basket.paper': method({
    does:
      'Names the receipt that was written by hand while nothing worked, and opens the payment page: the next payment ' +
      'is of that paper, until it is taken or the paper is taken out.',
    ...basketAct,
    input: z.strictObject({
      commandId,
      paper_number: paperNumber,
      written_on: outsideDate,
      /** "2:15 PM" or "14:15", by the clock of the branch; empty: the paper has no time. */
      time: z.string().trim().max(20),
    }),
    refusals: [
      'paper-number-used',
      'paper-day-ahead',
      'paper-day-old',
      'paper-time-unread',
      'paper-time-ahead',
      'command-changed',
    ],
    example: { commandId: EXAMPLE_ID, paper_number: '0143', written_on: '2026-11-26', time: '2:15 PM' },
  }),
  'basket.remove': method({
    does: 'Takes a sale, another patron’s charges, or the paper receipt, out of what is to be paid.',
    ...basketAct,
    input: z.strictObject({ commandId, line_id: z.string().min(1).max(200) }),
    refusals: ['command-changed'],
    example: { commandId: EXAMPLE_ID, line_id: 'sale COPY' },
  }),
} as const satisfies Record<string, MethodSpec>
