/**
 * The methods about cash that is in no drawer: counts of the safe and the change fund, what they differ by, and what
 * goes out of them.
 */
import { z } from 'zod'
import { PLACE_WAY_NAMES } from '../../cash/drawer/place-ways.ts'
import { COUNTED_PLACES } from '../../journal/events/cash-places.ts'
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
import { cashReply, count, recorded } from '../methods-cash.ts'

const place = z.enum(COUNTED_PLACES)
const placeAct = { permission: 'use-drawer', confidentiality: 'library', changes: true, output: cashReply } as const

export const PLACE_METHODS = {
  'place.count': method({
    does:
      'Counts the safe or the change fund. What it should hold is not told before; every count is kept, and a second ' +
      'one is one more. Takes the grant of a surprise count.',
    ...placeAct,
    input: z.strictObject({ commandId, place, ...count }),
    refusals: ['count-wrong', ...recorded],
    example: { commandId: EXAMPLE_ID, place: 'safe', pieces: null, total_cents: 20_000 },
  }),
  'place.settle': method({
    does:
      'Puts what the last count of the safe or the change fund differs by into over and short of it, with its ' +
      'reason; a second person signs off a large amount, as at a close. The first count sets what was there before.',
    ...placeAct,
    input: z.strictObject({
      commandId,
      place,
      /** Empty: nobody said, or it needs none. */
      reason: z.string().max(64),
      note: ofPatron(ofLines(z.string().max(500))),
      own_pin: ownPin,
    }),
    refusals: [
      'place-agrees',
      'place-count-own',
      'place-moved',
      'reason-unknown',
      'variance-reason-needed',
      'variance-note-needed',
      ...OWN_PIN_REFUSALS,
      ...recorded,
    ],
    example: { commandId: EXAMPLE_ID, place: 'safe', reason: 'NOT-KNOWN', note: '' },
  }),
  'place.move': method({
    does:
      'Moves cash of the safe into a bag for the bank, or between the safe and the change fund, without a drawer. ' +
      'The bag waits for the bank like any other. Takes a role that may see cash, or its approval.',
    ...placeAct,
    input: z.strictObject({
      commandId,
      way: z.enum(PLACE_WAY_NAMES),
      ...count,
      /** Of the bag; else left out. */
      bag_number: z.string().trim().max(40).optional(),
    }),
    refusals: [
      'count-wrong',
      'amount-missing',
      'bag-number-missing',
      'bag-number-used',
      'place-uncounted',
      'place-holds-less',
      ...recorded,
    ],
    example: { commandId: EXAMPLE_ID, way: 'safe-to-bag', pieces: null, total_cents: 20_000, bag_number: 'B-17' },
  }),
  'place.list': method({
    does: 'Lists the safe and the change fund with their last count. Amounts are for a role that may see cash.',
    permission: 'use-drawer',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({}),
    output: z.strictObject({
      places: z.array(
        z.strictObject({
          place,
          /** What it should hold by the entries; null: this person may not see it. */
          expected_cents: z.int().nullable(),
          /** Null: it was never counted. */
          counted_at_ms: z.int().nullable(),
          counted_by_initials: z.string(),
          counted_cents: z.int().nullable(),
          /** Of the last count; null: this person may not see it, or there is none. */
          by_cents: z.int().nullable(),
          /** It differs, and nobody has settled it. */
          is_open: z.boolean(),
        }),
      ),
    }),
    refusals: [],
    example: {},
  }),
} as const satisfies Record<string, MethodSpec>
