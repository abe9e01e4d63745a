/** A coin box is emptied into a drawer by its meter: what should be in it is told after the count, and kept. */
import { expect, test } from 'vitest'
import { moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { benAtDesk } from '../../support/staff.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { exported, rowsOf } from '../closing/exported.ts'

const BOX = `INSERT INTO cash_reason VALUES ('COPIER', 'Coins from the copier', 'paid-in', 'copies')`
const OTHER_BOX = `INSERT INTO cash_reason VALUES ('PRINTER', 'Coins from the printer', 'paid-in', 'copies')`

type Meter = { readonly after_count: number; readonly before_count?: number; readonly price_cents?: number }

/** @returns how the answer is shown, or why not */
async function empty(
  desk: TestDesk,
  amount_cents: number,
  given: Meter | null,
  is_other_meant = false,
  reason = 'COPIER',
): Promise<string> {
  const meter = given && { before_count: null, price_cents: null, ...given }
  const asked = {
    drawer_code: '',
    way: 'in',
    reason,
    amount_cents,
    ...(meter && { meter }),
    is_other_meant,
  } as const
  const result = await desk.call('drawer.pay', { commandId: desk.id(), ...asked })
  if (result.kind !== 'ok') return 'code' in result ? result.code : result.kind
  const { snapshot } = await desk.ok('desk.snapshot', {})
  return `${snapshot.band?.outcome}${snapshot.band?.is_off === true ? ', off' : ''}`
}

test('the first reading is typed, the next ones go on from the last; each difference is kept', async () => {
  const desk = await moneyDesk({ also: [BOX] })
  await benAtDesk(desk)
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  expect(await empty(desk, 5000, { after_count: 1500 })).toBe('meter-before-missing')
  expect(await empty(desk, 5000, { after_count: 1500, before_count: 1000 })).toBe('meter-price-missing')
  const first = { after_count: 1500, before_count: 1000, price_cents: 10 }
  expect(await empty(desk, 5000, { ...first, after_count: 900 })).toBe('meter-turned-back')
  expect(await empty(desk, 5000, first)).toBe('done')
  expect(await empty(desk, 400, null)).toBe('done')
  expect(await empty(desk, 1800, { after_count: 1700 })).toBe('done, off')
  expect(await empty(desk, 100, { after_count: 1699 })).toBe('meter-turned-back')
  // A hundred copies, or half of the price, would vanish unseen: asked, and kept beside what was recorded.
  const skipped = { after_count: 1850, before_count: 1800 }
  expect(await empty(desk, 500, skipped)).toBe('meter-other')
  expect(await empty(desk, 500, { ...skipped, before_count: 1650 })).toBe('meter-other')
  expect(await empty(desk, 500, skipped, true)).toBe('done')
  const cheaper = { after_count: 1930, price_cents: 5 }
  expect(await empty(desk, 400, cheaper)).toBe('meter-other')
  expect(await empty(desk, 400, cheaper, true)).toBe('done')
  await rosaAt(desk)
  await desk.ok('cash.look', { from_on: '2026-11-24', to_on: '2026-11-24' })
  expect(tableOf(await pageOf(desk, 'cash-desk'), 'boxes').map((cells) => cells.slice(2))).toEqual([
    ['$50.00', '$50.00', '', ''],
    ['$18.00', '$20.00', expect.stringContaining('2.00'), ''],
    ['$5.00', '$5.00', '', '$10.00'],
    ['$4.00', '$4.00', '', '$4.00'],
  ])
  const rows = rowsOf(await exported(desk), 'transfers').map((one) => {
    const read = [one['meter_before'], one['meter_after'], one['meter_price']]
    return [one['amount'], ...read, one['meter_last'], one['meter_last_price']]
  })
  expect(rows).toEqual([
    ['50.00', '1000', '1500', '0.10', '', ''],
    ['4.00', '', '', '', '', ''],
    ['18.00', '1500', '1700', '0.10', '1500', '0.10'],
    ['5.00', '1800', '1850', '0.10', '1700', '0.10'],
    ['4.00', '1850', '1930', '0.05', '1850', '0.10'],
  ])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('a second box is refused under the reason of the first, and goes on by itself under its own', async () => {
  const desk = await moneyDesk({ also: [BOX, OTHER_BOX] })
  await benAtDesk(desk)
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  expect(await empty(desk, 5000, { after_count: 1500, before_count: 1000, price_cents: 10 })).toBe('done')
  const second = { after_count: 140, before_count: 100, price_cents: 25 }
  expect(await empty(desk, 1000, { after_count: 140 })).toBe('meter-turned-back')
  expect(await empty(desk, 1000, second)).toBe('meter-other')
  expect(await empty(desk, 1000, second, false, 'PRINTER')).toBe('done')
  expect(await empty(desk, 1000, { after_count: 1600 })).toBe('done')
  expect(await empty(desk, 1000, { after_count: 180 }, false, 'PRINTER')).toBe('done')
})
