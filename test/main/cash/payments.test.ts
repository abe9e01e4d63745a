/**
 * A drawer and its receipts at a real desk: what is taken is what the drawer should hold, what is owed is less by what
 * was paid, and the journal tells the same after a restart.
 */
import { expect, test } from 'vitest'
import { expectRebuilt } from '../support/reference-files.ts'
import { moneyDesk } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'
import type { TestDesk } from '../support/desk.ts'

const id = (desk: TestDesk) => ({ commandId: desk.id() })

const CASH_ONLY = { pay_cents: null, sales: [], is_exact_possible: true, is_large_meant: false, paper: null }

async function opened(): Promise<TestDesk> {
  const desk = await moneyDesk()
  await desk.ok('drawer.open', { ...id(desk), drawer_code: '', pieces: null, total_cents: 10_000 })
  return desk
}

test('a charge is paid in cash with change, and is owed no more', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  const { done } = await desk.ok('payment.take', {
    ...id(desk),
    drawer_code: '',
    charges: [{ charge_ref: 'c1', amount_cents: 500 }],
    tenders: [{ tender: 'cash', tendered_cents: 2000 }],
    ...CASH_ONLY,
  })
  expect(done).toMatchObject({ total_cents: 500, change_cents: 1500, rounding_cents: 0 })
  expect(done?.full_receipt_number).toMatch(/-1-0001$/)
  const charge = await desk.ok('charge.explain', { charge_ref: 'c1' })
  expect(charge.owed_cents).toBe(700)
  await desk.ok('journal.verify', {}).then(({ problems }) => expect(problems).toEqual([]))
  await expectRebuilt(desk)
})

test('a receipt that was written by hand is keyed in once, under its own number and the next of the desk', async () => {
  const desk = await opened()
  const paper = { paper_number: 'P-0017', written_on: '2026-11-23', written_minute: null }
  const written = {
    drawer_code: '',
    ...CASH_ONLY,
    charges: [{ charge_ref: 'c1', amount_cents: 300 }],
    tenders: [{ tender: 'cash' as const, tendered_cents: 300 }],
    paper,
  }
  const { done } = await desk.ok('payment.take', { ...id(desk), ...written })
  expect(done?.full_receipt_number).toMatch(/-1-0001$/)
  const again = await desk.call('payment.take', { ...id(desk), ...written })
  expect(again).toMatchObject({ kind: 'refused', code: 'paper-number-used' })
  await expectRebuilt(desk)
})
