/** A drawer changes hands (W3), and the money after its close: the bank, who confirms it, copies. */
import { expect, test } from 'vitest'
import { closing, countAll, receiving } from '../support/closing-desk.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { moneyDesk, pageOf, tableOf } from '../support/money-desk.ts'
import { answer, approve, BEN, benAtDesk, comes, WEI } from '../support/staff.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'

const GIFT = `INSERT INTO product VALUES ('GIFT', 'Donation', 'G', NULL, 'donation', 'gifts', NULL, 0, 10, 1)`
const WRONG = { reason: 'WRONG-CHANGE' }

async function take(desk: TestDesk, amount: number): Promise<string> {
  const { done } = await desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code: '',
    charges: [],
    pay_cents: null,
    sales: [{ product_code: 'GIFT', quantity_count: 1, price_cents: amount }],
    tenders: [{ tender: 'cash', tendered_cents: amount }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
  return done?.entry_ref ?? ''
}

const whole = (desk: TestDesk, total_cents: number) => ({
  commandId: desk.id(),
  drawer_code: '',
  pieces: null,
  total_cents,
})
const over = (desk: TestDesk) => ({ commandId: desk.id(), drawer_code: '', note: '', ...WRONG })

/** Ben opens with 100.00, takes 35.50 and counts 135.25; Wei is at the desk then. */
async function counted(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [GIFT] })
  await benAtDesk(desk)
  await desk.ok('drawer.open', whole(desk, 10_000))
  await take(desk, 3550)
  await countAll(desk, 13_525)
  return desk
}

test('who had the drawer can sign it off for another, but then somebody has to look at it', async () => {
  const desk = await moneyDesk({ also: [GIFT] })
  await benAtDesk(desk)
  await comes(desk, WEI)
  await desk.ok('drawer.open', whole(desk, 10_000))
  await comes(desk, BEN)
  await countAll(desk, 7000)
  await desk.ok('drawer.close', closing(desk, { reason: 'NOT-KNOWN', note: 'Unknown.' }))
  await answer(desk, '1')
  await approve(desk, WEI)
  const { sessions } = await desk.ok('drawer.list', { limit: 10 })
  expect(sessions[0]).toMatchObject({ status: 'closed', is_review_needed: true })
})

test('W3: each answers for their own part, and the hand-over makes and loses nothing', async () => {
  const desk = await counted()
  const self = await desk.call('drawer.receive', receiving(desk, 13_525))
  expect(self).toMatchObject({ kind: 'refused', code: 'hand-over-to-self' })
  await comes(desk, WEI)
  await desk.ok('drawer.receive', receiving(desk, 13_525))
  await desk.ok('drawer.hand-over', over(desk))
  await take(desk, 1200)
  await countAll(desk, 14_775)
  await desk.ok('drawer.close', closing(desk, WRONG))
  const { sessions } = await desk.ok('drawer.list', { limit: 10 })
  const reports = await Promise.all(
    sessions.map(async ({ session_ref }) => (await desk.ok('drawer.z', { session_ref })).report),
  )
  const cash = reports.map(({ tenders: [one] }) => [one?.expected_cents, one?.counted_cents])
  expect(cash).toEqual([
    [14_725, 14_775],
    [13_550, 13_525],
  ])
  expect(reports.map((one) => one.closing?.handed_to_initials)).toEqual(['', 'WZ'])
  expect(reports.map((one) => one.float_cents)).toEqual([13_525, 10_000])
  expect(reports[1]?.closing).toMatchObject({ left_cents: 13_525, bag: { drawer_cents: 0 }, reviews: [] })
  await expectRebuilt(desk)
})

test('a receiver who counts less says so in an entry of their own', async () => {
  const desk = await counted()
  await comes(desk, WEI)
  await desk.ok('drawer.receive', receiving(desk, 13_500))
  await desk.ok('drawer.hand-over', over(desk))
  const { report } = await desk.ok('drawer.x', { drawer_code: '' })
  expect(report.kept_counts).toMatchObject([{ reason: 'opening', counted_cents: 13_500, expected_cents: 13_525 }])
})

test('a drawer is not taken over while a payment is half entered at this desk', async () => {
  const desk = await counted()
  await comes(desk, WEI)
  await desk.ok('basket.add', { commandId: desk.id(), product_code: 'GIFT', quantity_count: 1, price_cents: 500 })
  await desk.ok('drawer.receive', receiving(desk, 13_525))
  const taken = () => desk.call('drawer.hand-over', over(desk))
  expect(await taken()).toMatchObject({ kind: 'refused', code: 'payment-half-entered' })
  await desk.ok('basket.remove', { commandId: desk.id(), line_id: 'sale GIFT 500' })
  expect(await taken()).toMatchObject({ kind: 'ok' })
})

