/**
 * A patron says "I returned it" or "I never had it": whether the claim is taken, what it does to the fine, and when the
 * shelf is looked at again. What a find after a claim means. A claim never blocks by itself: the category's limit may.
 */
import { addDays, daysBetween, type Instant, type LocalDate } from '../../kernel/time.ts'
import { endOfDayAt, localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import { sortRefusals } from '../decision.ts'
import type { LibrarySettings } from '../../policy/library-settings.ts'
import { refuse, type Refusal, type RefusalCode } from '../../refusals/refusals.ts'
import type { LostStep } from './lost-steps.ts'
import type { FoundWhere } from './return-question.ts'

export type ClaimKind = 'returned' | 'never-had'

export type ClaimAsk = {
  readonly claim: ClaimKind
  readonly now: Instant
  readonly calendar: PreparedCalendar
  readonly due_at: Instant
  readonly out_at: Instant
  /** When the patron says it was returned; null: they do not know, or never had it. */
  readonly returned_on: LocalDate | null
  /** Claims of this patron in the last twelve months, and those not yet settled. */
  readonly year_count: number
  readonly open_count: number
  readonly settings: LibrarySettings
  readonly overridden: readonly RefusalCode[]
}

export type ClaimDecision =
  | {
      readonly kind: 'claim'
      /** Up to when the fine runs; what accrued after it is taken back. Never had: the due time, so no fine at all. */
      readonly claimed_at: Instant
      readonly year_count_after: number
      readonly open_count_after: number
      /** Days on which the shelf is looked at, in order; the first is the day of the claim. */
      readonly recheck_on: readonly LocalDate[]
      readonly overrode: readonly Refusal[]
      readonly steps: readonly LostStep[]
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

function claimRefusals(ask: ClaimAsk, today: LocalDate): Refusal[] {
  const { settings, year_count, open_count, calendar, due_at } = ask
  const found: Refusal[] = []
  if (settings.claims_year_count_max !== null && year_count >= settings.claims_year_count_max) {
    const facts = { count: year_count, span: 'year', limit: settings.claims_year_count_max } as const
    found.push(refuse('claims-used', facts))
  } else if (settings.claims_open_count_max !== null && open_count >= settings.claims_open_count_max) {
    found.push(refuse('claims-used', { count: open_count, span: 'open', limit: settings.claims_open_count_max }))
  }
  const days = daysBetween(localTimeAt(calendar, due_at).on, today)
  if (settings.claims_within_days_count !== null && days > settings.claims_within_days_count) {
    found.push(refuse('claim-too-late', { days, limit: settings.claims_within_days_count }))
  }
  return found
}

/** A day on which it cannot have been brought back: one to come, or one before it went out. Null: it may be meant. */
export function wrongClaimDay(on: LocalDate, out_on: LocalDate, today: LocalDate): Refusal | null {
  if (on > today) return refuse('claim-day-ahead', { on })
  if (on >= out_on) return null
  return refuse('claim-day-before-loan', { on, out: out_on })
}

/** The moment the fine stops at: the day of the return claimed, not before the loan and not after now. */
function claimedAt(ask: ClaimAsk): Instant {
  if (ask.claim === 'never-had') return ask.due_at < ask.now ? ask.due_at : ask.now
  if (ask.returned_on === null) return ask.now
  const at = endOfDayAt(ask.calendar, ask.returned_on)
  if (at >= ask.now) return ask.now
  return at < ask.out_at ? ask.out_at : at
}

function stepsOf({ claim, settings }: ClaimAsk): readonly LostStep[] {
  if (claim === 'never-had') return [{ code: 'no-fine-never-had' }]
  return settings.is_claim_stopping_fine ? [{ code: 'fine-stops-at-claim' }] : []
}

/** Decides a claim. Limits stop it until a supervisor overrides them. */
export function decideClaim(ask: ClaimAsk): ClaimDecision {
  const today = localTimeAt(ask.calendar, ask.now).on
  const { refusals, overrode } = sortRefusals(claimRefusals(ask, today), ask.overridden)
  if (refusals.length > 0) return { kind: 'refused', refusals }
  const days = [...new Set([0, ...ask.settings.claims_recheck_days])].toSorted((one, other) => one - other)
  return {
    kind: 'claim',
    claimed_at: claimedAt(ask),
    year_count_after: ask.year_count + 1,
    open_count_after: ask.open_count + 1,
    recheck_on: days.map((count) => addDays(today, count)),
    overrode,
    steps: stepsOf(ask),
  }
}

/** The next day on which the shelf is to be looked at; null: that was the last. */
export function nextRecheck(
  claimed_on: LocalDate,
  checked_on: LocalDate,
  settings: Pick<LibrarySettings, 'claims_recheck_days'>,
): LocalDate | null {
  const due = settings.claims_recheck_days.map((count) => addDays(claimed_on, count)).toSorted()
  return due.find((on) => on > checked_on) ?? null
}

/**
 * A claimed item turns up. On our shelf: the patron was right, the fine is canceled where the library wants that.
 * Brought back by a patron: the fine runs to the claim as decided then, and nothing is added.
 */
export function foundClaim(
  where: FoundWhere,
  settings: Pick<LibrarySettings, 'is_found_claim_waived'>,
): { readonly is_fine_waived: boolean; readonly is_claim_counted: boolean } {
  const wasRight = where === 'shelf'
  return { is_fine_waived: wasRight && settings.is_found_claim_waived, is_claim_counted: !wasRight }
}
