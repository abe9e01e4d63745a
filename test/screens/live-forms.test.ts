/**
 * A form that says while it is typed what would come of it, on the real desk by keyboard: what it foretells at a slow
 * hand is what then stands there, a fast hand never waits for it, and a scan into it goes to the desk.
 */
import { beforeEach, expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { CARDS, shelfBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()
beforeEach(() => hands.clear())

const OWED_CENTS = 1250
const said = (words: string): Promise<void> =>
  desk.page.locator('[data-part="preview"]').filter({ hasText: words }).waitFor()
const owed = (cents: number): Promise<unknown> => hands.until((now) => now.patron?.owed_cents === cents)

async function openFlora(): Promise<void> {
  await hands.scan(CARDS.flora)
  await owed(OWED_CENTS)
  hands.afterScan()
}

test('what stays owed and what is lifted, 300 ms a key', async () => {
  await openFlora()
  await hands.keyboard.keys(['-'], 300)
  await hands.asks('amount_cents')
  await said('Owed after this: $0.00')
  await hands.keyboard.keys(['3', '0', '0'], 300)
  await said('$9.50 of it stays owed. Owed after this: $9.50')
  await said('Block lifted: Owes too much')
  expect(await eyes.faultsInEveryLook(desk.page, 'money-waive-live')).toEqual([])
  await hands.keyboard.keys(['Enter', '5', 'Enter'], 300)
  await owed(950)
  await hands.press('Ctrl+z')
  await owed(OWED_CENTS)
})

test.each([36, 50, 80])('a hand that waits for nothing, %i ms a key', async (gap_ms) => {
  await openFlora()
  await hands.keyboard.keys(['-', '2', '5', '0', 'Enter', '3', 'Enter'], gap_ms)
  const { patron } = await hands.until((now) => now.patron?.owed_cents !== OWED_CENTS)
  expect(patron?.owed_cents).toBe(OWED_CENTS - 250)
  await hands.press('Ctrl+z')
  await owed(OWED_CENTS)
})

test('a book scanned into the amount is lent to nobody’s surprise, and the form goes on [task 31]', async () => {
  await openFlora()
  await hands.press('-')
  await hands.asks('amount_cents')
  await hands.type('100')
  await said('$11.50 of it stays owed')
  await hands.scan(shelfBook(3))
  await hands.until((now) => now.rows.some((row) => row.choices.length > 0))
  await hands.asks('amount_cents')
  await said('$11.50 of it stays owed')
  expect(await desk.page.locator('[data-field="amount_cents"] input').inputValue()).toBe('100')
  await hands.press('Escape')
})
