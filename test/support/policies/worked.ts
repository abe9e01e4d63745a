/**
 * Worked examples over a library's policy, in words: what is due when, what is charged. Everything goes through the
 * real decisions. All branches are open every day, and everything is lent on Tuesday, November 24, 2026.
 */
import { prepareCalendar } from '../../../shared/circulation/calendar/calendar-index.ts'
import { decideCheckOut } from '../../../shared/circulation/loans/check-out.ts'
import { patronEligibility } from '../../../shared/circulation/decision.ts'
import type { OutFact } from '../../../shared/policy/facts.ts'
import { fineNow } from '../../../shared/circulation/fines/fine.ts'
import { foundAfterBilling } from '../../../shared/circulation/lost/found.ts'
import { limitRefusals } from '../../../shared/circulation/loans/limits.ts'
import { damageCharges, lostCharges, lostFrom, lostRuleFor } from '../../../shared/circulation/lost/lost.ts'
import type { LibraryPolicy } from '../../../shared/policy/policy-facts.ts'
import { preparePolicy } from '../../../shared/policy/policy-index.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { categoryCode, itemTypeCode } from '../../../shared/kernel/ids.ts'
import { cents, moneyText } from '../../../shared/kernel/money.ts'
import { addDays, localDate, type Instant, type LocalDate } from '../../../shared/kernel/time.ts'
import { endOfDay, parseZoneName, toLocalDate } from '../../../shared/kernel/zone.ts'
import { range } from '../case-calendar.ts'
import { PATRON } from '../case-policy.ts'
import { momentOf } from '../given.ts'
import { dollars, MAPLE } from '../policy-made.ts'
import type { LimitScope } from '../../../shared/refusals/limit-scope.ts'
import { limitScope } from '../../../shared/words/en/limit-scope.ts'
import { PLAIN_ASK, PLAIN_FINE, PLAIN_ITEM } from '../plain-facts.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const DAY = [range('09:00', '18:00')]
const CALENDAR = prepareCalendar({ zone: CHICAGO, week: [DAY, DAY, DAY, DAY, DAY, DAY, DAY], closed: [] })
const NOW = momentOf('2026-11-24T14:15', CHICAGO)
const DUE_ON = localDate('2026-11-24')

type Found = {
  readonly paid_days_ago?: number
  readonly days_overdue: number
  readonly has_receipt?: boolean
  readonly owes?: number
}

/** What a patron owes and has overdue; `household_owes` includes their own. */
type Against = {
  readonly owes?: number
  readonly household_owes?: number
  readonly overdue_count?: number
  readonly overdue_days?: number
}

/** Questions to a library: each answer is short and in the desk's words. */
export class Worked {
  readonly #policy

  constructor(policy: LibraryPolicy) {
    this.#policy = preparePolicy(policy)
  }

