/** What a manager is told of a period of cash: a table of small days that a librarian could read. */
import { describe, expect, test } from 'vitest'
import { evidenceTables, type Evidence, type SessionEvidence } from '../../shared/cash/evidence/tables.ts'
import type { CashEvent } from '../../shared/journal/fold/cash.ts'
import type { EventOf } from '../../shared/journal/event.ts'
import type { LetOffEvent } from '../../shared/journal/logged.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { parseZoneName } from '../../shared/kernel/zone.ts'
import { must } from '../../shared/kernel/assert.ts'
import { cashExceptions } from '../../shared/reports/cash-exceptions.ts'

const S = 'D.1.1'
const TODAY = localDate('2026-11-27')
const zone = must(parseZoneName('America/Chicago'), 'a zone')
const head = (staff: string, minute: number, seq = 1) => {
  return { terminal: 'D', epoch: 1, seq, v: 1, at_ms: minute * 60_000, offset_ms: null, staff, branch: 'MAPLE' }
}

const opened = (counted: number, left = 10_000): CashEvent => ({
  kind: 'drawer-opened',
  head: head('amy', 0),
  body: {
    drawer_code: 'DRAWER-1',
    custodian_code: 'amy',
    from_session_ref: null,
    left_cents: left,
    left_checks_cents: 0,
    pieces: null,
    counted_cents: counted,
    reason_code: '',
    approved_by: '',
  },
})
const noSale = (staff: string, minute: number): CashEvent => ({
  kind: 'drawer-unlocked',
  head: head(staff, minute),
  body: { session_ref: S, purpose: 'no-sale', reason_code: 'CHANGE', amount_cents: 0 },
})
const surprise = (): CashEvent => ({
  kind: 'drawer-counted',
  head: head('zoe', 50),
  body: { session_ref: S, reason: 'surprise', pieces: null, counted_cents: 10_000, expected_cents: 10_000 },
})
const took = (staff: string, charge_ref: string): CashEvent => ({
  kind: 'receipt-made',
  head: head(staff, 10),
  body: {
    session_ref: S,
    receipt_number: 1,
    others_credit_cents: 0,
    receipt: {
      lines: [{ of: 'charge', charge_ref, fund: 'fines', amount_cents: 200 }],
      in_kind: [],
      tendered_cents: 200,
      change_cents: 0,
      rounding_cents: 0,
      others: [],
    },
    paper: null,
  },
})
const waived = (staff: string, minute: number, charge_ref = 'c9'): LetOffEvent => ({
  kind: 'charge-moved',
  head: head(staff, minute),
  body: {
    charge_ref,
    pays_ref: null,
    debit: 'waived',
    credit: 'receivable',
    amount_cents: 300,
    code: 'waived',
    fund: 'fines',
    of: null,
    approved_by: '',
    reason: 'other',
  },
})

function period(
  days: readonly (readonly [on: string, events: readonly CashEvent[]])[],
  let_off: Evidence['let_off'] = [],
): Evidence {
  const sessions = days.map(([on, events]): SessionEvidence => {
    return { session_ref: S, business_on: localDate(on), events }
  })
  return {
    sessions,
    let_off,
    levied: [],
    credit_used: [],
    ledger_accounts: {},
    receiptAt: () => null,
    later: [],
    openings: [],
    places: [],
    zone,
    numberOf: (_, receipt_number) => String(receipt_number),
  }
}

test('over and short of a clerk and of a drawer are summed apart, never set off', () => {
  const found = cashExceptions(
    period([
      ['2026-11-24', [opened(10_050)]],
      ['2026-11-25', [opened(9925)]],
      ['2026-11-26', [opened(9990)]],
    ]),
    TODAY,
  )
  expect(found.clerks).toMatchObject([{ staff: 'amy', over_cents: 50, short_cents: 85 }])
  expect(found.drawers).toMatchObject([{ drawer_code: 'DRAWER-1', over_cents: 50, short_cents: 85 }])
})

test('what a clerk put into the safe and nobody else counted is summed; what the bank counts is not', () => {
  const dropped = (
    place: 'safe' | 'change-fund' | 'bank-bag',
    way: 'in' | 'out',
    receiver: number | null,
  ): CashEvent => {
    const by = { receiver_code: receiver === null ? '' : 'bob', receiver_cents: receiver, bag_number: '' }
    const body = { session_ref: S, way, place, amount_cents: 2000, pieces: null, ...by }
    return { kind: 'cash-placed', head: head('amy', 20), body }
  }
  const found = cashExceptions(
    period([
      [
        '2026-11-24',
        [
          opened(10_000),
          dropped('safe', 'out', null),
          dropped('change-fund', 'out', null),
          dropped('safe', 'out', 2000),
          dropped('safe', 'in', null),
          dropped('bank-bag', 'out', null),
        ],
      ],
    ]),
    TODAY,
  )
  expect(found.clerks).toMatchObject([{ staff: 'amy', dropped_alone_cents: 4000 }])
})

describe('a waiver is flagged', () => {
  test.each<[string, readonly CashEvent[], LetOffEvent, number]>([
    ['29 minutes after the same clerk opened the drawer without a sale', [noSale('amy', 60)], waived('amy', 89), 1],
    ['30 minutes before', [noSale('amy', 60)], waived('amy', 30), 1],
    ['not 31 minutes after', [noSale('amy', 60)], waived('amy', 91), 0],
    ['not where another clerk opened it', [noSale('bob', 60)], waived('amy', 61), 0],
    ['where the same clerk took money for that charge', [took('amy', 'c1')], waived('amy', 500, 'c1'), 1],
    ['not where another clerk took it', [took('bob', 'c1')], waived('amy', 500, 'c1'), 0],
    ['not of another charge', [took('amy', 'c1')], waived('amy', 500, 'c2'), 0],
  ])('%s', (_, events, waiver, flagged_count) => {
    const { clerks } = cashExceptions(period([['2026-11-24', [opened(10_000), ...events]]], [waiver]), TODAY)
    expect(clerks.find(({ staff }) => staff === 'amy')).toMatchObject({
      let_off_count: 1,
      let_off_cents: 300,
      flagged_count,
    })
  })
})

