/**
 * A clerk whose role may not open a page, and one that waives nothing, with a second person in place: on the real
 * application, keys only. Pictures of each in every look (PICTURES_TO).
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { BADGE, CARDS, CLERK_BADGE, PIN } from './support/library.ts'
import { en } from '../../shared/words/en/en.ts'
import { ENGLISH } from '../support/said.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()
beforeAll(async () => {
  const nothing = { role: 'staff', grant: 'waive', is_granted: false, amount_cents_max: null, days_count_max: null }
  await hands.call('role.set', { ...nothing, own_pin: PIN })
  await hands.scan(CLERK_BADGE)
  await hands.until((now) => now.staff?.initials === 'BC')
  hands.afterScan()
})

const button = (name: string): Promise<void> => desk.page.getByRole('button', { name }).first().waitFor()

/** The row waits: 1, initials, PIN, and the digit of the reason. */
async function approvedInPlace(initials: string, digit: string, reason: string): Promise<void> {
  await pinInPlace(initials)
  await button(reason)
  await desk.page.locator('#line:focus').waitFor()
  hands.afterScan()
  await hands.press(digit)
}

async function pinInPlace(initials: string): Promise<void> {
  await button(en.outcomes.answer.ask)
  await hands.press('1')
  await desk.page.locator('form[data-row-form] input[name="initials"]:focus').waitFor()
  await hands.type(initials)
  hands.afterScan()
  await hands.press('Enter')
  await desk.page.locator('form[data-row-form] input[name="pin"]:focus').waitFor()
  await hands.type(PIN)
  hands.afterScan()
  await hands.press('Enter')
}

test('a page opens by initials and PIN in place, and the next card takes it back', async () => {
  await hands.press('Ctrl+Shift+r')
  const asked = await hands.until((now) => now.totals.undecided_count === 1)
  expect([asked.page, asked.rows[0]?.title]).toEqual([null, 'Open the library’s rules'])
  expect(await eyes.faultsInEveryLook(desk.page, 'lent-asked')).toEqual([])
  await approvedInPlace('ro', '3', 'I was asked to do it')
  const open = await hands.until((now) => now.page?.ref.place === 'policy')
  expect([open.staff?.initials, open.totals.undecided_count]).toEqual(['BC', 0])
  await eyes.takePicture(desk.page, 'lent-open')
  hands.afterScan()
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null && now.page === null)
  hands.afterScan()
  await hands.press('Ctrl+Shift+r')
  await hands.until((now) => now.totals.undecided_count === 1 && now.page === null)
  await hands.press('Escape')
  await hands.until((now) => now.totals.undecided_count === 0)
  await hands.clear()
})

test('a badge does as well, and Esc leaves what was lent', async () => {
  await hands.press('Ctrl+Shift+s')
  await hands.until((now) => now.rows[0]?.title === 'Open staff and roles')
  await button(en.outcomes.answer.ask)
  await hands.press('1')
  await desk.page.locator('form[data-row-form] input[name="initials"]:focus').waitFor()
  // A supervisor's badge: not of a role that may, so the row goes on waiting.
  await hands.scan(BADGE)
  await hands.bandSays(/cannot approve this/)
  hands.afterScan()
  await hands.press('Escape')
  const left = await hands.until((now) => now.totals.undecided_count === 0)
  expect([left.page, left.rows[0]?.happened]).toEqual([null, en.outcomes.answer.left])
  await hands.clear()
})

test('an act on a lent page is a row of its own: 1, initials, PIN, and it is done', async () => {
  await hands.press('Ctrl+Shift+d')
  await hands.until((now) => now.totals.undecided_count === 1)
  await approvedInPlace('ro', '3', 'I was asked to do it')
  await desk.page.locator('[data-place="this-desk"]').waitFor()
  const folder = path.join(desk.userData, 'backup')
  hands.afterScan()
  await hands.press('b')
  await desk.page.locator('[data-field="to_folder"]:focus-within').waitFor()
  await hands.type(folder)
  await hands.press('Enter')
  const asked = await hands.until((now) => now.totals.undecided_count === 1)
  expect([asked.page?.ref.place, asked.rows[0]?.title]).toEqual(['this-desk', en.pages.asks.backup(folder)])
  await hands.part('form', 'detached')
  expect(await eyes.faultsInEveryLook(desk.page, 'lent-act')).toEqual([])
  expect(existsSync(folder)).toBe(false)
  await pinInPlace('ro')
  await hands.bandSays(/MB in .*backup/)
  expect(existsSync(path.join(folder, 'journal.db'))).toBe(true)
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  await hands.clear()
})

test('no fines at check-in: asked, approved and said why in place, and the banner tells', async () => {
  await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  await hands.press('Shift+F2')
  await desk.page.getByRole('heading', { name: ENGLISH.words.pages.this_desk.modes.heading }).waitFor()
  await hands.press('a')
  await hands.until((now) => now.rows[0]?.title === ENGLISH.words.pages.this_desk.modes.amnesty.on)
  expect(await eyes.faultsInEveryLook(desk.page, 'amnesty-asked')).toEqual([])
  await approvedInPlace('wz', '4', 'Weather or outage')
  const on = await hands.until((now) => now.modifiers.length === 1)
  expect([on.modifiers, on.totals.undecided_count]).toEqual([['No fines are charged'], 0])
})
