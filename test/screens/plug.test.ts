/** Somebody trips over the cable: main and station are killed in the middle of a stack of books, and start again. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { outputOf } from '../standin/set-up-desk.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { BADGE, CARDS, PIN, shelfBook } from './support/library.ts'

let userData: string
let desk: Desk

beforeEach(() => {
  userData = mkdtempSync(path.join(os.tmpdir(), 'datestamp-plug-'))
})
afterEach(async () => {
  await desk.close()
  rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

/** The cable goes when so many books are seen out. */
const SEEN_MIN = 8

/** The numbers of the shelf books whose rows say "Out" on the screen. */
async function seenOut(hands: Hands): Promise<number[]> {
  const rows = await hands.page.locator('[data-row]').allInnerTexts()
  return rows.filter((row) => /\bOut\b/.test(row)).map((row) => Number(/Shelf book (\d+)/.exec(row)?.[1]))
}

test('every book whose row was on the screen is out, the journal is whole, and the clerk is told', async () => {
  desk = await launch({ userData })
  const hands = await atSmallLibrary(desk)
  await hands.scan(CARDS.omar)
  await hands.until((now) => now.patron !== null)
  let seen: number[] = []
  const stack = (async (): Promise<void> => {
    for (let number = 1; number <= 30; number += 1) {
      // However many are seen at once, the stack does not end before the cable does.
      while (number > Math.min(seen.length, SEEN_MIN) + 15) await hands.page.waitForTimeout(10)
      await hands.scan(shelfBook(number))
    }
  })()
  while (seen.length < SEEN_MIN) seen = await seenOut(hands)
  const station = desk.pid('station')
  desk.kill('main')
  process.kill(station, 'SIGKILL')
  await expect(stack).rejects.toThrow(/closed/i)
  await desk.started.exited
  await desk.close()

  desk = await launch({ userData })
  const again = await Hands.at(desk)
  expect((await again.snapshot()).stage).toBe('sign-in')
  await again.signIn(BADGE, PIN)
  for (const number of seen) {
    const item = outputOf(await desk.call('item.get', { item_barcode: shelfBook(number) }), 'is_out')
    expect(item, `book ${number}`).toBe(true)
  }
  await desk.page.getByText('The desk stopped without signing out. The last record is').waitFor()
  expect(outputOf(await desk.call('journal.verify'), 'problems')).toEqual([])

  await again.scan(CARDS.omar)
  const account = await again.until((now) => now.patron !== null)
  const out = account.patron?.loans.map((loan) => loan.barcode) ?? []
  expect(out).toEqual(expect.arrayContaining(seen.map(shelfBook)))
  expect(account.recovered, 'the message goes with the next act').toBe('')
})