const pulsed = (reason: 'test' | 'count' | 'again', session_ref: string | null = S): EventOf<'drawer-pulsed'> => {
  return {
    kind: 'drawer-pulsed',
    head: head('amy', 20),
    body: { drawer_code: 'DRAWER-1', session_ref, reason, of_ref: null },
  }
}
const byKey = (drawer_code = 'DRAWER-1', session_ref: string | null = S): EventOf<'drawer-key-opened'> => {
  return {
    kind: 'drawer-key-opened',
    head: head('', 20),
    body: { drawer_code, session_ref, reason: 'key', openings_count: 1 },
  }
}
const counted = (staff: string): CashEvent => ({ ...surprise(), head: head(staff, 21) })

test.each<[string, readonly CashEvent[], number]>([
  ['opened to try it', [pulsed('test')], 1],
  ['opened again, since it did not open', [pulsed('again')], 1],
  ['opened to count, and counted', [pulsed('count'), counted('amy')], 0],
  ['opened to count, and counted by another clerk', [pulsed('count'), counted('bob')], 1],
  ['opened to count, and never counted', [pulsed('count')], 1],
  ['opened with the key', [byKey()], 0],
])('%s: so many openings without a sale', (_, events, no_sales_count) => {
  const { clerks } = cashExceptions(period([['2026-11-24', [opened(10_000), ...events]]]), TODAY)
  expect(clerks.find(({ staff }) => staff === 'amy')).toMatchObject({ no_sales_count })
})

test('the key is told of the drawer and of no clerk, with and without a session', () => {
  const days = period([['2026-11-24', [opened(10_000), byKey(), byKey()]]])
  const openings = [byKey('DRAWER-1', null), byKey('DRAWER-2', null), pulsed('test', null), pulsed('count', null)]
  const { clerks, drawers } = cashExceptions({ ...days, openings }, TODAY)
  expect(clerks.map(({ staff, no_sales_count }) => [staff, no_sales_count])).toEqual([['amy', 1]])
  expect(drawers.map((one) => [one.drawer_code, one.key_openings_count])).toEqual([
    ['DRAWER-1', 3],
    ['DRAWER-2', 1],
  ])
  const sheet = must(
    evidenceTables({ ...days, openings }).find(({ name }) => name === 'no-sales'),
    'a sheet',
  )
  expect(sheet.rows.map((row) => [row[1], row[4]])).toEqual([
    [S, 'key'],
    [S, 'key'],
    [null, 'key'],
    [null, 'key'],
    [null, 'test'],
    [null, 'count'],
  ])
})

test('openings that were counted count as many', () => {
  const many = byKey()
  const counted = { ...many, body: { ...many.body, openings_count: 12 } }
  const days = period([['2026-11-24', [opened(10_000), byKey(), counted]]])
  const loose = byKey('DRAWER-1', null)
  const openings = [{ ...loose, body: { ...loose.body, openings_count: 5 } }]
  const { drawers } = cashExceptions({ ...days, openings }, TODAY)
  expect(drawers.map((one) => one.key_openings_count)).toEqual([18])
})

test('each clerk is shown beside the median of all', () => {
  const all = ['amy', 'bob', 'bob', 'cal', 'cal', 'cal', 'cal'].map((staff) => noSale(staff, 5))
  const { clerks, median } = cashExceptions(period([['2026-11-24', all]]), TODAY)
  expect(clerks.map(({ staff, no_sales_count }) => [staff, no_sales_count])).toEqual([
    ['amy', 1],
    ['bob', 2],
    ['cal', 4],
  ])
  expect(median.no_sales_count).toBe(2)
})

test('a clerk who did nothing that is an exception is one of those whom the others are measured by', () => {
  const all = [took('amy', 'c1'), took('bob', 'c2'), noSale('cal', 5)]
  const { clerks, median } = cashExceptions(period([['2026-11-24', all]]), TODAY)
  expect([clerks.length, median.no_sales_count]).toEqual([3, 0])
})

test('a waiver that was taken back is none, and what took it back is none either', () => {
  const given = waived('amy', 20)
  const back = { ...waived('amy', 25), body: { ...given.body, of: 'D.1.1' } }
  const { clerks } = cashExceptions(period([['2026-11-24', [noSale('amy', 5)]]], [given, back]), TODAY)
  expect(clerks).toMatchObject([{ staff: 'amy', let_off_count: 0, let_off_cents: 0, flagged_count: 0 }])
})

test('days since a drawer was last counted by surprise', () => {
  const days = [
    ['2026-11-24', [opened(10_000), surprise()]],
    ['2026-11-26', [opened(10_000)]],
  ] as const
  expect(cashExceptions(period(days), TODAY).drawers).toMatchObject([{ surprise_days_count: 3 }])
  const last = period(days.slice(1))
  expect(cashExceptions(last, TODAY).drawers).toMatchObject([{ surprise_days_count: null }])
  const earlier = period(days.slice(0, 1)).sessions
  expect(cashExceptions(last, TODAY, earlier).drawers).toMatchObject([{ surprise_days_count: 3 }])
})
