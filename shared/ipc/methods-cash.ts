/** The methods about drawers, payments and refunds. Those that record answer with the snapshot and what they did. */
import { z } from 'zod'
import { COUNT_REASONS } from '../journal/events/cash.ts'
import { CHECK_NUMBER, holdsCardNumber, isAuthorization } from '../kernel/card-number.ts'
import { outsideDate } from '../kernel/outside-date.ts'
import {
  commandId,
  EXAMPLE_ID,
  method,
  ofLines,
  ofPatron,
  OWN_PIN_REFUSALS,
  ownPin,
  snapshotReply,
  type MethodSpec,
} from './method.ts'

const AMOUNT_CENTS_MAX = 10_000_000
export const ref = z.string().min(1).max(120)
export const amount = z.int().positive().max(AMOUNT_CENTS_MAX)
export const amountOrZero = z.int().nonnegative().max(AMOUNT_CENTS_MAX)
export const reason = z.string().min(1).max(64)
export const recorded = ['command-changed', 'recording-stopped', 'import-running'] as const

/** Empty: the drawer of the only session that is open, or the library's only drawer. */
export const drawerCode = z.string().max(64)

/** Pieces by their value, or a total that was typed: one of the two. */
export const count = {
  pieces: z
    .array(
      z.strictObject({
        denomination_cents: z.int().positive(),
        pieces_count: z.int().nonnegative().max(AMOUNT_CENTS_MAX),
      }),
    )
    .max(30)
    .nullable(),
  total_cents: amountOrZero.nullable(),
}

/** What was recorded: its entry; for a receipt or refund also its number, and what the person at the desk gets. */
const cashDone = z.strictObject({
  entry_ref: z.string(),
  full_receipt_number: z.string(),
  total_cents: z.int(),
  change_cents: z.int(),
  rounding_cents: z.int(),
})
export type CashDone = z.infer<typeof cashDone>

/** `done`: null when a row on the screen asks first. */
export const cashReply = snapshotReply.extend({ done: cashDone.nullable() })
export const cashAct = { confidentiality: 'patron', changes: true, output: cashReply } as const

export const DRAWER_REFUSALS = ['drawer-not-open', 'drawer-which', 'drawer-suspended'] as const

/** As it is printed, however it is typed: capitals, one hyphen, one space. Keyed in twice, it is the same number. */
export const paperNumber = z
  .string()
  .overwrite((text) =>
    text
      .normalize('NFKC')
      .replaceAll(/[\p{Pd}\u2212]/gu, '-')
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .toUpperCase(),
  )
  .min(1)
  .max(40)
  .refine((text) => !holdsCardNumber(text), 'the number on the paper')

const tender = z.discriminatedUnion('tender', [
  z.strictObject({ tender: z.literal('cash'), tendered_cents: amountOrZero }),
  z.strictObject({
    tender: z.literal('check'),
    amount_cents: amount,
    check_number: ofPatron(z.string().regex(CHECK_NUMBER, 'the number on the check')),
  }),
  z.strictObject({
    tender: z.literal('card'),
    amount_cents: amount,
    authorization: ofPatron(z.string().refine(isAuthorization, 'what the terminal says, never the number of a card')),
    last_four: ofPatron(z.string().regex(/^\d{4}$/, 'four digits')),
  }),
  /** What the library owes the open patron pays what they owe, charge by charge; and others, where that was chosen. */
  z.strictObject({ tender: z.literal('credit'), amount_cents: amount, is_for_others: z.boolean().optional() }),
  /** Goods or work, by the library's row of it: pieces or minutes, or their worth where that is asked. */
  z.strictObject({
    tender: z.literal('in-kind'),
    kind_code: z.string().min(1).max(64),
    quantity_count: z.int().positive().max(99_999).nullable(),
    amount_cents: amount.nullable(),
  }),
])

/** What is paid, and with what. */
export const PAYMENT = {
  drawer_code: drawerCode,
  /** Charges of one or several patrons, in the order in which they are paid; null amount: all that is owed. */
  charges: z.array(z.strictObject({ charge_ref: ref, amount_cents: amount.nullable() })).max(200),
  /** How much of these charges is paid, in that order; null: all of it. */
  pay_cents: amount.nullable(),
  sales: z
    .array(
      z.strictObject({
        product_code: z.string().min(1).max(64),
        quantity_count: z.int().min(1).max(999),
        price_cents: amount.nullable(),
      }),
    )
    .max(50),
  /** Numbers of checks and cards are in them: no lasting seal of the command has them. */
  tenders: ofPatron(z.array(tender).max(10)),
  /** The drawer can make change to the cent; no: the cash is rounded where the library's rules say so. */
  is_exact_possible: z.boolean(),
  /** The change stays as credit on the account of the open patron. */
  keeps_change: z.boolean().optional(),
  /** Confirms an amount above the library's limit. */
  is_large_meant: z.boolean(),
  /** Confirms a check whose number was taken before in this session. */
  is_check_meant: z.boolean().optional(),
}

