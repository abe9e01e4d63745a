/**
 * What a loan's lateness costs at a moment, and why: each step in the desk's words. The same function answers at
 * check-in, and live while the item is out. The order of the steps is in docs/circulation.md.
 * Must never read a clock, and never charge without a rule.
 */
import { sayDate, sayMoment } from '../../kernel/say-date.ts'
import { cents, moneyText, type Cents } from '../../kernel/money.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import { countText, unitsLate, type UnitsLate } from './fine-units.ts'
import { lessWaivers } from './fine-waiver.ts'
import { chargedFrom, graceWords } from './grace.ts'
import type { FineRule, Outage } from '../../policy/policy-facts.ts'
import { priceOf, type PreparedPolicy } from '../../policy/policy-index.ts'
import { suspensionDays } from './suspension.ts'
import { findScoped, ruleScope, type ScopeQuestion } from '../../policy/scoped.ts'

export type FineAsk = {
  readonly policy: PreparedPolicy
  readonly asked: ScopeQuestion
  /** Of the branch whose rules hold. */
  readonly calendar: PreparedCalendar
  readonly due_at: Instant
  /** When it came back (`returnMoment`), or now. */
  readonly until_at: Instant
  /** The item's own price; null when it has none. */
  readonly price_cents: Cents | null
  readonly is_recalled?: boolean
  /** When the patron said it was returned; a fine stops there if the library wants. */
  readonly claimed_at?: Instant | null
  /** A person lets this fine off. */
  readonly is_amnesty?: boolean
  /** The outages that hold, where those of the policy are not meant. */
  readonly outages?: readonly Outage[]
  /** The day since which the rule holds as it is for this loan, where it was changed since; null: it is as ever. */
  readonly stood_on?: LocalDate | null
}

/** Why nothing is charged though a rule would. */
export type WaivedWhy = 'amnesty' | 'fine-free-patron' | 'fine-free-day' | 'outage' | 'grace' | 'claim'

/** What of the lateness was counted, and at which rate. */
type Counted = Omit<UnitsLate, 'count'> & {
  readonly from_at: Instant
  readonly to_at: Instant
  readonly rate_cents: number
}

export type Fine = {
  readonly amount_cents: Cents
  /** Null: no row fits, nothing is charged. */
  readonly rule: FineRule | null
  /** How often the amount was charged: what fine days are counted from too (`suspensionDays`). */
  readonly units_count: number
  readonly cap: 'none' | 'amount' | 'price'
  readonly waived_why: WaivedWhy | null
  /** Null while nothing is counted. */
  readonly counted: Counted | null
  /** "4 days late, 1 closed day not counted", "3 × $0.25", "no more than $5.00", … */
  readonly steps: readonly string[]
}

const NONE = cents(0)

function nothing(rule: FineRule | null, steps: readonly string[], waived_why: WaivedWhy | null = null): Fine {
  return { amount_cents: NONE, rule, units_count: 0, cap: 'none', waived_why, counted: null, steps }
}

/** The fine rule that holds, without its words; null when none fits. */
export function fineRuleFor(policy: PreparedPolicy, asked: ScopeQuestion): FineRule | null {
  return findScoped(policy.fines, asked)
}

