/**
 * What the report of a drawer session says, as data: X while it is open, Z when it is closed. It names staff by their
 * initials and patrons not at all (pos-peers R20).
 */
import type { Cents } from '../kernel/money.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { CashPlace, OtherTender } from '../ledger/drawer-acts.ts'
import type { LetOffSum } from '../ledger/let-off.ts'
import type { SlipKey } from './deposit.ts'
import type { Pieces } from './pieces.ts'

export type Tender = 'cash' | OtherTender

/** A tender by the ledger, and by what was counted. Voided receipts are in none of it. */
export type TenderReport = {
  readonly tender: Tender
  /** Taken in by receipts, and given back by refunds; neither is below zero. */
  readonly receipted_cents: Cents
  readonly refunded_cents: Cents
  /** What should be there: in the drawer, or for cards in the terminal's batch. */
  readonly expected_cents: Cents
  /** Counted in the drawer, or read off the terminal's batch. Null: nobody has yet. */
  readonly counted_cents: Cents | null
}

/** What came in for a fund, or for someone else, without tax and rounding. */
export type FundReport = SlipKey & { readonly receipted_cents: Cents; readonly refunded_cents: Cents }

/**
 * What goods or work of one kind took off, by clerk and approver: no money. `quantity_count`: pieces, or minutes; null:
 * worth was asked.
 */
export type InKindReport = {
  readonly kind_code: string
  readonly staff_initials: string
  readonly approved_by_initials: string
  readonly receipts_count: number
  readonly quantity_count: number | null
  readonly amount_cents: Cents
}

/** `back_`: what an earlier Z has, and was taken back since. No approver: the clerk's own role was enough. */
export type LetOffReport = Omit<LetOffSum, 'staff' | 'approved_by'> & {
  readonly staff_initials: string
  readonly approved_by_initials: string
}

/** Receipts that stand; what was voided or refunded is counted apart. */
export type ReportCounts = {
  readonly receipts_count: number
  readonly voids_count: number
  readonly voided_cents: Cents
  readonly refunds_count: number
  readonly no_sales_count: number
  readonly changes_made_count: number
  /** Opened, and not by the desk, as the sensor of the drawer tells. */
  readonly key_openings_count: number
  /** More was asked to go out than the entries have. */
  readonly refused_outs_count: number
}

export type PaidMove = {
  readonly way: 'in' | 'out'
  readonly reason_code: string
  readonly fund: string
  readonly amount_cents: Cents
}

/** A safe drop, a bag for the bank, a change order: before the closing count. */
export type PlacedMove = { readonly way: 'in' | 'out'; readonly place: CashPlace; readonly amount_cents: Cents }

/** Each count stays, also the one that a later count replaced. */
export type KeptCount = {
  readonly reason: 'opening' | 'mid-shift' | 'surprise' | 'closing' | 'taking-over' | 'break' | 'cover' | 'back'
  readonly tender: Tender
  readonly counted_at: Instant
  readonly counted_by_initials: string
  readonly counted_cents: Cents
  readonly expected_cents: Cents
}

/** A break that another person covered, who answers for what is over or short from her first count to her last one. */
export type CoveredBreak = {
  readonly cover_initials: string
  readonly taken_at: Instant
  /** Null: she has the drawer. */
  readonly back_at: Instant | null
  readonly by_cents: Cents
}

/** Why a tender is over or short, as far as a person said. `signed_off_by_initials` is empty until somebody did. */
export type VarianceSaid = {
  readonly tender: Tender
  readonly reason_code: string
  readonly note: string
  readonly signed_off_by_initials: string
}

/**
 * What belongs to a day before this session, or to a session that was closed before it came: a receipt on paper that
 * was keyed in since, what the bank took in of a bag, a look at a close, a count of the safe or the change fund, what
 * went from the safe into a bag. That session's own report stays as it was. Of these, only the receipts on paper are in
 * the totals of this report.
 */
