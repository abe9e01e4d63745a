/** A cash report as an answer of the contract (shared/cash/report-facts.ts says what each part is). */
import { LET_OFF_CODES } from '../../ledger/let-off.ts'
import { z } from 'zod'

const tender = z.enum(['cash', 'check', 'card'])
const way = z.enum(['in', 'out'])
const money = z.int()
const several = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly()

/** Pieces by their value in cents. */
export const piecesShape = z.record(z.string(), z.int().nonnegative()).readonly()

const closing = z.strictObject({
  closed_at: z.int(),
  closed_by_initials: z.string(),
  left_cents: money,
  left: piecesShape.nullable(),
  left_checks_cents: money,
  float_by_cents: money,
  handed_to_initials: z.string(),
  bag: z.strictObject({ bag_number: z.string(), drawer_cents: money, safe_cents: money, checks_cents: money }),
  z_number: z.int(),
  full_z_number: z.string(),
  epoch: z.int(),
  grand_total_cents: money,
  variances: several(
    z.strictObject({ tender, reason_code: z.string(), note: z.string(), signed_off_by_initials: z.string() }),
  ),
  reviews: several(z.string()),
})

export const cashReportShape = z.strictObject({
  drawer_name: z.string(),
  session_ref: z.string(),
  business_on: z.string(),
  custodian_initials: z.string(),
  opened_at: z.int(),
  numbers: z.strictObject({ first: z.string(), last: z.string() }).nullable(),
  by_hand: several(z.string()),
  counts: z.strictObject({
    receipts_count: z.int(),
    voids_count: z.int(),
    voided_cents: money,
    refunds_count: z.int(),
    no_sales_count: z.int(),
    changes_made_count: z.int(),
    key_openings_count: z.int(),
    refused_outs_count: z.int(),
  }),
  tenders: several(
    z.strictObject({
      tender,
      receipted_cents: money,
      refunded_cents: money,
      expected_cents: money,
      counted_cents: money.nullable(),
    }),
  ),
  funds: several(
    z.strictObject({
      payee: z.string().nullable(),
      fund: z.string(),
      receipted_cents: money,
      refunded_cents: money,
    }),
  ),
  /** Change that patrons left on their accounts: owed to them, and of no fund. */
  kept_credit: z.strictObject({ receipted_cents: money, refunded_cents: money }),
  tax_cents: money,
  rounding_cents: money,
  office_checks_cents: money,
  /** No money. `back_`: what an earlier Z has, and was taken back since. */
  let_off: several(
    z.strictObject({
      code: z.enum(LET_OFF_CODES),
      staff_initials: z.string(),
      approved_by_initials: z.string(),
      count: z.int(),
      amount_cents: money,
      back_count: z.int(),
      back_cents: money,
    }),
  ),
  in_kind: several(
    z.strictObject({
      kind_code: z.string(),
      staff_initials: z.string(),
      approved_by_initials: z.string(),
      receipts_count: z.int(),
      quantity_count: z.int().nullable(),
      amount_cents: money,
    }),
  ),
  others_credit: z.strictObject({ receipts_count: z.int(), amount_cents: money }),
  float_cents: money,
  paid: several(z.strictObject({ way, reason_code: z.string(), fund: z.string(), amount_cents: money })),
  placed: several(z.strictObject({ way, place: z.enum(['safe', 'change-fund', 'bank-bag']), amount_cents: money })),
  kept_counts: several(
    z.strictObject({
      reason: z.enum(['opening', 'mid-shift', 'surprise', 'closing', 'taking-over', 'break', 'cover', 'back']),
      tender,
      counted_at: z.int(),
      counted_by_initials: z.string(),
      counted_cents: money,
      expected_cents: money,
    }),
  ),
  covered: several(
    z.strictObject({
      cover_initials: z.string(),
      taken_at: z.int(),
      back_at: z.int().nullable(),
      by_cents: money,
    }),
  ),
  opening: z
    .strictObject({
      by_cents: money,
      reason_code: z.string(),
      note: z.string(),
      signed_off_by_initials: z.string(),
    })
    .nullable(),
  late_arrivals: several(
    z.strictObject({
      what: z.enum(['paper', 'banked', 'settled', 'reviewed', 'disagreed', 'safe', 'change-fund', 'bagged']),
      name: z.string(),
      full_z_number: z.string(),
      belongs_on: z.string(),
      arrived_at: z.int(),
      amount_cents: money,
      by_cents: money,
    }),
  ),
  head: z.strictObject({ hash: z.string(), entries_count: z.int() }),
  closing: closing.nullable(),
})
