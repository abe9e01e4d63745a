/**
 * What a fine rule costs by lateness, to be drawn: grace, the steps, and where it ends. Reckoned by the same function
 * as a real fine, for a branch that is always open, so that only the rule itself is seen.
 */
import type { Instant } from '../../kernel/time.ts'
import { instant, minuteOfDay, MS_PER_DAY, MS_PER_HOUR } from '../../kernel/time.ts'
import { branchCode, categoryCode, itemTypeCode } from '../../kernel/ids.ts'
import type { Cents } from '../../kernel/money.ts'
import { parseZoneName } from '../../kernel/zone.ts'
import { must } from '../../kernel/assert.ts'
import { prepareCalendar } from '../calendar/calendar-index.ts'
import type { FineRule, FineUnit, LibraryPolicy } from '../../policy/policy-facts.ts'
import { preparePolicy } from '../../policy/policy-index.ts'
import { fineNow } from './fine.ts'

type CurveUnit = 'hours' | 'days'
export type CurvePoint = { readonly late_count: number; readonly amount_cents: Cents }

export type FineCurve = {
  /** What lateness is counted in. */
  readonly unit: CurveUnit
  readonly late_max: number
  /** From zero on: the first point, and each at which the amount changes. */
  readonly points: readonly CurvePoint[]
  /** Nothing is charged up to here; null: nothing is ever charged. */
  readonly free_count: number | null
  /** Where the rule's own cap is reached; null: nowhere in sight. */
  readonly capped_count: number | null
}

const ALL_DAY = [{ opens: minuteOfDay(0), closes: minuteOfDay(1440) }]
const ALWAYS_OPEN = prepareCalendar({
  zone: must(parseZoneName('UTC'), 'a zone without seasons'),
  week: Array.from({ length: 7 }, () => ALL_DAY),
  closed: [],
})
const ASKED = {
  branch_code: branchCode('ANY'),
  category_code: categoryCode('ANY'),
  item_type_code: itemTypeCode('ANY'),
}
/** The end of a day, as a loan by the day is due. */
const DUE_AT = instant(Date.UTC(2026, 0, 5, 23, 59, 59))
/** For how long a rule without a cap in sight is drawn, and the shortest and longest drawing of one with a cap. */
const LATE_MAX: Readonly<Record<FineUnit, number>> = {
  minutes: 24,
  hours: 48,
  'open-minutes': 24,
  'open-hours': 48,
  days: 30,
  weeks: 70,
  months: 310,
  years: 1095,
}
const CAPPED_LATE_MIN = 14
const SEARCHED_MAX = 1100
/** Room behind the cap, so that it is seen to stay. */
const BEYOND_CAP = 1.3

/** @param policy its settings alone are used, and the prices of the item types are not */
export function fineCurve(policy: LibraryPolicy, fine_rule: FineRule): FineCurve {
  const unit: CurveUnit = /minutes|hours/.test(fine_rule.per_unit) ? 'hours' : 'days'
  const rule: FineRule = { ...fine_rule, branch_code: '*', category_code: '*', item_type_code: '*' }
  const prepared = preparePolicy({
    ...policy,
    fine_rules: [rule],
    categories: [],
    item_types: [],
    fine_free_days: [],
    outages: [],
  })
  const later = (late_count: number): Instant =>
    instant(DUE_AT + late_count * (unit === 'days' ? MS_PER_DAY : MS_PER_HOUR))
  const amountAt = (late_count: number): Cents =>
    fineNow({
      policy: prepared,
      asked: ASKED,
      calendar: ALWAYS_OPEN,
      due_at: DUE_AT,
      until_at: later(late_count),
      price_cents: null,
      is_recalled: false,
      claimed_at: null,
      is_amnesty: false,
      outages: null,
      stood_on: null,
    }).amount_cents
  return drawn(rule, unit, amountAt)
}

function drawn(rule: FineRule, unit: CurveUnit, amountAt: (late_count: number) => Cents): FineCurve {
  const max_cents = rule.fine_cents_max
  const all: CurvePoint[] = [{ late_count: 0, amount_cents: amountAt(0) }]
  const searched_max = max_cents === null ? LATE_MAX[rule.per_unit] : SEARCHED_MAX
  let late_max = LATE_MAX[rule.per_unit]
  let capped_count: number | null = null
  for (let late_count = 1; late_count <= searched_max; late_count += 1) {
    const amount_cents = amountAt(late_count)
    if (amount_cents !== all.at(-1)?.amount_cents) all.push({ late_count, amount_cents })
    if (max_cents === null || max_cents === 0 || amount_cents < max_cents) continue
    capped_count = late_count
    late_max = Math.max(CAPPED_LATE_MIN, Math.ceil(late_count * BEYOND_CAP))
    break
  }
  const points = all.filter(({ late_count }) => late_count <= late_max)
  const first = points.find(({ amount_cents }) => amount_cents > 0)
  return { unit, late_max, points, free_count: first ? first.late_count - 1 : null, capped_count }
}

/** The amount at any lateness, read from the curve. */
export function curveAt({ points }: FineCurve, late_count: number): Cents | null {
  return points.findLast((point) => point.late_count <= late_count)?.amount_cents ?? null
}
