/**
 * The slip of a bag at a real desk: printed however the cash was counted, with the money of the safe in it, and proven:
 * what was deposited is what was receipted, cash and checks apart, by fund and whose it is.
 */
import { fundCounted, safeCounted } from '../../support/money-desk.ts'
import { expect, test } from 'vitest'
import { closePapers } from '../../../../main/papers/drawer-papers.ts'
import type { CashReport } from '../../../../shared/cash/report-facts.ts'
import { wordsIn } from '../../../../shared/receipt/paper-language.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import { bareDesk } from '../../support/bare-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { benAtDesk } from '../../support/staff.ts'
import { countAll, receiving } from '../../support/closing-desk.ts'
import { closed, opened, openWith, sell, zOf } from './closes.ts'

const FRIENDS = `INSERT INTO product VALUES ('FR', 'Friends', 'F', NULL, 'held', NULL, 'friends', 0, 20, 1)`
const check = (amount_cents: number) => ({ tender: 'check', amount_cents, check_number: '77' }) as const
const { cash } = wordsIn('en')

/** The slip of a session. The desk is closed for it and must not be used after. */
async function slipOf(desk: TestDesk, session_ref: string): Promise<ReceiptDocument> {
  const report = (await zOf(desk, session_ref)) as CashReport
  await desk.station.close()
  const slip = closePapers(bareDesk(desk.folder, desk.clock).library, session_ref, report)[1]
  if (slip?.kind !== 'deposit-slip') throw new Error('no slip')
  return slip
}

/** What stands beside these words on it. */
function said({ blocks }: ReceiptDocument, label: string): readonly string[] {
  return blocks.flatMap((one) => (one.block === 'line' && one.left === label ? [one.right] : []))
}

const texts = ({ blocks }: ReceiptDocument) => blocks.flatMap((one) => (one.block === 'text' ? [one.text] : []))
/** Of cash and of checks. */
const proven = (slip: ReceiptDocument) => texts(slip).filter((one) => one === cash.proof_agrees).length

async function place(desk: TestDesk, total_cents: number, place: 'safe' | 'bank-bag' | 'change-fund', bag = '') {
  const none = { pieces: null, receiver_code: '', receiver_cents: null }
  const to = { drawer_code: '', way: 'out', place, bag_number: bag, total_cents } as const
  await desk.ok('drawer.place', { commandId: desk.id(), ...to, ...none })
}

