/**
 * What a clerk hears who does not see the screen: Orca reads a real window aloud. What has to be heard is heard once,
 * in order, and nothing of the patron before. Keys are real ones of the display, which come to Orca first, because it
 * keeps some for itself; scans come as from a scanner.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { atSmallLibrary } from '../screens/support/at-small-library.ts'
import { CARDS, omarsBook, shelfBook } from '../screens/support/library.ts'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { ScreenReader } from './support/screen-reader.ts'

/** The pace of a book drop that is emptied by a practiced hand. */
const SCAN_EVERY_MS = 1_000

let reader: ScreenReader
let desk: Desk
let hands: Hands
let heard_before: number

beforeAll(async () => {
  reader = await ScreenReader.start()
  desk = await launch({ headed: true, env: reader.env })
  hands = await atSmallLibrary(desk)
})
afterAll(async () => {
  await desk.close()
  await reader.stop()
})
beforeEach(async () => {
  await hands.clear()
  heard_before = reader.spoken().length
})

/** Everything heard in this test so far. */
function heard(): readonly string[] {
  return reader
    .spoken()
    .slice(heard_before)
    .map(({ text }) => text)
}

/** Waits until the clerk has heard this. */
async function hears(words: RegExp): Promise<void> {
  await expect.poll(() => heard().join('\n')).toMatch(words)
}

async function scanAtPace(barcodes: readonly string[]): Promise<void> {
  for (const barcode of barcodes) {
    await hands.scan(barcode)
    hands.keyboard.pause(SCAN_EVERY_MS)
  }
}

/** How many items that went well were heard of, by name or in a total. */
function doneCount(title: RegExp): number {
  const named = heard().filter((text) => /^(\d+ more done\. )?Done\./.test(text) && title.test(text))
  const more = heard().map((text) => Number(/^(\d+) more done\./.exec(text)?.[1] ?? 0))
  return more.reduce((sum, count) => sum + count, named.length)
}

function timesHeard(words: RegExp): number {
  return heard().filter((text) => words.test(text)).length
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_none, at) => at + 1)

test('a check-out of five: whose account, how many, and when the last is due', async () => {
  await hands.scan(CARDS.omar)
  await scanAtPace(numbers(5).map(shelfBook))
  await hands.until((now) => now.totals.out_count === 5)
  await hears(/Done\. Shelf book 5\. Due /)
  expect(timesHeard(/Omar Núñez/)).toBe(1)
  expect(doneCount(/Shelf book/), heard().join('\n')).toBe(5)
  expect(heard().findIndex((text) => text.includes('Omar'))).toBeLessThan(
    heard().findIndex((text) => text.includes('Shelf book')),
  )
})

test('a book drop of twenty: each that does not go to its shelf with its place, the rest by number', async () => {
  reader.press('F2')
  await hands.until((now) => now.mode === 'in')
  await hears(/^Scan the returned items/m)
  await scanAtPace(numbers(20).map(omarsBook))
  await hands.until((now) => now.totals.in_count === 20)
  await hears(/Returned book 20\./)
  expect(timesHeard(/^Route it\. Returned book 2\. .*hold shelf/)).toBe(1)
  expect(timesHeard(/^Route it\. Returned book 3\. .*North Branch/)).toBe(1)
  expect(heard().findIndex((text) => text.includes('book 3.'))).toBeLessThan(
    heard().findIndex((text) => text.includes('book 20.')),
  )
  // The first is cut short where the reader is slow: the place of the second is said over it.
  expect(doneCount(/Returned book/), heard().join('\n')).toBeGreaterThanOrEqual(17)
  expect(timesHeard(/Omar|Núñez/)).toBe(0)
})

test('a scan that is refused', async () => {
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  await hands.scan('31234000001990')
  await hears(/^Stop\. .*31234000001990/m)
  expect(timesHeard(/^Stop\./)).toBe(1)
})

test('a change of patron: the next one is said, and nothing more of the one before', async () => {
  await hands.scan(CARDS.dana)
  await scanAtPace([shelfBook(7), shelfBook(8)])
  await hands.until((now) => now.rows_count === 2)
  await hands.scan(CARDS.flora)
  await hears(/Flora Bell\. Owes \$12\.50/)
  const since = heard().slice(heard().findIndex((text) => text.includes('Flora')))
  await hands.scan('31234000001990')
  await hears(/^Stop\./m)
  expect(since.filter((text) => /Dana|Miller|Shelf book/.test(text))).toEqual([])
  expect(timesHeard(/Flora Bell\. Owes/)).toBe(1)
})

test('a page of the account: its name, and each row on the way down', async () => {
  await hands.scan(CARDS.dana)
  await hears(/Dana Miller/)
  reader.press('F7')
  await hands.atPage('account')
  const page = (await hands.snapshot()).page
  await hears(new RegExp(`^${page?.heading}\\.`, 'm'))
  reader.press('Down')
  await hears(/^(Dana’s|Shelf) book \d.*\d{4}/m)
  reader.press('Down')
  await expect.poll(() => timesHeard(/^(Dana’s|Shelf) book \d/)).toBe(2)
})

test('a form with an error: said at its field, with one Stop; put right there, it is done', async () => {
  await hands.scan(CARDS.flora)
  await hears(/Flora Bell/)
  hands.afterScan()
  reader.press('minus')
  await hands.asks('amount_cents')
  // More than Flora owes.
  reader.press('9', '9', '9', '0', '0')
  reader.press('Return')
  await hands.asks('reason')
  reader.press('2')
  await desk.page.locator('[data-field="reason"] input:checked').waitFor()
  reader.press('Return')
  await hands.asks('amount_cents')
  const wrong = /Only \$12\.50 is owed/
  await hears(wrong)
  reader.press('ctrl+a')
  reader.press('3', '0', '0')
  reader.press('Return')
  await hands.asks('reason')
  reader.press('Return')
  const { patron } = await hands.until((now) => now.page === null)
  expect(patron?.owed_cents).toBe(950)
  await hears(/Waived \$3\.00/)
  expect(timesHeard(/^Stop\./), heard().join('\n')).toBe(1)
})
