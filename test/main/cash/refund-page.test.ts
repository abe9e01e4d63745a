/** Money that goes back from the screens: a line of a receipt from its page, and what is due from the account. */
import { expect, test } from 'vitest'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { PageView } from '../../../shared/desk/page.ts'
import { openStore } from '../../../main/store/store.ts'
import { openDesk, rosaAt, type TestDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { days, lend, moneyDesk, pageOf } from '../support/money-desk.ts'
import { pageFaults } from '../support/page-acts.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

const BOOK = `INSERT INTO product VALUES ('BOOK', 'Sale book', 'B', 400, 'sale', 'sales', NULL, 825, 10, 1)`
const NOTHING = { pay_cents: null, is_exact_possible: true, is_large_meant: false, paper: null, drawer_code: '' }
const id = (desk: TestDesk) => ({ commandId: desk.id() })

async function opened(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [BOOK] })
  await desk.ok('drawer.open', { ...id(desk), drawer_code: '', pieces: null, total_cents: 10_000 })
  return desk
}

async function receiptPage(desk: TestDesk, number: string): Promise<PageView> {
  const { snapshot } = await desk.ok('receipt.show', { receipt: number })
  const { page } = snapshot
  if (page === null) throw new Error('no page')
  return page
}

/** A book is sold for cash. @returns the number of its receipt */
async function bookSold(desk: TestDesk, is_exact_possible = true): Promise<string> {
  const { done } = await desk.ok('payment.take', {
    ...id(desk),
    ...NOTHING,
    is_exact_possible,
    charges: [],
    sales: [{ product_code: 'BOOK', quantity_count: 1, price_cents: null }],
    tenders: [{ tender: 'cash', tendered_cents: 500 }],
  })
  return done?.full_receipt_number ?? ''
}

const refundOf = ({ acts }: PageView) => acts.find((one) => one.call.method === 'refund.line')

test('a sale that was paid in cash goes back by its line, once', async () => {
  const desk = await opened()
  const number = await bookSold(desk)
  const page = await receiptPage(desk, number)
  expect(pageFaults(page)).toEqual([])
  const act = refundOf(page)
  expect(act?.asks.find((one) => one.name === 'line')?.options.map((one) => one.value)).toEqual(['1'])
  expect(act?.asks.find((one) => one.name === 'tender')?.options.map((one) => one.value)).toEqual(['cash'])
  expect(act?.asks.map((one) => one.name)).toContain('payee_name')
  const back = await desk.ok('refund.line', {
    ...id(desk),
    receipt: number,
    line: '1',
    amount_cents: null,
    tender: 'cash',
    authorization: '',
    last_four: '',
    payee_name: 'Ana Ruiz',
    reason: 'PAID-TWICE',
  })
  expect(back.done).toMatchObject({ total_cents: 433 })
  expect(refundOf(await receiptPage(desk, number))).toBeUndefined()
  await expectRebuilt(desk)
})

test('a card is refunded with the numbers of the terminal alone, and an unknown number is told', async () => {
  const desk = await opened()
  const { done } = await desk.ok('payment.take', {
    ...id(desk),
    ...NOTHING,
    charges: [{ charge_ref: 'c1', amount_cents: 300 }],
    sales: [],
    tenders: [{ tender: 'card', amount_cents: 300, authorization: '08J21A', last_four: '4242' }],
  })
  const receipt = done?.full_receipt_number ?? ''
  expect(pageFaults(await receiptPage(desk, receipt))).toEqual([])
  const asked = { receipt, line: '1', amount_cents: null, tender: 'card' as const, reason: 'PAID-TWICE' }
  const missing = await desk.call('refund.line', { ...id(desk), ...asked, authorization: '', last_four: '' })
  expect(missing).toMatchObject({ kind: 'refused', code: 'card-numbers-missing' })
  expect(await desk.call('receipt.show', { receipt: '0099' })).toMatchObject({ code: 'receipt-unknown' })
})

test('where several drawers are open, a refund asks out of which, and goes out of that one', async () => {
  const drawers = ['ADULT', 'TEEN'].map((code) => `INSERT INTO cash_drawer VALUES ('${code}', '${code} desk', '*')`)
  const desk = await moneyDesk({ also: [BOOK, ...drawers] })
  for (const drawer_code of ['ADULT', 'TEEN'])
    await desk.ok('drawer.open', { ...id(desk), drawer_code, pieces: null, total_cents: 10_000 })
  const { done } = await desk.ok('payment.take', {
    ...id(desk),
    ...NOTHING,
    drawer_code: 'ADULT',
    charges: [],
    sales: [{ product_code: 'BOOK', quantity_count: 1, price_cents: null }],
    tenders: [{ tender: 'cash', tendered_cents: 500 }],
  })
  const receipt = done?.full_receipt_number ?? ''
  const page = await receiptPage(desk, receipt)
  expect(pageFaults(page)).toEqual([])
  const drawer = refundOf(page)?.asks.find((one) => one.name === 'drawer_code')
  expect(drawer?.options.map((one) => one.value)).toEqual(['ADULT', 'TEEN'])
  const asked = { receipt, line: '1', amount_cents: null, tender: 'cash' as const, reason: 'PAID-TWICE' }
  const numbers = { authorization: '', last_four: '', payee_name: 'Ana Ruiz' }
  const unnamed = await desk.call('refund.line', { ...id(desk), ...asked, ...numbers })
  expect(unnamed).toMatchObject({ code: 'drawer-which' })
  await desk.ok('refund.line', { ...id(desk), ...asked, ...numbers, drawer_code: 'TEEN' })
  const x = await desk.ok('drawer.x', { drawer_code: 'TEEN' })
  expect(x.report.tenders.find((one) => one.tender === 'cash')).toMatchObject({ expected_cents: 9567 })
})

