/** A drawer not closed on its day is told on the strip, in each list of work, at sign-in, and as money not banked. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageOf, tableOf } from '../../support/money-desk.ts'
import { BEN, benAtDesk, comes, WEI } from '../../support/staff.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { opened, sell } from '../closing/closes.ts'

const { past_day } = en.pages.cash_desk

/** Rosa opened a drawer with $100.00, and took $5.00; then so many days pass. */
async function forgotten(days_count: number): Promise<TestDesk> {
  const desk = await opened()
  await sell(desk, 50)
  await benAtDesk(desk)
  desk.clock.pass(days_count * 86_400_000)
  return desk
}

const strip = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.strip.drawers.tone

test('on its own day nothing is told of an open drawer', async () => {
  const desk = await forgotten(0)
  await comes(desk, WEI)
  expect(await strip(desk)).toBe('ok')
  expect((await pageOf(desk, 'tasks')).sections.map(({ section_id }) => section_id)).not.toContain('past-day')
  expect(await desk.ok('deposit.list', { limit: 1 })).toMatchObject({ drawers_cents: 0, is_alert: false })
})

test('nine days later it is on the strip, in Tasks, on Desk today and on the manager’s page', async () => {
  const desk = await forgotten(9)
  await comes(desk, WEI)
  expect(await strip(desk)).toBe('warn')
  for (const place of ['tasks', 'supervisor'] as const)
    expect(tableOf(await pageOf(desk, place), 'past-day')).toMatchObject([
      [expect.any(String), 'Rosa Ortiz', 'Tue, Nov 24'],
    ])
  await desk.ok('cash.look', { from_on: '2026-12-01', to_on: '2026-12-03' })
  expect(tableOf(await pageOf(desk, 'cash-desk'), 'past-day')).toHaveLength(1)
})

test('its money is not banked, which only who may see cash is told in figures', async () => {
  const desk = await forgotten(9)
  await comes(desk, WEI)
  expect(await desk.ok('deposit.list', { limit: 1 })).toMatchObject({ drawers_cents: 10_500, is_alert: true })
  await comes(desk, BEN)
  expect(JSON.stringify(await pageOf(desk, 'drawer', 'closed'))).not.toContain('105.00')
})

test('who signs in is told of it', async () => {
  const desk = await forgotten(1)
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  const { band } = await comes(desk, BEN)
  const [name = ''] = must(tableOf(await pageOf(desk, 'tasks'), 'past-day')[0], 'a row')
  expect(band?.sentence).toContain(past_day.open(name, 'Tue, Nov 24'))
})