async function give(desk: TestDesk, price_cents: number) {
  await desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code: '',
    charges: [],
    pay_cents: null,
    sales: [{ product_code: 'FR', quantity_count: 1, price_cents }],
    tenders: [{ tender: 'cash', tendered_cents: price_cents }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
}

test('a total that was typed has a slip without pieces, which says so, with what the safe added', async () => {
  const desk = await opened(10_000, FRIENDS)
  await safeCounted(desk)
  await sell(desk, 250)
  await sell(desk, 40, [check(400)])
  await give(desk, 300)
  await place(desk, 2000, 'safe')
  const session_ref = await closed(desk, 10_800, { checks_count: 1, checks_cents: 400, safe_cents: 2000 })
  const slip = await slipOf(desk, session_ref)
  expect(texts(slip)).toContain(cash.no_pieces)
  expect(said(slip, cash.from_drawer)).toEqual(['$8.00'])
  expect(said(slip, cash.from_safe)).toEqual(['$20.00'])
  expect(said(slip, cash.cash_deposited)).toEqual(['$28.00'])
  expect(said(slip, cash.checks_deposited)).toEqual(['$4.00'])
  expect(said(slip, cash.deposit_total)).toEqual(['$32.00'])
  expect(said(slip, 'copies')).toEqual([])
  expect([said(slip, cash.librarys_own), said(slip, cash.held_for_others)]).toEqual([['$29.00'], ['$3.00']])
  expect(proven(slip)).toBe(2)
})

test('what went elsewhere is told line by line: another bag, the safe, the change fund, a larger float', async () => {
  const desk = await opened()
  await safeCounted(desk)
  await sell(desk, 500)
  await sell(desk, 500)
  await place(desk, 2000, 'bank-bag', 'B-5')
  await place(desk, 3000, 'safe')
  await fundCounted(desk, 0)
  await place(desk, 500, 'change-fund')
  const reason = { reason: 'WRONG-FLOAT', note: 'As agreed.' }
  const bag = { leave_cents: 11_000, safe_cents: 1000, bag_number: 'B-6' }
  const session_ref = await closed(desk, 14_500, { ...bag, ...reason })
  const slip = await slipOf(desk, session_ref)
  expect(said(slip, cash.to_deposit)[0]).toBe('$100.00')
  // By fund and in the proof alike.
  expect(said(slip, cash.in_other_bag('B-5'))).toEqual(['-$20.00', '-$20.00'])
  expect(said(slip, cash.carried.safe)).toEqual(['-$20.00', '-$20.00'])
  expect(said(slip, cash.carried['change-fund'])).toEqual(['-$5.00', '-$5.00'])
  expect(said(slip, cash.carried.float)).toEqual(['-$10.00', '-$10.00'])
  expect(said(slip, cash.cash_deposited)).toEqual(['$45.00'])
  expect(said(slip, cash.librarys_own)).toEqual(['$45.00'])
  expect(proven(slip)).toBe(2)
})

test('money of the safe from an earlier day is told as such, and in no fund of this day', async () => {
  const desk = await opened()
  await safeCounted(desk)
  await sell(desk, 300)
  await place(desk, 2500, 'safe')
  await closed(desk, 10_500)
  await openWith(desk, 10_000)
  await sell(desk, 10)
  const slip = await slipOf(desk, await closed(desk, 10_100, { safe_cents: 2500 }))
  expect(said(slip, cash.to_deposit)[0]).toBe('$1.00')
  expect(said(slip, cash.carried.safe)).toEqual(['$25.00', '$25.00'])
  expect(said(slip, cash.deposit_total)).toEqual(['$26.00'])
  expect(proven(slip)).toBe(2)
})

test('after a hand-over the slip is of both sessions, with the checks of both', async () => {
  const desk = await opened()
  await safeCounted(desk)
  await sell(desk, 100, [check(400)])
  await countAll(desk, 10_600, { checks_count: 1, checks_cents: 400 })
  await benAtDesk(desk)
  await desk.ok('drawer.receive', receiving(desk, 10_600, { checks_count: 1, checks_cents: 400 }))
  await desk.ok('drawer.hand-over', { commandId: desk.id(), drawer_code: '', reason: '', note: '' })
  await sell(desk, 20)
  await sell(desk, 10, [check(100)])
  const session_ref = await closed(desk, 10_800, { checks_count: 2, checks_cents: 500 })
  await rosaAt(desk)
  const slip = await slipOf(desk, session_ref)
  expect(said(slip, cash.z_reports)[0]).toMatch(/-Z1, .*-Z2$/)
  expect([said(slip, cash.cash_deposited), said(slip, cash.checks_deposited)]).toEqual([['$8.00'], ['$5.00']])
  expect(said(slip, cash.librarys_own)).toEqual(['$13.00'])
  expect(proven(slip)).toBe(2)
})

test('a check that is missing is short among the checks, whatever the cash comes to', async () => {
  const desk = await opened()
  await safeCounted(desk)
  await sell(desk, 40, [check(400)])
  await sell(desk, 40, [{ ...check(400), check_number: '78' }])
  const off = { checks_count: 1, checks_cents: 400, reason: 'NOT-KNOWN' }
  const slip = await slipOf(desk, await closed(desk, 10_400, off))
  expect([said(slip, cash.cash_deposited), said(slip, cash.checks_deposited)]).toEqual([['$4.00'], ['$4.00']])
  expect(said(slip, cash.step.over)).toEqual(['$4.00'])
  expect(said(slip, cash.step.short)).toEqual(['-$4.00'])
  expect(proven(slip)).toBe(2)
})
