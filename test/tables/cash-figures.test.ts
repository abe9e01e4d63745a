/** Figures of other registers and of worked days, to the cent: rounding, change, counting, leaving the float. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { leaveFloat } from '../../shared/cash/leave-float.ts'
import { isCountIssue, piecesTotal, readPieces, type Pieces } from '../../shared/cash/pieces.ts'
import { nearestFive } from '../../shared/cash/rounding.ts'
import { cashRefund, settle } from '../../shared/cash/settle.ts'
import type { OtherTender } from '../../shared/ledger/drawer-acts.ts'
import { cents } from '../../shared/kernel/money.ts'
import { describeWithSharedData, readSharedJson } from '../support/shared-data.ts'

const pieces = z.record(z.string(), z.number())
const roundingCase = z.object({
  due: z.number(),
  net: z.number().optional(),
  mode: z.string(),
  tender: z.string().default('cash'),
  pay: z.number().optional(),
  split: z.record(z.string(), z.number()).optional(),
  rounding: z.number().optional(),
})
const figures = z.object({
  W1_full_day: z.object({
    float: z.object({ total: z.number(), pieces }),
    count: z.object({ total: z.number(), pieces }),
    deposit: z.object({ left_in_drawer: z.number(), from_drawer: z.number() }),
    events: z.array(
      z.object({
        n: z.number(),
        amount: z.number().optional(),
        tender: z.string().optional(),
        tenders: z.record(z.string(), z.number()).optional(),
        tendered: z.number().optional(),
        change: z.number().optional(),
        drawer: z.number(),
      }),
    ),
  }),
  W2_rounding_symmetric_5: z.object({ last_digit_to: z.record(z.string(), z.number()) }),
  W2b_rounding_odoo: z.object({ cases: z.array(roundingCase) }),
  W2d_round_once: z.object({ lines: z.array(z.number()), right: z.number() }),
  W6_change: z.object({ cases: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])) }),
})

const ROUNDING = { rounding: 'always', is_exact_possible: true } as const
const NO_ROUNDING = { rounding: 'off', is_exact_possible: true } as const
const PLENTY = 1_000_000

function read(raw: Readonly<Record<string, unknown>>): Pieces {
  const found = readPieces(raw)
  if (isCountIssue(found)) throw new Error(found.code)
  return found
}

/** The tenders of a figure as what is handed over: another name for the card is all that differs. */
function others(split: Readonly<Record<string, number>>) {
  return Object.entries(split).flatMap(([tender, amount]) => {
    if (tender === 'cash') return []
    const named: OtherTender = tender === 'check' ? 'check' : 'card'
    return [{ tender: named, amount_cents: cents(amount) }]
  })
}

describeWithSharedData('figures of cash', (folder) => {
  const data = figures.parse(readSharedJson(folder, 'cash/figures.json'))
  const { W1_full_day: day } = data

  test.each(Object.entries(data.W2_rounding_symmetric_5.last_digit_to))('the last digit %s goes to %i', (digit, to) => {
    expect(nearestFive(cents(1230 + Number(digit)))).toBe(1230 + to)
    expect(nearestFive(cents(-1230 - Number(digit)))).toBe(-1230 - to)
  })

  // Rounding what cards pay leaves a cent in the drawer that nobody handed over: that mode is not ours.
  const ofCash = data.W2b_rounding_odoo.cases.filter((one) => one.mode === 'cash_only')

  test.each(ofCash.filter((one) => one.due > 0))('due $due: rounded by $rounding', ({ due, tender, split, ...is }) => {
    const by = split ?? { [tender]: due }
    const handed = { cash_cents: cents(by['cash'] === undefined ? 0 : PLENTY), others: others(by) }
    const done = settle(cents(due), handed, ROUNDING)
    expect(done).toMatchObject({ rounding_cents: is.rounding })
    const drawer = split ? split['cash'] : tender === 'cash' ? is.pay : 0
    expect(done).toMatchObject({ drawer_cents: drawer })
  })

  test.each(ofCash.filter((one) => one.due < 0 && one.tender === 'cash'))('refund $due: pays $pay', (one) => {
    const done = cashRefund(cents(-one.due), { ...ROUNDING, refunds: 'mirrored' })
    expect(done).toMatchObject({ drawer_cents: one.pay, rounding_cents: one.rounding })
    expect(cashRefund(cents(-one.due), { ...ROUNDING, refunds: 'exact' }).drawer_cents).toBe(one.due)
  })

  test('lines are added up first and rounded once', () => {
    const { lines, right } = data.W2d_round_once
    const due = lines.reduce((sum, line) => sum + line, 0)
    expect(settle(cents(due), { cash_cents: cents(500), others: [] }, ROUNDING)).toMatchObject({ drawer_cents: right })
  })

  test.each(data.W6_change.cases)('due %i, tendered %i: change %i, drawer %i', (due, tendered, change, drawer) => {
    const done = settle(cents(due), { cash_cents: cents(tendered), others: [] }, NO_ROUNDING)
    expect(done).toEqual({ drawer_cents: drawer, change_cents: change, rounding_cents: 0 })
  })

  const paid = day.events.filter((one) => one.amount !== undefined && (one.tender ?? one.tenders) !== undefined)
  test.each(paid.filter((one) => one.drawer >= 0))('payment $n of the worked day', ({ amount = 0, ...one }) => {
    const split = one.tenders ?? { [one.tender ?? '']: amount }
    const cash_cents = cents(one.tendered ?? split['cash'] ?? 0)
    const done = settle(cents(amount), { cash_cents, others: others(split) }, NO_ROUNDING)
    expect(done).toEqual({ drawer_cents: one.drawer, change_cents: one.change ?? 0, rounding_cents: 0 })
  })

  test('the float and the count of the worked day come to what they say', () => {
    expect(piecesTotal(read(day.float.pieces))).toBe(day.float.total)
    expect(piecesTotal(read(day.count.pieces))).toBe(day.count.total)
  })

  test('the worked day leaves its float and takes the rest out', () => {
    const leaving = leaveFloat(read(day.count.pieces), cents(day.deposit.left_in_drawer))
    expect(piecesTotal(leaving.left)).toBe(day.deposit.left_in_drawer)
    expect(piecesTotal(leaving.out)).toBe(day.deposit.from_drawer)
    expect(leaving.missing_cents).toBe(0)
  })
})

