/** Fines of a patron with 200 overdue items, live, and one loan decided and explained: within what a scan allows. */
import { expect, test } from 'vitest'
import fc from 'fast-check'
import {
  closedDaysWithin,
  dayNumber,
  isOpenDay,
  localTimeAt,
  prepareCalendar,
} from '../../../shared/circulation/calendar/calendar-index.ts'
import { explainLoan, type ExplainAsk } from '../../../shared/circulation/loans/explain.ts'
import { fineNow } from '../../../shared/circulation/fines/fine.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { addDays, instant, localDate, type Instant } from '../../../shared/kernel/time.ts'
import { endOfDay, fromLocal, parseZoneName, toLocal } from '../../../shared/kernel/zone.ts'
import { closing, loanRule, range } from '../../support/case-calendar.ts'
import { PATRON } from '../../support/case-policy.ts'
import { momentOf } from '../../support/given.ts'
import { leastYards } from '../../support/processor-time.ts'
import { ASKED, BOOK, fineRule, limitRule, lostRule, MAPLE, preparedOf } from '../../support/policy-made.ts'
import { EVERYTHING } from '../../../shared/circulation/loans/limits.ts'
import { PLAIN_ASK, PLAIN_FINE, PLAIN_ITEM } from '../../support/plain-facts.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const HOURS = [range('09:00', '18:00')]
/** As many closings as a real library had. */
const CLOSINGS = Array.from({ length: 1091 }, (_, at) => closing(addDays(localDate('2021-01-01'), at * 2)))
const calendar = () =>
  prepareCalendar({ zone: CHICAGO, week: [[], HOURS, HOURS, HOURS, HOURS, HOURS, HOURS], closed: CLOSINGS })
const NOW = momentOf('2026-11-24T14:15', CHICAGO)
const POLICY = preparedOf({
  loan_rules: [
    loanRule({ rule_code: 'ALL', days_mode: 'next-open' }),
    loanRule({ rule_code: 'B', item_type_code: BOOK }),
  ],
  fine_rules: [fineRule({ is_closed_counted: false, fine_cents_max: cents(500), grace_count: 1 })],
  lost_rules: [lostRule({ replacement_cents: cents(2000) })],
  limit_rules: [limitRule({ loans_count_max: 50 })],
})

test('200 overdue items, up to two years late, under three yardsticks; the calendar fresh each time', () => {
  const dues: Instant[] = Array.from({ length: 200 }, (_, at) =>
    endOfDay(addDays(localDate('2024-11-25'), at * 3), CHICAGO),
  )
  let sum = 0
  const yards = leastYards(() => {
    const fresh = calendar()
    sum = 0
    for (const due_at of dues) {
      sum += fineNow({
        ...PLAIN_FINE,
        policy: POLICY,
        asked: ASKED,
        calendar: fresh,
        due_at,
        until_at: NOW,
        price_cents: null,
      }).amount_cents
    }
  })
  expect(sum).toBe(200 * 500)
  expect(yards).toBeLessThan(3)
})

const ASK: ExplainAsk = {
  ...PLAIN_ASK,
  patron: PATRON,
  item: { ...PLAIN_ITEM, item_type_code: BOOK, item_type_name: 'Book' },
  branch: MAPLE,
  now: NOW,
  calendar: calendar(),
  policy: POLICY,
  price_cents: null,
}

test('one loan decided and explained 200 times, under twelve yardsticks', () => {
  const yards = leastYards(() => {
    for (let at = 0; at < 200; at += 1) explainLoan({ ...ASK, now: instant(NOW + at * 1000) })
  })
  expect(yards).toBeLessThan(12)
})

test('an explanation names the rule, those passed over, the fine, the loss and the limits', () => {
  const explained = explainLoan(ASK)
  expect(explained.loan_rules).toMatchObject([
    { rule_code: 'B', scope: { item_type_code: 'BOOK' }, reason: 'most-particular' },
    { rule_code: 'ALL', scope: { item_type_code: '*' }, reason: 'no-item-type' },
  ])
  expect(explained).toMatchObject({
    decision: { kind: 'lend' },
    rule_branch: { branch_code: 'MAPLE', from: 'desk' },
    fine: { amount_cents: 25, fine_cents_max: 500, grace_count: 1, is_closed_counted: false },
    lost: { code: 'billed-as-lost', on: '2027-01-12' },
    lost_cents: 2000,
    limits: [{ limit_code: 'LIMIT', scope: EVERYTHING, count: 0, limit: 50 }],
  })
})

test('the clock by cached offsets is the clock, through every change of it', () => {
  const kept = calendar()
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) }), (ms) => {
      expect(localTimeAt(kept, instant(ms))).toEqual(toLocal(instant(ms), CHICAGO))
    }),
  )
  for (const text of ['2026-03-08T01:59', '2026-03-08T03:00', '2026-11-01T00:59', '2026-11-01T02:00']) {
    const at = momentOf(text, CHICAGO)
    expect(localTimeAt(kept, at)).toEqual(toLocal(at, CHICAGO))
    expect(fromLocal(localTimeAt(kept, at), CHICAGO)).toBe(at)
  }
})

test('sums of closed days are what counting them gives, asked in any order', () => {
  const kept = calendar()
  const first = dayNumber(localDate('2015-01-01'))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: -3, max: 900 }), (from, length) => {
      let count = 0
      for (let day = first + from; day <= first + from + length; day += 1) if (!isOpenDay(kept, day)) count += 1
      expect(closedDaysWithin(kept, first + from, first + from + length)).toBe(count)
    }),
  )
})
