/**
 * What circulation has the library pay back, where rounding let a cent or two off when the debt was paid: all refunds
 * of what a receipt took never come to more than it took, in cash and by the office’s check, by either way.
 */
import { expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { TestDesk } from '../../support/desk.ts'
import { days, lend, moneyDesk } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { verified } from './verified.ts'

const id = (desk: TestDesk) => ({ commandId: desk.id(), drawer_code: '' })
const SOME = { payee_name: 'Ana Ruiz', reason: 'CHARGED-IN-ERROR', is_exact_possible: true }
const CASH = { tender: 'cash' } as const
const OFFICE = { tender: 'office-check' } as const
type Back = Omit<Input<'refund.pay'>, 'commandId' | 'drawer_code'>

type Billed = { readonly desk: TestDesk; readonly price: string; readonly processing: string }

/** A book that was billed for $20.02 and $3.00, both of which come back when it is found. */
async function billed(mode: 'exact' | 'mirrored', refund_paid_kind: 'drawer' | 'office-check'): Promise<Billed> {
  const lost = { is_processing_refundable: 1, is_overdue_restored: 0, refund_paid_kind }
  const desk = await moneyDesk({ lost, settings: { cash_rounding: 'always', refund_rounding: mode } })
  await desk.ok('drawer.open', { ...id(desk), pieces: null, total_cents: 10_000 })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 60)
  await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 2002 })
  const { events } = await desk.ok('journal.recent', { limit: 20 })
  const refs = events.filter((one) => one.kind === 'charge-made').map((one) => one.event)
  const owed = await Promise.all(refs.map((charge_ref) => desk.ok('charge.explain', { charge_ref })))
  const of = (cents: number): string => refs[owed.findIndex((one) => one.owed_cents === cents)] ?? ''
  return { desk, price: of(2002), processing: of(300) }
}

async function take(desk: TestDesk, refs: readonly string[], tendered_cents: number): Promise<string> {
  const { done } = await desk.ok('payment.take', {
    ...id(desk),
    charges: refs.map((charge_ref) => ({ charge_ref, amount_cents: null })),
    pay_cents: null,
    sales: [],
    tenders: [{ tender: 'cash', tendered_cents }],
    is_exact_possible: true,
    is_large_meant: true,
    paper: null,
  })
  return done?.full_receipt_number ?? ''
}

async function found(desk: TestDesk): Promise<void> {
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
}

async function back(desk: TestDesk, what: Back['what'], to: Back['to'] = CASH): Promise<number> {
  return (await desk.ok('refund.pay', { ...id(desk), ...SOME, to, what })).done?.total_cents ?? NaN
}
const due = (...charges: [charge_ref: string, amount_cents: number | null][]): Back['what'] => {
  return { of: 'due', charges: charges.map(([charge_ref, amount_cents]) => ({ charge_ref, amount_cents })) }
}

async function expectVerified(desk: TestDesk): Promise<void> {
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  expect(await verified(desk)).toBe('')
}

test.each(['exact', 'mirrored'] as const)('what rounding let off is not paid out with it, %s', async (mode) => {
  const { desk, price } = await billed(mode, 'drawer')
  await take(desk, [price], 2000)
  await found(desk)
  expect(await back(desk, due([price, null]))).toBe(2000)
  await expectVerified(desk)
  await expectRebuilt(desk)
})

test.each(['exact', 'mirrored'] as const)('nor in parts, %s', async (mode) => {
  const { desk, price } = await billed(mode, 'drawer')
  await take(desk, [price], 2000)
  await found(desk)
  const parts = [await back(desk, due([price, 1003])), await back(desk, due([price, null]))]
  expect(parts).toEqual(mode === 'exact' ? [1003, 997] : [1005, 995])
  await expectVerified(desk)
})

test('nor by a check of the office', async () => {
  const { desk, price, processing } = await billed('exact', 'office-check')
  await take(desk, [price, processing], 2300)
  await found(desk)
  const parts = [await back(desk, due([processing, null]), OFFICE), await back(desk, due([price, null]), OFFICE)]
  expect(parts).toEqual([300, 2000])
  await expectVerified(desk)
  await expectRebuilt(desk)
})

test('nor by the receipt after that, or before it', async () => {
  for (const isReceiptFirst of [true, false]) {
    const { desk, price, processing } = await billed('exact', 'drawer')
    const receipt = await take(desk, [price, processing], 2300)
    await found(desk)
    const line: Back['what'] = { of: 'receipt', receipt, lines: [{ line_number: 2, amount_cents: null }] }
    const ways = isReceiptFirst ? [line, due([price, null])] : [due([price, null]), line]
    const out: number[] = []
    for (const what of ways) out.push(await back(desk, what))
    expect(
      out.reduce((sum, one) => sum + one, 0),
      String(isReceiptFirst),
    ).toBe(2300)
    await expectVerified(desk)
  }
})

test('of two charges that two receipts paid, no more than both took', async () => {
  const { desk, price, processing } = await billed('exact', 'drawer')
  await take(desk, [processing], 300)
  await take(desk, [price], 2000)
  await found(desk)
  expect(await back(desk, due([processing, null], [price, null]))).toBe(2300)
  await expectVerified(desk)
})
