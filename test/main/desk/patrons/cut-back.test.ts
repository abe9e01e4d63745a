/** Due dates that the end of a card cut back, put right once it is renewed. Dana's card ends on August 31, 2027. */
import { expect, test } from 'vitest'
import { instant, MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../../../shared/kernel/zone.ts'

import { cardDesk } from '../../support/card-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

/** Days after November 24, 2026. */
const ON = { 'July 30': 248, 'August 20': 269, 'September 1': 281 } as const

async function danaAt(desk: TestDesk, on: keyof typeof ON, since: keyof typeof ON | null = null): Promise<void> {
  desk.clock.pass((ON[on] - (since ? ON[since] : 0)) * MS_PER_DAY)
  await rosaAt(desk)
  await desk.scan(CARDS.dana)
}

async function dueOn(desk: TestDesk, item_barcode: string): Promise<string> {
  const { due_at_ms } = await desk.ok('item.get', { item_barcode })
  return toLocalDate(instant(due_at_ms ?? 0), 'America/Chicago' as ZoneName)
}

async function renewsCard(desk: TestDesk): Promise<void> {
  const asked = { household_count: null, basis_cents: null, home_expires_on: null }
  await desk.ok('card.renew', { commandId: desk.id(), is_address_checked: true, ...asked })
}

test('what the card cut back gets the days of its rule; what it did not stays', async () => {
  const desk = await cardDesk()
  await danaAt(desk, 'July 30')
  await desk.scan(ITEMS.educated)
  await desk.ok('desk.finish', {})
  await danaAt(desk, 'August 20', 'July 30')
  await desk.scan(ITEMS.warmth)
  expect(await dueOn(desk, ITEMS.warmth)).toBe('2027-08-31')
  const before = await dueOn(desk, ITEMS.educated)
  await renewsCard(desk)
  expect(await dueOn(desk, ITEMS.warmth)).toBe('2027-09-10')
  expect(await dueOn(desk, ITEMS.educated)).toBe(before)
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
})

test('a date set by hand stays', async () => {
  const desk = await cardDesk()
  await danaAt(desk, 'August 20')
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.set-due', { commandId: desk.id(), item_barcode: ITEMS.warmth, due_on: '2027-08-30' })
  await renewsCard(desk)
  expect(await dueOn(desk, ITEMS.warmth)).toBe('2027-08-30')
})

test('a loan that is overdue stays so', async () => {
  const desk = await cardDesk()
  await danaAt(desk, 'August 20')
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.finish', {})
  await danaAt(desk, 'September 1', 'August 20')
  await renewsCard(desk)
  expect(await dueOn(desk, ITEMS.warmth)).toBe('2027-08-31')
})

test('a renewed loan gets the days of its renewal', async () => {
  const desk = await cardDesk()
  await danaAt(desk, 'July 30')
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.finish', {})
  await danaAt(desk, 'August 20', 'July 30')
  await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  expect(await dueOn(desk, ITEMS.warmth)).toBe('2027-08-31')
  await renewsCard(desk)
  expect(await dueOn(desk, ITEMS.warmth)).toBe('2027-09-10')
})
