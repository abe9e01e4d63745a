/** Change and rounding that stay on a patron's account: taken, used, voided, given back, and found by the books. */
import { expect, test } from 'vitest'
import { exported, rowsOf } from './closing/exported.ts'
import { moneyDesk, pageOf } from '../support/money-desk.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { CHARGES } from '../../../shared/words/en/charges.ts'
import { CARDS } from '../support/small-library.ts'
import type { TestDesk } from '../support/desk.ts'

const PRODUCTS = [`INSERT INTO product VALUES ('COPY', 'Copies', 'C', 10, 'sale', 'copies', NULL, 0, 10, 1)`]
const COPIES = [{ product_code: 'COPY', quantity_count: 4, price_cents: null }]

async function opened(settings: Readonly<Record<string, string>> = {}): Promise<TestDesk> {
  const desk = await moneyDesk({ also: PRODUCTS, settings })
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  return desk
}

type Part = { readonly charges?: readonly string[]; readonly sales?: typeof COPIES; readonly credit?: number }

function payment(desk: TestDesk, cash: number, keeps_change: boolean, part: Part) {
  const charges = (part.charges ?? []).map((charge_ref) => ({ charge_ref, amount_cents: null }))
  const credit = part.credit ? [{ tender: 'credit' as const, amount_cents: part.credit }] : []
  const tenders = [...credit, ...(cash > 0 ? [{ tender: 'cash' as const, tendered_cents: cash }] : [])]
  const fixed = { drawer_code: '', is_exact_possible: true, is_large_meant: false, paper: null, pay_cents: null }
  return { commandId: desk.id(), ...fixed, charges, sales: [...(part.sales ?? [])], tenders, keeps_change }
}

const take = (desk: TestDesk, cash: number, part: Part, keeps = true) =>
  desk.ok('payment.take', payment(desk, cash, keeps, part))

const expected = async (desk: TestDesk) => {
  const { report } = await desk.ok('drawer.x', { drawer_code: '' })
  return report.tenders.map((one) => one.expected_cents)
}

/** What the open patron owes, less their credit. */
async function balance(desk: TestDesk): Promise<number> {
  const page = await pageOf(desk, 'pay')
  const section = page.sections.find((one) => one.kind === 'payment')
  const { patron } = (await desk.ok('desk.snapshot', {})).snapshot
  return (patron?.owed_cents ?? 0) - (section?.credit_cents ?? 0)
}

async function newCharge(desk: TestDesk, amount_cents: number): Promise<string> {
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents, note: '' })
  const { events } = await desk.ok('journal.recent', { limit: 1 })
  return events[0]?.event ?? ''
}

async function expectSound(desk: TestDesk): Promise<void> {
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
}

test('stays on the account, pays the next charge, and the drawer holds all that was given', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  const { done, snapshot } = await take(desk, 2000, { charges: ['c1'] })
  expect(done).toMatchObject({ total_cents: 2000, change_cents: 0, rounding_cents: 0 })
  expect(snapshot.band?.fact ?? null).toBeNull()
  expect(await expected(desk)).toEqual([12_000, 0, 0])
  expect(await balance(desk)).toBe(-800)
  // Its history is of change that was kept, not of a fine that a bill canceled.
  const { events } = await desk.ok('journal.recent', { limit: 2 })
  const credit = events.find(({ kind }) => kind === 'charge-made')?.event ?? ''
  const { history } = await desk.ok('charge.explain', { charge_ref: credit })
  expect(history.map((line) => [CHARGES.kept, CHARGES.moved.billed].filter((what) => line.includes(what)))).toEqual([
    [CHARGES.kept],
    [],
  ])
  const next = await newCharge(desk, 500)
  await take(desk, 0, { charges: [next], credit: 500 })
  expect(await balance(desk)).toBe(-300)
  expect(await expected(desk)).toEqual([12_000, 0, 0])
  await expectSound(desk)
})

test('of a sale to a patron stays on the account, too; without a patron it cannot', async () => {
  const desk = await opened()
  expect(await desk.call('payment.take', payment(desk, 100, true, { sales: COPIES }))).toMatchObject({
    code: 'nobody-open',
  })
  await desk.scan(CARDS.dana)
  expect((await take(desk, 100, { sales: COPIES })).done).toMatchObject({ total_cents: 100, change_cents: 0 })
  expect(await balance(desk)).toBe(-60)
})

test('is gone with its receipt when that is voided, but not once it was used', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  const kept = await take(desk, 2000, { charges: ['c1'] })
  const gone = { receipt_ref: kept.done?.entry_ref ?? '', reason: 'WRONG-AMOUNT' }
  await desk.ok('payment.void', { commandId: desk.id(), ...gone })
  expect(await expected(desk)).toEqual([10_000, 0, 0])
  expect(await balance(desk)).toBe(1200)
  const again = await take(desk, 2000, { charges: ['c1'] })
  await take(desk, 0, { charges: [await newCharge(desk, 500)], credit: 500 })
  const used = { receipt_ref: again.done?.entry_ref ?? '', reason: 'WRONG-AMOUNT' }
  expect(await desk.call('payment.void', { commandId: desk.id(), ...used })).toMatchObject({
    code: 'receipt-changed-since',
  })
  await expectSound(desk)
})

