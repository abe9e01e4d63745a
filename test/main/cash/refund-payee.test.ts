/** Who gets the money of a refund: asked where no one patron paid, on the slip, and in nothing that is sealed. */
import { expect, test } from 'vitest'
import type { TestDesk } from '../support/desk.ts'
import { moneyDesk } from '../support/money-desk.ts'
import { recorded } from '../support/staff.ts'

const BOOK = `INSERT INTO product VALUES ('BOOK', 'Sale book', 'B', 400, 'sale', 'sales', NULL, 0, 10, 1)`
const NOTHING = { pay_cents: null, is_exact_possible: true, is_large_meant: false, paper: null, drawer_code: '' }
const BOOKS = [{ product_code: 'BOOK', quantity_count: 2, price_cents: null }]

async function opened(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [BOOK] })
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  return desk
}

/** Takes a payment in cash and gives its number. */
async function paid(desk: TestDesk, amount: number, what: { sales?: typeof BOOKS; charge_ref?: string }) {
  const charges = what.charge_ref === undefined ? [] : [{ charge_ref: what.charge_ref, amount_cents: null }]
  const tenders = [{ tender: 'cash' as const, tendered_cents: amount }]
  const given = { charges, sales: what.sales ?? [], tenders }
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...NOTHING, ...given })
  return done?.receipt_number ?? ''
}

const back = (desk: TestDesk, receipt: string, payee_name?: string) =>
  desk.call('refund.pay', {
    commandId: desk.id(),
    drawer_code: '',
    what: { of: 'receipt', receipt, lines: [{ line_count: 1, amount_cents: 400 }] },
    to: { tender: 'cash' },
    payee_name,
    reason: 'PAID-TWICE',
    is_exact_possible: true,
  })

test('of a sale a name is needed, which is kept beside the seal and printed', async () => {
  const desk = await opened()
  const receipt = await paid(desk, 800, { sales: BOOKS })
  for (const nobody of [undefined, '', '  '])
    expect(await back(desk, receipt, nobody)).toMatchObject({ kind: 'refused', code: 'payee-missing' })
  expect(await back(desk, receipt, 'Ana Ruiz')).toMatchObject({ output: { done: { total_cents: 400 } } })
  const { snapshot } = await desk.ok('receipt.show', { receipt: '0002' })
  const [section] = snapshot.page?.sections ?? []
  const document = section?.kind === 'paper' ? section.document : null
  expect(document?.kind).toBe('refund')
  expect(JSON.stringify(document)).toContain('Ana Ruiz')
  expect(JSON.stringify(await recorded(desk, 'refund-paid'))).not.toContain('Ruiz')
})

test('of the charges of one patron no name is needed', async () => {
  const desk = await opened()
  const receipt = await paid(desk, 1200, { charge_ref: 'c1' })
  expect(await back(desk, receipt)).toMatchObject({ output: { done: { total_cents: 400 } } })
})
