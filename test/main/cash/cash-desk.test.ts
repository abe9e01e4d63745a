/** The manager's page about cash: a period is read when it is asked for, and only a role that may see cash opens it. */
import { expect, test } from 'vitest'
import { en } from '../../../shared/words/en/en.ts'
import { moneyDesk, pageOf, tableOf } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'
import { benAtDesk } from '../support/staff.ts'

const DAYS = { from_on: '2026-11-24', to_on: '2026-11-24' }

test('it shows what was read: a payment by hour and fund, a waiver flagged, and the drawer', async () => {
  const desk = await moneyDesk()
  const id = () => ({ commandId: desk.id() })
  const empty = await pageOf(desk, 'cash-desk')
  expect(empty.sections.map((one) => one.section_id)).toEqual(['places', 'closes'])
  await desk.ok('drawer.open', { ...id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  await desk.scan(CARDS.owing)
  await desk.ok('payment.take', {
    ...id(),
    drawer_code: '',
    charges: [{ charge_ref: 'c1', amount_cents: 500 }],
    pay_cents: null,
    sales: [],
    tenders: [{ tender: 'cash', tendered_cents: 500 }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
  await desk.ok('charge.waive', { ...id(), charge_ref: 'c1', amount_cents: 100, reason: 'first-time' })
  const { snapshot } = await desk.ok('cash.look', DAYS)
  const sections = snapshot.page?.sections ?? []
  const values = sections.flatMap((one) => (one.kind === 'chart' ? one.bars.map((bar) => bar.values) : []))
  expect(values).toEqual([[0, 0], [500], [500]])
  const labels = sections.flatMap((one) => (one.kind === 'chart' ? one.bars.map((bar) => bar.label) : []))
  expect(labels).not.toContain('overdue')
  const page = await pageOf(desk, 'cash-desk')
  expect(tableOf(page, 'clerks').map((cells) => cells.at(-1))).toEqual(['1', ''])
  expect(tableOf(page, 'drawers').map(([code]) => code)).toEqual([en.policy.usual_cash.drawer])
  // Nothing was charged at this desk in the period: the charge came with the library's data.
  expect(tableOf(page, 'shares').map((cells) => cells.slice(1))).toEqual([
    [expect.any(String), '$0.00', '$1.00', 'Nothing charged'],
  ])
  expect(tableOf(page, 'clerk-shares').map((cells) => cells.slice(1))).toEqual([
    ['$0.00', '$1.00', 'Nothing charged'],
    ['', '', 'Nothing charged'],
  ])
  expect(tableOf(page, 'bags')).toEqual([])
  expect(JSON.stringify(page)).not.toContain('c1')
})

test('days in the wrong order are refused, and a clerk without the grant sees nothing', async () => {
  const desk = await moneyDesk()
  const swapped = { from_on: '2026-11-25', to_on: '2026-11-24' }
  expect(await desk.call('cash.look', swapped)).toMatchObject({ kind: 'refused', code: 'days-swapped' })
  await benAtDesk(desk)
  expect(await desk.call('cash.look', DAYS)).toMatchObject({ kind: 'refused', code: 'not-permitted' })
})

/** What a program goes by, which nobody reads. */
const UNREAD = new Set(['call', 'row_id', 'section_id', 'ref', 'value', 'line_id', 'pays', 'name', 'kind', 'key'])

function wordsIn(shown: unknown): readonly string[] {
  if (typeof shown === 'string') return [shown]
  if (typeof shown !== 'object' || shown === null) return []
  return Object.entries(shown).flatMap(([key, one]) => (UNREAD.has(key) ? [] : wordsIn(one)))
}

test('what the library has named is nowhere called by its code: pages, papers, and what is said', async () => {
  const desk = await moneyDesk({
    also: [
      `INSERT INTO cash_drawer VALUES ('ZZ-DRAWER', 'Front', '*')`,
      `INSERT INTO product VALUES ('ZZ-BOOK', 'Sale book', 'B', 400, 'sale', NULL, NULL, 0, 10, 1)`,
      `INSERT INTO cash_reason VALUES ('ZZ-WRONG', 'Wrong change', 'refund', NULL)`,
      `INSERT INTO cash_reason VALUES ('ZZ-STAMPS', 'Stamps', 'paid-out', NULL)`,
      `INSERT INTO cash_reason VALUES ('ZZ-STUCK', 'Stuck', 'no-sale', NULL)`,
    ],
  })
  const id = () => ({ commandId: desk.id(), drawer_code: '' })
  const seen: unknown[] = []
  const said = async (answer: Promise<{ readonly snapshot: unknown }>) => seen.push((await answer).snapshot)
  await said(desk.ok('drawer.open', { ...id(), drawer_code: 'ZZ-DRAWER', pieces: null, total_cents: 10_000 }))
  const sales = [{ product_code: 'ZZ-BOOK', quantity_count: 2, price_cents: null }]
  const tenders = [{ tender: 'cash' as const, tendered_cents: 800 }]
  const rest = { charges: [], pay_cents: null, is_exact_possible: true, is_large_meant: false, paper: null }
  const sold = await desk.ok('payment.take', { ...id(), sales, tenders, ...rest })
  seen.push(sold.snapshot)
  const receipt = sold.done?.full_receipt_number ?? ''
  const lines = [{ line_number: 1, amount_cents: 400 }]
  const back = { what: { of: 'receipt' as const, receipt, lines }, to: { tender: 'cash' as const }, reason: 'ZZ-WRONG' }
  await said(desk.ok('refund.pay', { ...id(), ...back, payee_name: 'Ana Ruiz', is_exact_possible: true }))
  await said(desk.ok('drawer.pay', { ...id(), way: 'out', amount_cents: 200, reason: 'ZZ-STAMPS' }))
  await said(desk.ok('drawer.unlock', { ...id(), what: { purpose: 'no-sale', reason: 'ZZ-STUCK' } }))
  await said(desk.ok('cash.look', DAYS))
  await said(desk.ok('drawer.count', { ...id(), reason: 'mid-shift', pieces: null, total_cents: 10_000 }))
  const papers = [`paper ${sold.done?.entry_ref ?? ''}`]
  for (const about of ['', 'x ZZ-DRAWER', 'close ZZ-DRAWER', 'sheet ZZ-DRAWER', ...papers])
    seen.push(await pageOf(desk, 'drawer', about))
  for (const place of ['pay', 'cash-desk', 'tasks', 'work-log'] as const) seen.push(await pageOf(desk, place))
  const words = seen.flatMap(wordsIn)
  expect(words.filter((one) => one.includes('Front')).length).toBeGreaterThan(3)
  expect(words.filter((one) => one.includes('ZZ-'))).toEqual([])
})
