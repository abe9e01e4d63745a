/** What a drawer should hold through a day: small sessions that a librarian could read. */
import { expect, test } from 'vitest'
import type { CashEvent } from '../../shared/journal/fold/cash.ts'
import { instant, localDate } from '../../shared/kernel/time.ts'
import { drawerLevels, hoursOf, lastLevels, levelAt } from '../../shared/reports/drawer-level.ts'

const S = 'D.1.1'
const HOUR = 60
const MINUTE_MS = 60_000
const head = (minute: number, seq: number) => {
  const at_ms = minute * MINUTE_MS
  return { terminal: 'D', epoch: 1, seq, v: 1, at_ms, offset_ms: null, staff: 'amy', branch: 'MAPLE' }
}

const opened = (left_cents: number, counted_cents = left_cents, drawer_code = 'A'): CashEvent => ({
  kind: 'drawer-opened',
  head: head(9 * HOUR, 1),
  body: {
    drawer_code,
    custodian_code: 'amy',
    from_session_ref: null,
    left_cents,
    left_checks_cents: 0,
    pieces: null,
    counted_cents,
    reason_code: '',
    approved_by: '',
  },
})
const took = (minute: number, amount_cents: number): CashEvent => ({
  kind: 'receipt-made',
  head: head(minute, 2),
  body: {
    session_ref: S,
    receipt_number: 1,
    others_credit_cents: 0,
    receipt: {
      lines: [{ of: 'held', product_code: 'GIFT', payee: 'friends', amount_cents }],
      in_kind: [],
      tendered_cents: amount_cents,
      change_cents: 0,
      rounding_cents: 0,
      others: [],
    },
    paper: null,
  },
})
const dropped = (minute: number, amount_cents: number): CashEvent => ({
  kind: 'cash-placed',
  head: head(minute, 3),
  body: {
    session_ref: S,
    way: 'out',
    place: 'safe',
    amount_cents,
    pieces: null,
    bag_number: '',
    receiver_code: '',
    receiver_cents: null,
  },
})
const counted = (minute: number, expected_cents: number, counted_cents: number): CashEvent => ({
  kind: 'drawer-counted',
  head: head(minute, 4),
  body: { session_ref: S, reason: 'surprise', pieces: null, counted_cents, expected_cents },
})

test('it rises with payments, falls with a drop, and a count changes nothing', () => {
  const day = [opened(10_000), took(10 * HOUR, 500), counted(11 * HOUR, 10_500, 10_400), dropped(12 * HOUR, 4000)]
  const found = drawerLevels(day)
  expect(found?.levels.map(({ at, amount_cents }) => [at / MINUTE_MS / HOUR, amount_cents])).toEqual([
    [9, 10_000],
    [10, 10_500],
    [12, 6500],
  ])
  expect(found?.counts).toMatchObject([
    { reason: 'opening', amount_cents: 10_000, counted_cents: 10_000 },
    { reason: 'surprise', amount_cents: 10_500, counted_cents: 10_400 },
  ])
})

test('what was found more or less at the opening is in it from the opening on', () => {
  const found = drawerLevels([opened(10_000, 9975)])
  expect(found?.levels).toMatchObject([{ amount_cents: 9975 }])
  expect(found?.counts).toMatchObject([{ reason: 'opening', amount_cents: 10_000, counted_cents: 9975 }])
})

test('a long session is drawn in no more than 150 steps and ends where it stands', () => {
  const day = [opened(10_000), ...Array.from({ length: 2000 }, (_, at) => took(9 * HOUR + 1 + at / 4, 25))]
  const found = drawerLevels(day)
  expect(found?.levels.length).toBeLessThanOrEqual(150)
  expect([found?.levels[0]?.amount_cents, found?.levels.at(-1)?.amount_cents]).toEqual([10_000, 10_000 + 2000 * 25])
})

test('between two entries it stays as it was, and before the opening there is nothing', () => {
  const found = drawerLevels([opened(10_000), took(10 * HOUR, 500)])
  const at = (minute: number) => found && levelAt(found, instant(minute * MINUTE_MS))
  expect([at(8 * HOUR), at(9 * HOUR + 30), at(10 * HOUR), at(15 * HOUR)]).toEqual([null, 10_000, 10_500, 10_500])
})

test.each([
  ['half past nine to quarter past twelve', 570, 735, [600, 660, 720]],
  ['nine to eleven', 540, 660, [540, 600, 660]],
  ['less than an hour', 605, 650, []],
  ['a day and a half, every third hour', 540, 540 + 36 * HOUR, Array.from({ length: 13 }, (_, at) => 540 + at * 180)],
])('hours of a session from %s', (_, from, to, hours) => {
  const found = hoursOf(instant(from * MINUTE_MS), instant(to * MINUTE_MS), from)
  expect(found.map((at) => at / MINUTE_MS)).toEqual(hours)
})

test('of each drawer the last session is drawn', () => {
  const session = (on: string, events: readonly CashEvent[]) => {
    return { session_ref: S, business_on: localDate(on), events }
  }
  const found = lastLevels([
    session('2026-11-24', [opened(100, 100, 'B')]),
    session('2026-11-24', [opened(200, 200, 'A')]),
    session('2026-11-25', [opened(300, 300, 'B')]),
  ])
  expect(found.map(({ drawer_code, levels }) => [drawer_code, levels[0]?.amount_cents])).toEqual([
    ['A', 200],
    ['B', 300],
  ])
})