describe('what is left to pay, and what is too much', () => {
  const check = { tender: 'check', amount_cents: cents(4000) } as const

  test.each([
    ['too little cash', 550, 500, [], { code: 'left-to-pay', amount_cents: 50 }],
    ['a check for less than is owed', 6000, 0, [check], { code: 'left-to-pay', amount_cents: 2000 }],
    ['a check for more than is owed', 3000, 0, [check], { code: 'other-over', amount_cents: 1000 }],
    ['cash and a check that is too large', 3000, 500, [check], { code: 'other-over', amount_cents: 1000 }],
    ['exactly', 4000, 0, [check], { drawer_cents: 0, change_cents: 0, rounding_cents: 0 }],
    [
      'bank and cash with a cent of change',
      17_499,
      13_500,
      [check],
      { drawer_cents: 13_499, change_cents: 1, rounding_cents: 0 },
    ],
  ])('%s', (_what, due, cash, other, wanted) => {
    expect(settle(cents(due), { cash_cents: cents(cash), others: other }, NO_ROUNDING)).toEqual(wanted)
  })
})

describe('rounding of cash', () => {
  test.each([
    ['one cent is nothing', 1, 0, { drawer_cents: 0, change_cents: 0, rounding_cents: -1 }],
    ['two cents are nothing', 2, 0, { drawer_cents: 0, change_cents: 0, rounding_cents: -2 }],
    ['three cents are five', 3, 100, { drawer_cents: 5, change_cents: 95, rounding_cents: 2 }],
    ['the exact pennies are taken as they are', 231, 231, { drawer_cents: 231, change_cents: 0, rounding_cents: 0 }],
  ])('%s', (_what, due, cash, wanted) => {
    expect(settle(cents(due), { cash_cents: cents(cash), others: [] }, ROUNDING)).toEqual(wanted)
  })

  test('only where the drawer cannot make change, if the library says so', () => {
    const handed = { cash_cents: cents(500), others: [] }
    const rounding = 'no-exact-change'
    const withChange = settle(cents(231), handed, { rounding, is_exact_possible: true })
    const withoutIt = settle(cents(231), handed, { rounding, is_exact_possible: false })
    expect([withChange, withoutIt]).toMatchObject([{ rounding_cents: 0 }, { rounding_cents: -1 }])
  })
})

describe('a count from outside', () => {
  test.each([
    ['a piece that there is not', { 300: 1 }, { code: 'piece-unknown', piece: '300' }],
    ['less than none', { 25: -1 }, { code: 'count-not-whole', piece: '25' }],
    ['a part of a coin', { 25: 1.5 }, { code: 'count-not-whole', piece: '25' }],
    ['text', { 25: '12' }, { code: 'count-not-whole', piece: '25' }],
    ['no number', { 25: Number.NaN }, { code: 'count-not-whole', piece: '25' }],
    ['a barcode', { 25: 31_234_000_012_345 }, { code: 'count-too-large', piece: '25' }],
  ])('%s', (_what, raw, issue) => {
    expect(readPieces(raw)).toEqual(issue)
  })
})
