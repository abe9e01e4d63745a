/** The steps of a close between its count and the close itself: kept in the session, and recorded with the close. */
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
import { amountOrZero, drawerCode, reason } from '../methods-cash.ts'

const closingAct = {
  permission: 'use-drawer',
  confidentiality: 'library',
  changes: true,
  output: snapshotReply,
} as const

const REFUSALS = ['drawer-not-open', 'drawer-which', 'count-first', 'command-changed'] as const

export const CLOSING_METHODS = {
  'closing.found': method({
    does: 'Says what was found besides the cash: the checks, and the total of the card terminal. Records nothing yet.',
    ...closingAct,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      checks_count: z.int().nonnegative().max(10_000).nullable(),
      checks_cents: amountOrZero.nullable(),
      card_total_cents: amountOrZero.nullable(),
    }),
    refusals: REFUSALS,
    example: { commandId: EXAMPLE_ID, drawer_code: '', checks_count: 1, checks_cents: 4000, card_total_cents: 2399 },
  }),
  'closing.explain': method({
    does: 'Says why the drawer that is being closed is over or short. Records nothing yet.',
    ...closingAct,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      reason,
      note: ofPatron(ofLines(z.string().max(500))),
    }),
    refusals: [...REFUSALS, 'reason-unknown', 'variance-note-needed'],
    example: { commandId: EXAMPLE_ID, drawer_code: '', reason: 'WRONG-CHANGE', note: '' },
  }),
  'closing.bag-preview': method({
    does: 'Adds up the bag of a close while it is typed: cash, checks and what the safe adds. Empty before the count.',
    permission: 'use-drawer',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({
      drawer_code: drawerCode,
      checks_cents: amountOrZero,
      safe_cents: amountOrZero.nullable(),
      leave_cents: amountOrZero.nullable(),
    }),
    output: previewReply,
    refusals: [],
    example: { drawer_code: '', checks_cents: 4000, safe_cents: 1000, leave_cents: null },
  }),
} as const satisfies Record<string, MethodSpec>