export const PAYMENT_EXAMPLE = {
  drawer_code: '',
  charges: [{ charge_ref: 'D2.1.7', amount_cents: null }],
  pay_cents: null,
  sales: [{ product_code: 'COPY', quantity_count: 12, price_cents: null }],
  tenders: [{ tender: 'cash' as const, tendered_cents: 500 }],
  is_exact_possible: true,
  is_large_meant: false,
}

const PAYMENT_REFUSALS = [
  ...DRAWER_REFUSALS,
  'charge-unknown',
  'nothing-owed',
  'more-than-owed',
  'product-unknown',
  'price-needed',
  'price-fixed',
  'amount-too-large',
  'nothing-to-pay',
  'left-to-pay',
  'part-not-rounded',
  'tender-over',
  'cash-not-needed',
  'credit-short',
  'in-kind-unknown',
  'in-kind-pays-nothing',
  'amount-unusual',
  'check-number-again',
  'card-code-again',
  'nobody-open',
  'drawer-on-break',
  'paper-number-used',
  'paper-day-ahead',
  'paper-day-old',
  'paper-time-ahead',
] as const

export const CASH_METHODS = {
  'drawer.open': method({
    does:
      'Opens a session of a drawer with its counted float. Where that differs from what the session before left, the ' +
      'count is kept, and it takes a reason, a note or a second person’s sign-off, as a close does.',
    permission: 'use-drawer',
    ...cashAct,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      ...count,
      /** Why it differs from what was left. */
      reason: z.string().max(64).optional(),
      note: ofPatron(ofLines(z.string().max(500))).optional(),
      own_pin: ownPin,
    }),
    refusals: [
      'drawer-unknown',
      'drawer-elsewhere',
      'drawer-open-already',
      'count-wrong',
      'reason-unknown',
      'float-reason-needed',
      'variance-note-needed',
      ...OWN_PIN_REFUSALS,
      ...recorded,
    ],
    example: {
      commandId: EXAMPLE_ID,
      drawer_code: '',
      pieces: [
        { denomination_cents: 500, pieces_count: 12 },
        { denomination_cents: 25, pieces_count: 160 },
      ],
      total_cents: null,
    },
  }),
  'drawer.count': method({
    does:
      'Counts a drawer that is open. Nothing is said of what is expected; every count is kept. A surprise count, ' +
      'also of a suspended drawer, asks for a second person’s approval where the role may not make one.',
    permission: 'use-drawer',
    ...cashAct,
    input: z.strictObject({ commandId, drawer_code: drawerCode, reason: z.enum(COUNT_REASONS), ...count }),
    refusals: [...DRAWER_REFUSALS, 'count-wrong', ...recorded],
    example: { commandId: EXAMPLE_ID, drawer_code: '', reason: 'mid-shift', pieces: null, total_cents: 10_448 },
  }),
  'payment.take': method({
    does: 'Takes a payment of charges and sales in one receipt, with one or several tenders.',
    permission: 'take-money',
    ...cashAct,
    input: z.strictObject({
      commandId,
      ...PAYMENT,
      /** A receipt that was written by hand while nothing worked; null: none was. */
      paper: z
        .strictObject({
          paper_number: paperNumber,
          written_on: outsideDate,
          /** Minutes after midnight by the clock of the branch; null: the paper has no time. */
          written_minute: z.int().min(0).max(1439).nullable(),
        })
        .nullable(),
    }),
    refusals: [...PAYMENT_REFUSALS, ...recorded],
    example: { commandId: EXAMPLE_ID, ...PAYMENT_EXAMPLE, paper: null },
  }),
  'payment.void': method({
    does:
      'Voids a whole receipt, by its number or entry, while its drawer is open. The number stays. Above the role’s ' +
      'ceiling, asks for a second person’s approval.',
    permission: 'staff',
    ...cashAct,
    input: z.strictObject({ commandId, receipt_ref: ref, reason }),
    refusals: [
      'receipt-unknown',
      'receipt-voided-already',
      'receipt-of-closed',
      'receipt-refunded',
      'receipt-changed-since',
      'drawer-holds-less',
      'drawer-suspended',
      'drawer-on-break',
      'reason-unknown',
      ...recorded,
    ],
    example: { commandId: EXAMPLE_ID, receipt_ref: 'D2.1.42', reason: 'WRONG-AMOUNT' },
  }),
} as const satisfies Record<string, MethodSpec>
