/** The methods about what else happens at an open drawer: money placed elsewhere, paid in or out, the drawer itself. */
import { z } from 'zod'
import { CASH_PLACES } from '../../journal/events/cash-places.ts'
import { commandId, EXAMPLE_ID, method, type MethodSpec } from '../method.ts'
import { amount, amountOrZero, cashAct, count, DRAWER_REFUSALS, drawerCode, reason, recorded } from '../methods-cash.ts'

/** A person by their staff code; empty: nobody. */
const staffOrNone = z.string().max(64)

const example = { commandId: EXAMPLE_ID, drawer_code: '' }
const used = [...DRAWER_REFUSALS, 'drawer-on-break', ...recorded] as const

const meterCount = z.int().nonnegative().max(99_999_999).nullable()

export const DRAWER_METHODS = {
  'drawer.place': method({
    does:
      'Moves cash between the drawer and another place: a safe drop, a bank bag, a change order. A receiver counts ' +
      'it again, and approves that with their own PIN; another result is recorded and said.',
    permission: 'use-drawer',
    ...cashAct,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      way: z.enum(['in', 'out']),
      place: z.enum(CASH_PLACES),
      ...count,
      /** Of the bank bag; empty elsewhere. */
      bag_number: z.string().trim().max(40),
      /** Who receives it, or gives it; their own count is null where they made none. */
      receiver_code: staffOrNone,
      receiver_cents: amountOrZero.nullable(),
    }),
    refusals: [
      'count-wrong',
      'amount-missing',
      'bag-sealed',
      'bag-number-missing',
      'bag-number-used',
      'place-uncounted',
      'receiver-missing',
      'receiver-needed',
      'receiver-same',
      'receiver-says',
      'staff-unknown',
      'drawer-holds-less',
      'safe-holds-less',
      ...used,
    ],
    example: {
      ...example,
      way: 'out',
      place: 'safe',
      pieces: [{ denomination_cents: 2000, pieces_count: 5 }],
      total_cents: null,
      bag_number: '',
      receiver_code: 'jlee',
      receiver_cents: 10_000,
    },
  }),
  'drawer.pay': method({
    does:
      'Pays money in or out of the drawer that is no payment of a patron, with a reason of the library, which says ' +
      'whose fund it is of; a coin box with a meter tells what should be in it. Paid out above the ' +
      'role’s ceiling, asks for a second person’s approval.',
    permission: 'use-drawer',
    ...cashAct,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      way: z.enum(['in', 'out']),
      reason,
      amount_cents: amount,
      /** Of a coin box. Without a reading before or a price, those of the last time it was emptied. */
      meter: z
        .strictObject({
          after_count: meterCount,
          before_count: meterCount,
          price_cents: z.int().min(1).max(10_000).nullable(),
        })
        .optional(),
      /** Another reading before, or another price, than the recorded one is meant. */
      is_other_meant: z.boolean().optional(),
    }),
    refusals: [
      'reason-unknown',
      'meter-before-missing',
      'meter-price-missing',
      'meter-other',
      'meter-turned-back',
      'drawer-holds-less',
      ...used,
    ],
    example: { ...example, way: 'out', reason: 'POSTAGE', amount_cents: 360 },
  }),
  'drawer.unlock': method({
    does:
      'Opens the drawer without a receipt: with a reason, or to change bills, with what was changed. Asks for a ' +
      'second person’s approval where the role may not.',
    permission: 'use-drawer',
    ...cashAct,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      what: z.discriminatedUnion('purpose', [
        z.strictObject({ purpose: z.literal('no-sale'), reason }),
        z.strictObject({ purpose: z.literal('make-change'), amount_cents: amount }),
      ]),
    }),
    refusals: ['reason-unknown', ...used],
    example: { ...example, what: { purpose: 'make-change', amount_cents: 2000 } },
  }),
  'drawer.custody': method({
    does:
      'Suspends the drawer and resumes it, or puts it on break and takes it back. Its custodian does it; anyone else ' +
      'needs the right to close another’s drawer, or asks for it. Who is named for the break takes the drawer ' +
      'themselves (cover). Where it changes hands, who gives it and who takes it count it.',
    permission: 'use-drawer',
    ...cashAct,
    input: z.strictObject({
      commandId,
      drawer_code: drawerCode,
      /** Who is named can take the drawer for the break; empty: nobody uses it, and the count may be left out. */
      what: z.discriminatedUnion('reason', [
        z.strictObject({ reason: z.enum(['suspend', 'resume']) }),
        z.strictObject({ reason: z.literal('break'), cover_code: staffOrNone, counted_cents: amountOrZero.nullable() }),
        z.strictObject({ reason: z.literal('cover'), counted_cents: amountOrZero }),
        z.strictObject({ reason: z.literal('back'), counted_cents: amountOrZero.nullable() }),
      ]),
    }),
    refusals: [
      ...used,
      'drawer-not-suspended',
      'drawer-not-on-break',
      'cover-same',
      'cover-other',
      'cover-counts-first',
      'break-count-needed',
      'staff-unknown',
    ],
    example: { ...example, what: { reason: 'break', cover_code: 'jlee', counted_cents: 10_448 } },
  }),
} as const satisfies Record<string, MethodSpec>
