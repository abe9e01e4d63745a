/**
 * Who may pick up for whom, on the real desk by keyboard alone: recorded on one account, seen on the other, and a book
 * of the one handed to the other. Pictures in PICTURES_TO.
 */
import { expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { CARDS, omarsBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

/** Dana waits for it at Maple Street; it is out to Omar. */
const WANTED = omarsBook(2)

const { desk, hands } = oneDesk()

/** The act of the open account that the search finds by these words. */
async function find(words: string): Promise<void> {
  await hands.command(words)
}

async function account(card: string): Promise<void> {
  await hands.clear()
  await hands.scan(card)
  await hands.until((now) => now.patron !== null)
  await hands.press('F7')
  await hands.atPage('account')
}

test('Dana lets Omar pick up: found by its words, his card scanned into the field', async () => {
  await account(CARDS.dana)
  await find('may pick up')
  await desk.page.locator('[data-form]').waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, 'pickup-form')).toEqual([])
  await hands.scan(CARDS.omar)
  hands.afterScan()
  await hands.press('Ctrl+Enter')
  const { band } = await hands.until((now) => now.page?.sections.some((one) => one.section_id === 'pickups') === true)
  expect(band?.outcome).toBe('done')
  expect(await eyes.faultsInEveryLook(desk.page, 'pickup-given')).toEqual([])
})

test('her book comes back and waits; his account says one is ready, and the book asks for proof', async () => {
  await hands.clear()
  await hands.press('F2')
  await hands.scan(WANTED)
  await hands.until((now) => now.totals.in_count === 1)
  await account(CARDS.omar)
  expect(await eyes.faultsInEveryLook(desk.page, 'pickup-ready')).toEqual([])
  await hands.press('Escape')
  await hands.scan(WANTED)
  const { rows } = await hands.until((now) => now.totals.undecided_count === 1)
  expect(rows[0]?.happened).toBe('On hold for D. M.')
  expect(await eyes.faultsInEveryLook(desk.page, 'pickup-asked')).toEqual([])
  hands.afterScan()
  await hands.press('1')
  const { patron } = await hands.until((now) => now.totals.undecided_count === 0)
  expect([patron?.name, patron?.out_count]).toEqual(['Omar Núñez', 19])
})
