/** What lateness costs, one line a situation: a librarian can read it. Maple Street, open Monday to Saturday 9 to 6. */
import { describe, expect, test } from 'vitest'
import { prepareCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import { fineNow, type FineAsk } from '../../shared/circulation/fines/fine.ts'
import { DEFAULT_SETTINGS } from '../../shared/policy/library-settings.ts'
import { ruleStep } from '../../shared/policy/scoped.ts'
import type { FineFreeDay, FineRule, LibraryPolicy, Outage } from '../../shared/policy/policy-facts.ts'
import { suspendedUntil, suspensionDays } from '../../shared/circulation/fines/suspension.ts'
import { must } from '../../shared/kernel/assert.ts'
import { cents, moneyText } from '../../shared/kernel/money.ts'
import { localDate, type Instant } from '../../shared/kernel/time.ts'
import { endOfDay, parseZoneName } from '../../shared/kernel/zone.ts'
import { closing, range } from '../support/case-calendar.ts'
import { momentOf } from '../support/given.ts'
import { ASKED, category, fineRule, itemType, MAPLE, NORTH, preparedOf } from '../support/policy-made.ts'
import { PLAIN_FINE } from '../support/plain-facts.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const HOURS = [range('09:00', '18:00')]
const CALENDAR = prepareCalendar({
  zone: CHICAGO,
  week: [[], HOURS, HOURS, HOURS, HOURS, HOURS, HOURS],
  closed: [closing('2026-11-26', { reason: 'Thanksgiving' })],
})

/** "2026-11-24" is the end of that day: when a loan by the day is due. */
function at(text: string): Instant {
  return text.includes('T') ? momentOf(text, CHICAGO) : endOfDay(localDate(text), CHICAGO)
}

type Late = {
  due: string
  back: string
  rule?: Partial<FineRule>
  policy?: Partial<LibraryPolicy>
  ask?: Partial<FineAsk>
}

function fineOf({ due, back, rule, policy, ask }: Late) {
  const prepared = preparedOf({ fine_rules: [fineRule(rule)], ...policy })
  const times = { due_at: at(due), until_at: at(back) }
  return fineNow({
    ...PLAIN_FINE,
    policy: prepared,
    asked: ASKED,
    calendar: CALENDAR,
    ...times,
    price_cents: null,
    ...ask,
  })
}

const HOURLY = { amount_cents: cents(100), per_unit: 'hours', fine_cents_max: cents(2000) } as const
const OPEN_DAYS = { is_closed_counted: false }
const OVER_NIGHT = { due: '2026-11-25T17:00', back: '2026-11-27T10:00', rule: { ...HOURLY, ...OPEN_DAYS } }

describe('counting', () => {
  test.each<[string, Late, string]>([
    ['back on the due day', { due: '2026-11-24', back: '2026-11-24T17:00' }, '$0.00'],
    ['a day late', { due: '2026-11-24', back: '2026-11-25T09:05' }, '$0.25'],
    ['three days late', { due: '2026-11-24', back: '2026-11-27T09:05' }, '$0.75'],
    [
      'the same, closed Thanksgiving not counted',
      { due: '2026-11-24', back: '2026-11-27T09:05', rule: OPEN_DAYS },
      '$0.50',
    ],
    ['due on a closed day, open days only', { due: '2026-11-22', back: '2026-11-23T10:00', rule: OPEN_DAYS }, '$0.25'],
    ['back on a closed day, open days only', { due: '2026-11-21', back: '2026-11-22T10:00', rule: OPEN_DAYS }, '$0.00'],
    [
      'a fine a week, ten days late, what has begun counts',
      { due: '2026-11-03', back: '2026-11-13T10:00', rule: { per_unit: 'weeks' } },
      '$0.50',
    ],
    [
      'the same, only whole weeks',
      { due: '2026-11-03', back: '2026-11-13T10:00', rule: { per_unit: 'weeks', is_partial_unit_charged: false } },
      '$0.25',
    ],
    [
      'for each three days, seven late, only whole ones',
      { due: '2026-11-03', back: '2026-11-10T10:00', rule: { per_count: 3, is_partial_unit_charged: false } },
      '$0.50',
    ],
    [
      'a laptop an hour and a minute late',
      { due: '2026-11-24T14:00', back: '2026-11-24T15:01', rule: HOURLY },
      '$2.00',
    ],
    ['a laptop a minute late', { due: '2026-11-24T14:00', back: '2026-11-24T14:01', rule: HOURLY }, '$1.00'],
    ['a laptop over night, every hour', { due: '2026-11-24T17:00', back: '2026-11-25T10:00', rule: HOURLY }, '$17.00'],
    [
      'a laptop over night, hours of opening',
      { due: '2026-11-24T17:00', back: '2026-11-25T10:00', rule: { ...HOURLY, per_unit: 'open-hours' } },
      '$2.00',
    ],
    [
      'a cent for each open minute',
      { due: '2026-11-24T17:50', back: '2026-11-25T09:05', rule: { amount_cents: cents(1), per_unit: 'open-minutes' } },
      '$0.15',
    ],
    ['a laptop for days, to its cap', { due: '2026-11-20T14:00', back: '2026-11-24T14:00', rule: HOURLY }, '$20.00'],
    [
      'by the hour through the night the clocks go back: an hour more',
      { due: '2026-11-01T00:30', back: '2026-11-01T03:30', rule: HOURLY },
      '$4.00',
    ],
    ['by the day through that night: no day more', { due: '2026-10-31', back: '2026-11-02T10:00' }, '$0.50'],
    [
      'an hourly loan charged by the day: 24 hours each',
      { due: '2026-11-23T14:00', back: '2026-11-24T15:00' },
      '$0.50',
    ],
    [
      'half an hour late where only whole hours are charged',
      { due: '2026-11-24T14:00', back: '2026-11-24T14:30', rule: { ...HOURLY, is_partial_unit_charged: false } },
      '$0.00',
    ],
    ['a laptop over Thanksgiving, the closed day not counted: seven hours and ten', OVER_NIGHT, '$17.00'],
    ['on the closed day: no less than the evening before', { ...OVER_NIGHT, back: '2026-11-26T12:00' }, '$7.00'],
    ['the same, charged by the day', { due: '2026-11-23T17:00', back: '2026-11-26T12:00', rule: OPEN_DAYS }, '$0.75'],
    ['due on a closed day: from its end on', { ...OVER_NIGHT, due: '2026-11-26T12:00' }, '$10.00'],
    [
      'a loan by the day, fined by the hour from the end of its day',
      { due: '2026-11-24', back: '2026-11-25T02:30', rule: HOURLY },
      '$3.00',
    ],
    [
      'the same, for each quarter of an hour',
      { due: '2026-11-24', back: '2026-11-25T00:40', rule: { per_count: 15, per_unit: 'minutes' } },
      '$0.75',
    ],
    [
      'the same, for each hour of opening',
      { due: '2026-11-24', back: '2026-11-25T10:30', rule: { ...HOURLY, per_unit: 'open-hours' } },
      '$2.00',
    ],
    [
      'the same, a cent for each open minute',
      { due: '2026-11-24', back: '2026-11-25T09:05', rule: { amount_cents: cents(1), per_unit: 'open-minutes' } },
      '$0.05',
    ],
  ])('%s', (_, late, amount) => {
    expect(moneyText(fineOf(late).amount_cents)).toBe(amount)
  })
})

const GRACE = { grace_count: 3 }
const DEDUCTED = { ...GRACE, grace_kind: 'deducted' } as const

describe('grace and caps', () => {
  test.each<[string, Late, string]>([
    ['within three days of grace', { due: '2026-11-17', back: '2026-11-20T17:00', rule: GRACE }, '$0.00'],
    ['a day beyond pays from the first', { due: '2026-11-17', back: '2026-11-21T09:00', rule: GRACE }, '$1.00'],
    ['a day beyond, grace deducted', { due: '2026-11-17', back: '2026-11-21T09:00', rule: DEDUCTED }, '$0.25'],
    [
      'grace of open days passes over Sunday',
      { due: '2026-11-19', back: '2026-11-23T17:00', rule: { ...GRACE, grace_unit: 'open-days' } },
      '$0.00',
    ],
    [
      'a recalled item keeps its grace',
      { due: '2026-11-17', back: '2026-11-20T17:00', rule: GRACE, ask: { is_recalled: true } },
      '$0.00',
    ],
    [
      'unless the library says not',
      {
        due: '2026-11-17',
        back: '2026-11-20T17:00',
        rule: { ...GRACE, is_grace_kept_on_recall: false },
        ask: { is_recalled: true },
      },
      '$0.75',
    ],
    [
      'a quarter of an hour of grace',
      {
        due: '2026-11-24T14:00',
        back: '2026-11-24T14:15',
        rule: { ...HOURLY, grace_count: 15, grace_unit: 'minutes' },
      },
      '$0.00',
    ],
    [
      'two hours of grace, to the minute',
      { due: '2026-11-24T14:00', back: '2026-11-24T16:00', rule: { ...HOURLY, grace_count: 2, grace_unit: 'hours' } },
      '$0.00',
    ],
    [
      'a laptop with a day of grace: to the same time of the next day',
      { due: '2026-11-24T14:00', back: '2026-11-25T14:00', rule: { ...HOURLY, grace_count: 1 } },
      '$0.00',
    ],
    [
      'a week of grace, a day beyond it',
      { due: '2026-11-10', back: '2026-11-18T10:00', rule: { ...DEDUCTED, grace_count: 1, grace_unit: 'weeks' } },
      '$0.25',
    ],
    [
      'no more than the cap',
      { due: '2026-08-01', back: '2026-11-24T10:00', rule: { fine_cents_max: cents(500) } },
      '$5.00',
    ],
    [
      'no more than its price',
      {
        due: '2026-08-01',
        back: '2026-11-24T10:00',
        rule: { is_capped_at_price: true },
        ask: { price_cents: cents(350) },
      },
      '$3.50',
    ],
    [
      'the lower of the two',
      {
        due: '2026-08-01',
        back: '2026-11-24T10:00',
        rule: { is_capped_at_price: true, fine_cents_max: cents(200) },
        ask: { price_cents: cents(350) },
      },
      '$2.00',
    ],
    [
      'the lower of the two, when that is its price',
      {
        due: '2026-08-01',
        back: '2026-11-24T10:00',
        rule: { is_capped_at_price: true, fine_cents_max: cents(500) },
        ask: { price_cents: cents(350) },
      },
      '$3.50',
    ],
    [
      'without a price, its type’s',
      {
        due: '2026-08-01',
        back: '2026-11-24T10:00',
        rule: { is_capped_at_price: true },
        policy: { item_types: [itemType('BOOK', 6)] },
      },
      '$6.00',
    ],
    [
      'without any price, no cap by price',
      { due: '2026-11-17', back: '2026-11-21T09:00', rule: { is_capped_at_price: true } },
      '$1.00',
    ],
    [
      'a recall has its own rate and cap',
      {
        due: '2026-11-17',
        back: '2026-11-24T09:00',
        rule: { recall_amount_cents: cents(200), recall_fine_cents_max: cents(1000) },
        ask: { is_recalled: true },
      },
      '$10.00',
    ],
  ])('%s', (_, late, amount) => {
    expect(moneyText(fineOf(late).amount_cents)).toBe(amount)
  })
})

function down(from: string, to: string | null, branch_code: Outage['branch_code'] = '*'): Partial<LibraryPolicy> {
  const stretch = { from_at_ms: at(from), to_at_ms: to === null ? null : at(to) }
  return { outages: [{ outage_ref: '', branch_code, ...stretch, reason: '' }] }
}
function free(from: string, to = from, branch_code: FineFreeDay['branch_code'] = '*'): Partial<LibraryPolicy> {
  const days = { from_on: localDate(from), to_on: localDate(to) }
  return { fine_free_days: [{ day_code: 'free', branch_code, ...days, reason: '' }] }
}
const FREE = 'fine-free-day'
const WEEK_LATE = { due: '2026-11-10', back: '2026-11-17T10:00' }

describe('waived', () => {
  test.each<[string, Late, string, string | null]>([
    ['charged as it is', WEEK_LATE, '$1.75', null],
    ['a person lets it off', { ...WEEK_LATE, ask: { is_amnesty: true } }, '$0.00', 'amnesty'],
    [
      'a fine-free kind of patron',
      { ...WEEK_LATE, policy: { categories: [category({ is_fine_free: true })] } },
      '$0.00',
      'fine-free-patron',
    ],
    ['back on a fine-free day', { ...WEEK_LATE, policy: free('2026-11-17') }, '$0.00', 'fine-free-day'],
    ['on the last of some fine-free days', { ...WEEK_LATE, policy: free('2026-11-12', '2026-11-17') }, '$0.00', FREE],
    ['a fine-free day that was yesterday', { ...WEEK_LATE, policy: free('2026-11-16') }, '$1.75', null],
    ['a fine-free day that is tomorrow', { ...WEEK_LATE, policy: free('2026-11-18') }, '$1.75', null],
    [
      'a fine-free day of this branch',
      { ...WEEK_LATE, policy: free('2026-11-17', '2026-11-17', MAPLE) },
      '$0.00',
      FREE,
    ],
    [
      'a fine-free day of another branch',
      { ...WEEK_LATE, policy: free('2026-11-17', '2026-11-17', NORTH) },
      '$1.75',
      null,
    ],
    [
      'down from before it was due to after it came back',
      { ...WEEK_LATE, policy: down('2026-11-09T09:00', '2026-11-18T09:00') },
      '$0.00',
      'outage',
    ],
    [
      'fell due while down: charged from the day after it was up',
      { ...WEEK_LATE, policy: down('2026-11-09T09:00', '2026-11-12T14:00') },
      '$1.25',
      null,
    ],
    [
      'down from noon to closing on the day it was due: charged from the day after the next open one',
      { ...WEEK_LATE, policy: down('2026-11-10T12:00', '2026-11-10T18:00') },
      '$1.50',
      null,
    ],
    [
      'the same, and it is back on the next open day',
      { due: '2026-11-10', back: '2026-11-11T17:00', policy: down('2026-11-10T12:00', '2026-11-10T18:00') },
      '$0.00',
      'outage',
    ],
    [
      'down to closing on a Saturday it was due: Monday is in time',
      { due: '2026-11-14', back: '2026-11-16T17:00', policy: down('2026-11-14T12:00', '2026-11-14T21:00') },
      '$0.00',
      'outage',
    ],
    [
      'down in the morning of the day it was due: there was the afternoon',
      { ...WEEK_LATE, policy: down('2026-11-10T09:00', '2026-11-10T12:00') },
      '$1.75',
      null,
    ],
    [
      'down to closing on the day before it was due',
      { ...WEEK_LATE, policy: down('2026-11-09T12:00', '2026-11-09T18:00') },
      '$1.75',
      null,
    ],
    [
      'came back while down: charged up to then',
      { ...WEEK_LATE, policy: down('2026-11-14T09:00', '2026-11-18T09:00') },
      '$1.00',
      null,
    ],
    [
      'a laptop due while down: charged from the minute it was up',
      {
        due: '2026-11-24T14:00',
        back: '2026-11-24T16:30',
        rule: HOURLY,
        policy: down('2026-11-24T13:00', '2026-11-24T15:00'),
      },
      '$2.00',
      null,
    ],
    [
      'grace runs from the day after it was up',
      { ...WEEK_LATE, rule: { grace_count: 5 }, policy: down('2026-11-09T09:00', '2026-11-12T14:00') },
      '$0.00',
      'grace',
    ],
    ['down now and still', { ...WEEK_LATE, policy: down('2026-11-09T09:00', null) }, '$0.00', 'outage'],
    [
      'down in between only: it could have come back',
      { ...WEEK_LATE, policy: down('2026-11-12T09:00', '2026-11-13T09:00') },
      '$1.75',
      null,
    ],
    ['down at this branch alone', { ...WEEK_LATE, policy: down('2026-11-09T09:00', null, MAPLE) }, '$0.00', 'outage'],
    [
      'down for days, and again for hours: the longer of the two counts',
      {
        ...WEEK_LATE,
        policy: {
          outages: [
            ...(down('2026-11-09T09:00', '2026-11-12T14:00').outages ?? []),
            ...(down('2026-11-10T12:00', '2026-11-10T18:00').outages ?? []),
          ],
        },
      },
      '$1.25',
      null,
    ],
    [
      'down from the very minute a laptop was due',
      {
        due: '2026-11-24T14:00',
        back: '2026-11-24T16:30',
        rule: HOURLY,
        policy: down('2026-11-24T14:00', '2026-11-24T15:00'),
      },
      '$2.00',
      null,
    ],
    ['down at another branch', { ...WEEK_LATE, policy: down('2026-11-09T09:00', null, NORTH) }, '$1.75', null],
    [
      'a library that does not waive outages',
      {
        ...WEEK_LATE,
        policy: { ...down('2026-11-09T09:00', null), settings: { ...DEFAULT_SETTINGS, is_outage_waived: false } },
      },
      '$1.75',
      null,
    ],
    ['claimed two days after it was due', { ...WEEK_LATE, ask: { claimed_at: at('2026-11-12') } }, '$0.50', null],
    ['claimed after the day it counts as back', { ...WEEK_LATE, ask: { claimed_at: at('2026-11-20') } }, '$1.75', null],
    [
      'claimed, where a claim does not stop the fine',
      {
        ...WEEK_LATE,
        policy: { settings: { ...DEFAULT_SETTINGS, is_claim_stopping_fine: false } },
        ask: { claimed_at: at('2026-11-12') },
      },
      '$1.75',
      null,
    ],
    ['claimed before it was due', { ...WEEK_LATE, ask: { claimed_at: at('2026-11-09') } }, '$0.00', 'claim'],
    ['within grace', { ...WEEK_LATE, rule: { grace_count: 7 } }, '$0.00', 'grace'],
    ['a rule of zero', { ...WEEK_LATE, rule: { amount_cents: cents(0) } }, '$0.00', null],
    ['no rule at all', { ...WEEK_LATE, policy: { fine_rules: [] } }, '$0.00', null],
  ])('%s', (_, late, amount, reason) => {
    const fine = fineOf(late)
    expect([moneyText(fine.amount_cents), fine.waived_why]).toEqual([amount, reason])
    expect(fine.steps.length).toBeGreaterThan(0)
  })
})

test('each step is told', () => {
  const rule = { ...OPEN_DAYS, fine_cents_max: cents(60), grace_count: 1, rule_code: 'BOOKS' }
  expect(fineOf({ due: '2026-11-23', back: '2026-11-28T10:00', rule }).steps).toEqual([
    ruleStep('fine', fineRule(rule)),
    { code: 'late', late_count: 4, late_unit: 'days', closed_days_count: 1 },
    { code: 'rate', units_count: 4, rate_cents: 25 },
    { code: 'no-more-than', is_price: false, cap_cents: 60 },
  ])
})

test('fine days: so many for each day late, to a most, and never shorter than what runs', () => {
  const rule = fineRule({ suspension_days_count: 2, suspension_days_count_max: 10 })
  expect([suspensionDays(rule, 3), suspensionDays(rule, 20), suspensionDays(fineRule(), 20)]).toEqual([6, 10, 0])
  const timed = { amount_cents: cents(0), suspension_days_count: 2 }
  const late = fineOf({ due: '2026-11-17', back: '2026-11-20T10:00', rule: timed })
  expect([late.amount_cents, late.units_count]).toEqual([0, 3])
  expect(late.steps.at(-1)).toEqual({ code: 'days-without-borrowing', days_count: 6 })
  const back = localDate('2026-11-24')
  expect(suspendedUntil(back, 6, null)).toBe('2026-11-30')
  expect(suspendedUntil(back, 6, localDate('2026-12-24'))).toBe('2026-12-24')
  expect(suspendedUntil(back, 0, null)).toBeNull()
  // Without a maximum a rule may count further than dates go.
  expect(suspendedUntil(back, 3_650_000, null)).toBe('2126-11-25')
  expect(suspendedUntil(localDate('2199-12-01'), 3_650_000, null)).toBe('2199-12-31')
})
