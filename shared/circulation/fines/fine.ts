/**
 * What a loan's lateness costs at a moment, and why: each step as a code with facts. The same function answers at
 * check-in, and live while the item is out. The order of the steps is in docs/circulation.md.
 * Must never read a clock, and never charge without a rule.
 */
import { cents, type Cents } from '../../kernel/money.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import type { PreparedCalendar } from '../calendar/calendar-index.ts'
import type { FineStep } from './fine-steps.ts'
import { unitsLate, type UnitsLate } from './fine-units.ts'
import { lessWaivers } from './fine-waiver.ts'
import { chargedFrom } from './grace.ts'
import type { FineRule, Outage } from '../../policy/policy-facts.ts'
import { priceOf, type PreparedPolicy } from '../../policy/policy-index.ts'
import { suspensionDays } from './suspension.ts'
import { findScoped, ruleStep, type ScopeQuestion } from '../../policy/scoped.ts'

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
  readonly is_recalled: boolean
  /** When the patron said it was returned; a fine stops there if the library wants. Null: it is not claimed. */
  readonly claimed_at: Instant | null
  /** A person lets this fine off. */
  readonly is_amnesty: boolean
  /** The outages that apply instead of those of the policy; null: those of the policy. */
  readonly outages: readonly Outage[] | null
  /** The day since which the rule holds as it is for this loan, where it was changed since; null: it is as ever. */
  readonly stood_on: LocalDate | null
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
  readonly steps: readonly FineStep[]
}

const NONE = cents(0)

function nothing(rule: FineRule | null, steps: readonly FineStep[], waived_why: WaivedWhy | null = null): Fine {
  return { amount_cents: NONE, rule, units_count: 0, cap: 'none', waived_why, counted: null, steps }
}

/** The fine rule that holds, without its words; null when none fits. */
export function fineRuleFor(policy: PreparedPolicy, asked: ScopeQuestion): FineRule | null {
  return findScoped(policy.fines, asked)
}

/** The amount once the caps are applied, with a step for the one that holds. */
function capped(ask: FineAsk, rule: FineRule, raw: number, steps: FineStep[]): Pick<Fine, 'amount_cents' | 'cap'> {
  const recall_max = ask.is_recalled ? rule.recall_fine_cents_max : null
  const max = recall_max ?? rule.fine_cents_max
  const price = rule.is_capped_at_price ? priceOf(ask.policy, ask.asked.item_type_code, ask.price_cents) : null
  const isByAmount = max !== null && raw > max
  if (price !== null && raw > price && (!isByAmount || price < max)) {
    steps.push({ code: 'no-more-than', is_price: true, cap_cents: price })
    return { amount_cents: price, cap: 'price' }
  }
  if (isByAmount) {
    steps.push({ code: 'no-more-than', is_price: false, cap_cents: max })
    return { amount_cents: max, cap: 'amount' }
  }
  return { amount_cents: cents(Math.min(raw, FINE_CENTS_MAX)), cap: 'none' }
}

/** Where a rule without a cap stops: a fine of a hundred thousand dollars is a slip of the pen. */
const FINE_CENTS_MAX = 10_000_000

/** The moment to which lateness counts, cut short by a claim where the library wants that. */
function untilClaim(ask: FineAsk, steps: FineStep[]): Instant {
  const { claimed_at, until_at, policy } = ask
  if (claimed_at === null || claimed_at >= until_at || !policy.settings.is_claim_stopping_fine) return until_at
  steps.push({ code: 'counted-to-claim', claimed_ms: claimed_at })
  return claimed_at
}

function charge(ask: FineAsk, rule: FineRule, steps: FineStep[]): Fine {
  const { calendar, due_at, asked, is_recalled } = ask
  const claimed = untilClaim(ask, steps)
  if (claimed <= due_at) return nothing(rule, steps, 'claim')
  const { fine_free_days, outages: known } = ask.policy.source
  const outages = ask.policy.settings.is_outage_waived ? (ask.outages ?? known) : []
  const waivers = { fine_free_days, outages }
  const stretch = lessWaivers(calendar, waivers, asked.branch_code, { due_at, until_at: claimed })
  steps.push(...stretch.steps)
  if (stretch.is_free) return nothing(rule, steps, 'fine-free-day')
  const { until_at } = stretch
  if (until_at <= stretch.from_at) return nothing(rule, steps, 'outage')
  const from_at = chargedFrom(calendar, stretch.from_at, until_at, rule, is_recalled)
  const { grace_count, grace_unit } = rule
  if (from_at === null) return nothing(rule, [...steps, { code: 'within-grace', grace_count, grace_unit }], 'grace')
  if (from_at > stretch.from_at) steps.push({ code: 'grace-not-charged', grace_count, grace_unit })
  const { count: units_count, ...late } = unitsLate(calendar, due_at, from_at, until_at, rule)
  const { late_count, late_unit } = late
  if (units_count === 0) {
    const none = [...steps, { code: 'nothing-to-charge', late_count, late_unit }] as const
    return nothing(rule, none, stretch.steps.length > 0 ? 'outage' : null)
  }
  const rate_cents = (is_recalled ? rule.recall_amount_cents : null) ?? rule.amount_cents
  steps.push({ code: 'late', ...late })
  if (rate_cents > 0) steps.push({ code: 'rate', units_count, rate_cents })
  const days_count = suspensionDays(rule, units_count)
  if (days_count > 0) steps.push({ code: 'days-without-borrowing', days_count })
  const counted = { ...late, from_at, to_at: until_at, rate_cents }
  return { ...capped(ask, rule, units_count * rate_cents, steps), rule, units_count, waived_why: null, counted, steps }
}

/** What is owed for lateness at `until_at`: at check-in, or live while it is out. */
export function fineNow(ask: FineAsk): Fine {
  const { policy, asked, due_at, until_at, stood_on } = ask
  if (until_at <= due_at) return nothing(null, [])
  const rule = fineRuleFor(policy, asked)
  if (rule === null) return nothing(null, [{ code: 'no-fine-rule' }])
  const by = { ...ruleStep('fine', rule), stood_on }
  const rate = (ask.is_recalled ? rule.recall_amount_cents : null) ?? rule.amount_cents
  if (rate === 0 && rule.suspension_days_count === 0) return nothing(rule, [by, { code: 'rule-charges-nothing' }])
  if (policy.categories.get(asked.category_code)?.is_fine_free) {
    return nothing(rule, [by, { code: 'patron-pays-no-fines' }], 'fine-free-patron')
  }
  if (ask.is_amnesty) return nothing(rule, [by, { code: 'fine-let-off' }], 'amnesty')
  return charge(ask, rule, [by])
}
