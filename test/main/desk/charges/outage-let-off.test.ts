/** What an outage takes off fines is a figure, by who declared it: of returns before it was declared, and after. */
import { expect, test } from 'vitest'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { chargesOnFile, days, lend, moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { benAtDesk, comes, recorded, WEI } from '../../support/staff.ts'

/** Over the due day, Tue, Dec 15, to the morning of Thu, Dec 17. */
const DAYS = { from_on: '2026-12-15', from_time: '9:00', to_on: '2026-12-17', to_time: '8:00' } as const

/** A morning after that: it explains nothing of the lateness. */
const LATER = { from_on: '2026-12-18', from_time: '9:00', to_on: '2026-12-18', to_time: '12:00' } as const

async function declare(desk: TestDesk, stretch: typeof DAYS | typeof LATER = DAYS): Promise<void> {
  const { snapshot } = await desk.ok('outage.look', stretch)
  const call = snapshot.page?.enter?.call.input as { from_ms: number; to_ms: number }
  await desk.ok('outage.declare', { commandId: desk.id(), ...call, reason: 'power-cut', is_extending: false })
}

async function broughtBack(desk: TestDesk): Promise<void> {
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
}

async function late(): Promise<TestDesk> {
  const desk = await moneyDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 23)
  return rosaAt(desk)
}

test('of a return after it was declared: by who took it, on the word of who declared it', async () => {
  const desk = await late()
  await declare(desk)
  await benAtDesk(desk)
  await broughtBack(desk)
  await rosaAt(desk)
  expect(tableOf(await pageOf(desk, 'supervisor'), 'people')[0]?.[0]).toBe('Ben Cole')
  const moved = await recorded(desk, 'charge-moved')
  expect(moved).toMatchObject([{ code: 'outage', amount_cents: 50, approved_by: 'rortiz' }])
  const [one] = await chargesOnFile(desk)
  expect([one?.amount_cents, one?.owed_cents]).toEqual([50, 0])
})

test('of a fine that was charged before: by who declared it', async () => {
  const desk = await late()
  await broughtBack(desk)
  await declare(desk)
  expect(tableOf(await pageOf(desk, 'supervisor'), 'people')[0]?.[2]).toContain('$0.50')
})

test('another one since, which explains nothing: on the word of who declared the first', async () => {
  const desk = await moneyDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 28)
  await rosaAt(desk)
  await declare(desk)
  await benAtDesk(desk)
  await comes(desk, WEI)
  await declare(desk, LATER)
  await broughtBack(desk)
  expect(await recorded(desk, 'charge-moved')).toMatchObject([{ code: 'outage', approved_by: 'rortiz' }])
})
