/**
 * Facts about money that is in no drawer: counts of the safe and the change fund, what goes out of them, and what came
 * of the cards of a session that was closed. Sealed.
 */
import { z } from 'zod'
import { amountCents, code, count, fact, onDate, ref } from './fields.ts'

/** Bills or coins of one value. */
export const pieces = z.array(z.strictObject({ denomination_cents: amountCents, pieces_count: amountCents }))

/**
 * Two readings of the coin box that coins came from, and what it takes for each turn; null: nobody read it. `last_`:
 * what was recorded when it was emptied last, null the first time. Where it is another, somebody typed over it.
 */
export const meter = z.strictObject({
  before_count: count,
  after_count: count,
  price_cents: amountCents,
  last_count: count.nullable(),
  last_price_cents: amountCents.nullable(),
})

export const CASH_PLACES = ['safe', 'change-fund', 'bank-bag'] as const
/** Those that are counted where they are, and belong to no session. A bag is counted by the bank. */
export const COUNTED_PLACES = ['safe', 'change-fund'] as const
export type CountedPlace = (typeof COUNTED_PLACES)[number]

/** Whether an entry is listed under a place, and not under a session. */
export function isCountedPlace(listed_as: string): listed_as is CountedPlace {
  return COUNTED_PLACES.some((place) => place === listed_as)
}

const counted = {
  place: z.enum(COUNTED_PLACES),
  counted_cents: count,
  /** What the entries came to then, which the count did not show; below zero: other money was in it. */
  expected_cents: z.int(),
  /** No count of this place stood before: what is more than the entries have was there before the first of them. */
  is_first: z.boolean(),
}

export const PLACE_EVENTS = {
  /** Each count is kept. `is_blind`: this person had not seen what it should hold since that last changed. */
  'place-counted': fact(1, { ...counted, pieces: pieces.nullable(), is_blind: z.boolean() }),
  /** What a count was over or short goes into the accounts, with its reason and who signed it off. */
  'place-settled': fact(1, {
    ...counted,
    count_ref: ref,
    /** Empty: what was there before the first count needs none. */
    reason_code: z.union([z.literal(''), code]),
    approved_by: z.string().max(64),
  }),
  /**
   * Cash of a place that goes to the other one, or from the safe into a bag for the bank, in no drawer session. The bag
   * number is empty where it goes into no bag.
   */
  'place-moved': fact(1, {
    from: z.enum(COUNTED_PLACES),
    to: z.enum(CASH_PLACES),
    amount_cents: amountCents,
    /** Null: a total was typed. */
    pieces: pieces.nullable(),
    bag_number: z.string().max(40),
    /** Who may see cash and allowed it; empty: who did it may. */
    approved_by: z.string().max(64),
  }),
  /**
   * What the processor settled of the card batch of a closed session, before its fees; the difference is over or short.
   * `missing`: receipts and refunds that its file has not; `extra_cents`: lines of the file that no receipt has.
   */
  'card-settled': fact(1, {
    session_ref: ref,
    batch_cents: z.int(),
    settled_cents: z.int(),
    settled_on: onDate,
    /** How many lines of a file were matched; null: a total was typed. */
    matched_count: count.nullable(),
    missing: z.array(z.strictObject({ of_ref: ref, amount_cents: z.int() })),
    extra_cents: z.array(z.int()),
    /** Why it differs; empty: it does not, or by too little to ask. */
    reason_code: z.string().max(64),
    /** Who signed the difference off; empty: nobody had to. */
    approved_by: z.string().max(64),
  }),
} as const
