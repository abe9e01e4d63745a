/** The name of a Z: never given twice, not even after an older backup was put back. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { pageOf, tableOf } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { closed, opened, openWith, sell, zOf } from './closes.ts'

async function closeAfter(desk: TestDesk, copies: number) {
  await sell(desk, copies)
  const { closing } = await zOf(desk, await closed(desk, 10_000 + copies * 10))
  return { ...closing, full_z_number: closing?.full_z_number.replace(/^[^-]*/, '') }
}

test('a Z after a restore has another name than the one that was lost, and says of which epoch it is', async () => {
  const desk = await opened()
  const first = await closeAfter(desk, 10)
  await openWith(desk, 10_000)
  const to_folder = join(testFolder(), 'noon')
  await desk.ok('store.backup', { to_folder })
  const lost = await closeAfter(desk, 20)
  expect([first, lost]).toMatchObject([
    { full_z_number: '-1-Z1', z_number: 1, epoch: 1, grand_total_cents: 100 },
    { full_z_number: '-1-Z2', z_number: 2, epoch: 1, grand_total_cents: 300 },
  ])
  await desk.ok('store.restore', { commandId: desk.id(), from_folder: to_folder })
  await rosaAt(desk)
  const again = await closeAfter(desk, 5)
  // The count and the total go on from what the backup has; what was lost is in neither.
  expect(again).toMatchObject({ z_number: 2, grand_total_cents: 150 })
  expect(again.full_z_number).toMatch(/^-[2-9]-Z2$/)
  expect(again.full_z_number).toBe(`-${again.epoch}-Z2`)
  const names = tableOf(await pageOf(desk, 'drawer', 'closed'), 'closed').map(([name]) => name?.replace(/^[^-]*/, ''))
  expect(names).toEqual([again.full_z_number, first.full_z_number])
  expect((await desk.ok('deposit.list', { limit: 5 })).deposits.map((one) => one.full_z_number.slice(-2))).toEqual([
    'Z2',
    'Z1',
  ])
  await expectRebuilt(desk)
})
