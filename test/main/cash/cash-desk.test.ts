/** The manager's page about cash: a period is read when it is asked for, and only a role that may see cash opens it. */
import { expect, test } from 'vitest'
import { moneyDesk, pageOf, tableOf } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'
import { benAtDesk } from '../support/staff.ts'

const DAYS = { from_on: '2026-11-24', to_on: '2026-11-24' }

test('it shows what was read: a payment by hour and fund, a waiver flagged, and the drawer', async () => {
  const desk = await moneyDesk()
  const id = () => ({ commandId: desk.id() })
  const empty = await pageOf(desk, 'cash-desk')
  expect(empty.sections.map((one) => one.section_id)).toEqual(['closes'])
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
  const page = await pageOf(desk, 'cash-desk')
  expect(tableOf(page, 'clerks').map((cells) => cells.at(-1))).toEqual(['1', ''])
  expect(tableOf(page, 'drawers').map(([code]) => code)).toEqual(['DRAWER-1'])
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
