/**
 * What a circulation decision needs to know, read by a service before it asks. Pure data: no record numbers, no names
 * of people. The decisions are check-out.ts, check-in.ts and renew.ts; refusals.ts has the refusals.
 */
import type { BranchCode, CategoryCode, ItemTypeCode } from '../kernel/ids.ts'
import type { Cents } from '../kernel/money.ts'
import type { Instant, LocalDate, MinuteOfDay } from '../kernel/time.ts'
import type { ZoneName } from '../kernel/zone.ts'

/** Opening hours within one day: opens before it closes. */
export type OpenRange = { readonly opens: MinuteOfDay; readonly closes: MinuteOfDay }

/** Days on which the week's hours do not apply, first to last, both included. */
export type ClosedDays = {
  readonly from_on: LocalDate
  readonly to_on: LocalDate
  /** Recurs on the same month and day each year. */
  readonly is_yearly: boolean
  /** An exception that opens a day closed by the week or another entry. Opening wins. */
  readonly is_open: boolean
  readonly reason: string
}

export type CalendarFacts = {
  readonly zone: ZoneName
  /** Seven entries, Sunday first; an empty list is a weekday that is always closed. */
  readonly week: readonly (readonly OpenRange[])[]
  readonly closed: readonly ClosedDays[]
}

export type PeriodUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months'

/**
 * What a closed day does to a loan by the day: `ignore-closed` counts and keeps it; `skip-closed` counts open days
 * only; `next-open` moves the end to the next open day; `same-weekday` moves it by whole weeks when the period is whole
 * weeks and that weekday is not always closed, otherwise to the next open day; `previous-open` moves it back to the
 * last open day.
 */
export type DaysMode = 'ignore-closed' | 'skip-closed' | 'next-open' | 'same-weekday' | 'previous-open'

/** What closing time does to a loan by the hour or minute. */
export type PastClosing = 'keep' | 'shorten-to-close' | 'extend-to-open'

/** One row of the loan rules. '*' means any branch, category or item type. */
export type LoanRule = {
  readonly rule_code: string
  readonly branch_code: BranchCode | '*'
  readonly category_code: CategoryCode | '*'
  readonly item_type_code: ItemTypeCode | '*'
  readonly is_for_loan: boolean
  readonly period_count: number
  readonly period_unit: PeriodUnit
  readonly days_mode: DaysMode
  readonly past_closing: PastClosing
  readonly hard_due_on: LocalDate | null
  /** How to use the fixed date: `hard_due_on`, or the schedule's date for the day of the loan. */
  readonly hard_due_kind: 'none' | 'not-after' | 'exactly' | 'not-before'
  /** The schedule of fixed dates used instead of `hard_due_on`; null: none. */
  readonly schedule_code: string | null
  /** What happens on a day for which the schedule has no date: no loan, or the rule's own period. */
  readonly outside_kind: 'refuse' | 'ordinary'
  /** Never due after the card expires; then the last open day before it. */
  readonly is_capped_at_expiry: boolean
  /** Null: unlimited. */
  readonly renewals_count_max: number | null
  /** Null: the loan's own period. */
  readonly renewal_period_count: number | null
  readonly renewal_from: 'today' | 'due'
  /** Most loans under this rule at once; null is unlimited. */
  readonly loans_count_max: number | null
  /** A longer loan that a person may give on request ("vacation loan"), in the rule's own unit; null: there is none. */
  readonly special_period_count: number | null
}

/** A row of a schedule: loans from the first to the last of these days, both included, have this fixed date. */
export type FixedDate = {
  readonly date_code: string
  readonly schedule_code: string
  readonly loans_from_on: LocalDate
  readonly loans_to_on: LocalDate
  readonly due_on: LocalDate
}

export type BlockFacts = { readonly kind: string; readonly until_on: LocalDate | null; readonly note: string }

/** The kind of a block that says, without a note, that mail came back. */
export const MAIL_BACK_KIND = 'address'

/** Whether a block is about the address: the library's data calls it "address", "Address returned" or the like. */
export function isAboutAddress({ kind }: Pick<BlockFacts, 'kind'>): boolean {
  return /^address/i.test(kind)
}

/** One item out, as limits count it: to this patron, or to a household member. */
export type OutFact = {
  /** Null: its record is gone from the library's data. It counts toward overall limits. */
  readonly item_type_code: ItemTypeCode | null
  /** Where it was lent. */
  readonly branch_code: BranchCode
  readonly is_family: boolean
}

/** The totals of an account and its household, besides `owed` and `overdue_count`; each with the limit that stops. */
export type EligibilityFacts = {
  /** How long the longest overdue item has been overdue; zero when nothing is. */
  readonly overdue_days_count: number
  readonly overdue_days_count_max: number | null
  readonly lost_count: number
  readonly lost_count_max: number | null
  readonly claims_count: number
  readonly claims_count_max: number | null
  /** The whole household's, including this patron's own. */
  readonly family_owed: Cents
  readonly family_owed_max: Cents | null
  /** What the patrons owe whom this patron answers for. */
  readonly guarantees_owed: Cents
  readonly guarantees_owed_max: Cents | null
  /** The first day on which they may borrow again after a late return. */
  readonly suspended_until_on: LocalDate | null
  /** What a person or another system wrote to the suspension; null when a late return made it. */
  readonly suspension_note: string | null
}

export type PatronFacts = {
  readonly category_code: CategoryCode
  readonly category_name: string
  /** The card that was scanned; null when the account was found by name. */
  readonly card_status: 'current' | 'former' | 'lost' | null
  readonly is_barred: boolean
  readonly is_active: boolean
  readonly expires_on: LocalDate | null
  readonly owed: Cents
  readonly owed_max: Cents | null
  readonly out_count: number
  readonly loans_count_max: number | null
  readonly overdue_count: number
  readonly overdue_count_max: number | null
  readonly blocks: readonly BlockFacts[]
  readonly eligibility: EligibilityFacts
  /** Everything out, for limits by item type, group and branch. */
  readonly out: readonly OutFact[]
}

export type LoanFacts = {
  readonly due_at: Instant
  /** The date that its seals say, where that is another; null: it is not. */
  readonly sealed_due_at: Instant | null
  readonly out_at: Instant
  readonly renewals_count: number
  /** How many renewals since it was last seen at a desk were made without it. */
  readonly unseen_renewals_count: number
  /** Recalled for a waiting patron. */
  readonly is_recalled: boolean
  /** Out, billed as lost, or claimed. */
  readonly loan_status: string
}

export type ItemFacts = {
  readonly item_type_code: ItemTypeCode
  readonly item_type_name: string
  readonly is_for_loan: boolean
  readonly home_branch: BranchCode
  /** Where it was last seen; for an item in transit, who sent it. */
  readonly at_branch: BranchCode
  readonly status: string
  /** Its open loan, if any, and whether to the patron at the desk. */
  readonly loan:
    | (LoanFacts & {
        readonly is_same_patron: boolean
        /** Merged or deleted elsewhere meanwhile: nobody's account shows this loan any more. */
        readonly is_patron_gone: boolean
      })
    | null
  /**
   * An interlibrary loan: which library lent it, and when it must be back there. Null: this library's own.
   */
  readonly lender: { readonly lender_name: string; readonly due_back_on: LocalDate | null } | null
  /** The first hold in its queue, as far as this desk knows. */
  readonly hold: {
    readonly is_same_patron: boolean
    readonly pickup_branch: BranchCode
    readonly is_ready: boolean
  } | null
  /** How many this patron has out under each rule, for a rule's own limit. */
  readonly out_count_by_rule: Readonly<Record<string, number>>
}
