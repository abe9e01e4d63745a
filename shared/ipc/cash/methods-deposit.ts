/** The methods about a drawer that changes hands, and about the money after its close: the bank, copies. */
import { z } from 'zod'
import { outsideDate } from '../../kernel/outside-date.ts'
import { commandId, EXAMPLE_ID, method, OWN_PIN_REFUSALS, path, type MethodSpec } from '../method.ts'
import { amountOrZero, cashReply, count, drawerCode, recorded, ref } from '../methods-cash.ts'
import { CLOSE_REFUSALS, explained } from './methods-drawer-close.ts'

const cashAct = { confidentiality: 'library', changes: true, output: cashReply } as const

const OPEN_REFUSALS = ['drawer-not-open', 'drawer-which', 'drawer-on-break'] as const

const SETTLE_REFUSALS = [
  'session-unknown',
  'session-open',
  'card-not-waiting',
  'card-by-closer',
  'banked-ahead',
  'banked-before-bag',
  'reason-unknown',
  'variance-reason-needed',
  'variance-note-needed',
  ...OWN_PIN_REFUSALS,
] as const

export const DEPOSIT_METHODS = {
  'drawer.receive': method({
    does:
      'Counts a drawer to take it over, and its checks: the giver has counted it and the terminal, the receiver ' +
      'signs in and calls this. Nothing of the first count is told; both are kept.',
    permission: 'use-drawer',
    ...cashAct,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      ...count,
      checks_count: z.int().nonnegative().max(10_000),
      checks_cents: amountOrZero,
    }),
    refusals: [...OPEN_REFUSALS, 'count-wrong', 'count-first', 'hand-over-to-self', 'hand-over-seen', ...recorded],
    example: {
      commandId: EXAMPLE_ID,
      drawer_code: '',
      pieces: null,
      total_cents: 13_525,
      checks_count: 1,
      checks_cents: 4000,
    },
  }),
  'drawer.hand-over': method({
    does: 'Takes over a drawer with all that is in it, by the counts of who gives it and of who takes it.',
    permission: 'use-drawer',
    ...cashAct,
    input: z.strictObject({ commandId, drawer_code: drawerCode, ...explained }),
    refusals: ['payment-half-entered', ...CLOSE_REFUSALS, 'hand-over-to-self', 'hand-over-seen', ...recorded],
    example: { commandId: EXAMPLE_ID, drawer_code: '', reason: 'WRONG-CHANGE', note: '' },
  }),
  'deposit.list': method({
    does: 'Lists the bags for the bank, of closes and of drops, with how long each waited, and what is not there yet.',
    permission: 'see-cash',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ limit: z.int().min(1).max(400) }),
    output: z.strictObject({
      deposits: z.array(
        z.strictObject({
          /** The entry that filled it. */
          bag_ref: z.string(),
          session_ref: z.string(),
          /** Of the close that filled it; empty: a drop did. */
          full_z_number: z.string(),
          filled_at_ms: z.int(),
          filled_by_initials: z.string(),
          bag_number: z.string(),
          bag_cents: z.int(),
          checks_cents: z.int(),
          waits_hours_count: z.int(),
          is_late: z.boolean(),
          /** Null: it waits. */
          banked: z
            .strictObject({ banked_cents: z.int(), by_cents: z.int(), banked_on: z.string(), by_initials: z.string() })
            .nullable(),
        }),
      ),
      waiting_cents: z.int(),
      safe_cents: z.int(),
      /** Of drawers that nobody closed on their day. */
      drawers_cents: z.int(),
      /** Of card batches that wait; below zero: more went back than came in. */
      cards_cents: z.int(),
      is_alert: z.boolean(),
    }),
    refusals: [],
    example: { limit: 30 },
  }),
  'deposit.bank': method({
    does:
      'Confirms what the bank took in of a bag; a difference is over or short. An amount above the bag, or one that ' +
      'differs from it by what a close needs a sign-off for, has to be confirmed.',
    permission: 'confirm-deposit',
    ...cashAct,
    input: z.strictObject({
      commandId,
      bag_ref: ref,
      banked_cents: amountOrZero,
      banked_on: outsideDate,
      /** Confirms an amount that differs so much. */
      is_difference_meant: z.boolean(),
    }),
    refusals: [
      'deposit-none',
      'deposit-banked-already',
      'deposit-by-closer',
      'banked-ahead',
      'banked-before-bag',
      'deposit-differs',
      ...recorded,
    ],
    example: {
      commandId: EXAMPLE_ID,
      bag_ref: 'D2.1.52',
      banked_cents: 5423,
      banked_on: '2026-11-25',
      is_difference_meant: false,
    },
  }),
  'card.settle': method({
    does:
      'Confirms what the card processor settled of the batch of a close, before its fees; a difference is over or ' +
      'short, with a reason and a sign-off as at a close. Another person does it than who had or closed the drawer.',
    permission: 'confirm-deposit',
    ...cashAct,
    input: z.strictObject({
      commandId,
      session_ref: ref,
      settled_cents: z.int().min(-10_000_000).max(10_000_000),
      settled_on: outsideDate,
      ...explained,
    }),
    refusals: [...SETTLE_REFUSALS, 'settlement-differs', ...recorded],
    example: {
      commandId: EXAMPLE_ID,
      session_ref: 'D2.1.40',
      settled_cents: 16_000,
      settled_on: '2026-11-25',
      reason: '',
      note: '',
    },
  }),
  'card.import': method({
    does:
      'Confirms the batch of a close by the file of the card processor (CSV): each line is matched to a receipt or a ' +
      'refund by amount and by approval code or last four digits. What is missing or extra needs a reason.',
    permission: 'confirm-deposit',
    ...cashAct,
    input: z.strictObject({
      commandId,
      session_ref: ref,
      file: path,
      settled_on: outsideDate,
      ...explained,
    }),
    refusals: [
      ...SETTLE_REFUSALS,
      'place-not-whole',
      'settlement-file-none',
      'settlement-file-not-csv',
      'settlement-columns-missing',
      'settlement-line-unread',
      'settlement-none-match',
      'settlement-file-differs',
      ...recorded,
    ],
    example: {
      commandId: EXAMPLE_ID,
      session_ref: 'D2.1.40',
      file: '/media/usb/transactions.csv',
      settled_on: '2026-11-25',
      reason: '',
      note: '',
    },
  }),
  'report.copy': method({
    does: 'Records that a receipt or a Z is printed once more, and which copy it is.',
    permission: 'take-money',
    ...cashAct,
    input: z.strictObject({ commandId, of_ref: ref }),
    output: cashReply.extend({ copy_number: z.int().nullable() }),
    refusals: ['receipt-unknown', ...recorded],
    example: { commandId: EXAMPLE_ID, of_ref: 'D2.1.42' },
  }),
} as const satisfies Record<string, MethodSpec>
