/**
 * May they borrow it, may it be renewed, where does it go: one line a situation, and which "no" is told first.
 */
import { describe, expect, test } from 'vitest'
import { prepareCalendar } from '../../../shared/circulation/calendar/calendar-index.ts'
import { decideCheckIn } from '../../../shared/circulation/loans/check-in.ts'
import { decideCheckOut, type CheckOutAsk, type CheckOutDecision } from '../../../shared/circulation/loans/check-out.ts'
import { EVERYTHING } from '../../../shared/circulation/loans/limits.ts'
import type { ItemFacts, LoanRule, PatronFacts } from '../../../shared/policy/facts.ts'
import { refuse, type Refusal, type RefusalCode } from '../../../shared/refusals/refusals.ts'
import { decideRenewal, type RenewalAsk } from '../../../shared/circulation/loans/renew.ts'
import { assert, must } from '../../../shared/kernel/assert.ts'
import { branchCode, categoryCode, itemTypeCode } from '../../../shared/kernel/ids.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { localDate, type Instant } from '../../../shared/kernel/time.ts'
import { endOfDay, parseZoneName } from '../../../shared/kernel/zone.ts'
import { loanRule, range } from '../../support/case-calendar.ts'
import { NOBODY } from '../../support/case-policy.ts'
import { momentOf } from '../../support/given.ts'
import { PLAIN_ASK, PLAIN_ITEM, PLAIN_LOAN } from '../../support/plain-facts.ts'
import { preparedOf } from '../../support/policy-made.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const OPEN = [range('09:00', '18:00')]
const CALENDAR = prepareCalendar({ zone: CHICAGO, week: [[], OPEN, OPEN, OPEN, OPEN, OPEN, OPEN], closed: [] })
const MAPLE = branchCode('MAPLE')
const NORTH = branchCode('NORTH')
const NOW = momentOf('2026-11-24T14:15', CHICAGO)

const PATRON: PatronFacts = {
  category_code: categoryCode('ADULT'),
  category_name: 'Adult',
  card_status: 'current',
  is_barred: false,
  is_active: true,
  expires_on: localDate('2027-06-30'),
  owed: cents(0),
  owed_max: cents(1000),
  out_count: 3,
  loans_count_max: 50,
  overdue_count: 0,
  overdue_count_max: 5,
  blocks: [],
  eligibility: NOBODY,
  out: [],
}

const ITEM: ItemFacts = { ...PLAIN_ITEM, item_type_code: itemTypeCode('BOOK'), item_type_name: 'Book' }

function endOf(on: string): Instant {
  return endOfDay(localDate(on), CHICAGO)
}
const loan = (due_on: string, is_same_patron: boolean, renewals_count = 0): Partial<ItemFacts> => ({
  loan: { ...PLAIN_LOAN, due_at: endOf(due_on), out_at: NOW, renewals_count, is_same_patron },
})
const standing = (loan_status: string): Partial<ItemFacts> => ({
  loan: { ...PLAIN_LOAN, due_at: endOf('2026-12-01'), out_at: NOW, is_same_patron: true, loan_status },
})
const hold = (is_same_patron: boolean, pickup_branch = MAPLE): Partial<ItemFacts> => ({
  hold: { is_same_patron, pickup_branch, is_ready: false },
})

type Ask = CheckOutAsk & RenewalAsk
type Change = { patron?: Partial<PatronFacts>; item?: Partial<ItemFacts>; rule?: Partial<LoanRule> }

function asked({ patron, item, rule }: Change, overridden: readonly RefusalCode[] = []): Ask {
  const policy = preparedOf({ loan_rules: [loanRule({ rule_code: 'ALL', days_mode: 'next-open', ...rule })] })
  return {
    ...PLAIN_ASK,
    is_unseen: false,
    patron: { ...PATRON, ...patron },
    item: { ...ITEM, ...item },
    branch: MAPLE,
    now: NOW,
    policy,
    rules: policy.loans,
    calendar: CALENDAR,
    overridden,
  }
}

function stops(decision: CheckOutDecision | ReturnType<typeof decideRenewal>): RefusalCode[] {
  return decision.kind === 'refused' ? decision.refusals.map((refusal) => refusal.code) : []
}

function firstStop(change: Change): Refusal {
  const decision = decideCheckOut(asked(change))
  assert(decision.kind === 'refused' && decision.refusals[0], 'a refusal')
  return decision.refusals[0]
}

const block = (note: string, until: string | null, kind = 'note'): Partial<PatronFacts> => ({
  blocks: [{ kind, note, until_on: until === null ? null : localDate(until) }],
})

