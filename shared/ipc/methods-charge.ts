/**
 * The methods about money owed, lost and damaged items, claims and outages. Those that change something answer with the
 * snapshot.
 */
import { z } from 'zod'
import { foundAnswer, foundWhere, receiptShown } from '../journal/events/fields.ts'
import { outsideDate, outsideMs } from '../kernel/outside-date.ts'
import { parseMinuteOfDay } from '../kernel/time.ts'
import {
  accountAct,
  barcode,
  commandId,
  EXAMPLE_ID,
  libraryAct,
  libraryView,
  method,
  type MethodSpec,
  ofPatron,
  previewReply,
} from './method.ts'

const ref = z.string().min(1).max(120)
const amount = z.int().positive().max(10_000_000)
const reason = z.string().min(1).max(64)
const note = ofPatron(z.string().max(500))
const timeOfDay = z.string().refine((text) => parseMinuteOfDay(text) !== null, 'a time such as 9:15')
const recorded = ['command-changed', 'recording-stopped', 'import-running'] as const

/** Why the system was down, as the fine's explanation says. At most nine: one for each digit. */
export const OUTAGE_REASONS = ['system-down', 'power-cut', 'network-down', 'emergency-closing', 'weather'] as const

/** How a person can end a claim. */
export const CLAIM_ENDS = ['found', 'withdrawn', 'billed', 'given-up'] as const

const MONEY_METHODS = {
  'charge.add': method({
    does:
      'Adds a charge to the open account: a fee by its code, or any amount. Above the role’s ceiling, asks for a ' +
      'second person’s approval.',
    ...accountAct,
    input: z.strictObject({ commandId, fee_code: z.string().max(64), amount_cents: amount.nullable(), note }),
    refusals: ['nobody-open', 'patron-gone', 'amount-missing', ...recorded],
    example: { commandId: EXAMPLE_ID, fee_code: '', amount_cents: 150, note: 'Printing, 15 pages' },
  }),
  'charge.waive': method({
    does:
      'Waives what is owed on a charge, in whole or in part. Above the role’s ceiling, asks for a second person’s ' +
      'approval.',
    ...accountAct,
    input: z.strictObject({ commandId, charge_ref: ref, amount_cents: amount.nullable(), reason }),
    refusals: [
      'nobody-open',
      'patron-gone',
      'charge-unknown',
      'nothing-owed',
      'more-than-owed',
      'reason-unknown',
      ...recorded,
    ],
    example: { commandId: EXAMPLE_ID, charge_ref: 'D2.1.7', amount_cents: 200, reason: 'first-time' },
  }),
  'charge.waive-preview': method({
    does: 'Previews a waiver: what would still be owed, and which blocks it would lift. Empty if it cannot be waived.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({
      charge_ref: ref.nullable(),
      amount_cents: z.int().nonnegative().max(10_000_000).nullable(),
    }),
    output: previewReply,
    refusals: [],
    example: { charge_ref: 'D2.1.7', amount_cents: 200 },
  }),
  'charge.void': method({
    does: 'Voids a whole charge that should never have been made. What was paid on it is to be refunded.',
    ...accountAct,
    input: z.strictObject({ commandId, charge_ref: ref, reason }),
    refusals: ['nobody-open', 'patron-gone', 'charge-unknown', 'nothing-owed', 'reason-unknown', ...recorded],
    example: { commandId: EXAMPLE_ID, charge_ref: 'D2.1.7', reason: 'library-error' },
  }),
  'charge.apply-credit': method({
    does: 'Applies what the library owes the open patron to what they owe, oldest charge first.',
    ...accountAct,
    input: z.strictObject({ commandId }),
    refusals: ['nobody-open', 'patron-gone', 'nothing-owed', ...recorded],
    example: { commandId: EXAMPLE_ID },
  }),
  'charge.explain': method({
    does: 'Returns why a charge was made, and everything that happened to it since.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({
      charge_ref: ref,
      /** Why the record of a patron who is not open is viewed, where the library asks. */
      reason: z.string().max(64).optional(),
    }),
    output: z.strictObject({
      charge_ref: z.string(),
      kind: z.string(),
      amount_cents: z.int(),
      owed_cents: z.int(),
      refund_due_cents: z.int(),
      note: z.string(),
      steps: z.array(z.string()),
      history: z.array(z.string()),
    }),
    refusals: ['charge-unknown', 'reason-unknown'],
    example: { charge_ref: 'D2.1.7' },
  }),
} as const satisfies Record<string, MethodSpec>

