/** What a thief could ask of money that goes back, at a real desk: each is refused, and no cent left the drawer. */
import { expect, test } from 'vitest'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { TestDesk } from '../support/desk.ts'
import { safeDesk } from '../support/money-desk.ts'
import { approve, answer, benAtDesk, recorded, WEI } from '../support/staff.ts'

const id = (desk: TestDesk) => ({ commandId: desk.id(), drawer_code: '' })
const refused = (code: string) => ({ kind: 'refused', code })

/** A drawer with a dollar in it, and twelve that were paid in cash. */
async function paid(): Promise<{ readonly desk: TestDesk; readonly receipt: string }> {
  const desk = await safeDesk()
  await desk.ok('drawer.open', { ...id(desk), pieces: null, total_cents: 100 })
  const { done } = await desk.ok('payment.take', {
    ...id(desk),
    charges: [{ charge_ref: 'c1', amount_cents: null }],
    pay_cents: null,
    sales: [],
    tenders: [{ tender: 'cash', tendered_cents: 1200 }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
  return { desk, receipt: done?.full_receipt_number ?? '' }
}

const NO_SALE = { pay_cents: null, sales: [], is_exact_possible: true, is_large_meant: false, paper: null }

const refund = (desk: TestDesk, receipt: string, lines: object, to: object = { tender: 'cash' }) => {
  const what = { of: 'receipt', receipt, lines }
  const input = { ...id(desk), what, to, reason: 'PAID-TWICE', is_exact_possible: true }
  return desk.call('refund.pay', input as Input<'refund.pay'>)
}
const voiding = (desk: TestDesk, receipt_ref: string) =>
  desk.call('payment.void', { commandId: desk.id(), receipt_ref, reason: 'WRONG-AMOUNT' })
const drop = (desk: TestDesk, total_cents: number) => {
  const to = {
    way: 'out',
    place: 'safe',
    pieces: null,
    bag_number: '',
    receiver_code: '',
    receiver_cents: null,
  } as const
  return desk.ok('drawer.place', { ...id(desk), ...to, total_cents })
}

async function expectHeld(desk: TestDesk, expected_cents: number): Promise<void> {
  await desk.ok('drawer.count', { ...id(desk), reason: 'mid-shift', pieces: null, total_cents: 0 })
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  expect(await recorded(desk, 'drawer-counted')).toMatchObject([{ expected_cents }])
}

test('no more goes out of the drawer for a void or a refund than it holds', async () => {
  const { desk, receipt } = await paid()
  await drop(desk, 101)
  expect(await voiding(desk, receipt)).toMatchObject(refused('drawer-holds-less'))
  expect(await refund(desk, receipt, [{ line_number: 1, amount_cents: null }])).toMatchObject(
    refused('drawer-holds-less'),
  )
  await expectHeld(desk, 1199)
})

test.each<[string, object, string | null]>([
  ['a line twice', [1, 1].map((line_number) => ({ line_number, amount_cents: 1200 })), 'line-unknown'],
  ['a line that is not there', [{ line_number: 2, amount_cents: 1 }], 'line-unknown'],
  ['a cent more than was paid', [{ line_number: 1, amount_cents: 1201 }], 'more-than-paid'],
  ['below zero', [{ line_number: 1, amount_cents: -1 }], null],
  ['half a cent', [{ line_number: 1, amount_cents: 0.5 }], null],
  ['line minus one', [{ line_number: -1, amount_cents: 1 }], null],
  ['nothing', [], null],
])('no refund of %s', async (_, lines, code) => {
  const { desk, receipt } = await paid()
  expect(await refund(desk, receipt, lines)).toMatchObject(code === null ? { kind: 'bad-input' } : refused(code))
  await expectHeld(desk, 1300)
})

test('a refund is given once, and neither voided nor followed by a void of what it gave back', async () => {
  const { desk, receipt } = await paid()
  const all = [{ line_number: 1, amount_cents: null }]
  const back = await refund(desk, receipt, all)
  const number =
    back.kind === 'ok' ? (back.output as { done: { full_receipt_number: string } }).done.full_receipt_number : ''
  expect(number).toMatch(/-1-0002$/)
  expect(await refund(desk, receipt, all)).toMatchObject(refused('more-than-paid'))
  expect(await voiding(desk, receipt)).toMatchObject(refused('receipt-refunded'))
  expect(await voiding(desk, number)).toMatchObject(refused('receipt-unknown'))
  expect(await refund(desk, number, all)).toMatchObject(refused('receipt-unknown'))
  await expectHeld(desk, 100)
})

test('no number of a card is kept of a refund', async () => {
  const { desk, receipt } = await paid()
  const to = { tender: 'card', authorization: '4242 4242 4242 4242', last_four: '4242' }
  expect(await refund(desk, receipt, [{ line_number: 1, amount_cents: null }], to)).toMatchObject({ kind: 'bad-input' })
  await expectHeld(desk, 1300)
})

test('a charge that is paid in parts does not go back in parts below the ceiling', async () => {
  const desk = await safeDesk()
  await benAtDesk(desk)
  await desk.ok('drawer.open', { ...id(desk), pieces: null, total_cents: 100 })
  const receipts: string[] = []
  for (const amount of [400, 400, 400]) {
    const tenders = [{ tender: 'cash' as const, tendered_cents: amount }]
    const charges = [{ charge_ref: 'c1', amount_cents: amount }]
    const { done } = await desk.ok('payment.take', { ...id(desk), ...NO_SALE, charges, tenders })
    receipts.push(done?.full_receipt_number ?? '')
  }
  const all = [{ line_number: 1, amount_cents: null }]
  const [first = '', second = ''] = receipts
  expect(await refund(desk, first, all)).toMatchObject({ output: { done: { total_cents: 400 } } })
  expect(await refund(desk, second, all)).toMatchObject({ kind: 'ok', output: { done: null } })
  await answer(desk, '1')
  expect(await approve(desk, WEI)).toMatchObject({ kind: 'ok' })
  expect(await recorded(desk, 'refund-paid')).toMatchObject([
    { paid_cents: 400, approved_by: 'WZ-1' },
    { paid_cents: 400, approved_by: '' },
  ])
})
