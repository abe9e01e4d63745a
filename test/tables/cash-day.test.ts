/** Worked days of a drawer through its acts: what it should hold, what is over or short, what the books take over. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { transfersOf, type DrawerAct } from '../../shared/ledger/drawer-acts.ts'
import { balanceOf, balancesOf } from '../../shared/cash/balances.ts'
import { depositOf, depositTotal } from '../../shared/cash/deposit.ts'
import { bookEntries } from '../../shared/cash/general-ledger.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import { describeWithSharedData, readSharedJson } from '../support/shared-data.ts'
import { SESSION, WORKED_BOOKS, WORKED_DAY, cashFor, charge, sale } from './worked-day.ts'

function holds(acts: readonly DrawerAct[], account: 'cash' | 'checks' = 'cash'): Cents {
  const balances = balancesOf(acts.flatMap((act) => transfersOf(act, SESSION)))
  return balanceOf(balances, { account, drawer_session_ref: SESSION })
}

const money = z.number().transform(cents)
const day = z.object({
  float: z.object({ total: money }),
  events: z.array(z.object({ n: z.number(), drawer: money })),
  expected: z.object({ drawer: money, checks: money, card: money }),
  count: z.object({ total: money }),
  over_short: money,
  deposit: z.object({ left_in_drawer: money, from_drawer: money, cash: money, checks: money, total: money }),
  journal_cash_basis: z.object({ dr: z.record(z.string(), z.number()), cr: z.record(z.string(), z.number()) }),
})

describeWithSharedData('the worked day of a drawer', (folder) => {
  const { W1_full_day: w1 } = z.object({ W1_full_day: day }).parse(readSharedJson(folder, 'cash/figures.json'))
  const opening: DrawerAct = { act: 'float-in', from: 'change-fund', amount_cents: w1.float.total }
  const ofDay = [opening, ...Object.values(WORKED_DAY)]

  test.each(w1.events)('event $n moves the drawer by $drawer cents', ({ n, drawer }) => {
    const act = WORKED_DAY[n]
    expect(act === undefined ? 0 : holds([act])).toBe(drawer)
  })

  test('what the drawer should hold', () => {
    expect(holds(ofDay)).toBe(w1.expected.drawer)
    expect(holds(ofDay, 'checks')).toBe(w1.expected.checks)
    const balances = balancesOf(ofDay.flatMap((act) => transfersOf(act, SESSION)))
    expect(balanceOf(balances, { account: 'card-clearing' })).toBe(w1.expected.card)
  })

  test('counted, deposited, and taken over by the books to the cent', () => {
    const variance = cents(w1.count.total - holds(ofDay))
    expect(variance).toBe(w1.over_short)
    const closing: readonly DrawerAct[] = [
      { act: 'variance', amount_cents: variance },
      { act: 'placed', way: 'out', place: 'bank-bag', amount_cents: w1.deposit.from_drawer },
      { act: 'checks-deposited', amount_cents: w1.deposit.checks },
    ]
    const closed = [...ofDay, ...closing]
    expect(holds(closed)).toBe(w1.deposit.left_in_drawer)
    expect(holds(closed, 'checks')).toBe(0)
    // What the safe got today and does not give back to the change fund goes into the bag, too.
    const transfers = closed.flatMap((act) => transfersOf(act, SESSION))
    const fromSafe = balanceOf(balancesOf(transfers), { account: 'safe' })
    expect(w1.deposit.from_drawer + fromSafe).toBe(w1.deposit.cash)
    const bagged = [
      ...transfers,
      {
        debit: { account: 'bank-bag' },
        credit: { account: 'safe' },
        amount_cents: fromSafe,
        code: 'placed',
        fund: 'none',
      } as const,
    ]
    expect(balanceOf(balancesOf(bagged), { account: 'bank-bag' })).toBe(w1.deposit.total)
    const { entries, passing_cents } = bookEntries(bagged)
    expect(passing_cents).toBe(0)
    const { dr, cr } = w1.journal_cash_basis
    const wanted = [...Object.entries(dr), ...Object.entries(cr).map(([name, sum]) => [name, -sum] as const)]
    const named = wanted.flatMap(([name, sum]) => (name === 'total' ? [] : [[WORKED_BOOKS[name], sum + 0] as const]))
    expect(new Map(entries.map(({ account, of, amount_cents }) => [`${account} ${of}`, amount_cents]))).toEqual(
      new Map(named),
    )
  })
})

describe('the deposit of the worked day', () => {
  const short: DrawerAct = { act: 'variance', amount_cents: cents(-25) }
  const ofDay = [...Object.values(WORKED_DAY), short]
  const deposit = depositOf(ofDay.flatMap((act) => transfersOf(act, SESSION)))

  test('cash received becomes cash deposited, and checks stay checks', () => {
    expect(deposit.cash).toEqual({
      received: 3308,
      refunded: -1500,
      'paid-in': 0,
      'paid-out': -360,
      rounded: 0,
      over: 0,
      short: -25,
    })
    expect([depositTotal(deposit.cash), depositTotal(deposit.checks)]).toEqual([1423, 4000])
  })

  test.each([
    ['fines', null, 675, 0],
    ['lost', null, -1500, 0],
    ['book-sale', null, 433, 0],
    ['copies', null, 0, 0],
    ['cards', null, 2000, 4000],
    ['', null, -385, 0],
    ['', 'friends', 200, 0],
  ])('fund "%s", held for %s: %i in cash, %i in checks', (fund, payee, cash_cents, checks_cents) => {
    const lines = deposit.lines.filter((line) => line.fund === fund && line.payee === payee)
    expect(lines).toEqual([{ fund, payee, cash_cents, checks_cents }])
  })

  test('its lines come to what is deposited', () => {
    const sums = deposit.lines.map((line) => line.cash_cents + line.checks_cents)
    expect(sums.reduce((sum, one) => sum + one, 0)).toBe(5423)
    expect(deposit.lines).toHaveLength(7)
  })
})

describe('other days', () => {
  const float = (amount: number): DrawerAct => ({ act: 'float-in', from: 'change-fund', amount_cents: cents(amount) })

  test('a handover: what one leaves is what the other begins with, and each answers for their own part', () => {
    const first = [float(10_000), cashFor(charge('fines', 3550), 3550)]
    const short: DrawerAct = { act: 'variance', amount_cents: cents(13_525 - holds(first)) }
    expect(short.amount_cents).toBe(-25)
    const next = 'D.1.2'
    const second: readonly DrawerAct[] = [
      { act: 'float-in', from: { session_ref: SESSION }, amount_cents: cents(13_525) },
      cashFor(charge('fines', 1200), 1200),
      { act: 'variance', amount_cents: cents(14_775 - 14_725) },
    ]
    const transfers = [
      ...[...first, short].flatMap((act) => transfersOf(act, SESSION)),
      ...second.flatMap((act) => transfersOf(act, next)),
    ]
    const balances = balancesOf(transfers)
    const stands = (account: 'cash', ref: string) => balanceOf(balances, { account, drawer_session_ref: ref })
    expect([stands('cash', SESSION), stands('cash', next)]).toEqual([0, 14_775])
    expect([balanceOf(balances, { account: 'short' }), balanceOf(balances, { account: 'over' })]).toEqual([25, -50])
  })

  test('a sale paid in part by card, and cash paid out', () => {
    const sold: DrawerAct = {
      act: 'received',
      lines: [charge('fines', 7000)],
      drawer_cents: cents(4000),
      rounding_cents: cents(0),
      others: [{ tender: 'card', amount_cents: cents(3000) }],
    }
    const out: DrawerAct = { act: 'paid-out', fund: 'postage', amount_cents: cents(500) }
    expect(holds([float(1000), sold, out])).toBe(4500)
  })

  test('rounding has an account of its own, and a void takes it back', () => {
    const receipt = { lines: [sale('copies', 232)], drawer_cents: cents(230), rounding_cents: cents(-2), others: [] }
    const sold: DrawerAct = { act: 'received', ...receipt }
    const balances = balancesOf(transfersOf(sold, SESSION))
    expect(balanceOf(balances, { account: 'rounding' })).toBe(2)
    expect(balanceOf(balances, { account: 'sales' })).toBe(-232)
    expect(holds([sold])).toBe(230)
    const both = [sold, { act: 'voided', receipt } as const].flatMap((act) => transfersOf(act, SESSION))
    expect([...balancesOf(both).values()].every((sum) => sum === 0)).toBe(true)
  })
})
