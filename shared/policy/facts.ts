/**
 * What a circulation decision needs to know, read by a service before it asks. Pure data: no record numbers, no names
 * of people. The decisions are check-out.ts, check-in.ts and renew.ts; the "no"s are refusals.ts.
 */
import type { BranchCode, CategoryCode, ItemTypeCode } from '../kernel/ids.ts'
import type { Cents } from '../kernel/money.ts'
import type { Instant, LocalDate, MinuteOfDay } from '../kernel/time.ts'
import type { ZoneName } from '../kernel/zone.ts'

/** A stretch of one day in which the branch is open: opens before it closes. */
export type OpenRange = { readonly opens: MinuteOfDay; readonly closes: MinuteOfDay }

/** Days on which the week's hours do not hold, first to last, both included. */
export type ClosedDays = {
  readonly from_on: LocalDate
  readonly to_on: LocalDate
  /** Repeats month and day each year. */
  readonly is_yearly: boolean
  /** An exception that opens a day which the week or another entry closes. Opening wins. */
  readonly is_open: boolean
  readonly reason: string
}

export type CalendarFacts = {
  readonly zone: ZoneName
  /** Seven entries, Sunday first; an empty list is a day on which the branch is always closed. */
  readonly week: readonly (readonly OpenRange[])[]
  readonly closed: readonly ClosedDays[]
}

export type PeriodUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months'

/**
 * What a closed day does to a loan by the day:
 * `ignore-closed` counts and keeps it; `skip-closed` counts open days only; `next-open` moves the end to the next open
 * day; `same-weekday` moves it by whole weeks when the period is whole weeks and that weekday is not always closed,
 * else to the next open day; `previous-open` moves it back to the last open day.
 */
export type DaysMode = 'ignore-closed' | 'skip-closed' | 'next-open' | 'same-weekday' | 'previous-open'

/** What closing time does to a loan by the hour or minute. */
export type PastClosing = 'keep' | 'shorten-to-close' | 'extend-to-open'

/** One row of the loan rules. '*' stands for any branch, category or item type. */
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
  /** What the fixed date does: `hard_due_on`, or the one that the schedule has for the day of the loan. */
  readonly hard_due_kind: 'none' | 'not-after' | 'exactly' | 'not-before'
  /** The schedule of fixed dates that is asked instead of `hard_due_on`; null: none. */
  readonly schedule_code: string | null
  /** What is lent on a day for which the schedule has no date: nothing, or by the rule's own period. */
  readonly outside_kind: 'refuse' | 'ordinary'
  /** Never due after the card expires; then the last open day before it. */
  readonly is_capped_at_expiry: boolean
  /** Null: as often as wanted. */
  readonly renewals_count_max: number | null
  /** Null: the loan's own period. */
  readonly renewal_period_count: number | null
  readonly renewal_from: 'today' | 'due'
  /** Most loans under this rule at once; null is unlimited. */
  readonly loans_count_max: number | null
  /** A longer loan that a person may give on request ("vacation loan"), in the rule's own unit; null: there is none. */
  readonly special_period_count: number | null
}

/** A row of a schedule: what is lent from the first to the last of these days, both included, has this fixed date. */
export type FixedDate = {
  readonly date_code: string
  readonly schedule_code: string
  readonly loans_from_on: LocalDate
  readonly loans_to_on: LocalDate
  readonly due_on: LocalDate
}

export type BlockFacts = { readonly kind: string; readonly until_on: LocalDate | null; readonly note: string }

/** One thing that is out, as limits count it: to this patron, or to somebody of the household. */
export type OutFact = {
  /** Null: its record is gone from the library's data. It counts where everything does. */
  readonly item_type_code: ItemTypeCode | null
  /** Where it was lent. */
  readonly branch_code: BranchCode
  readonly is_family: boolean
}

/** What an account and its household add up to, beyond `owed` and `overdue_count`; each with the limit that stops. */
export type EligibilityFacts = {
  /** How long the longest overdue item has been so; nought when nothing is. */
  readonly overdue_days_count: number
  readonly overdue_days_count_max: number | null
  readonly lost_count: number
  readonly lost_count_max: number | null
  readonly claims_count: number
  readonly claims_count_max: number | null
  /** The whole household's, this patron's own included. */
  readonly family_owed: Cents
  readonly family_owed_max: Cents | null
  /** What those owe whom this patron answers for. */
  readonly guarantees_owed: Cents
  readonly guarantees_owed_max: Cents | null
  /** The first day on which they may borrow again after something came back late. */
  readonly suspended_until_on: LocalDate | null
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
  /** Absent where a caller does not count them: then none of them stops. */
  readonly eligibility?: EligibilityFacts
  /** Everything out, for limits by item type, group and branch; absent: only the plain counts are looked at. */
  readonly out?: readonly OutFact[]
}

export type LoanFacts = {
  readonly due_at: Instant
  readonly out_at: Instant
  readonly renewals_count: number
  /** How many of the renewals since it was last seen at a desk were made without it; absent: none. */
  readonly unseen_renewals_count?: number
  /** Asked back for somebody who waits; absent: it is not. */
  readonly is_recalled?: boolean
}

export type ItemFacts = {
  readonly item_type_code: ItemTypeCode
  readonly item_type_name: string
  readonly is_for_loan: boolean
  readonly home_branch: BranchCode
  /** Where it was seen last; of what is on its way, who sent it. Absent: nobody asks. */
  readonly at_branch?: BranchCode
  readonly status: string
  /** The loan it is out on now, if any, and whether to the patron at the desk. */
  readonly loan:
    | (LoanFacts & {
        readonly is_same_patron: boolean
        /** Merged or deleted elsewhere meanwhile: nobody's account shows this loan any more. */
        readonly is_patron_gone?: boolean
      })
    | null
  /** Another library's: whose, and when it must be back there. Absent or null: this library's own. */
  readonly lender?: { readonly lender_name: string; readonly due_back_on: LocalDate | null } | null
  /** The first in the queue for it, as far as this desk knows. */
  readonly hold: {
    readonly is_same_patron: boolean
    readonly pickup_branch: BranchCode
    readonly is_ready: boolean
  } | null
  /** How many this patron has out under each rule, to apply a rule's own limit. */
  readonly out_count_by_rule: Readonly<Record<string, number>>
}
