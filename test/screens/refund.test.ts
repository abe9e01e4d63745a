/** A refund by keyboard alone: the receipt on the page of the drawer, its line, how it goes back, and why. */
import { beforeAll, expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { oneDesk } from './support/one-desk.ts'

const FILES = {
  'products.csv':
    'product_code,name,key_letter,price,kind,fund,payee,tax_bp,order_number\nBOOK,Sale book,B,4.00,sale,,,825,10\n',
} as const

const { desk, hands } = oneDesk(FILES)
beforeAll(async () => {
  await hands.call('drawer.open', { drawer_code: '', pieces: null, total_cents: 10_000 })
  await hands.call('payment.take', {
    drawer_code: '',
    charges: [],
    pay_cents: null,
    sales: [{ product_code: 'BOOK', quantity_count: 1, price_cents: null }],
    tenders: [{ tender: 'cash', tendered_cents: 500 }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
  await hands.clear()
})

test('a line of a receipt goes back to how it was paid', async () => {
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.until((now) => now.page?.acts.some((one) => one.call.method === 'refund.line') ?? false)
  await hands.press('r')
  await hands.asks('line')
  expect(await eyes.faultsInEveryLook(desk.page, 'refund')).toEqual([])
  for (const key of ['1', 'Enter', 'Enter']) await hands.press(key)
  // The receipt is nobody's: who gets the money is asked.
  await hands.asks('payee_name')
  await hands.type('Ana Ruiz')
  for (const key of ['Enter', '1', 'Enter']) await hands.press(key)
  const { band } = await hands.until((now) => now.band?.fact?.text === '$4.33')
  expect(band?.outcome).toBe('done')
})