describe('check-out', () => {
  test('a good patron and a book on the shelf', () => {
    const decision = decideCheckOut(asked({}))
    expect(decision).toMatchObject({ kind: 'lend', due_at: endOf('2026-12-15'), alerts: [], overrode: [] })
    expect(decision).toMatchObject({
      rule: { rule_code: 'ALL' },
      steps: [{ code: 'days-from', period_count: 21, unit: 'days', from_on: '2026-11-24' }],
    })
  })

  test.each<[Change, Refusal]>([
    [{ patron: { is_barred: true } }, refuse('patron-barred', { note: '' })],
    [
      { patron: block('banned to March', '2027-03-01', 'barred') },
      refuse('patron-barred', { note: 'banned to March' }),
    ],
    [{ patron: { is_active: false } }, refuse('patron-inactive')],
    [{ patron: { card_status: 'lost' } }, refuse('card-lost')],
    [{ patron: { expires_on: localDate('2026-11-23') } }, refuse('patron-expired', { on: localDate('2026-11-23') })],
    [
      { patron: block('address to check', null) },
      refuse('patron-blocked', { note: 'address to check', ends_by: 'note' }),
    ],
    [
      { patron: block('until today', '2026-11-24') },
      refuse('patron-blocked', { note: 'until today', ends_by: 'note' }),
    ],
    [{ patron: { owed: cents(1000) } }, refuse('owes-too-much', { owed: cents(1000), limit: cents(1000) })],
    [{ patron: { overdue_count: 5 } }, refuse('overdue-too-many', { count: 5, limit: 5 })],
    [{ patron: { out_count: 50 } }, refuse('limit-reached', { count: 50, limit: 50, ...EVERYTHING })],
    [
      { rule: { loans_count_max: 2 }, item: { out_count_by_rule: { ALL: 2 } } },
      refuse('limit-reached', { count: 2, limit: 2, ...EVERYTHING, of: 'rule', name: 'ALL' }),
    ],
    [{ item: { status: 'damaged' } }, refuse('item-damaged')],
    [{ item: { is_for_loan: false } }, refuse('item-not-for-loan')],
    [{ item: { status: 'reference' } }, refuse('item-not-for-loan')],
    [{ rule: { is_for_loan: false } }, refuse('item-not-for-loan')],
    [{ item: { status: 'withdrawn' } }, refuse('item-withdrawn')],
    [{ item: { status: 'lost' } }, refuse('item-lost')],
    [{ item: loan('2026-12-01', false) }, refuse('out-to-other', { whom: 'other', due: endOf('2026-12-01') })],
    [{ item: loan('2027-12-01', true) }, refuse('out-to-same', { due: endOf('2027-12-01') })],
    [{ item: hold(false) }, refuse('hold-waits')],
    [{ rule: { category_code: categoryCode('CHILD') } }, refuse('no-rule', { category: 'Adult', item_type: 'Book' })],
    [{ rule: { period_count: 0 } }, refuse('period-invalid', { rule: 'ALL' })],
  ])('%j: %j', (change, refusal) => {
    expect(firstStop(change)).toEqual(refusal)
  })

  test.each<[string, Change]>([
    ['the last day of the card', { patron: { expires_on: localDate('2026-11-24') } }],
    ['a card that never expires', { patron: { expires_on: null } }],
    ['a block that ended yesterday', { patron: block('over', '2026-11-23') }],
    ['a cent under the limit', { patron: { owed: cents(999) } }],
    ['no limit on what is owed', { patron: { owed: cents(99_999), owed_max: null } }],
    ['nothing owed where anything owed stops', { patron: { owed_max: cents(0) } }],
    ['nothing overdue where anything overdue stops', { patron: { overdue_count_max: 0 } }],
    ['49 of 50', { patron: { out_count: 49 } }],
    ['1 of the 2 that its rule allows', { rule: { loans_count_max: 2 }, item: { out_count_by_rule: { ALL: 1 } } }],
    ['no limit on loans', { patron: { out_count: 5000, loans_count_max: null } }],
    ['their own hold', { item: hold(true) }],
    ['found again', { item: { status: 'missing' } }],
  ])('lends: %s', (_says, change) => {
    expect(stops(decideCheckOut(asked(change)))).toEqual([])
  })

  test('a limit of no loans at all stops the first', () => {
    expect(stops(decideCheckOut(asked({ patron: { out_count: 0, loans_count_max: 0 } })))).toEqual(['limit-reached'])
  })

  test.each<[string, RefusalCode[]]>([
    ['missing', ['item-found']],
    ['trace', ['item-found']],
    ['in-transit', ['item-arrived']],
    ['on-order', ['item-not-ready']],
    ['in-process', ['item-not-ready']],
    ['available', []],
  ])('what is marked %s is lent, and said: %s', (status, codes) => {
    const decision = decideCheckOut(asked({ item: { status } }))
    expect(decision.kind === 'lend' && decision.alerts.map((alert) => alert.code)).toEqual(codes)
  })

  test('a former card is said and stops nothing', () => {
    const decision = decideCheckOut(asked({ patron: { card_status: 'former' } }))
    expect(decision).toMatchObject({ kind: 'lend', alerts: [{ code: 'card-replaced' }] })
  })

  test('all that applies is told, in the order of the list', () => {
    const change: Change = {
      patron: { is_barred: true, owed: cents(5000), out_count: 60, expires_on: localDate('2025-01-01') },
      item: { ...hold(false), ...loan('2026-12-01', false), status: 'lost' },
      rule: { period_count: -1 },
    }
    expect(stops(decideCheckOut(asked(change)))).toEqual([
      'patron-barred',
      'patron-expired',
      'owes-too-much',
      'item-lost',
      'period-invalid',
      'limit-reached',
      'out-to-other',
      'hold-waits',
    ])
  })
})