const MATERIAL_METHODS = {
  'loan.lost': method({
    does: 'Bills a loan as lost: its price and the processing fee. A price given here replaces the rule’s.',
    ...accountAct,
    input: z.strictObject({
      commandId,
      item_barcode: barcode,
      price_cents: z.int().nonnegative().max(10_000_000).nullable(),
    }),
    refusals: ['item-unknown', 'not-out', 'patron-of-loan-gone', 'lost-already', 'price-unknown', ...recorded],
    example: { commandId: EXAMPLE_ID, item_barcode: '31234000123457', price_cents: null },
  }),
  'item.damage-preview': method({
    does: 'Previews a damage charge: which patron, and how much. Empty if the patron is not known.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({
      item_barcode: barcode,
      part: z.string().max(64).nullable(),
      is_beyond_use: z.boolean().nullable(),
      amount_cents: amount.nullable(),
    }),
    output: previewReply,
    refusals: [],
    example: { item_barcode: '31234000123457', part: 'CD case', is_beyond_use: false, amount_cents: null },
  }),
  'item.damaged': method({
    does: 'Charges the current or last patron for damage or a missing part, and sets the item aside.',
    ...accountAct,
    input: z.strictObject({
      commandId,
      item_barcode: barcode,
      /** A part of the fee table; empty for none. */
      part: z.string().max(64),
      is_beyond_use: z.boolean(),
      /** A person's amount, overriding the table's. */
      amount_cents: amount.nullable(),
      note,
    }),
    refusals: ['item-unknown', 'last-patron-unknown', 'amount-missing', ...recorded],
    example: {
      commandId: EXAMPLE_ID,
      item_barcode: '31234000123457',
      part: '',
      is_beyond_use: false,
      amount_cents: 400,
      note: 'Coffee on the last pages',
    },
  }),
} as const satisfies Record<string, MethodSpec>

const CLAIM_METHODS = {
  'claim.make': method({
    does:
      'Records a claim, returned or never had, and stops the fine. Past the limit, asks for a second person’s ' +
      'approval.',
    ...accountAct,
    input: z.strictObject({
      commandId,
      item_barcode: barcode,
      claim: z.enum(['returned', 'never-had']),
      /** When the patron says it was returned; null is today. */
      claimed_on: outsideDate.nullable(),
    }),
    refusals: [
      'item-unknown',
      'not-out',
      'patron-of-loan-gone',
      'lost-already',
      'claimed-already',
      'claim-day-ahead',
      'claim-day-before-loan',
      ...recorded,
    ],
    example: { commandId: EXAMPLE_ID, item_barcode: '31234000123457', claim: 'returned', claimed_on: '2026-11-20' },
  }),
  'claim.check': method({
    does: 'Counts a shelf check that did not find the claimed item.',
    permission: 'staff',
    ...libraryAct,
    input: z.strictObject({ commandId, claim_ref: ref }),
    refusals: ['claim-unknown', ...recorded],
    example: { commandId: EXAMPLE_ID, claim_ref: 'D2.1.9' },
  }),
  'claim.end': method({
    does: 'Resolves a claim: found on the shelf, withdrawn (out again), billed as lost, or given up (missing).',
    permission: 'staff',
    ...libraryAct,
    input: z.strictObject({ commandId, claim_ref: ref, reason: z.enum(CLAIM_ENDS) }),
    refusals: ['claim-unknown', 'patron-of-loan-gone', 'price-unknown', ...recorded],
    example: { commandId: EXAMPLE_ID, claim_ref: 'D2.1.9', reason: 'found' },
  }),
  'return.answer': method({
    does: 'Answers what a return asks: where a claimed item was, what happens to its bill, if the receipt was shown.',
    permission: 'staff',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      question_ref: ref,
      /** Null: not asked. An answer that leaves another question open asks that in a row, and settles nothing yet. */
      found: foundWhere.nullable(),
      charge: foundAnswer.nullable(),
      receipt: receiptShown.nullable(),
    }),
    refusals: ['return-answered', ...recorded],
    example: { commandId: EXAMPLE_ID, question_ref: 'D2.1.12', found: null, charge: 'waive', receipt: null },
  }),
} as const satisfies Record<string, MethodSpec>

const OUTAGE_METHODS = {
  'outage.look': method({
    does: 'Previews an outage before it is declared: the loans due during it, and the fines on returns since.',
    permission: 'declare-outage',
    ...libraryView,
    input: z.strictObject({ from_on: outsideDate, from_time: timeOfDay, to_on: outsideDate, to_time: timeOfDay }),
    refusals: ['stretch-invalid', 'stretch-too-long'],
    example: { from_on: '2026-11-24', from_time: '9:15', to_on: '2026-11-24', to_time: '14:00' },
  }),
  'outage.declare': method({
    does: 'Declares an outage: no fines for that time. Loans due during it can get a later due date.',
    permission: 'declare-outage',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      from_ms: outsideMs,
      to_ms: outsideMs,
      reason: z.enum(OUTAGE_REASONS),
      /** Loans that fell due in the outage and are still out are then due at the end of the next open day. */
      is_extending: z.boolean(),
    }),
    refusals: ['approval-asked', 'stretch-invalid', 'stretch-too-long', ...recorded],
    example: {
      commandId: EXAMPLE_ID,
      from_ms: 1_795_621_000_000,
      to_ms: 1_795_635_000_000,
      reason: 'power-cut',
      is_extending: true,
    },
  }),
  'outage.withdraw': method({
    does: 'Withdraws an outage declared by mistake, and puts fines and due dates back as they were.',
    permission: 'declare-outage',
    ...libraryAct,
    input: z.strictObject({ commandId, outage_ref: ref }),
    refusals: ['approval-asked', 'outage-unknown', ...recorded],
    example: { commandId: EXAMPLE_ID, outage_ref: 'QX4T2M.1.204' },
  }),
} as const satisfies Record<string, MethodSpec>

export const CHARGE_METHODS = {
  ...MONEY_METHODS,
  ...MATERIAL_METHODS,
  ...CLAIM_METHODS,
  ...OUTAGE_METHODS,
} as const satisfies Record<string, MethodSpec>
