/**
 * When a loan is billed as lost and what that costs: replacement and processing fee, each a line of its own; and what
 * damage and missing parts cost. What a find changes is found.ts. Must never bill without a price that a person stated.
 */
import { cents, type Cents } from '../../kernel/money.ts'
import { addDays, addMonths, instant, MS_PER_HOUR, type Instant, type LocalDate } from '../../kernel/time.ts'
import { endOfDayAt, localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import type { LostRule, WindowUnit } from '../../policy/policy-facts.ts'
import { feesFor, priceOf, type PreparedPolicy } from '../../policy/policy-index.ts'
import { findScoped, type ScopeQuestion } from '../../policy/scoped.ts'
import type { LostStep } from './lost-steps.ts'

export type ChargeLine = {
  readonly kind: 'lost' | 'processing' | 'damaged' | 'part'
  readonly amount_cents: Cents
}

export type LostCharges = {
  readonly rule: LostRule
  readonly lines: readonly ChargeLine[]
  /** Its own price, not the default of its type. */
  readonly is_own_price: boolean
  /** False: the fine that has accrued is canceled when the item is billed. */
  readonly is_overdue_kept: boolean
}

/** The end of a window that began then, in the library's zone. */
export function windowEnd(calendar: PreparedCalendar, from_at: Instant, count: number, unit: WindowUnit): Instant {
  if (unit === 'hours') return instant(from_at + count * MS_PER_HOUR)
  const { on } = localTimeAt(calendar, from_at)
  const last: LocalDate = unit === 'months' ? addMonths(on, count) : addDays(on, unit === 'weeks' ? count * 7 : count)
  return endOfDayAt(calendar, last)
}

export function lostRuleFor(policy: PreparedPolicy, asked: ScopeQuestion): LostRule | null {
  return findScoped(policy.lost, asked)
}

/** From when a loan counts as lost by itself; null: only a person declares it. */
export function lostFrom(calendar: PreparedCalendar, rule: LostRule, due_at: Instant): Instant | null {
  return rule.lost_after_count === null
    ? null
    : windowEnd(calendar, due_at, rule.lost_after_count, rule.lost_after_unit)
}

function replacement(policy: PreparedPolicy, rule: LostRule, asked: ScopeQuestion, price: Cents | null): Cents | null {
  const isPriced = price !== null && price > 0
  switch (rule.replacement_kind) {
    case 'none':
      return cents(0)
    case 'price':
      return isPriced ? price : null
    case 'default':
      return rule.replacement_cents ?? priceOf(policy, asked.item_type_code, null)
    case 'price-or-default':
      return isPriced ? price : (rule.replacement_cents ?? priceOf(policy, asked.item_type_code, null))
  }
}

/**
 * What is charged for a lost item. Null when no rule fits, or when no price was ever stated: a person sets it then.
 */
export function lostCharges(
  policy: PreparedPolicy,
  asked: ScopeQuestion,
  price_cents: Cents | null,
): LostCharges | null {
  const rule = lostRuleFor(policy, asked)
  const amount = rule && replacement(policy, rule, asked, price_cents)
  if (rule === null || amount === null) return null
  const isOwn = price_cents !== null && price_cents > 0 && rule.replacement_kind.startsWith('price')
  const lines: ChargeLine[] = []
  if (amount > 0) lines.push({ kind: 'lost', amount_cents: amount })
  if (rule.processing_cents > 0) lines.push({ kind: 'processing', amount_cents: rule.processing_cents })
  return { rule, lines, is_own_price: isOwn, is_overdue_kept: rule.is_overdue_kept }
}

export type DamageAsk = {
  readonly policy: PreparedPolicy
  readonly asked: ScopeQuestion
  readonly price_cents: Cents | null
  /** Names of parts that are missing or spoiled, as in the fee table. */
  readonly parts: readonly string[]
  /** Beyond use: its whole price. */
  readonly is_beyond_use: boolean
}

/**
 * What damage costs: each part's fee, or the whole price as for a lost item; never more than that price together.
 * `unknown_parts` are names the fee table does not hold: a person sets their price.
 */
export function damageCharges(ask: DamageAsk): {
  readonly lines: readonly ChargeLine[]
  readonly unknown_parts: readonly string[]
  /** The price of the whole ended it. */
  readonly is_capped: boolean
} {
  const { policy, asked, price_cents, parts } = ask
  const price = lostCharges(policy, asked, price_cents)?.lines.find((line) => line.kind === 'lost')?.amount_cents
  if (ask.is_beyond_use) {
    const amount = price ?? priceOf(policy, asked.item_type_code, price_cents)
    const lines = amount === null ? [] : [{ kind: 'damaged', amount_cents: amount } as const]
    return { lines, unknown_parts: [], is_capped: false }
  }
  const fees = [...feesFor(policy, 'part', asked), ...feesFor(policy, 'damage', asked)]
  const lines: ChargeLine[] = []
  const unknown_parts: string[] = []
  let left = price ?? Number.POSITIVE_INFINITY
  for (const name of parts) {
    const fee = fees.find((one) => one.name === name)
    if (!fee) unknown_parts.push(name)
    else if (left > 0) {
      const amount_cents = cents(Math.min(fee.amount_cents, left))
      left -= amount_cents
      if (amount_cents > 0) lines.push({ kind: fee.fee_kind === 'part' ? 'part' : 'damaged', amount_cents })
    }
  }
  return { lines, unknown_parts, is_capped: left === 0 }
}

/** What becomes of a loan that stays out. */
export function lostStep(rule: LostRule, calendar: PreparedCalendar, due_at: Instant): LostStep {
  const from = lostFrom(calendar, rule, due_at)
  return { code: 'billed-as-lost', on: from === null ? null : localTimeAt(calendar, from).on }
}
