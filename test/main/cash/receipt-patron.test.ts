/**
 * A receipt leads to its patron for a role that may see it, which is a view of the record; and what a patron paid leads
 * to its receipts. To explain a charge of anybody asks what opening their account asks.
 */
import { describe, expect, test } from 'vitest'
import type { TestDesk } from '../support/desk.ts'
import { moneyDesk, pageOf, tableOf } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'
import { BEN, benAtDesk, comes, recorded, WEI } from '../support/staff.ts'

const BOOK = `INSERT INTO product VALUES ('BOOK', 'Sale book', 'B', 400, 'sale', 'sales', NULL, 0, 10, 1)`
const NOTHING = { pay_cents: null, is_exact_possible: true, is_large_meant: false, paper: null, drawer_code: '' }

async function opened(settings: Readonly<Record<string, string>> = {}): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [BOOK], settings: { is_view_audited: 'yes', ...settings } })
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  await benAtDesk(desk)
  return desk
}

async function paid(desk: TestDesk, what: 'charge' | 'book'): Promise<string> {
  const charges = what === 'charge' ? [{ charge_ref: 'c1', amount_cents: null }] : []
  const sales = what === 'book' ? [{ product_code: 'BOOK', quantity_count: 1, price_cents: null }] : []
  const tenders = [{ tender: 'cash' as const, tendered_cents: 2000 }]
  await comes(desk, WEI)
  await desk.scan(CARDS.owing)
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...NOTHING, charges, sales, tenders })
  await desk.ok('desk.finish', {})
  return done?.full_receipt_number ?? ''
}

describe('a receipt', () => {
  test('leads to its patron, and the view is kept', async () => {
    const desk = await opened()
    const receipt = await paid(desk, 'charge')
    const { patron_id } = await desk.ok('receipt.patron', { receipt })
    expect(patron_id).toBe(5)
    const views = await recorded(desk, 'record-viewed')
    expect(views[0]).toMatchObject({ staff: 'WZ-1', place: 'script' })
  })

  test('of a sale leads to nobody, and a clerk’s role is not told', async () => {
    const desk = await opened()
    const [charge, book] = [await paid(desk, 'charge'), await paid(desk, 'book')]
    expect(await desk.call('receipt.patron', { receipt: book })).toMatchObject({ code: 'receipt-of-nobody' })
    expect(await desk.call('receipt.patron', { receipt: 'x' })).toMatchObject({ code: 'receipt-unknown' })
    await comes(desk, BEN)
    expect(await desk.call('receipt.patron', { receipt: charge })).toMatchObject({ code: 'not-permitted' })
  })

  test('has the way to the account on its page, for the same role', async () => {
    const desk = await opened()
    const receipt = await paid(desk, 'charge')
    const { receipt_ref } = await desk.ok('receipt.get', { receipt })
    const methods = async () =>
      (await pageOf(desk, 'drawer', `paper ${receipt_ref}`)).acts.map(({ call }) => call.method)
    expect(await methods()).toContain('desk.open-patron')
    await comes(desk, BEN)
    expect(await methods()).not.toContain('desk.open-patron')
  })
})

test('an account lists what was paid lately, with the number of its receipt, which it opens', async () => {
  const desk = await opened()
  const receipt = await paid(desk, 'charge')
  await desk.scan(CARDS.owing)
  const page = await pageOf(desk, 'account')
  expect(tableOf(page, 'paid').map((cells) => cells[1])).toEqual([receipt])
  const { history } = await desk.ok('charge.explain', { charge_ref: 'c1' })
  expect(history.at(-1)).toContain(receipt)
})

test('to explain a charge takes the reason that opening the account takes, where the library asks', async () => {
  const desk = await opened({ is_view_reason_required: 'yes' })
  const asked = (more: object) => desk.call('charge.explain', { charge_ref: 'c1', ...more })
  expect(await asked({})).toMatchObject({ code: 'reason-unknown' })
  expect(await asked({ reason: 'curious' })).toMatchObject({ code: 'reason-unknown' })
  expect(await asked({ reason: 'money' })).toMatchObject({ kind: 'ok' })
})
