/**
 * What a clerk hears who does not see the screen: Orca reads a real window aloud. What has to be heard is heard once,
 * in order, and nothing of the patron before. Keys are real ones of the display, which come to Orca first, because it
 * keeps some for itself; scans come as from a scanner.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { en } from '../../shared/words/en/en.ts'
import { atSmallLibrary } from '../screens/support/at-small-library.ts'
import { CARDS, danasBook, northBook, omarsBook, shelfBook } from '../screens/support/library.ts'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { ScreenReader } from './support/screen-reader.ts'

/** The pace of a book drop that is emptied by a practiced hand. */
const SCAN_EVERY_MS = 1_000

const NOBODYS = '31234000001990'

const { done, stop } = en.screen.outcome_spoken
const { more_done } = en.screen

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
async function hears(words: RegExp | string): Promise<void> {
  await expect.poll(() => heard().join('\n')).toMatch(words)
}

/** Real keys of the display, after whatever was scanned. */
async function press(...keys: readonly string[]): Promise<void> {
  await hands.keyboard.untilPast()
  reader.press(...keys)
}

async function scanAtPace(barcodes: readonly string[]): Promise<void> {
  for (const barcode of barcodes) {
    await hands.scan(barcode)
    hands.keyboard.pause(SCAN_EVERY_MS)
  }
}

/** How many items that went well were heard of, by name or in a total. */
function doneCount(title: string): number {
  const counts = heard().map((text) => {
    const more_count = numbers(20).find((count) => text.startsWith(more_done(count))) ?? 0
    return more_count + (text.includes(`${done} ${title}`) ? 1 : 0)
  })
  return counts.reduce((sum, count) => sum + count, 0)
}

/** How many sentences were heard that have all of these words. */
function timesHeard(...words: readonly (RegExp | string)[]): number {
  const hasAll = (text: string): boolean =>
    words.every((one) => (typeof one === 'string' ? text.includes(one) : one.test(text)))
  return heard().filter(hasAll).length
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_none, at) => at + 1)
}

test('a check-out of five: whose account, how many, and when the last is due', async () => {
  await hands.scan(CARDS.omar)
  await scanAtPace(numbers(5).map(shelfBook))
  await hands.until((now) => now.totals.out_count === 5)
  await hears(`${done} Shelf book 5. ${en.outcomes.loan.due_spoken('')}`)
  expect(timesHeard(/Omar Núñez/)).toBe(1)
  expect(doneCount('Shelf book'), heard().join('\n')).toBe(5)
  expect(heard().findIndex((text) => text.includes('Omar'))).toBeLessThan(
    heard().findIndex((text) => text.includes('Shelf book')),
  )
})

test('a book drop of twenty: each that does not go to its shelf with its place, the rest by number', async () => {
  await press('F2')
  await hands.until((now) => now.mode === 'in')
  await hears(en.screen.band.idle.in.heading)
  await scanAtPace(numbers(20).map(omarsBook))
  await hands.until((now) => now.totals.in_count === 20)
  await hears(/Returned book 20\./)
  // At a fast pace the title and the place.
  const { hold, transit } = en.outcomes.return
  expect(timesHeard('Returned book 2.', new RegExp(hold.fact, 'i')), heard().join('\n')).toBe(1)
  expect(timesHeard('Returned book 3.', new RegExp(`${transit.label}.* North Branch`, 'i'))).toBe(1)
  expect(heard().findIndex((text) => text.includes('book 3.'))).toBeLessThan(
    heard().findIndex((text) => text.includes('book 20.')),
  )
  // The first is cut short where the reader is slow: the place of the second is said over it.
  expect(doneCount('Returned book'), heard().join('\n')).toBeGreaterThanOrEqual(17)
  expect(timesHeard(/Omar|Núñez/)).toBe(0)
})

