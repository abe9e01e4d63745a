/**
 * Money by keyboard at every rhythm of a hand, on the real desk: what is waived is what was typed as the amount, or all
 * of it, and no key waits for the screen. The keys carry their own times and are heard as fast as the page can.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { keysOf } from '../tables/tried.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { CARDS } from './support/library.ts'

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  hands = await atSmallLibrary(desk)
})
afterAll(() => desk.close())

const DAMAGE_CENTS = 1250
const PRINTING_CENTS = 200

/** Flora, who owes for damage and for printing, in this order. */
async function openFlora(): Promise<void> {
  await hands.clear()
  await hands.scan(CARDS.flora)
  const { patron } = await hands.until((now) => now.patron !== null)
  if (patron?.owed_cents === DAMAGE_CENTS)
    await hands.call('charge.add', { fee_code: '', amount_cents: PRINTING_CENTS, note: 'Printing' })
  await hands.until((now) => now.patron?.owed_cents === DAMAGE_CENTS + PRINTING_CENTS)
  hands.afterScan()
}

const owed = (cents: number): Promise<unknown> => hands.until((now) => now.patron?.owed_cents === cents)

/** As fast as a scanner, just slower than one, as most type, slowly; test/renderer/rhythm.test.ts tries all between. */
const GAPS_MS = [40, 155, 300, 800] as const

test.each(GAPS_MS)('a digit for a charge where there is but one, %i ms a key', async (gap_ms) => {
  await hands.clear()
  await hands.scan(CARDS.flora)
  await owed(DAMAGE_CENTS)
  hands.afterScan()
  await hands.keyboard.keys(['-', '1', 'Enter', '1', 'Enter', '1', 'Enter'], gap_ms)
  await desk.page.locator('[data-field="amount_cents"] [aria-invalid="true"]').waitFor()
  expect((await hands.snapshot()).patron?.owed_cents).toBe(DAMAGE_CENTS)
  await hands.press('Escape')
})

test.each(GAPS_MS)('charge 2, all of it, reason 1, and two keys too many, %i ms a key [task 25]', async (gap_ms) => {
  await openFlora()
  const waive = ['-', '2', 'Enter', '1', 'Enter']
  expect(waive.length).toBeLessThanOrEqual(keysOf(25))
  await hands.keyboard.keys([...waive, '1', 'Enter'], gap_ms)
  await owed(DAMAGE_CENTS)
  // The keys too many are for the line, where they are no number.
  await hands.until((now) => now.band?.outcome === 'stop')
  expect((await hands.snapshot()).patron?.owed_cents).toBe(DAMAGE_CENTS)
})

test.each(GAPS_MS)('a part of a charge, %i ms a key', async (gap_ms) => {
  await openFlora()
  await hands.keyboard.keys(['-', '1', '2', '5', '0', 'Enter', '3', 'Enter'], gap_ms)
  const { patron } = await hands.until((now) => now.patron?.owed_cents !== DAMAGE_CENTS + PRINTING_CENTS)
  expect(patron?.owed_cents).toBe(DAMAGE_CENTS + PRINTING_CENTS - 250)
  await hands.press('Ctrl+z')
  await owed(DAMAGE_CENTS + PRINTING_CENTS)
})
