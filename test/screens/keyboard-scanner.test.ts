/**
 * A scanner that types, set up at the real desk: its page from the devices page, three scans, Enter keeps them. From
 * then on the number alone arrives, and one that sends no Enter is a scan as well. Pictures in PICTURES_TO.
 */
import { beforeEach, expect, test } from 'vitest'
import { en } from '../../shared/words/en/en.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, shelfBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const says = en.pages.keyboard_scanner

const { desk, hands } = oneDesk()
beforeEach(() => hands.clear())

async function atPage(): Promise<void> {
  await hands.press('Ctrl+Shift+d')
  await hands.atPage('this-desk')
  await hands.press('d')
  await hands.until((now) => now.page?.ref.place === 'devices')
  await hands.press('k')
  await hands.until((now) => now.page?.ref.about === 'keyboard')
}

const told = (text: string): Promise<void> => desk.page.getByText(text).first().waitFor()

/** Keys at a scanner's pace, without one at the end. */
const endless = (text: string): Promise<void> => hands.keyboard.keys(Array.from(text), 5)

test('three scans with a star before them, and Enter keeps it: no scan is a check-out there', async () => {
  await atPage()
  await told(says.begin)
  expect(await eyes.faultsInEveryLook(desk.page, 'keyboard-scanner-begin')).toEqual([])
  for (const left_count of [2, 1]) {
    await hands.scan(`*${shelfBook(3 - left_count)}`)
    await told(says.more(left_count))
  }
  await hands.scan(`*${shelfBook(3)}`)
  await told(says.agree)
  expect(await eyes.faultsInEveryLook(desk.page, 'keyboard-scanner-found')).toEqual([])
  expect(await hands.line.inputValue()).toBe('')
  hands.afterScan()
  await hands.press('Enter')
  const kept = await hands.until((now) => now.wedge !== null)
  expect(kept).toMatchObject({ wedge: { prefix: '*', ends: 'enter', reads: 'keys' }, rows_count: 0 })
})

test('what has letters, as the code that the page shows, is measured and looked up nowhere', async () => {
  await atPage()
  if ((await desk.page.getByText(says.again).count()) > 0) await hands.press('a')
  await told(says.begin)
  for (const left_count of [2, 1]) {
    await hands.scan('Scan-2026/azyw')
    await told(says.more(left_count))
    expect(await desk.page.locator('[data-part="search"]').count()).toBe(0)
  }
  await hands.scan(']C0Scan-2026/azyw')
  await hands.drawn()
  expect(await desk.page.locator('[data-part="search"]').count()).toBe(0)
  expect((await hands.snapshot()).page?.ref.about).toBe('keyboard')
  hands.afterScan()
  await hands.press('a')
  await told(says.begin)
})

test('from then on a scan is its number, and what a person types slower than the scanner is typed', async () => {
  await hands.scan(`*${CARDS.dana}`)
  await hands.until((now) => now.patron?.name === 'Dana Miller')
  await hands.scan(`*${shelfBook(1)}`)
  const out = await hands.until((now) => now.totals.out_count === 1)
  expect(out.rows[0]?.barcode).toBe(shelfBook(1))
  hands.afterScan()
  await hands.keyboard.keys(Array.from('123456789'), 100)
  await expect.poll(() => hands.line.inputValue()).toBe('123456789')
})

test('a scanner that sends no Enter: its scans are measured, and end with a pause', async () => {
  await atPage()
  for (const [number, after] of [
    [1, says.more(2)],
    [2, says.more(1)],
    [3, says.agree],
  ] as const) {
    await endless(shelfBook(number))
    await told(after)
  }
  await hands.press('Enter')
  await hands.until((now) => now.wedge?.ends === 'none')
  await hands.clear()
  await endless(CARDS.dana)
  await hands.until((now) => now.patron?.name === 'Dana Miller')
  await endless(shelfBook(2))
  await hands.until((now) => now.totals.out_count === 1)
  expect(await hands.line.inputValue()).toBe('')
})
