/**
 * Facts about drawers and money that is taken, given back, moved and counted. Every amount is in cents; a sign is told
 * by the kind. Sealed: a check's number and a card's last four digits are kept beside the seal.
 */
import { z } from 'zod'
import { REFUND_METHODS } from '../../ledger/accounts.ts'
import { OTHER_TENDERS, REFUND_TENDERS } from '../../ledger/drawer-acts.ts'
import { CASH_PLACES, meter, pieces, PLACE_EVENTS } from './cash-places.ts'
import { amountCents, code, count, fact, onDate, ref } from './fields.ts'

const signedCents = z.int()
/** A role or person who allowed it; empty when the clerk's own role was enough. */
const approvedBy = z.string().max(64)
const reasonCode = z.string().max(64)

const chargeLine = z.strictObject({ of: z.literal('charge'), charge_ref: ref, fund: code, amount_cents: amountCents })
const saleLine = z.strictObject({
  of: z.literal('sale'),
  product_code: code,
  fund: code,
  quantity_count: z.int().positive(),
  /** Without the tax. */
  amount_cents: count,
  tax_cents: count,
})
const heldLine = z.strictObject({ of: z.literal('held'), product_code: code, payee: code, amount_cents: amountCents })
/** Kept on the patron's account, as a charge of the kind `credit`. */
const creditLine = z.strictObject({ of: z.literal('credit'), charge_ref: ref, fund: code, amount_cents: amountCents })
const receiptLine = z.discriminatedUnion('of', [chargeLine, saleLine, heldLine, creditLine])
export type SealedLine = z.infer<typeof receiptLine>

/** Which line of its receipt, from one on; null: of no receipt, or of a version that did not say it. */
const ofLine = { line_number: z.int().positive().nullable() }
const refundLine = z.discriminatedUnion('of', [
  chargeLine.extend(ofLine),
  saleLine.extend(ofLine),
  heldLine.extend(ofLine),
  creditLine.extend(ofLine),
])
export type SealedRefundLine = z.infer<typeof refundLine>

/**
 * Goods or work of one kind. `quantity_count`: pieces, or minutes; null: its worth was stated. What it is worth above
 * what its parts come to is given back in no way. `approved_by`: who approved work above a role's own ceiling.
 */
const inKind = z.strictObject({
  kind_code: code,
  quantity_count: z.int().positive().nullable(),
  worth_cents: amountCents,
  approved_by: z.string(),
  parts: z.array(z.strictObject({ charge_ref: ref, fund: code, amount_cents: amountCents })).min(1),
})
export type SealedInKind = z.infer<typeof inKind>

/** What a receipt says of money. `drawer_cents` stays in the drawer: tendered less change. */
const receipt = z.strictObject({
  /** What money pays; none where goods or work pay all. */
  lines: z.array(receiptLine),
  in_kind: z.array(inKind),
  tendered_cents: count,
  change_cents: count,
  rounding_cents: signedCents,
  others: z.array(z.strictObject({ tender: z.enum(OTHER_TENDERS), amount_cents: amountCents })),
})
export type SealedReceipt = z.infer<typeof receipt>

/**
 * A receipt written by hand while nothing worked, with its number, day and, where known, time by the branch's clock.
 * `of_session_ref`: the session, closed since, in which it was written; null: that in which it is keyed in, or none.
 */
const paper = z.strictObject({
  paper_number: z.string().min(1).max(40),
  written_on: onDate,
  written_minute: z.int().min(0).max(1439).nullable(),
  of_session_ref: ref.nullable(),
})
export type SealedPaper = z.infer<typeof paper>

const byTender = z.strictObject({ cash_cents: signedCents, checks_cents: count, card_cents: signedCents })
export type ByTender = z.infer<typeof byTender>

/** Why a person counts what is in a drawer that they have or close. */
export const COUNT_REASONS = ['mid-shift', 'surprise', 'closing'] as const
/** Who closes a drawer counts all of it, and so does who takes it over. */
export const WHOLE_COUNT_REASONS = ['closing', 'taking-over'] as const
/** What takes cash out of a drawer, or out of the safe. */
export const OUT_ACTS = ['placed', 'paid', 'refunded', 'voided', 'from-safe'] as const
export const CUSTODY_REASONS = ['suspend', 'resume', 'break', 'cover', 'back'] as const
/** Why the desk opens a drawer for something that is no entry of its own. */
export const PULSE_REASONS = ['test', 'count', 'again'] as const
/** How a drawer was opened that nobody had asked the desk to open; `unseen`: while its sensor was away. */
export const KEY_REASONS = ['key', 'unseen'] as const

