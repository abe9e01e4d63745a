/** The methods about receipts that were made: reading one, and paying money back. */
import { z } from 'zod'
import { isAuthorization } from '../../kernel/card-number.ts'
import { REFUND_TENDERS } from '../../ledger/drawer-acts.ts'
import { commandId, EXAMPLE_ID, method, ofPatron, snapshotReply, type MethodSpec } from '../method.ts'
import { amount, cashAct, DRAWER_REFUSALS, drawerCode, reason, recorded, ref } from '../methods-cash.ts'

/** The number on the paper, its last part alone, or the entry. */
const receipt = z.string().trim().min(1).max(120)

/** Who gets the money: needed where the receipt is not of one patron. */
const payeeName = z.string().trim().max(80)

const line = z.strictObject({
  line_number: z.int().positive(),
  of: z.enum(['charge', 'sale', 'held', 'credit']),
  /** The charge, or the product. */
  about: z.string(),
  /** The fund, or whose money it is. */
  fund: z.string(),
  quantity_count: z.int(),
  /** With its tax. */
  amount_cents: z.int(),
  tax_cents: z.int(),
  /** What of it did not go back yet. */
  left_cents: z.int(),
})

const receiptReply = z.strictObject({
  receipt_ref: z.string(),
  full_receipt_number: z.string(),
  of: z.enum(['payment', 'refund']),
  made_at_ms: z.int(),
  session_ref: z.string(),
  drawer_code: z.string(),
  staff_code: z.string(),
  total_cents: z.int(),
  rounding_cents: z.int(),
  change_cents: z.int(),
  paid_for: z.array(line),
  /** What was handed over; of a refund, what was given back. Change and rounding are apart. */
  tenders: z.array(
    z.strictObject({ tender: z.enum(['cash', 'check', 'card', 'office-check', 'in-kind']), amount_cents: z.int() }),
  ),
  /** How much can still go back, and where. */
  refundable: z.array(z.strictObject({ tender: z.enum(REFUND_TENDERS), amount_cents: z.int() })),
  is_voided: z.boolean(),
  /** Of a payment that was voided, or of a refund. */
  reason_code: z.string(),
  refunds: z.array(z.strictObject({ receipt_ref: z.string(), full_receipt_number: z.string(), paid_cents: z.int() })),
})
export type ReceiptReply = z.infer<typeof receiptReply>

export const REFUND_METHODS = {
  'receipt.get': method({
    does: 'Finds a receipt or a refund of this desk by its number: its lines, its tenders, and what went back of it.',
    permission: 'take-money',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({ receipt }),
    output: receiptReply,
    refusals: ['receipt-unknown'],
    example: { receipt: 'K4N7QW-1-0014' },
  }),
  'receipt.patron': method({
    does:
      'Returns the patron whose charges a receipt paid, or a refund gave back. It is a view of their record, which ' +
      'is kept as any other, with the reason that the library asks for.',
    permission: 'see-cash',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({ receipt, reason: z.string().max(64).optional() }),
    output: z.strictObject({ patron_id: z.int(), name: z.string() }),
    refusals: ['receipt-unknown', 'receipt-of-nobody', 'reason-unknown'],
    example: { receipt: 'K4N7QW-1-0014' },
  }),
  'receipt.show': method({
    does: 'Opens the page of a receipt or a refund of this desk, by its number.',
    permission: 'take-money',
    confidentiality: 'library',
    changes: false,
    output: snapshotReply,
    input: z.strictObject({ receipt }),
    refusals: ['receipt-unknown'],
    example: { receipt: 'K4N7QW-1-0014' },
  }),
  'refund.line': method({
    does: 'Pays back one line of a receipt, as its page asks for it: refund.pay with a form’s fields.',
    permission: 'take-money',
    ...cashAct,
    input: z.strictObject({
      commandId,
      /** Left out: the only one that is open. */
      drawer_code: drawerCode.optional(),
      receipt,
      /** Its place on the receipt, from 1 on. */
      line: z.string().regex(/^[1-9]\d{0,2}$/, 'a line of the receipt'),
      /** Null: all that is left of it. */
      amount_cents: amount.nullable(),
      tender: z.enum(REFUND_TENDERS),
      /** What the terminal says, and the last four digits: for a card alone, else empty. */
      authorization: ofPatron(z.string().trim().max(20)),
      last_four: ofPatron(z.string().trim().max(20)),
      payee_name: ofPatron(payeeName.clone()).optional(),
      reason,
      /** As of refund.pay; left out: the drawer can pay to the cent. */
      is_exact_possible: z.boolean().optional(),
    }),
    refusals: ['card-numbers-missing'],
    passes_on: true,
    example: {
      commandId: EXAMPLE_ID,
      receipt: 'K4N7QW-1-0014',
      line: '1',
      amount_cents: null,
      tender: 'cash',
      authorization: '',
      last_four: '',
      reason: 'PAID-TWICE',
    },
  }),
  'refund.pay': method({
    does:
      'Pays money back: what the rules of lending decided, or lines of a receipt, whose charges it reduces first. To ' +
      'the tender it came from. Above the role’s ceiling, and in cash for a card, asks for a second person’s approval.',
    permission: 'take-money',
    ...cashAct,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      what: z.discriminatedUnion('of', [
        z.strictObject({
          of: z.literal('due'),
          charges: z
            .array(z.strictObject({ charge_ref: ref, amount_cents: amount.nullable() }))
            .min(1)
            .max(200),
        }),
        z.strictObject({
          of: z.literal('receipt'),
          receipt,
          /** By their place on the receipt, from one on; null amount: all that is left of it, with its tax. */
          lines: z
            .array(z.strictObject({ line_number: z.int().positive(), amount_cents: amount.nullable() }))
            .min(1)
            .max(250),
        }),
      ]),
      to: ofPatron(
        z.discriminatedUnion('tender', [
          z.strictObject({ tender: z.enum(['cash', 'office-check']) }),
          z.strictObject({
            tender: z.literal('card'),
            authorization: z
              .string()
              .trim()
              .refine(isAuthorization, 'what the terminal says, never the number of a card'),
            last_four: z.string().regex(/^\d{4}$/, 'four digits'),
          }),
        ]),
      ),
      payee_name: ofPatron(payeeName.clone()).optional(),
      reason,
      /** The drawer can pay to the cent; no: cash is rounded where the library’s rules say so. */
      is_exact_possible: z.boolean(),
    }),
    refusals: [
      'reason-unknown',
      ...DRAWER_REFUSALS,
      'drawer-on-break',
      'receipt-unknown',
      'receipt-voided-already',
      'line-unknown',
      'more-than-paid',
      'refund-tender',
      'charge-unknown',
      'charge-still-owed',
      'nothing-to-refund',
      'more-than-due',
      'refund-is-credit',
      'refund-other-way',
      'refund-needs-receipt',
      'payee-missing',
      'drawer-holds-less',
      ...recorded,
    ],
    example: {
      commandId: EXAMPLE_ID,
      drawer_code: '',
      what: { of: 'receipt', receipt: 'K4N7QW-1-0014', lines: [{ line_number: 1, amount_cents: null }] },
      to: { tender: 'cash' },
      reason: 'PAID-TWICE',
      is_exact_possible: true,
    },
  }),
} as const satisfies Record<string, MethodSpec>
