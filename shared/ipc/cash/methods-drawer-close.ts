/** The methods about closing a drawer, its reports, and what becomes of the money. */
import { z } from 'zod'
import { cashReportShape, piecesShape } from './cash-report-shape.ts'
import {
  commandId,
  EXAMPLE_ID,
  method,
  ofLines,
  ofPatron,
  OWN_PIN_REFUSALS,
  ownPin,
  type MethodSpec,
} from '../method.ts'
import { amountOrZero, cashReply, drawerCode, recorded, ref } from '../methods-cash.ts'

const cashAct = { confidentiality: 'library', changes: true, output: cashReply } as const
const cashView = { confidentiality: 'library', changes: false } as const

/** Why the counts differ from what was expected. */
export const explained = {
  /** A reason code of the library; empty where nothing differs. */
  reason: z.string().max(64),
  note: ofPatron(ofLines(z.string().max(500))),
  /** Of a person who signs off alone what it differs by. */
  own_pin: ownPin,
}

export const CLOSE_REFUSALS = [
  'drawer-not-open',
  'drawer-which',
  'drawer-on-break',
  'count-first',
  'count-own',
  'reason-unknown',
  'variance-reason-needed',
  'variance-note-needed',
  ...OWN_PIN_REFUSALS,
] as const

export const DRAWER_CLOSE_METHODS = {
  'drawer.list': method({
    does: 'Lists the sessions of drawers, those that are open first, with what each left in the drawer.',
    permission: 'use-drawer',
    ...cashView,
    input: z.strictObject({ limit: z.int().min(1).max(400) }),
    output: z.strictObject({
      sessions: z.array(
        z.strictObject({
          session_ref: z.string(),
          drawer_code: z.string(),
          drawer_name: z.string(),
          custodian_initials: z.string(),
          status: z.enum(['open', 'suspended', 'closed']),
          opened_at_ms: z.int(),
          closed_at_ms: z.int().nullable(),
          z_number: z.int().nullable(),
          /** Null: who counts the next float must not know it. */
          left_cents: z.int().nullable(),
          left_checks_cents: z.int().nullable(),
          is_review_needed: z.boolean(),
        }),
      ),
    }),
    refusals: [],
    example: { limit: 30 },
  }),
  'drawer.x': method({
    does: 'Shows the X report of an open session. It changes nothing.',
    permission: 'staff',
    ...cashView,
    input: z.strictObject({ drawer_code: drawerCode }),
    output: z.strictObject({ report: cashReportShape, is_proven: z.boolean() }),
    refusals: ['drawer-not-open', 'drawer-which', 'not-permitted', 'count-first'],
    example: { drawer_code: '' },
  }),
  'drawer.z': method({
    does: 'Shows the Z report of a closed session.',
    permission: 'staff',
    ...cashView,
    input: z.strictObject({ session_ref: ref }),
    output: z.strictObject({ report: cashReportShape }),
    refusals: ['session-unknown', 'session-open', 'not-permitted'],
    example: { session_ref: 'D2.1.40' },
  }),
  'drawer.close-preview': method({
    does: 'Shows what a close would find, leave in the drawer and put into the bag, once all of it is counted.',
    permission: 'use-drawer',
    ...cashView,
    input: z.strictObject({ drawer_code: drawerCode, leave_cents: amountOrZero.nullable() }),
    output: z.strictObject({
      session_ref: z.string(),
      counted_cents: z.int(),
      cash_by_cents: z.int(),
      checks_by_cents: z.int(),
      card_by_cents: z.int().nullable(),
      needs: z.enum(['reason', 'note', 'sign-off']).nullable(),
      left_cents: z.int(),
      left: piecesShape.nullable(),
      out_cents: z.int(),
      out: piecesShape.nullable(),
      missing_cents: z.int(),
      to_order: piecesShape,
      /** Null: this person may not see it. */
      safe_cents: z.int().nullable(),
    }),
    refusals: ['drawer-not-open', 'drawer-which', 'count-first', 'count-own'],
    example: { drawer_code: '', leave_cents: null },
  }),
  'drawer.close': method({
    does:
      'Closes a session for good, by the counts that were kept of its cash, its checks and the card terminal: its Z ' +
      'report, what stays in the drawer, and the bag for the bank.',
    permission: 'use-drawer',
    ...cashAct,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      ...explained,
      /** How much cash stays for the next session; null: what the library's rules say. */
      leave_cents: amountOrZero.nullable(),
      bag_number: z.string().trim().max(40),
      /** What goes from the safe into the bag. */
      safe_cents: amountOrZero,
    }),
    refusals: [
      'payment-half-entered',
      ...CLOSE_REFUSALS,
      'leave-reason-needed',
      'leave-over-counted',
      'safe-holds-less',
      'bag-number-missing',
      'bag-number-used',
      ...recorded,
    ],
    example: {
      commandId: EXAMPLE_ID,
      drawer_code: '',
      reason: 'WRONG-CHANGE',
      note: '',
      leave_cents: 10_000,
      bag_number: '0047731',
      safe_cents: 1000,
    },
  }),
  'close.review': method({
    does:
      'Says that another person has looked at a close that one person made alone. It stays on the lists until ' +
      'somebody agrees, or says what was found.',
    permission: 'confirm-deposit',
    ...cashAct,
    input: z.strictObject({
      commandId,
      session_ref: ref,
      is_agreed: z.boolean(),
      /** What was found of a close that is not agreed with; empty: nothing yet. */
      found: ofPatron(ofLines(z.string().trim().max(500))),
    }),
    refusals: [
      'session-unknown',
      'session-open',
      'review-not-needed',
      'review-by-closer',
      'review-disagreed',
      ...recorded,
    ],
    example: { commandId: EXAMPLE_ID, session_ref: 'D2.1.40', is_agreed: true, found: '' },
  }),
} as const satisfies Record<string, MethodSpec>
