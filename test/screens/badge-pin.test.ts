/**
 * A manager's badge and PIN at the real application: signing in, at a locked desk, and taking over from a clerk who is
 * at work. The PIN field is never a dialog: scans go on, and Esc starts over.
 */
import { beforeAll, expect, test } from 'vitest'
import type { Desk } from '../standin/launch.ts'
import { says } from '../support/said.ts'
import { keysOf } from '../tables/tried.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, CLERK_BADGE, shelfBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const ROSA = { badge: '29999740182637', pin: '471108' }

const { desk, hands } = oneDesk()
beforeAll(async () => {
  const rosa = { name: 'Rosa Ortiz', initials: 'RO', role: 'manager', badge_barcode: ROSA.badge }
  await hands.call('staff.edit', { staff_code: 'RO-1', ...rosa, own_pin: ROSA.pin })
  await hands.call('staff.sign-out')
  await desk.page.locator('[data-screen="sign-in"]').waitFor()
})

const field = (): ReturnType<Desk['page']['locator']> => desk.page.locator('input[name="pin"]:focus')

async function scansBadge(): Promise<void> {
  await hands.scan(ROSA.badge)
  await hands.until((now) => now.asked_pin !== null)
  await field().waitFor()
  hands.afterScan()
}

test('nobody signed in: her badge asks for her PIN; a book, a wrong PIN and Esc are answered [task 2]', async () => {
  await scansBadge()
  await desk.page.getByLabel('PIN of Rosa Ortiz').waitFor()
  await eyes.takePicture(desk.page, 'badge-pin')
  await hands.type('47')
  await hands.scan(shelfBook(2))
  await desk.page.getByText(says('not-signed-in')).first().waitFor()
  await expect.poll(() => field().inputValue()).toBe('')
  hands.afterScan()
  await hands.type('111222')
  await hands.press('Enter')
  await desk.page.getByText(says('sign-in-failed')).first().waitFor()
  await hands.press('Escape')
  await hands.until((now) => now.asked_pin === null)
  await desk.page.locator('input[name="initials"]:focus').waitFor()
  const counted = await hands.countKeys()
  await hands.badgeAndPin(ROSA.badge, ROSA.pin)
  await hands.until((now) => now.stage === 'desk' && now.staff?.initials === 'RO')
  expect((await counted()) - (ROSA.badge.length + 1) - ROSA.pin.length).toBeLessThanOrEqual(keysOf(2))
  await hands.line.waitFor()
})

test('locked: badge and PIN bring the patron back', async () => {
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  hands.afterScan()
  await hands.press('Ctrl+l')
  await desk.page.locator('[data-screen="locked"]').waitFor()
  await hands.badgeAndPin(ROSA.badge, ROSA.pin)
  const back = await hands.until((now) => now.stage === 'desk')
  expect(back.patron?.name).toBe('Dana Miller')
  await hands.line.waitFor()
  await hands.clear()
})

test('a clerk at work: a book goes on with that work, Esc starts over, the PIN takes the desk over', async () => {
  await hands.scan(CLERK_BADGE)
  await hands.until((now) => now.staff?.initials === 'BC')
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  await scansBadge()
  await hands.part('badge-pin')
  await eyes.takePicture(desk.page, 'badge-pin-at-work')
  await hands.scan(shelfBook(3))
  await hands.until((now) => now.totals.out_count === 1 && now.asked_pin === null && now.staff?.initials === 'BC')
  await hands.part('badge-pin', 'detached')
  await scansBadge()
  await hands.press('Escape')
  await hands.until((now) => now.asked_pin === null)
  await desk.page.locator('#line:focus').waitFor()
  await hands.badgeAndPin(ROSA.badge, ROSA.pin)
  const taken = await hands.until((now) => now.staff?.initials === 'RO')
  expect([taken.patron, taken.rows]).toEqual([null, []])
  await desk.page.locator('#line:focus').waitFor()
})

test('five wrong PINs at the locked desk: it says to wait, and another’s badge still works [task 42]', async () => {
  await hands.press('Ctrl+l')
  await desk.page.locator('[data-screen="locked"]').waitFor()
  await desk.page.locator('input[name="pin"]:focus').waitFor()
  for (let wrong = 1; wrong <= 5; wrong += 1) {
    await hands.type(`90909${wrong}`)
    await hands.press('Enter')
    await expect.poll(() => field().inputValue()).toBe('')
  }
  await hands.type(ROSA.pin)
  await hands.press('Enter')
  await desk.page.getByText('Too many wrong PINs.').first().waitFor()
  expect((await hands.snapshot()).stage).toBe('locked')
  await hands.scan(CLERK_BADGE)
  await hands.until((now) => now.staff?.initials === 'BC')
})