test('is given back in cash as far as it was not used, and once', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  const { done } = await take(desk, 2000, { charges: ['c1'] })
  await take(desk, 0, { charges: [await newCharge(desk, 500)], credit: 500 })
  const back = (amount_cents: number | null) =>
    desk.call('refund.pay', {
      commandId: desk.id(),
      drawer_code: '',
      what: { of: 'receipt', receipt: done?.full_receipt_number ?? '', lines: [{ line_number: 2, amount_cents }] },
      to: { tender: 'cash' },
      reason: 'PAID-TWICE',
      is_exact_possible: true,
    })
  expect(await back(301)).toMatchObject({ code: 'more-than-paid' })
  expect(await back(null)).toMatchObject({ output: { done: { total_cents: 300 } } })
  expect(await expected(desk)).toEqual([11_700, 0, 0])
  expect(await balance(desk)).toBe(0)
  expect(await back(100)).toMatchObject({ code: 'more-than-paid' })
  await expectSound(desk)
})

test('is a line of the receipt, and no fund of the library has it', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  const { done } = await take(desk, 2000, { charges: ['c1'] })
  const receipt = await desk.ok('receipt.get', { receipt: done?.full_receipt_number ?? '' })
  expect(receipt.paid_for.map(({ of, fund, amount_cents }) => [of, fund, amount_cents])).toEqual([
    ['charge', 'fines', 1200],
    ['credit', 'credits', 800],
  ])
  const { report } = await desk.ok('drawer.x', { drawer_code: '' })
  expect(report.funds.map(({ fund, receipted_cents }) => [fund, receipted_cents])).toEqual([['fines', 1200]])
  expect(report.kept_credit).toEqual({ receipted_cents: 800, refunded_cents: 0 })
})

test('is owed in the books, and income of the fund that it pays, on the day on which it does', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  const first = await take(desk, 2000, { charges: ['c1'] })
  await take(desk, 0, { charges: [await newCharge(desk, 500)], credit: 500 })
  await desk.ok('refund.pay', {
    commandId: desk.id(),
    drawer_code: '',
    what: {
      of: 'receipt',
      receipt: first.done?.full_receipt_number ?? '',
      lines: [{ line_number: 2, amount_cents: 100 }],
    },
    to: { tender: 'cash' },
    reason: 'PAID-TWICE',
    is_exact_possible: true,
  })
  const { report } = await desk.ok('drawer.x', { drawer_code: '' })
  expect(report.kept_credit).toEqual({ receipted_cents: 800, refunded_cents: 100 })
  const ledger = rowsOf(await exported(desk), 'ledger')
  const said = ledger.map(({ session, fund, account, debit, credit }) => [session !== '', fund, account, debit, credit])
  expect(said).toEqual([
    [true, 'credits', 'on-hand', '7.00', '0.00'],
    [true, 'credits', 'patron-credit', '0.00', '7.00'],
    [true, 'fines', 'on-hand', '12.00', '0.00'],
    [true, 'fines', 'income', '0.00', '12.00'],
    [false, 'credits', 'on-hand', '0.00', '5.00'],
    [false, 'credits', 'patron-credit', '5.00', '0.00'],
    [false, 'other', 'on-hand', '5.00', '0.00'],
    [false, 'other', 'income', '0.00', '5.00'],
  ])
})

test('that paid something and was voided is owed again', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  await take(desk, 2000, { charges: ['c1'] })
  const charge = await newCharge(desk, 900)
  const paid = await take(desk, 100, { charges: [charge], credit: 800 }, false)
  const gone = { receipt_ref: paid.done?.entry_ref ?? '', reason: 'WRONG-AMOUNT' }
  await desk.ok('payment.void', { commandId: desk.id(), ...gone })
  const ledger = rowsOf(await exported(desk), 'ledger')
  expect(ledger.filter(({ session }) => session === '')).toEqual([])
  expect(ledger.filter(({ account }) => account === 'patron-credit').map(({ credit }) => credit)).toEqual(['8.00'])
})

test('rounding above what is due stays there where the library says so, and only for a patron', async () => {
  const desk = await opened({ cash_rounding: 'always', is_rounding_credited: 'yes' })
  await desk.scan(CARDS.dana)
  const { done } = await take(desk, 100, { charges: [await newCharge(desk, 58)] }, false)
  expect(done).toMatchObject({ change_cents: 40, rounding_cents: 0 })
  expect(await balance(desk)).toBe(-2)
  const down = await take(desk, 100, { charges: [await newCharge(desk, 57)] }, false)
  expect(down.done).toMatchObject({ change_cents: 45, rounding_cents: -2 })
  expect(await balance(desk)).toBe(-2)
  await expectSound(desk)
})