  #asked(type: string, category = 'ADULT') {
    return { branch_code: MAPLE, category_code: categoryCode(category), item_type_code: itemTypeCode(type) }
  }

  /** "2026-12-15, 3 renewals", or the refusal. `on_request`: the longer loan. */
  lent(type: string, category = 'ADULT', on_request = false): string {
    const decision = decideCheckOut({
      ...PLAIN_ASK,
      patron: { ...PATRON, category_code: categoryCode(category) },
      item: {
        ...PLAIN_ITEM,
        item_type_code: itemTypeCode(type),
        item_type_name: type,
      },
      branch: MAPLE,
      now: NOW,
      rules: this.#policy.loans,
      calendar: CALENDAR,
      policy: this.#policy,
      is_special: on_request,
    })
    if (decision.kind === 'refused') return decision.refusals.map((one) => one.code).join(', ')
    const renewals = decision.rule.renewals_count_max
    return `${toLocalDate(decision.due_at, CHICAGO)}, ${renewals === null ? 'any number of' : renewals} renewals`
  }

  /** The due date alone: of a library that says nothing of renewals. */
  due(type: string): string {
    return must(this.lent(type).split(',')[0], 'a date')
  }

  /** The fine after this many days late: "$1.25". */
  fine(type: string, days_late: number, category = 'ADULT'): string {
    const until_at = momentOf(`${addDays(DUE_ON, days_late)}T12:00`, CHICAGO)
    const times = { due_at: endOfDay(DUE_ON, CHICAGO), until_at }
    const asked = this.#asked(type, category)
    return moneyText(
      fineNow({ ...PLAIN_FINE, policy: this.#policy, asked, calendar: CALENDAR, ...times, price_cents: null })
        .amount_cents,
    )
  }

  /** "lost $20.00, processing $5.00". */
  lost(type: string, price: number | null): string {
    const billed = lostCharges(this.#policy, this.#asked(type), price === null ? null : dollars(price))
    return must(billed, 'a lost rule')
      .lines.map((line) => `${line.kind} ${moneyText(line.amount_cents)}`)
      .join(', ')
  }

  /** The day after whose end it is billed, due on the 24th. */
  billed(type: string): LocalDate | null {
    const rule = must(lostRuleFor(this.#policy, this.#asked(type)), 'a lost rule')
    const from = lostFrom(CALENDAR, rule, endOfDay(DUE_ON, CHICAGO))
    return from === null ? null : toLocalDate(from, CHICAGO)
  }

  /** Billed at $20.00 and the fee, paid this long ago or not at all, and found: what happens to the money. */
  found({ paid_days_ago, days_overdue, has_receipt = false, owes = 0 }: Found): string {
    const rule = must(lostRuleFor(this.#policy, this.#asked('BOOK')), 'a lost rule')
    const isPaid = paid_days_ago !== undefined
    const day = (days: number): Instant => momentOf(`${addDays(DUE_ON, -days)}T10:00`, CHICAGO)
    const lines = must(lostCharges(this.#policy, this.#asked('BOOK'), dollars(20)), 'a bill').lines
    const charges = lines.map(({ kind, amount_cents }) => ({
      kind: kind === 'processing' ? ('processing' as const) : ('lost' as const),
      amount_cents,
      paid_cents: isPaid ? amount_cents : cents(0),
    }))
    const found = foundAfterBilling({
      rule,
      calendar: CALENDAR,
      due_at: endOfDay(addDays(DUE_ON, -days_overdue), CHICAGO),
      back_at: NOW,
      charges,
      canceled_overdue_cents: cents(0),
      fine_cents: cents(0),
      paid_at: isPaid ? day(paid_days_ago) : null,
      has_receipt,
      owed_else_cents: dollars(owes),
      is_amnesty: false,
      answer: null,
    })
    const by = found.refund_method === 'check' ? ' by check' : ''
    const parts = [
      found.balance_cents > 0 ? `still owed ${moneyText(found.balance_cents)}` : null,
      found.applied_to_owed_cents > 0 ? `other debts ${moneyText(found.applied_to_owed_cents)}` : null,
      found.refund_cents > 0 ? `refund ${moneyText(found.refund_cents)}${by}` : null,
      found.kept_cents > 0 ? `kept ${moneyText(found.kept_cents)}` : null,
      found.needs_receipt ? 'wants the receipt' : null,
    ].filter((part) => part !== null)
    return parts.length === 0 ? 'canceled' : parts.join(', ')
  }

  /** "3 of 3 item type GAME", or "may" when nothing stops one more. */
  oneMore(type: string, count: number, who: 'patron' | 'family' = 'patron', category = 'ADULT'): string {
    const out: OutFact = { item_type_code: itemTypeCode(type), branch_code: MAPLE, is_family: who === 'family' }
    const [first] = limitRefusals(
      this.#policy,
      this.#asked(type, category),
      Array.from({ length: count }, () => out),
    )
    return first
      ? `${Number(first.facts['count'])} of ${Number(first.facts['limit'])} ${limitScope(first.facts as LimitScope)}`
      : 'may'
  }

  /** Whether a patron with this against them may borrow: "may", or every refusal. Money in dollars. */
  borrows(against: Against, category = 'ADULT'): string {
    const limits = must(this.#policy.categories.get(categoryCode(category)), 'a category')
    const { owes = 0, household_owes = owes, overdue_count = 0, overdue_days = 0 } = against
    const eligibility = {
      ...must(PATRON.eligibility, 'what a household adds up to'),
      overdue_days_count: overdue_days,
      overdue_days_count_max: limits.overdue_days_count_max,
      family_owed: dollars(household_owes),
      family_owed_max: limits.family_owed_cents_max,
    }
    const patron = {
      ...PATRON,
      category_code: limits.category_code,
      owed: dollars(owes),
      owed_max: limits.owed_cents_max,
      overdue_count,
      overdue_count_max: limits.overdue_count_max,
      eligibility,
    }
    return (
      patronEligibility(patron, DUE_ON)
        .map((one) => one.code)
        .join(', ') || 'may'
    )
  }

  parts(...parts: readonly string[]): string {
    const ask = {
      policy: this.#policy,
      asked: this.#asked('BOOK'),
      price_cents: dollars(20),
      parts,
      is_beyond_use: false,
    }
    return damageCharges(ask)
      .lines.map((line) => `${line.kind} ${moneyText(line.amount_cents)}`)
      .join(', ')
  }
}
