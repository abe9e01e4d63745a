/** Whatever the rule: a fine never falls as time passes, is never below zero, and never passes its caps. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepareCalendar } from '../../../shared/circulation/calendar/calendar-index.ts'
import { fineNow } from '../../../shared/circulation/fines/fine.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { instant, localDate, MS_PER_DAY, MS_PER_HOUR } from '../../../shared/kernel/time.ts'
import { endOfDay, parseZoneName } from '../../../shared/kernel/zone.ts'
import { closing, range } from '../../support/case-calendar.ts'
import { ASKED, fineRule, preparedOf } from '../../support/policy-made.ts'
import { PLAIN_FINE } from '../../support/plain-facts.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const HOURS = [range('09:00', '18:00')]
/** Closed on Sundays, on Thanksgiving and for three days in a row. */
const CALENDAR = prepareCalendar({
  zone: CHICAGO,
  week: [[], HOURS, HOURS, HOURS, HOURS, HOURS, HOURS],
  closed: [closing('2026-11-26'), ...['2026-11-09', '2026-11-10', '2026-11-11'].map((on) => closing(on))],
})
const PRICE = cents(777)
const amount = fc.constantFrom(null, 300, 1000).map((max) => (max === null ? null : cents(max)))

const anyRule = fc.record({
  amount_cents: fc.constantFrom(5, 25, 100).map(cents),
  per_count: fc.constantFrom(1, 2, 7),
  per_unit: fc.constantFrom('minutes', 'hours', 'open-minutes', 'open-hours', 'days', 'weeks'),
  is_partial_unit_charged: fc.boolean(),
  is_closed_counted: fc.boolean(),
  grace_count: fc.constantFrom(0, 1, 3),
  grace_unit: fc.constantFrom('minutes', 'hours', 'days', 'open-days', 'weeks'),
  grace_kind: fc.constantFrom('whole-period-once-exceeded', 'deducted'),
  fine_cents_max: amount,
  is_capped_at_price: fc.boolean(),
})

/** A day of November or the one on which the clocks go back, at its end or at an hour of it. */
const anyDue = fc
  .tuple(fc.constantFrom('2026-10-31', '2026-11-06', '2026-11-21', '2026-11-25'), fc.integer({ min: 0, max: 14 }))
  .map(([on, hours]) => instant(endOfDay(localDate(on), CHICAGO) - hours * MS_PER_HOUR))

test('a fine never falls while something is out, and keeps to its caps', () => {
  const waits = fc.tuple(fc.integer({ min: 0, max: 12 * MS_PER_DAY }), fc.integer({ min: 0, max: MS_PER_DAY }))
  fc.assert(
    fc.property(anyRule, anyDue, waits, (changes, due_at, [first, more]) => {
      const policy = preparedOf({ fine_rules: [fineRule(changes)] })
      const at = (wait: number): number =>
        fineNow({
          ...PLAIN_FINE,
          policy,
          asked: ASKED,
          calendar: CALENDAR,
          due_at,
          until_at: instant(due_at + wait),
          price_cents: PRICE,
        }).amount_cents
      const [sooner, later] = [at(first), at(first + more)]
      expect(sooner).toBeGreaterThanOrEqual(0)
      expect(later).toBeGreaterThanOrEqual(sooner)
      expect(later).toBeLessThanOrEqual(changes.fine_cents_max ?? later)
      expect(later).toBeLessThanOrEqual(changes.is_capped_at_price ? PRICE : later)
    }),
    { numRuns: 2000, seed: 4711 },
  )
})
