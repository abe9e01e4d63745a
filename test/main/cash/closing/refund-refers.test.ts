/** A refund in an export names its receipt by the number that is on paper, of whatever day the receipt is. */
import { expect, test } from 'vitest'
import { rosaAt } from '../../support/desk.ts'
import { closed, opened, openWith, sell } from './closes.ts'
import { exported, rowsOf } from './exported.ts'

const DAY = 24 * 3_600_000

test('a refund of yesterday’s receipt names it as a refund of today’s does', async () => {
  const desk = await opened()
  const yesterday = await sell(desk, 7)
  await closed(desk, 10_070, { bag_number: 'B-1', leave_cents: 10_000 })
  desk.clock.pass(DAY)
  await rosaAt(desk)
  await openWith(desk, 10_000)
  const numbers = [yesterday, await sell(desk, 9)]
  for (const receipt of numbers) {
    const what = { of: 'receipt' as const, receipt, lines: [{ line_number: 1, amount_cents: 10 }] }
    const how = { to: { tender: 'cash' }, payee_name: 'Ann', reason: 'PAID-TWICE', is_exact_possible: true } as const
    await desk.ok('refund.pay', { commandId: desk.id(), drawer_code: '', what, ...how })
  }
  const rows = rowsOf(await exported(desk, 1, '2026-11-25'), 'receipts')
  expect(rows.filter(({ kind }) => kind === 'refund').map((one) => one['refers_to'])).toEqual(numbers)
})
