/**
 * A clerk whose role is not enough, a second person in place, and a locked desk: on the real application, keys only.
 * Pictures of each in every look (PICTURES_TO).
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { outputOf } from '../standin/set-up-desk.ts'
import { keysOf } from '../tables/tried.ts'
import { counterOf, type Counter } from './support/counter.ts'
import * as eyes from './support/eyes.ts'
import { BADGE, CARDS, CLERK_BADGE, PIN, shelfBook } from './support/library.ts'
import { ENGLISH, says } from '../support/said.ts'
import { en } from '../../shared/words/en/en.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()
beforeAll(async () => {
  await hands.scan(CLERK_BADGE)
  await hands.until((now) => now.staff?.initials === 'BC')
})

const initials = 'form[data-row-form] input[name="initials"]'
const pin = 'form[data-row-form] input[name="pin"]'
const isFocused = (selector: string): Promise<void> => desk.page.locator(`${selector}:focus`).waitFor()

/** Flora owes too much: one of her books waits, and a second person has been asked for. */
async function askForApproval(book: number, hand: Pick<Counter, 'scan'> = hands): Promise<void> {
  await hand.scan(CARDS.flora)
  await hand.scan(shelfBook(book))
  await hands.until((now) => now.totals.undecided_count === 1)
  await desk.page.getByRole('button', { name: en.outcomes.answer.ask }).waitFor()
  hands.afterScan()
  await hands.press('1')
  await isFocused(initials)
}

async function inEveryLook(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, name)).toEqual([])
}

describe('a second person’s approval', () => {
  test('is typed in place while scans go on, and both books are out with one reason [tasks 13, 14, 33]', async () => {
    const count = await counterOf(hands)
    await askForApproval(21, count)
    await inEveryLook('approval')
    await count.type('wz')
    // The clerk scans on: the book goes to the desk, and what stands in the fields stays.
    await count.scan(shelfBook(22))
    await hands.until((now) => now.totals.undecided_count === 2)
    await expect.poll(() => desk.page.locator(initials).inputValue()).toBe('wz')
    hands.afterScan()
    await hands.press('Enter')
    await isFocused(pin)
    await count.type(PIN)
    await expect.poll(() => desk.page.locator(pin).getAttribute('type')).toBe('password')
    await hands.press('Enter')
    await desk.page.getByRole('button', { name: 'Hardship' }).waitFor()
    await eyes.takePicture(desk.page, 'approval-reason')
    await desk.page.locator('#line:focus').waitFor()
    await expect.poll(() => hands.line.inputValue()).toBe('')
    // The digits answer the row whose reason is asked for, not the one that came after.
    await desk.page.locator('[data-row][aria-current]').filter({ hasText: 'Shelf book 21' }).waitFor()
    await hands.press('4')
    const after = await hands.until((now) => now.totals.out_count === 2)
    expect([after.totals.undecided_count, after.staff?.initials]).toEqual([0, 'BC'])
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(13) + keysOf(14))
    await hands.clear()
  })

  test('by badge and PIN approves, and does not change hands', async () => {
    await askForApproval(23)
    await hands.badgeAndPin(BADGE, PIN)
    await desk.page.getByRole('button', { name: 'Our mistake' }).waitFor()
    await hands.bandSays(/Why\?/)
    expect((await hands.snapshot()).staff?.initials).toBe('BC')
    await hands.clear()
  })

  test('one’s own PIN and a wrong one are refused, F1 goes to the line, Esc skips the row [task 12]', async () => {
    const count = await counterOf(hands)
    await askForApproval(24, count)
    await count.type('bc')
    await hands.press('Enter')
    await isFocused(pin)
    await count.type('2580')
    await hands.press('Enter')
    await hands.bandSays(says('approver-same'))
    await expect.poll(() => desk.page.locator(pin).inputValue()).toBe('')
    await hands.press('Shift+Tab')
    await isFocused(initials)
    await count.type('wz')
    await hands.press('Enter')
    await isFocused(pin)
    await count.type('9999')
    await hands.press('Enter')
    await hands.bandSays(says('sign-in-failed'))
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(12))
    await expect.poll(() => desk.page.locator(pin).inputValue()).toBe('')
    await hands.press('F1')
    await desk.page.locator('#line:focus').waitFor()
    expect((await hands.snapshot()).totals.undecided_count).toBe(1)
    await hands.press('1')
    await isFocused(initials)
    await hands.press('Escape')
    await hands.until((now) => now.totals.undecided_count === 0)
    await hands.clear()
  })
})