test('eight routes in eighteen at a fast pace, and a stop behind them that does not wait for their words', async () => {
  const { transit } = en.outcomes.return
  await press('F2')
  await hands.until((now) => now.mode === 'in')
  await hears(en.screen.band.idle.in.heading)
  const plain = [...numbers(5).map(danasBook), ...numbers(5).map(shelfBook)]
  await scanAtPace(plain.flatMap((book, at) => [book, ...(at < 2 ? [] : [northBook(at - 1)])]))
  await hands.until((now) => now.totals.in_count === 18)
  const routesHeard = (): number => timesHeard(/Northern book/)
  const before = routesHeard()
  await hands.scan(NOBODYS)
  await hears(stop)
  const until = heard().findIndex((text) => text.includes(stop))
  const between =
    heard()
      .slice(0, until)
      .filter((text) => text.includes('Northern book')).length - before
  expect(between, heard().join('\n')).toBeLessThanOrEqual(1)
  await hears(/Northern book 8\./)
  for (const number of numbers(8)) expect(timesHeard(`Northern book ${number}.`, 'North Branch')).toBeGreaterThan(0)
  expect(timesHeard(new RegExp(`^Northern book \\d\\. ${transit.label} North Branch`, 'i'))).toBeGreaterThan(0)
})

test('a scan that is refused', async () => {
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  await hands.scan(NOBODYS)
  await expect.poll(() => timesHeard(stop, NOBODYS)).toBe(1)
  expect(timesHeard(stop)).toBe(1)
})

test('a change of patron: the next one is said, and nothing more of the one before', async () => {
  await hands.scan(CARDS.dana)
  await scanAtPace([shelfBook(7), shelfBook(8)])
  await hands.until((now) => now.rows_count === 2)
  const owing = `Flora Bell. ${en.panel.owes('$12.50')}`
  await hands.scan(CARDS.flora)
  await hears(owing)
  const since = heard().slice(heard().findIndex((text) => text.includes('Flora')))
  await hands.scan(NOBODYS)
  await hears(stop)
  expect(since.filter((text) => /Dana|Miller|Shelf book/.test(text))).toEqual([])
  expect(timesHeard(owing)).toBe(1)
})

test('a page of the account: its name, and each row on the way down', async () => {
  await hands.scan(CARDS.dana)
  await hears(/Dana Miller/)
  await press('F7')
  await hands.atPage('account')
  const page = (await hands.snapshot()).page
  await hears(`${page?.heading}.`)
  await press('Down')
  await hears(/^(Dana’s|Shelf) book \d.*\d{4}/m)
  await press('Down')
  await expect.poll(() => timesHeard(/^(Dana’s|Shelf) book \d/)).toBe(2)
})

test('a form with an error: said at its field, and not as a Stop; put right there, it is done', async () => {
  await hands.scan(CARDS.flora)
  await hears(/Flora Bell/)
  hands.afterScan()
  await press('minus')
  await hands.asks('amount_cents')
  // More than Flora owes.
  await press('9', '9', '9', '0', '0')
  await press('Return')
  await hands.asks('reason')
  await press('2')
  await desk.page.locator('[data-field="reason"] input:checked').waitFor()
  await press('Return')
  await hands.asks('amount_cents')
  const { says } = en.refusals['more-than-owed']
  const wrong = typeof says === 'string' ? says : says({ owed: '$12.50' })
  await hears(wrong)
  const times = timesHeard(wrong)
  // With the focus at the field already it is said as well.
  await press('ctrl+a')
  await press('8', '8', '8', '0', '0')
  await press('ctrl+Return')
  await expect.poll(() => timesHeard(wrong)).toBeGreaterThan(times)
  await press('ctrl+a')
  await press('3', '0', '0')
  await press('Return')
  await hands.asks('reason')
  await press('Return')
  const { patron } = await hands.until((now) => now.page === null)
  expect(patron?.owed_cents).toBe(950)
  await hears(en.log.let_off.waived('$3.00'))
  expect(timesHeard(stop), heard().join('\n')).toBe(0)
})