describe('what a person has answered', () => {
  test('no longer stops, and is kept', () => {
    const change: Change = { item: hold(false), patron: { owed: cents(5000) } }
    expect(stops(decideCheckOut(asked(change, ['hold-waits'])))).toEqual(['owes-too-much'])
    expect(decideCheckOut(asked(change, ['hold-waits', 'owes-too-much']))).toMatchObject({
      kind: 'lend',
      overrode: [{ code: 'owes-too-much' }, { code: 'hold-waits' }],
    })
  })
  test('what nobody may override stops even so', () => {
    expect(stops(decideCheckOut(asked({ rule: { period_count: 0 } }, ['period-invalid'])))).toEqual(['period-invalid'])
    const noRule: Change = { rule: { category_code: categoryCode('CHILD') } }
    expect(stops(decideCheckOut(asked(noRule, ['no-rule'])))).toEqual(['no-rule'])
  })
  test('an overridden bar does not carry the block beside it', () => {
    const patron = { is_barred: true, ...block('owes a laptop', null) }
    expect(stops(decideCheckOut(asked({ patron }, ['patron-barred'])))).toEqual(['patron-blocked'])
  })
  test('an expired card that is overridden does not cut the loan back into the past', () => {
    const change: Change = {
      patron: { expires_on: localDate('2026-10-01') },
      rule: { is_capped_at_expiry: true },
    }
    expect(decideCheckOut(asked(change, ['patron-expired']))).toMatchObject({ due_at: endOf('2026-12-15') })
  })
})

test('a card that expires sooner cuts the loan back, at check-out and at renewal', () => {
  const change: Change = { patron: { expires_on: localDate('2026-12-10') }, rule: { is_capped_at_expiry: true } }
  expect(decideCheckOut(asked(change))).toMatchObject({ kind: 'lend', due_at: endOf('2026-12-10') })
  const renewed = decideRenewal(asked({ ...change, item: loan('2026-12-01', true) }))
  expect(renewed).toMatchObject({ kind: 'renew', due_at: endOf('2026-12-10') })
  const expired: Change = { ...change, patron: { expires_on: localDate('2026-10-01') }, item: loan('2026-12-01', true) }
  expect(decideRenewal(asked(expired, ['patron-expired']))).toMatchObject({ due_at: endOf('2026-12-15') })
})

describe('renewal', () => {
  const out = (change: Change, due_on = '2026-12-01', renewals_count = 0): Ask =>
    asked({ ...change, item: { ...loan(due_on, true, renewals_count), ...change.item } })

  test('moves the due date and counts', () => {
    expect(decideRenewal(out({ rule: { renewals_count_max: 2 } }, '2026-12-01', 1))).toMatchObject({
      kind: 'renew',
      due_at: endOf('2026-12-15'),
      renewals_count: 2,
      steps: [{ code: 'days-from', period_count: 21, renewal_number: 2, is_from_due: false }],
    })
  })
  test.each<[string, Ask, RefusalCode[]]>([
    ['not out', asked({}), ['not-out']],
    ['twice already', out({ rule: { renewals_count_max: 2 } }, '2026-12-01', 2), ['renewals-used']],
    ['no renewals at all', out({ rule: { renewals_count_max: 0 } }), ['renewals-used']],
    ['somebody waits', out({ item: hold(false) }), ['renewal-hold-waits']],
    ['withdrawn since', out({ item: { status: 'withdrawn' } }), ['renewal-withdrawn']],
    ['billed as lost', out({ item: standing('lost') }), ['due-date-stands']],
    ['claimed returned', out({ item: standing('claimed-returned') }), ['due-date-stands']],
    ['no gain', out({}, '2026-12-15'), ['renewal-no-gain']],
    ['would shorten', out({}, '2026-12-24'), ['renewal-no-gain']],
    ['barred and owing', out({ patron: { is_barred: true, owed: cents(1000) } }), ['patron-barred', 'owes-too-much']],
    ['no rule any more', out({ rule: { branch_code: NORTH } }), ['no-rule']],
    ['a broken rule', out({ rule: { renewal_period_count: -1 } }), ['period-invalid']],
    ['at the limit of loans', out({ patron: { out_count: 50 } }), []],
    ['overdue', out({}, '2026-11-20'), []],
    ['their own hold', out({ item: hold(true) }), []],
  ])('%s', (_says, ask, codes) => {
    expect(stops(decideRenewal(ask))).toEqual(codes)
  })
  test('from a due date long past, counts from today rather than be late right away', () => {
    const decision = decideRenewal(out({ rule: { renewal_from: 'due', period_count: 7 } }, '2026-06-01'))
    expect(decision).toMatchObject({ kind: 'renew', due_at: endOf('2026-12-01') })
  })
})

