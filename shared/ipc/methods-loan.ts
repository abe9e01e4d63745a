/** The methods that check out, check in and renew outside any desk session. */
import { z } from 'zod'
import { outsideTime } from '../kernel/outside-date.ts'
import { barcode, cardOfAct, commandId, EXAMPLE_ID, method, type MethodSpec } from './method.ts'

const loanReplySchema = z.strictObject({
  item_barcode: z.string(),
  title: z.string(),
  due_at_ms: z.int(),
  due_text: z.string(),
  rule_code: z.string(),
  /** Why this date: each step in words. */
  explanation: z.array(z.string()),
  /** The event that records it: "TERMINAL.epoch.seq". */
  event: z.string(),
})

const checkInReplySchema = z.strictObject({
  item_barcode: z.string(),
  title: z.string(),
  was_out: z.boolean(),
  days_overdue: z.int(),
  place: z.enum(['shelf', 'hold', 'transit', 'set-aside', 'lender']),
  place_text: z.string(),
  event: z.string(),
})

/** Every refusal to lend one item to one patron. */
const LENDING_REFUSALS = [
  'patron-unknown',
  'item-unknown',
  'patron-barred',
  'patron-inactive',
  'card-lost',
  'patron-expired',
  'patron-blocked',
  'owes-too-much',
  'overdue-too-many',
  'overdue-too-long',
  'lost-too-many',
  'claims-too-many',
  'family-owes-too-much',
  'guarantees-owe-too-much',
  'suspended',
  'item-not-for-loan',
  'item-withdrawn',
  'item-lost',
  'item-damaged',
  'no-rule',
  'period-invalid',
  'due-too-far',
  'outside-schedule',
  'calendar-all-closed',
  'limit-reached',
  'out-to-other',
  'out-to-same',
  'lender-waits',
  'hold-waits',
] as const

export const LOAN_METHODS = {
  'loan.preview': method({
    does: 'Returns what a checkout would decide, with every reason. Records nothing. `at` is an ISO time, default now.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({
      card_barcode: barcode,
      item_barcode: barcode,
      at: outsideTime.optional(),
      /** Why, where the library asks it of whoever views a record. */
      reason: z.string().max(64).optional(),
    }),
    output: loanReplySchema.omit({ event: true }),
    refusals: [...LENDING_REFUSALS, 'reason-unknown'],
    example: { card_barcode: '21234000123456', item_barcode: '31234000123457' },
  }),
  'loan.check-out': method({
    does: 'Checks out one item to one patron, outside any desk session: for scripts and benchmarks.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: true,
    input: z.strictObject({ commandId, card_barcode: cardOfAct, item_barcode: barcode }),
    output: loanReplySchema,
    refusals: [...LENDING_REFUSALS, 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, card_barcode: '21234000123456', item_barcode: '31234000123457' },
  }),
  'loan.check-in': method({
    does:
      'Checks in one item, outside any desk session, and says where it goes. Sets the item aside if its record is ' +
      'gone.',
    permission: 'staff',
    confidentiality: 'library',
    changes: true,
    input: z.strictObject({ commandId, item_barcode: barcode }),
    output: checkInReplySchema,
    refusals: ['item-unknown', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, item_barcode: '31234000123457' },
  }),
  'loan.renew': method({
    does: 'Renews one loan by its item barcode, outside any desk session.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: true,
    input: z.strictObject({ commandId, item_barcode: barcode }),
    output: loanReplySchema,
    refusals: [
      'item-unknown',
      'patron-gone',
      'not-out',
      'due-date-stands',
      'renewal-withdrawn',
      'renewals-used',
      'unseen-renewals-used',
      'renewal-recalled',
      'renewal-hold-waits',
      'renewal-no-gain',
      'patron-barred',
      'patron-expired',
      'patron-blocked',
      'owes-too-much',
      'no-rule',
      'period-invalid',
      'due-too-far',
      'outside-schedule',
      'calendar-all-closed',
      'command-changed',
      'recording-stopped',
    ],
    example: { commandId: EXAMPLE_ID, item_barcode: '31234000123457' },
  }),
} as const satisfies Record<string, MethodSpec>
