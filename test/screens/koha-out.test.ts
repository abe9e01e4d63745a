/** All patrons for another system by keyboard alone: the form, and what the page says of each field. With pictures. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { brokenWords } from './support/broken-words.ts'
import { PIN } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()

const focused = (field: string): Promise<void> => desk.page.locator(`[data-field="${field}"]:focus-within`).waitFor()

test('X, a folder, Koha, the PIN; then the loss report stands on the page', async () => {
  await hands.press('Enter')
  await hands.until((now) => now.page === null)
  await hands.press('Ctrl+Shift+i')
  await desk.page.locator('[data-place="data-in"]').waitFor()
  await hands.press('x')
  await focused('to_folder')
  const folder = path.join(desk.userData, 'to-koha')
  await hands.type(folder)
  await hands.press('Enter')
  await focused('form')
  await hands.press('ArrowDown')
  expect(await eyes.faultsInEveryLook(desk.page, 'koha-out-form')).toEqual([])
  await hands.press('Enter')
  await focused('mapping_from')
  await hands.press('Enter')
  await focused('own_pin')
  await hands.type(PIN)
  await hands.press('Ctrl+Enter')
  await desk.page.locator('[data-section="losses-out"]').waitFor()
  expect(readdirSync(folder).toSorted()).toEqual(['koha-patrons.csv', 'loss-report.txt'])
  expect(await brokenWords(desk.page, 'losses-out')).toEqual([])
  expect(await eyes.faultsInEveryLook(desk.page, 'koha-out-losses')).toEqual([])
  await hands.press('p')
  await focused('folder')
  await hands.type(folder)
  await hands.press('Enter')
  await focused('mapping')
  await hands.press('2')
  await hands.press('Enter')
  await focused('own_pin')
  await hands.type(PIN)
  await hands.press('Ctrl+Enter')
  await desk.page.locator('[data-section="losses"]').waitFor()
  expect(await desk.page.locator('[data-section="losses-out"]').count()).toBe(0)
  expect(await brokenWords(desk.page, 'losses')).toEqual([])
  expect(await eyes.faultsInEveryLook(desk.page, 'koha-preview')).toEqual([])
})

test('the same for Evergreen: four files, and no word of its table is broken', async () => {
  await hands.press('x')
  await focused('to_folder')
  const folder = path.join(desk.userData, 'to-evergreen')
  await hands.type(folder)
  await hands.press('Enter')
  await focused('form')
  await hands.press('ArrowDown')
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await focused('mapping_from')
  await hands.press('Enter')
  await focused('own_pin')
  await hands.type(PIN)
  await hands.press('Ctrl+Enter')
  await desk.page.locator('[data-section="losses-out"]').waitFor()
  const files = ['cards.csv', 'loss-report.txt', 'patron_addresses.csv', 'patrons.csv', 'standing_penalties.csv']
  expect(readdirSync(folder).toSorted()).toEqual(files)
  expect(await brokenWords(desk.page, 'losses-out')).toEqual([])
  expect(await eyes.faultsInEveryLook(desk.page, 'evergreen-out-losses')).toEqual([])
})