describe('check-in', () => {
  const back = (item: Partial<ItemFacts>) =>
    decideCheckIn({ item: { ...ITEM, ...item }, branch: MAPLE, back_at: NOW, calendar: CALENDAR })

  test.each([
    ['in time', loan('2026-11-24', true), { was_out: true, days: 0, place: 'shelf', after: 'available', odd: [] }],
    ['a day late', loan('2026-11-23', true), { was_out: true, days: 1, place: 'shelf', after: 'available', odd: [] }],
    ['not out', {}, { was_out: false, days: 0, place: 'shelf', after: 'available', odd: ['was-not-out'] }],
    [
      'on hold here',
      { ...loan('2026-12-01', true), ...hold(false) },
      { was_out: true, days: 0, place: 'hold', after: 'hold-shelf', odd: [] },
    ],
    [
      'on hold at North',
      { ...loan('2026-12-01', true), ...hold(false, NORTH) },
      { was_out: true, days: 0, place: 'transit', after: 'in-transit', odd: [] },
    ],
    [
      'belongs to North',
      { ...loan('2026-12-01', true), home_branch: NORTH },
      { was_out: true, days: 0, place: 'transit', after: 'in-transit', odd: [] },
    ],
    [
      'North’s, on hold here',
      { ...loan('2026-12-01', true), ...hold(false), home_branch: NORTH },
      { was_out: true, days: 0, place: 'hold', after: 'hold-shelf', odd: [] },
    ],
    [
      'lost and found',
      { ...loan('2026-10-01', true), status: 'lost' },
      { was_out: true, days: 54, place: 'shelf', after: 'available', odd: ['was-lost'] },
    ],
    [
      'withdrawn, though somebody waits',
      { ...hold(false), status: 'withdrawn' },
      { was_out: false, days: 0, place: 'set-aside', after: 'withdrawn', odd: ['was-not-out'] },
    ],
    [
      'a reference book',
      { status: 'reference' },
      { was_out: false, days: 0, place: 'shelf', after: 'reference', odd: ['was-not-out'] },
    ],
    [
      'on its way, and here now',
      { status: 'in-transit', at_branch: NORTH },
      { was_out: false, days: 0, place: 'shelf', after: 'available', odd: ['was-not-out', 'was-in-transit'] },
    ],
    [
      'sent from here, and scanned here again: it has not arrived',
      { status: 'in-transit', at_branch: MAPLE, home_branch: NORTH },
      { was_out: false, days: 0, place: 'transit', after: 'in-transit', odd: ['was-not-out', 'was-on-its-way'] },
    ],
    [
      'sent from here, and meanwhile nobody waits for it there',
      { status: 'in-transit', at_branch: MAPLE },
      { was_out: false, days: 0, place: 'shelf', after: 'available', odd: ['was-not-out', 'was-on-its-way'] },
    ],
    [
      'lent while its record said that it was on its way: it has not arrived just now',
      { ...loan('2026-11-24', true), status: 'in-transit' },
      { was_out: true, days: 0, place: 'shelf', after: 'available', odd: [] },
    ],
    [
      'missing, found on a table',
      { status: 'missing' },
      { was_out: false, days: 0, place: 'shelf', after: 'available', odd: ['was-not-out', 'was-missing'] },
    ],
  ])('%s', (_says, item, wanted) => {
    const decision = back(item)
    expect({
      was_out: decision.was_out,
      days: decision.late.days_overdue,
      place: decision.place.kind,
      after: decision.status_after,
      odd: decision.oddities,
    }).toEqual(wanted)
  })

  test('how late counts days, open days and open minutes apart', () => {
    expect(back(loan('2026-11-20', true)).late).toEqual({
      is_overdue: true,
      days_overdue: 4,
      open_days_overdue: 3,
      open_minutes_overdue: 540 + 540 + 315,
    })
  })
})