test('the bag waits, gets late, and is confirmed by another person', async () => {
  const desk = await moneyDesk({ also: [GIFT] })
  await benAtDesk(desk)
  await comes(desk, WEI)
  await desk.ok('drawer.open', whole(desk, 10_000))
  const receipt_ref = await take(desk, 2500)
  await countAll(desk, 12_500)
  await desk.ok('drawer.close', closing(desk, { leave_cents: 10_000, bag_number: 'B-7' }))
  desk.clock.pass(3 * 86_400_000)
  await comes(desk, WEI)
  const list = await desk.ok('deposit.list', { limit: 10 })
  expect(list.deposits).toMatchObject([{ bag_cents: 2500, waits_hours_count: 72, is_late: true, banked: null }])
  const { session_ref = '', bag_ref = '' } = list.deposits[0] ?? {}
  const bank = () => {
    return desk.call('deposit.bank', {
      commandId: desk.id(),
      bag_ref,
      banked_cents: 2400,
      banked_on: '2026-11-27',
      is_difference_meant: false,
    })
  }
  expect(await bank()).toMatchObject({ kind: 'refused', code: 'deposit-by-closer' })
  const first = await desk.ok('report.copy', { commandId: desk.id(), of_ref: receipt_ref })
  const second = await desk.ok('report.copy', { commandId: desk.id(), of_ref: receipt_ref })
  expect([first.copy_number, second.copy_number]).toEqual([1, 2])
  const z = await desk.ok('drawer.z', { session_ref })
  await rosaAt(desk)
  expect(await bank()).toMatchObject({ kind: 'ok' })
  expect(await bank()).toMatchObject({ kind: 'refused', code: 'deposit-banked-already' })
  const after = await desk.ok('deposit.list', { limit: 10 })
  expect(after.deposits[0]?.banked).toMatchObject({ banked_cents: 2400, by_cents: -100, by_initials: 'RO' })
  expect([after.waiting_cents, after.is_alert]).toEqual([0, false])
  // What comes after the close is in no Z.
  expect(await desk.ok('drawer.z', { session_ref })).toEqual(z)
  await expectRebuilt(desk)
})

test.each([
  [true, 'ok'],
  [false, 'deposit-by-closer'],
])('who closed alone banks it once another looked at it, if they agreed: %s', async (is_agreed, found) => {
  const desk = await moneyDesk({ also: [GIFT] })
  await benAtDesk(desk)
  await comes(desk, WEI)
  await desk.ok('drawer.open', whole(desk, 10_000))
  await take(desk, 2500)
  await countAll(desk, 12_500)
  await desk.ok('drawer.close', closing(desk, { leave_cents: 10_000, bag_number: 'B-8' }))
  const [bag] = (await desk.ok('deposit.list', { limit: 10 })).deposits
  const { session_ref = '', bag_ref = '' } = bag ?? {}
  await rosaAt(desk)
  await desk.ok('close.review', { commandId: desk.id(), session_ref, is_agreed, found: '' })
  await comes(desk, WEI)
  const sums = { banked_cents: 2500, banked_on: '2026-11-24', is_difference_meant: false }
  const banked = await desk.call('deposit.bank', { commandId: desk.id(), bag_ref, ...sums })
  expect('code' in banked ? banked.code : banked.kind).toBe(found)
})

test('an old bag that is off the list is pointed out, and a manager sees it beside a later period', async () => {
  const desk = await moneyDesk({ also: [GIFT] })
  const close = async (amount: number, counted: number) => {
    await take(desk, amount)
    await countAll(desk, counted)
    await desk.ok('drawer.close', closing(desk, { leave_cents: 10_000, bag_number: `B-${amount}` }))
  }
  await desk.ok('drawer.open', whole(desk, 10_000))
  await benAtDesk(desk)
  await comes(desk, WEI)
  await desk.ok('drawer.count', { ...whole(desk, 10_000), reason: 'surprise' })
  await rosaAt(desk)
  await close(2500, 12_500)
  desk.clock.pass(3 * 86_400_000)
  await rosaAt(desk)
  await desk.ok('drawer.open', whole(desk, 10_000))
  await close(100, 10_100)
  const list = await desk.ok('deposit.list', { limit: 1 })
  expect(list.deposits.map((one) => one.bag_cents)).toEqual([100])
  expect([list.waiting_cents, list.is_alert]).toEqual([2600, true])
  await desk.ok('cash.look', { from_on: '2026-11-26', to_on: '2026-11-30' })
  const page = await pageOf(desk, 'cash-desk')
  expect(tableOf(page, 'bags').map((cells) => cells.slice(1, 3))).toEqual([
    ['B-2500', '$25.00'],
    ['B-100', '$1.00'],
  ])
  expect(tableOf(page, 'drawers').map((cells) => cells.at(-1))).toEqual(['3'])
})