/** "$0.25 a day, at most $5.00, 1 day of grace", "no fine". */
export function fineWords(rule: FineRule): string {
  const unit_days = rule.suspension_days_count
  const fine_days =
    unit_days === 0
      ? null
      : `${countText(unit_days, 'days')} without borrowing for each ${countText(rule.per_count, rule.per_unit)} late`
  if (rule.amount_cents === 0) return fine_days ?? 'no fine'
  const unit = rule.per_unit.replace(/s$/, '').replace('-', ' ')
  const an = /^(h|o)/.test(unit) ? 'an' : 'a'
  const per = rule.per_count === 1 ? `${an} ${unit}` : `for each ${countText(rule.per_count, rule.per_unit)}`
  return [
    `${moneyText(rule.amount_cents)} ${per}`,
    rule.fine_cents_max === null ? null : `at most ${moneyText(rule.fine_cents_max)}`,
    rule.is_capped_at_price ? 'at most its price' : null,
    rule.grace_count > 0 ? graceWords(rule) : null,
    rule.is_closed_counted ? null : 'closed days not counted',
    fine_days,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** The amount once the caps are applied, with a step for the one that holds. */
function capped(ask: FineAsk, rule: FineRule, raw: number, steps: string[]): Pick<Fine, 'amount_cents' | 'cap'> {
  const recall_max = ask.is_recalled ? rule.recall_fine_cents_max : null
  const max = recall_max ?? rule.fine_cents_max
  const price = rule.is_capped_at_price ? priceOf(ask.policy, ask.asked.item_type_code, ask.price_cents) : null
  const isByAmount = max !== null && raw > max
  if (price !== null && raw > price && (!isByAmount || price < max)) {
    steps.push(`no more than its price, ${moneyText(price)}`)
    return { amount_cents: price, cap: 'price' }
  }
  if (isByAmount) {
    steps.push(`no more than ${moneyText(max)}`)
    return { amount_cents: max, cap: 'amount' }
  }
  return { amount_cents: cents(Math.min(raw, FINE_CENTS_MAX)), cap: 'none' }
}

/** Where a rule without a cap stops: a fine of a hundred thousand dollars is a slip of the pen. */
const FINE_CENTS_MAX = 10_000_000

/** The moment to which lateness counts, cut short by a claim where the library wants that. */
function untilClaim(ask: FineAsk, today: LocalDate, steps: string[]): Instant {
  const { claimed_at, until_at, policy } = ask
  if (!claimed_at || claimed_at >= until_at || !policy.settings.is_claim_stopping_fine) return until_at
  steps.push(`counted to ${sayMoment(claimed_at, ask.calendar.zone, today)}, when it was claimed`)
  return claimed_at
}

function charge(ask: FineAsk, rule: FineRule, today: LocalDate, steps: string[]): Fine {
  const { calendar, due_at, asked } = ask
  const claimed = untilClaim(ask, today, steps)
  if (claimed <= due_at) return nothing(rule, steps, 'claim')
  const is_recalled = ask.is_recalled ?? false
  const { fine_free_days, outages: known } = ask.policy.source
  const outages = ask.policy.settings.is_outage_waived ? (ask.outages ?? known) : []
  const stretch = lessWaivers(
    calendar,
    { fine_free_days, outages },
    asked.branch_code,
    { due_at, until_at: claimed },
    today,
  )
  steps.push(...stretch.steps)
  if (stretch.is_free) return nothing(rule, steps, 'fine-free-day')
  const { until_at } = stretch
  if (until_at <= stretch.from_at) return nothing(rule, steps, 'outage')
  const from_at = chargedFrom(calendar, stretch.from_at, until_at, rule, is_recalled)
  if (from_at === null) return nothing(rule, [...steps, `within ${graceWords(rule)}`], 'grace')
  if (from_at > stretch.from_at) steps.push(`the ${graceWords(rule)} are not charged`)
  const late = unitsLate(calendar, due_at, from_at, until_at, rule)
  const isOutage = stretch.steps.length > 0
  if (late.count === 0)
    return nothing(
      rule,
      [...steps, `${countText(late.late_count, late.late_unit)} to charge`],
      isOutage ? 'outage' : null,
    )
  const closed = late.closed_days_count === 0 ? '' : `, ${countText(late.closed_days_count, 'closed days')} not counted`
  const rate = (is_recalled ? rule.recall_amount_cents : null) ?? rule.amount_cents
  steps.push(`${countText(late.late_count, late.late_unit)} late${closed}`)
  if (rate > 0) steps.push(`${late.count} × ${moneyText(rate)}`)
  const days = suspensionDays(rule, late.count)
  if (days > 0) steps.push(`${countText(days, 'days')} without borrowing`)
  const { count: units_count, ...what } = late
  const counted = { ...what, from_at, to_at: until_at, rate_cents: rate }
  return { ...capped(ask, rule, units_count * rate, steps), rule, units_count, waived_why: null, counted, steps }
}

/** What is owed for lateness at `until_at`: at check-in, or live while it is out. */
export function fineNow(ask: FineAsk): Fine {
  const { policy, asked, due_at, until_at, calendar } = ask
  if (until_at <= due_at) return nothing(null, [])
  const rule = fineRuleFor(policy, asked)
  if (rule === null) return nothing(null, ['no fine rule fits: nothing is charged'])
  const today = localTimeAt(calendar, until_at).on
  const stood = ask.stood_on ? `, as it stood on ${sayDate(ask.stood_on, today)}` : ''
  const steps = [`Fine rule ${rule.rule_code}: for ${ruleScope(rule)}${stood}.`]
  const rate = (ask.is_recalled ? rule.recall_amount_cents : null) ?? rule.amount_cents
  if (rate === 0 && rule.suspension_days_count === 0) return nothing(rule, [...steps, 'this rule charges nothing'])
  if (policy.categories.get(asked.category_code)?.is_fine_free) {
    return nothing(rule, [...steps, 'this kind of patron pays no fines'], 'fine-free-patron')
  }
  if (ask.is_amnesty) return nothing(rule, [...steps, 'let off'], 'amnesty')
  return charge(ask, rule, today, steps)
}