describe('a locked desk', () => {
  test('hides everything, answers a scan, and comes back by initials and PIN [task 43]', async () => {
    await hands.scan(CARDS.dana)
    await hands.scan(shelfBook(25))
    await hands.until((now) => now.totals.out_count === 1)
    hands.afterScan()
    const count = await counterOf(hands)
    await hands.press('Ctrl+l')
    await desk.page.locator('[data-screen="locked"]').waitFor()
    expect(await desk.page.locator('body').innerText()).not.toMatch(/Dana|Shelf book/)
    await inEveryLook('locked')
    await count.scan(shelfBook(26))
    await desk.page.getByRole('alert').filter({ hasText: 'The desk is locked' }).first().waitFor()
    hands.afterScan()
    await desk.page.locator('input[name="pin"]:focus').waitFor()
    await count.type('2580')
    await hands.press('Enter')
    const back = await hands.until((now) => now.stage === 'desk')
    expect([back.patron?.name, back.totals.out_count]).toEqual(['Dana Miller', 1])
    expect(back.rows.map((row) => row.happened)).toEqual(['Not taken: locked', 'Out'])
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(43))
    await hands.clear()
  })

  test('another person types over the initials and starts again', async () => {
    await hands.scan(CARDS.dana)
    await hands.until((now) => now.patron !== null)
    hands.afterScan()
    await hands.press('Ctrl+l')
    await desk.page.locator('[data-screen="locked"] input[name="pin"]:focus').waitFor()
    await hands.type('wz')
    await expect.poll(() => desk.page.locator('[data-screen="locked"] input[name="initials"]').inputValue()).toBe('wz')
    await hands.press('Enter')
    await desk.page.locator('[data-screen="locked"] input[name="pin"]:focus').waitFor()
    await hands.type(PIN)
    await hands.press('Enter')
    const other = await hands.until((now) => now.staff?.initials === 'WZ')
    expect(other).toMatchObject({ stage: 'desk', patron: null, rows_count: 0 })
    await desk.page.getByText('Wei Zhang, Supervisor').waitFor()
  })
})

describe('pages', () => {
  test('the work log has refused acts, and names no patron', async () => {
    await hands.press('Shift+F8')
    await desk.page.getByRole('heading', { name: ENGLISH.words.pages.staff.log.heading }).waitFor()
    await inEveryLook('work-log')
    expect(await desk.page.locator('main').innerText()).not.toMatch(/Flora|Dana/)
    await hands.press('Escape')
  })

  test('staff: a manager adds somebody by keyboard alone', async () => {
    await hands.call('staff.sign-in', { initials: 'RO', pin: PIN })
    await hands.until((now) => now.staff?.initials === 'RO')
    await hands.press('Ctrl+Shift+s')
    await desk.page.getByRole('heading', { name: 'Staff', exact: true }).waitFor()
    await inEveryLook('staff')
    await hands.press('a')
    for (const [name, text] of [
      ['name', 'Ann Lee'],
      ['initials', 'al'],
    ] as const) {
      await hands.asks(name)
      await hands.type(text)
      await hands.press('Enter')
    }
    // The role as it stands, no badge.
    for (const name of ['role', 'badge_barcode']) {
      await hands.asks(name)
      await hands.press('Enter')
    }
    await hands.asks('pin')
    await hands.type('8642')
    await eyes.takePicture(desk.page, 'staff-form')
    await hands.press('Enter')
    await hands.asks('own_pin')
    await hands.type(PIN)
    await hands.press('Enter')
    await desk.page.getByRole('gridcell', { name: 'Ann Lee' }).waitFor()
    const staff = outputOf(await desk.call('staff.list'), 'staff')
    expect(staff).toContainEqual(expect.objectContaining({ name: 'Ann Lee', initials: 'AL', role: 'staff' }))
    await hands.press('r')
    await desk.page.getByRole('heading', { name: 'Roles', exact: true }).waitFor()
    await inEveryLook('roles')
  })
})
