/** All patrons for another system by keyboard alone: the form, and what the page says of each field. With pictures. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { brokenWords } from './support/broken-words.ts'
import { PIN } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()

/** Asks for an export into a new folder, up to the form of its files. @returns the folder */
async function exportInto(name: string): Promise<string> {
  await hands.press('x')
  await hands.asks('to_folder')
  const folder = path.join(desk.userData, name)
  await hands.type(folder)
  await hands.press('Enter')
  await hands.asks('form')
  return folder
}

/** The form is chosen: no mapping, the PIN, and the report of what was lost. */
async function sendExport(): Promise<void> {
  await hands.press('Enter')
  await hands.asks('mapping_from')
  await hands.press('Enter')
  await hands.asks('own_pin')
  await hands.type(PIN)
  await hands.press('Ctrl+Enter')
  await desk.page.locator('[data-section="losses-out"]').waitFor()
}

test('X, a folder, Koha, the PIN; then the loss report stands on the page', async () => {
  // The recovery key is put on paper later.
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  await hands.press('Ctrl+Shift+i')
  await desk.page.locator('[data-place="data-in"]').waitFor()
  const folder = await exportInto('to-koha')
  await hands.press('ArrowDown')
  expect(await eyes.faultsInEveryLook(desk.page, 'koha-out-form')).toEqual([])
  await sendExport()
  expect(readdirSync(folder).toSorted()).toEqual(['koha-patrons.csv', 'loss-report.txt'])
  expect(await brokenWords(desk.page, 'losses-out')).toEqual([])
  expect(await eyes.faultsInEveryLook(desk.page, 'koha-out-losses')).toEqual([])
  await hands.press('p')
  await hands.asks('folder')
  await hands.type(folder)
  await hands.press('Enter')
  await hands.asks('mapping')
  await hands.press('2')
  await hands.press('Enter')
  await hands.asks('own_pin')
  await hands.type(PIN)
  await hands.press('Ctrl+Enter')
  await desk.page.locator('[data-section="losses"]').waitFor()
  expect(await desk.page.locator('[data-section="losses-out"]').count()).toBe(0)
  expect(await brokenWords(desk.page, 'losses')).toEqual([])
  expect(await eyes.faultsInEveryLook(desk.page, 'koha-preview')).toEqual([])
})

test('the same for Evergreen: four files, and no word of its table is broken', async () => {
  const folder = await exportInto('to-evergreen')
  await hands.press('ArrowDown')
  await hands.press('ArrowDown')
  await sendExport()
  const files = ['cards.csv', 'loss-report.txt', 'patron_addresses.csv', 'patrons.csv', 'standing_penalties.csv']
  expect(readdirSync(folder).toSorted()).toEqual(files)
  expect(await brokenWords(desk.page, 'losses-out')).toEqual([])
  expect(await eyes.faultsInEveryLook(desk.page, 'evergreen-out-losses')).toEqual([])
})
