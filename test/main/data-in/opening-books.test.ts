/**
 * What the former system owed to patrons, in the books of an export: used for a fine it is income of that fine's fund,
 * and given back in cash it is none. Either way the library owes that much less.
 */
import { describe, expect, test } from 'vitest'
import { moneyDesk } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'
import type { TestDesk } from '../support/desk.ts'
import { exported, rowsOf } from '../cash/closing/exported.ts'
import { folderOf } from './importing.ts'

const EXPORT = {
  'charges.csv': [
    'charge_id,patron_id,kind,charged_at,amount,owed',
    'D2,p2,overdue,2026-11-01 10:00-06:00,1.75,',
    'D3,p2,Coffee,2026-11-01 10:00-06:00,2.25,',
    '',
  ].join('\n'),
  'credits.csv': [
    'credit_id,patron_id,credited_at,amount,method',
    'K1,p1,2026-11-02 10:00-06:00,5.00,drawer',
    'K2,p2,2026-11-02 10:00-06:00,3.00,credit',
    '',
  ].join('\n'),
}

async function takenIn(files: Readonly<Record<string, string>> = EXPORT): Promise<TestDesk> {
  const desk = await moneyDesk()
  await desk.ok('import.start', { commandId: desk.id(), folder: folderOf(files), accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  return desk
}

/** "income fines": credits less debits of the day, in cents; every fund comes to zero. */
async function books(desk: TestDesk): Promise<Readonly<Record<string, number>>> {
  const rows = rowsOf(await exported(desk), 'ledger')
  const by = (row: Readonly<Record<string, string>>): number =>
    Math.round(Number(row['credit']) * 100) - Math.round(Number(row['debit']) * 100)
  for (const lines of Map.groupBy(rows, ({ fund }) => fund).values())
    expect(lines.reduce((sum, row) => sum + by(row), 0)).toBe(0)
  const sums: Record<string, number> = {}
  for (const row of rows) {
    const name = [row['account'], row['of']].join(' ').trim()
    sums[name] = (sums[name] ?? 0) + by(row)
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0))
}

test('credit that pays a fine is income of its fund, and no patron is owed it any more', async () => {
  const desk = await takenIn()
  await desk.scan(CARDS.omar)
  await desk.ok('charge.apply-credit', { commandId: desk.id() })
  expect(await books(desk)).toEqual({ 'income fines': 175, 'income other': 125, 'patron-credit': -300 })
})

test('credit as a tender beside cash is, too', async () => {
  const desk = await takenIn()
  await desk.scan(CARDS.omar)
  const charges = ['D2', 'D3'].map((charge_ref) => ({ charge_ref, amount_cents: null }))
  const tenders = [
    { tender: 'credit', amount_cents: 300 },
    { tender: 'cash', tendered_cents: 100 },
  ] as const
  const plain = { drawer_code: '', sales: [], pay_cents: null, is_exact_possible: true, is_large_meant: false }
  await desk.ok('payment.take', { ...plain, commandId: desk.id(), charges, tenders: [...tenders], paper: null })
  const sums = { 'income fines': 175, 'income other': 225, 'patron-credit': -300, 'on-hand': -100 }
  expect(await books(desk)).toEqual(sums)
})

test('credit that goes back in cash takes no income off', async () => {
  const desk = await takenIn()
  const what = { of: 'due', charges: [{ charge_ref: 'credit:K1', amount_cents: null }] } as const
  const fixed = { drawer_code: '', payee_name: '', reason: 'PAID-TWICE', is_exact_possible: true }
  await desk.ok('refund.pay', {
    ...fixed,
    commandId: desk.id(),
    what: { ...what, charges: [...what.charges] },
    to: { tender: 'cash' },
  })
  expect(await books(desk)).toEqual({ 'patron-credit': -500, 'on-hand': 500 })
  const { report } = await desk.ok('drawer.x', { drawer_code: '' })
  expect(report.kept_credit).toEqual({ receipted_cents: 0, refunded_cents: 500 })
  expect(report.funds).toEqual([])
})

/** A bill of $20.00, of which the former system had $12.00. */
describe('a bill of the former system that is voided', () => {
  const BILL = {
    'charges.csv': [
      'charge_id,patron_id,kind,charged_at,amount,owed',
      'B1,p2,lost,2026-11-01 10:00-06:00,20.00,8.00',
      '',
    ].join('\n'),
  }

  async function billed(paid_cents: number): Promise<TestDesk> {
    const desk = await takenIn(BILL)
    await desk.scan(CARDS.omar)
    if (paid_cents > 0) {
      await desk.ok('payment.take', {
        commandId: desk.id(),
        drawer_code: '',
        charges: [{ charge_ref: 'B1', amount_cents: null }],
        pay_cents: paid_cents,
        sales: [],
        tenders: [{ tender: 'cash', tendered_cents: paid_cents }],
        is_exact_possible: true,
        is_large_meant: false,
        paper: null,
      })
    }
    await desk.ok('charge.void', { commandId: desk.id(), charge_ref: 'B1', reason: 'library-error' })
    return desk
  }

  /** A new charge, which the credit pays as far as it goes. */
  async function used(desk: TestDesk, amount_cents: number): Promise<void> {
    await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents, note: '' })
    await desk.ok('charge.apply-credit', { commandId: desk.id() })
  }

  const here = { 'income lost': 500, 'on-hand': -500 }

  test('is income where it pays, as far as the former system had it: none was paid here', async () => {
    const desk = await billed(0)
    await used(desk, 700)
    expect(await books(desk)).toEqual({ 'income other': 700, 'patron-credit': -700 })
  })

  test('what was paid here goes first, which is income already', async () => {
    const desk = await billed(500)
    await used(desk, 300)
    expect(await books(desk)).toEqual(here)
    await used(desk, 300)
    expect(await books(desk)).toEqual({ ...here, 'income other': 100, 'patron-credit': -100 })
    await used(desk, 3000)
    expect(await books(desk)).toEqual({ ...here, 'income other': 1200, 'patron-credit': -1200 })
  })

  test('an application that is undone takes it off again', async () => {
    const desk = await billed(500)
    await used(desk, 800)
    expect(await books(desk)).toEqual({ ...here, 'income other': 300, 'patron-credit': -300 })
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await books(desk)).toEqual(here)
  })
})