test.each([
  // What is asked, and what goes back of $4.33 where the drawer has no pennies.
  ['no-exact-change', 'mirrored', true, 435],
  ['no-exact-change', 'exact', false, 433],
  ['always', 'mirrored', false, 435],
  ['always', 'exact', false, 433],
  ['off', 'mirrored', false, 433],
  ['off', 'exact', false, 433],
])('rounding %s, refunds %s: asks for exact change: %s', async (cash_rounding, refund_rounding, isAsked, wanted) => {
  const desk = await moneyDesk({ also: [BOOK], settings: { cash_rounding, refund_rounding } })
  await desk.ok('drawer.open', { ...id(desk), drawer_code: '', pieces: null, total_cents: 10_000 })
  const receipt = await bookSold(desk, false)
  const page = await receiptPage(desk, receipt)
  expect(pageFaults(page)).toEqual([])
  const act = refundOf(page)
  expect(act?.asks.some((one) => one.name === 'is_exact_possible')).toBe(isAsked)
  expect(act?.call.input['is_exact_possible']).toBe(isAsked ? undefined : true)
  const asked = { receipt, line: '1', amount_cents: null, tender: 'cash' as const, reason: 'PAID-TWICE' }
  const numbers = { authorization: '', last_four: '', payee_name: 'Ana Ruiz' }
  const said = isAsked ? { is_exact_possible: false } : {}
  const back = await desk.ok('refund.line', { ...id(desk), ...asked, ...numbers, ...said })
  expect(back.done).toMatchObject({ total_cents: wanted })
})

test('what the library owes on a charge is paid out from the account', async () => {
  const desk = await moneyDesk({ lost: { refund_paid_kind: 'drawer', is_overdue_restored: 0 } })
  await desk.ok('drawer.open', { ...id(desk), drawer_code: '', pieces: null, total_cents: 10_000 })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 60)
  await desk.ok('loan.lost', { ...id(desk), item_barcode: ITEMS.warmth, price_cents: null })
  const { events } = await desk.ok('journal.recent', { limit: 20 })
  const made = events.filter((one) => one.kind === 'charge-made').map((one) => one.event)
  const charges = await Promise.all(made.map((charge_ref) => desk.ok('charge.explain', { charge_ref })))
  const { charge_ref = '' } = charges.find((one) => one.owed_cents === 2000) ?? {}
  await desk.ok('payment.take', {
    ...id(desk),
    ...NOTHING,
    charges: [{ charge_ref, amount_cents: null }],
    sales: [],
    tenders: [{ tender: 'cash', tendered_cents: 2000 }],
  })
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
  await desk.scan(CARDS.dana)
  const page = await pageOf(desk, 'account')
  expect(pageFaults(page)).toEqual([])
  const acts = page.sections.flatMap((one) => (one.kind === 'table' ? one.rows.flatMap((row) => row.acts) : []))
  const due = acts.filter((one) => one.call.method === 'refund.pay')
  expect(due.map((one) => one.call.input['what'])).toEqual([
    { of: 'due', charges: [{ charge_ref, amount_cents: null }] },
  ])
  // Who counts it out reads the figure in the form that pays it.
  expect(due.map((one) => one.says)).toEqual([expect.stringContaining('$17.00')])
  const input = { ...id(desk), ...due[0]?.call.input, reason: 'ITEM-FOUND' } as unknown as Input<'refund.pay'>
  expect(await desk.ok('refund.pay', input)).toMatchObject({ done: { total_cents: 1700 } })
})

test('a charge of which both the drawer and the office owe a part has a letter for each', async () => {
  const desk = await opened()
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  for (const [n, owes] of ['refund-due-drawer', 'refund-due-check'].entries())
    store.db.db.exec(`INSERT INTO transfer VALUES ('c1', 1, 900001, ${n}, NULL, ${desk.clock.now()}, 'found', 'income',
      '${owes}', 100, 'fines', NULL, NULL, 'rortiz', '')`)
  store.close()
  const again = await rosaAt(await openDesk(desk.folder, {}, desk.clock))
  await again.scan(CARDS.owing)
  const page = await pageOf(again, 'account')
  const table = page.sections.find((one) => one.section_id === 'charges')
  const acts = table?.kind === 'table' ? table.rows.flatMap((one) => one.acts) : []
  const pays = acts.filter(({ call }) => call.method === 'refund.pay')
  expect(pays.map(({ key, call }) => [key, call.input['to']])).toEqual([
    ['P', { tender: 'cash' }],
    ['K', { tender: 'office-check' }],
  ])
  expect(pays.map((one) => one.says)).toEqual(Array(2).fill(expect.stringContaining('$1.00')))
  expect(pageFaults(page)).toEqual([])
})
