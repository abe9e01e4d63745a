/** The steps of a close between the count of its cash and the close itself. */
import { z } from 'zod'
import {
  commandId,
  EXAMPLE_ID,
  method,
  ofLines,
  ofPatron,
  previewReply,
  snapshotReply,
  type MethodSpec,
} from '../method.ts'
import { amountOrZero, cashReply, drawerCode, reason, recorded, ref } from '../methods-cash.ts'

const closingAct = { permission: 'use-drawer', confidentiality: 'library', changes: true } as const

const AMOUNT_CENTS_MAX = 10_000_000

const REFUSALS = ['drawer-not-open', 'drawer-which', 'count-first', 'count-own'] as const

export const CLOSING_METHODS = {
  'closing.found': method({
    does:
      'Counts what is there besides the cash: the checks, and the total of the card terminal. Nothing is said of ' +
      'what is expected; every count is kept.',
    ...closingAct,
    output: cashReply,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      checks_count: z.int().nonnegative().max(10_000).nullable(),
      checks_cents: amountOrZero.nullable(),
      /** Null: nobody read it off. */
      card_total_cents: z.int().min(-AMOUNT_CENTS_MAX).max(AMOUNT_CENTS_MAX).nullable(),
    }),
    refusals: [...REFUSALS, ...recorded],
    example: { commandId: EXAMPLE_ID, drawer_code: '', checks_count: 1, checks_cents: 4000, card_total_cents: 2399 },
  }),
  'closing.explain': method({
    does: 'Says why the drawer that is being closed is over or short. Records nothing yet.',
    ...closingAct,
    output: snapshotReply,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      /** The session that the page showed, so that a draft belongs to one close. */
      session_ref: ref.optional(),
      reason,
      note: ofPatron(ofLines(z.string().max(500))),
    }),
    refusals: [
      ...REFUSALS,
      'session-unknown',
      'session-closed',
      'reason-unknown',
      'variance-note-needed',
      'command-changed',
    ],
    example: { commandId: EXAMPLE_ID, drawer_code: '', reason: 'WRONG-CHANGE', note: '' },
  }),
  'closing.bag-preview': method({
    does: 'Adds up the bag of a close while it is typed: cash, checks and what the safe adds. Empty before the count.',
    permission: 'use-drawer',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({
      drawer_code: drawerCode,
      safe_cents: amountOrZero.nullable(),
      leave_cents: amountOrZero.nullable(),
    }),
    output: previewReply,
    refusals: [],
    example: { drawer_code: '', safe_cents: 1000, leave_cents: null },
  }),
} as const satisfies Record<string, MethodSpec>
