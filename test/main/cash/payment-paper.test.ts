/** The receipt of a payment as a desk prints it from its journal: what was taken, by whom, and what marks it. */
import { expect, test } from 'vitest'
import { must } from '../../../shared/kernel/assert.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { wordsIn } from '../../../shared/receipt/paper-language.ts'
import { findPayment } from '../../../main/cash/receipts.ts'
import { paymentPaper } from '../../../main/papers/payment-paper.ts'
import { bareDesk } from '../support/bare-desk.ts'
import type { TestDesk } from '../support/desk.ts'
import { moneyDesk } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'

const { cash } = wordsIn('en')
const CHECK = { tender: 'check', amount_cents: 200, check_number: '1042' } as const
const CARD = { tender: 'card', amount_cents: 100, authorization: '08812A', last_four: '4242' } as const

async function opened(): Promise<TestDesk> {
  const desk = await moneyDesk()
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  await desk.scan(CARDS.owing)
  return desk
}

async function paid(desk: TestDesk): Promise<string> {
  const { done } = await desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code: '',
    charges: [{ charge_ref: 'c1', amount_cents: 500 }],
    tenders: [CHECK, CARD, { tender: 'cash', tendered_cents: 500 }],
    pay_cents: null,
    sales: [],
    is_exact_possible: true,
    is_large_meant: false,
    paper: { paper_number: '117', written_on: '2026-11-23', written_minute: null },
  })
  return must(done, 'it was taken').entry_ref
}

/** What a line says beside its label. */
function said(document: ReceiptDocument): ReadonlyMap<string, string> {
  return new Map(document.blocks.flatMap((block) => (block.block === 'line' ? [[block.left, block.right]] : [])))
}

test('it says number, payer, tenders with their numbers, change and employee, and no title', async () => {
  const desk = await opened()
  const receipt_ref = await paid(desk)
  await desk.station.close()
  const { library } = bareDesk(desk.folder)
  const made = must(findPayment(library, receipt_ref), 'the receipt')
  const paper = paymentPaper(library, made)
  const lines = said(paper)
  expect(lines.get(cash.full_receipt_number)).toMatch(/-1-0001$/)
  expect(lines.get(cash.payor)).toMatch(/^\p{L}\. \p{L}\.$/u)
  expect([cash.check_number('1042'), cash.card_tail('4242')].map((label) => lines.get(label))).toEqual([
    '$2.00',
    '$1.00',
  ])
  expect([lines.get(cash.cash_tendered), lines.get(cash.change)]).toEqual(['$5.00', '$3.00'])
  expect(lines.get(cash.employee)).not.toBe('')
  const texts = paper.blocks.flatMap((block) => (block.block === 'text' ? [block.text] : []))
  expect(texts).toContain(cash.authorization('08812A'))
  expect(texts.some((text) => text.includes('117'))).toBe(true)
  const copy = paymentPaper(library, made, 1)
  expect(copy.blocks.slice(1, -1)).toEqual(paper.blocks)
})

test('it says what credit of the patron paid beside the money, and comes to all that was paid', async () => {
  const desk = await opened()
  const how = { pay_cents: null, sales: [], is_exact_possible: true, is_large_meant: false, paper: null }
  const charges = (charge_ref: string) => [{ charge_ref, amount_cents: null }]
  const kept = { ...how, charges: charges('c1'), tenders: [{ tender: 'cash', tendered_cents: 2000 } as const] }
  await desk.ok('payment.take', { commandId: desk.id(), drawer_code: '', ...kept, keeps_change: true })
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 900, note: '' })
  const [made] = (await desk.ok('journal.recent', { limit: 1 })).events
  const tenders = [{ tender: 'credit', amount_cents: 800 } as const, { tender: 'cash', tendered_cents: 100 } as const]
  const both = { ...how, charges: charges(made?.event ?? ''), tenders }
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), drawer_code: '', ...both })
  await desk.station.close()
  const { library } = bareDesk(desk.folder)
  const paper = paymentPaper(library, must(findPayment(library, done?.entry_ref ?? ''), 'the receipt'))
  const lines = said(paper)
  expect([cash.credit, cash.cash_tendered, wordsIn('en').total].map((label) => lines.get(label))).toEqual([
    '$8.00',
    '$1.00',
    '$9.00',
  ])
})

test('of a voided payment it says so, and when', async () => {
  const desk = await opened()
  const receipt_ref = await paid(desk)
  await desk.ok('payment.void', { commandId: desk.id(), receipt_ref, reason: 'WRONG-AMOUNT' })
  await desk.station.close()
  const { library } = bareDesk(desk.folder)
  const paper = paymentPaper(library, must(findPayment(library, receipt_ref), 'the receipt'))
  const [first] = paper.blocks
  expect(first).toMatchObject({ block: 'text', text: `*** ${cash.void} ***` })
  expect(said(paper).has(cash.voided_at)).toBe(true)
})