export const CASH_EVENTS = {
  /** Names the session. `left_cents`: what should be in the drawer, from the session before or the change fund. */
  'drawer-opened': fact(1, {
    drawer_code: code,
    custodian_code: code,
    /** The session that left it there; null: the change fund gives the float. */
    from_session_ref: ref.nullable(),
    left_cents: count,
    left_checks_cents: count,
    /** Null: a total was typed. */
    pieces: pieces.nullable(),
    counted_cents: count,
    /** Why it differs from what was left, and who signed that off; empty: nothing differs, or nobody had to. */
    reason_code: reasonCode,
    approved_by: approvedBy,
  }),
  /** The float of a drawer that was not opened with it: it differs from what the session before left. */
  'float-counted': fact(1, {
    session_ref: ref,
    pieces: pieces.nullable(),
    counted_cents: count,
    left_cents: count,
  }),
  /** Each count is kept. `expected_cents`: what the entries came to then, which a blind count did not show. */
  'drawer-counted': fact(1, {
    session_ref: ref,
    reason: z.enum([...COUNT_REASONS, 'taking-over']),
    pieces: pieces.nullable(),
    counted_cents: count,
    expected_cents: signedCents,
  }),
  /** The same of the checks, and of the card terminal's total; null: nobody read it off. */
  'tenders-counted': fact(1, {
    session_ref: ref,
    reason: z.enum(WHOLE_COUNT_REASONS),
    checks_count: count,
    checks_cents: count,
    card_cents: signedCents.nullable(),
    expected_checks_cents: count,
    expected_card_cents: signedCents,
  }),
  'receipt-made': fact(1, {
    session_ref: ref,
    receipt_number: z.int().positive(),
    receipt,
    /** Of a patron's credit: what it paid beside of what others owe. */
    others_credit_cents: count,
    paper: paper.nullable(),
  }),
  /** Credit of the patron paid all of a receipt on paper: no drawer took anything, and the paper keeps its number. */
  'paper-credited': fact(1, { session_ref: ref, paper, credit_cents: amountCents }),
  /** The number stays; all of it is taken back in the session that made it. */
  'receipt-voided': fact(1, {
    session_ref: ref,
    receipt_ref: ref,
    receipt_number: z.int().positive(),
    receipt,
    reason_code: reasonCode,
    approved_by: approvedBy,
  }),
  /** Money goes back. `receipt_ref`: what took it; null: lending rules decided. Who got it is beside the seal. */
  'refund-paid': fact(1, {
    session_ref: ref,
    receipt_number: z.int().positive(),
    receipt_ref: ref.nullable(),
    lines: z.array(refundLine).min(1),
    tender: z.enum(REFUND_TENDERS),
    /** By which method the charges among the lines owe it. */
    due: z.enum(REFUND_METHODS),
    /** What goes out of the drawer, or over the terminal. */
    paid_cents: count,
    /** As the library sees it: what is refunded less what goes out. */
    rounding_cents: signedCents,
    reason_code: reasonCode,
    approved_by: approvedBy,
  }),
  /** A safe drop, a bank drop, a change order. `receiver_cents`: what the other person counted; null: nobody did. */
  'cash-placed': fact(1, {
    session_ref: ref,
    way: z.enum(['in', 'out']),
    place: z.enum(CASH_PLACES),
    amount_cents: amountCents,
    pieces: pieces.nullable(),
    bag_number: z.string().max(40),
    receiver_code: z.string().max(64),
    receiver_cents: count.nullable(),
  }),
  /** More was to go out of the drawer, or of the safe, than the entries have. It was refused, without a figure. */
  'withdrawal-refused': fact(1, {
    session_ref: ref,
    act: z.enum(OUT_ACTS),
    /** What was asked; null: all that was due. */
    amount_cents: amountCents.nullable(),
  }),
  'cash-paid': fact(1, {
    session_ref: ref,
    way: z.enum(['in', 'out']),
    reason_code: code,
    fund: code,
    amount_cents: amountCents,
    approved_by: approvedBy,
    meter: meter.nullable(),
  }),
  /** The drawer opened without a receipt. `amount_cents`: of bills that were changed; zero: none. */
  'drawer-unlocked': fact(1, {
    session_ref: ref,
    purpose: z.enum(['no-sale', 'make-change']),
    reason_code: reasonCode,
    amount_cents: count,
  }),
  /**
   * The desk opened the drawer to try it, to count what is in it, or again, where it might not have opened for the
   * entry `of_ref`. `session_ref` null: no session of the drawer is open.
   */
  'drawer-pulsed': fact(1, {
    drawer_code: code,
    session_ref: ref.nullable(),
    reason: z.enum(PULSE_REASONS),
    of_ref: ref.nullable(),
  }),
  /**
   * The sensor of the drawer told that it opened, and nobody had asked the desk. By nobody. `openings_count`: more than
   * one where it opened again and again, and these were counted.
   */
  'drawer-key-opened': fact(1, {
    drawer_code: code,
    session_ref: ref.nullable(),
    reason: z.enum(KEY_REASONS),
    openings_count: z.int().positive(),
  }),
  /**
   * Whose drawer it is, or whether it rests. During a break nobody has it until the person who was named takes it
   * (`cover`); by the first version she had it as soon as she was named.
   */
  'custody-changed': fact(1, {
    session_ref: ref,
    reason: z.enum(CUSTODY_REASONS),
    custodian_code: code,
    /** Who is to cover the break; empty: nobody. */
    named_code: z.string().max(64),
    /** A quick count as it changed hands; null: none. */
    counted_cents: count.nullable(),
    /** What the entries came to then; null: nobody counted, or it was not kept. */
    expected_cents: signedCents.nullable(),
  }),
  /**
   * The Z. What the drawer held is counted, explained, left or put into the bag. `grand_total_cents`: all that receipts
   * of this desk ever took in, whatever went back since; `head`: the journal's end before the command that closed it.
   */
  'drawer-closed': fact(1, {
    session_ref: ref,
    z_number: z.int().positive(),
    grand_total_cents: count,
    expected: byTender,
    counted: byTender,
    /** How many checks were counted. */
    checks_count: count,
    /** Whether the total of the terminal was typed or scanned; else card_cents is what the receipts say. */
    is_card_counted: z.boolean(),
    /** What the batch of the terminal differs by is over or short; the first version left it out of the accounts. */
    is_card_posted: z.boolean(),
    reason_code: reasonCode,
    approved_by: approvedBy,
    left_cents: count,
    left_pieces: pieces.nullable(),
    left_checks_cents: count,
    /** What of the count the library's rules leave; null: it was handed over. */
    float_cents: count.nullable(),
    /** Into the bag: from the drawer, from the safe, and checks. */
    bag: z.strictObject({
      bag_number: z.string().max(40),
      drawer_cents: count,
      safe_cents: count,
      checks_cents: count,
      /** What goes into it from the drawer; null: a total was typed. */
      pieces: pieces.nullable(),
    }),
    /** Who takes the drawer over with all that is in it; empty: nobody. */
    handed_to: z.string().max(64),
    /** One person did all of it: somebody else has to look at it. */
    is_review_needed: z.boolean(),
    head: z.strictObject({ events_count: count, hash: z.string().length(64) }),
  }),
  /** What the bank took in of a bag; the difference is over or short. */
  'deposit-banked': fact(1, {
    session_ref: ref,
    /** The entry that put cash into a bag of its own in the middle of the session; null: the bag of the close. */
    drop_ref: ref.nullable(),
    bag_cents: amountCents,
    banked_cents: count,
    banked_on: onDate,
  }),
  /**
   * Somebody else has looked at a close. It stays to be looked at until one agrees, or says what was found, which is
   * kept beside the seal. `is_ended`: nobody has to look at it any more.
   */
  'close-reviewed': fact(1, { session_ref: ref, is_agreed: z.boolean(), is_ended: z.boolean() }),
  /** Chance said at the opening that the drawer is to be counted by surprise: about one time in so many. */
  'count-drawn': fact(1, { session_ref: ref, one_in_count: z.int().positive() }),
  /** A receipt, a Z or a slip printed once more, marked COPY. */
  'copy-printed': fact(1, { session_ref: ref, of_ref: ref, copy_number: z.int().positive() }),
  ...PLACE_EVENTS,
} as const

export function isCashKind(kind: string): kind is keyof typeof CASH_EVENTS {
  return Object.hasOwn(CASH_EVENTS, kind)
}
