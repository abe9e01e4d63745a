/**
 * A receipt whose money went back by another way is not voided: else it would go back twice, and the charge that was
 * taken off would be owed again.
 */
import { expect, test } from 'vitest'
import type { TestDesk } from '../../support/desk.ts'
import { cashFor, days, lend, moneyDesk } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { verified } from './verified.ts'

const id = (desk: TestDesk) => ({ commandId: desk.id(), drawer_code: '' })

async function take(desk: TestDesk, charge_ref: string, tendered_cents: number): Promise<string> {
  const paying = { ...cashFor(charge_ref, tendered_cents), is_large_meant: true }
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...paying })
  return done?.full_receipt_number ?? ''
}

async function expectKept(desk: TestDesk, receipt_ref: string, charge_ref: string): Promise<void> {
  const voiding = { commandId: desk.id(), receipt_ref, reason: 'WRONG-AMOUNT' }
  expect(await desk.call('payment.void', voiding)).toMatchObject({ code: 'receipt-changed-since' })
  expect(await desk.ok('charge.explain', { charge_ref })).toMatchObject({ owed_cents: 0, refund_due_cents: 0 })
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  expect(await verified(desk)).toBe('')
  await expectRebuilt(desk)
}

async function opened(): Promise<TestDesk> {
  const lost = { is_overdue_restored: 0, refund_paid_kind: 'drawer' }
  const desk = await moneyDesk({ lost, settings: {} })
  await desk.ok('drawer.open', { ...id(desk), pieces: null, total_cents: 10_000 })
  return desk
}

test('after the drawer paid out what circulation decided', async () => {
  const desk = await opened()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 60)
  await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 2000 })
  const { events } = await desk.ok('journal.recent', { limit: 20 })
  const refs = events.filter((one) => one.kind === 'charge-made').map((one) => one.event)
  const owed = await Promise.all(refs.map((charge_ref) => desk.ok('charge.explain', { charge_ref })))
  const price = refs[owed.findIndex((one) => one.owed_cents === 2000)] ?? ''
  const receipt = await take(desk, price, 2000)
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
  const what = { of: 'due' as const, charges: [{ charge_ref: price, amount_cents: null }] }
  const how = { to: { tender: 'cash' as const }, reason: 'ITEM-FOUND', is_exact_possible: true }
  await desk.ok('refund.pay', { ...id(desk), what, ...how })
  await expectKept(desk, receipt, price)
})

test('after the charge was voided, and what was paid on it paid another one', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 500, note: 'Printing' })
  const { events } = await desk.ok('journal.recent', { limit: 5 })
  const made = events.find((one) => one.kind === 'charge-made')?.event ?? ''
  const receipt = await take(desk, made, 500)
  await desk.ok('charge.void', { commandId: desk.id(), charge_ref: made, reason: 'library-error' })
  await desk.ok('charge.apply-credit', { commandId: desk.id() })
  await expectKept(desk, receipt, made)
})