export type LateArrival = {
  readonly what: 'paper' | 'banked' | 'settled' | 'reviewed' | 'disagreed' | 'safe' | 'change-fund' | 'bagged'
  /** The number on the paper, or of the bag; empty: it has none. */
  readonly name: string
  /** Of the report that it belongs to; empty: there is none. */
  readonly full_z_number: string
  readonly belongs_on: LocalDate
  readonly arrived_at: Instant
  /** What was received, or what the bank took in. */
  readonly amount_cents: Cents
  /** What the bank took in, or a place was counted, more or, below zero, less than it should be. */
  readonly by_cents: Cents
}

/** What another person has to look at: acts of the session, and steps that one person took alone (R2, R5). */
export type ReviewTask = 'voids' | 'refunds' | 'waivers' | 'paid-out' | 'counted-alone' | 'signed-off-alone'

/** What only a closed session has. */
export type ReportClosing = {
  readonly closed_at: Instant
  readonly closed_by_initials: string
  /** What stays in the drawer for the next session. Null: its pieces were not said. */
  readonly left_cents: Cents
  readonly left: Pieces | null
  readonly left_checks_cents: Cents
  /** How much more or, below zero, less stays than the rules of the library leave. */
  readonly float_by_cents: Cents
  /** Who took the drawer over with all that is in it; empty: nobody. */
  readonly handed_to_initials: string
  /** What went to the bank: from the drawer, from the safe, and checks. */
  readonly bag: {
    readonly bag_number: string
    readonly drawer_cents: Cents
    readonly safe_cents: Cents
    readonly checks_cents: Cents
  }
  /** How many sessions were closed at this desk, with this one, and what they took in all told: never set back. */
  readonly z_number: number
  /** Its name, which no other Z has: with the terminal, and the epoch of its data. */
  readonly full_z_number: string
  /** Above 1: the data were restored or began again, and what was lost by it is in no total. */
  readonly epoch: number
  readonly grand_total_cents: Cents
  readonly variances: readonly VarianceSaid[]
  readonly reviews: readonly ReviewTask[]
}

export type CashReport = {
  readonly drawer_name: string
  readonly session_ref: string
  /** The day of the opening, to which everything in the session belongs. */
  readonly business_on: LocalDate
  readonly custodian_initials: string
  readonly opened_at: Instant
  /** The first and the last number, voided ones too. Null: none was given out. */
  readonly numbers: { readonly first: string; readonly last: string } | null
  /** The numbers of receipts that were written by hand and typed in later. */
  readonly by_hand: readonly string[]
  readonly counts: ReportCounts
  readonly tenders: readonly TenderReport[]
  readonly funds: readonly FundReport[]
  /** Change that patrons left on their accounts: in the drawer, and owed to them. */
  readonly kept_credit: { readonly receipted_cents: Cents; readonly refunded_cents: Cents }
  /** What came in, less what was refunded. */
  readonly tax_cents: Cents
  readonly rounding_cents: Cents
  /** Refunded by checks that the office writes: out of no drawer and no terminal, but out of the funds. */
  readonly office_checks_cents: Cents
  /** What was let off at this desk since the Z before this one, by kind, clerk and approver. No money. */
  readonly let_off: readonly LetOffReport[]
  readonly in_kind: readonly InKindReport[]
  /** Credit of patrons that paid what others owe: no money. */
  readonly others_credit: { readonly receipts_count: number; readonly amount_cents: Cents }
  readonly float_cents: Cents
  readonly paid: readonly PaidMove[]
  readonly placed: readonly PlacedMove[]
  /** In order, the opening one first. */
  readonly kept_counts: readonly KeptCount[]
  readonly covered: readonly CoveredBreak[]
  /** What the float was more or, below zero, less than the session before left; null: the same. */
  readonly opening: (Omit<VarianceSaid, 'tender'> & { readonly by_cents: Cents }) | null
  readonly late_arrivals: readonly LateArrival[]
  /** Where the journal ended when the report was made: 64 hexadecimal digits, and how many entries. */
  readonly head: { readonly hash: string; readonly entries_count: number }
  /** Null: the session is open, and this is an X report. */
  readonly closing: ReportClosing | null
}
