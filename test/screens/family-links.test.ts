/**
 * Two adults linked as family on the real desk, by keyboard alone, in English and in Spanish: found by name, their card
 * scanned into the form, shown under Household, undone. Pictures in PICTURES_TO.
 */
import { expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()

/** Opens the form by its name, and scans the other card into it. @returns what the row of the household says */
async function linked(find: string, name: string): Promise<string> {
  await hands.clear()
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  await hands.press('F7')
  await hands.atPage('account')
  await hands.command(find)
  await desk.page.locator('[data-form]').waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, `${name}-form`)).toEqual([])
  await hands.scan(CARDS.omar)
  hands.afterScan()
  await hands.press('Ctrl+Enter')
  const { page } = await hands.until((now) => now.page?.sections.some((one) => one.section_id === 'family') === true)
  expect(await eyes.faultsInEveryLook(desk.page, `${name}-linked`)).toEqual([])
  const section = page?.sections.find((one) => one.section_id === 'family')
  return section?.kind === 'table' ? (section.rows[0]?.notes.join() ?? '') : ''
}

test('in English, and undone', async () => {
  expect(await linked('link as family', 'family-link')).toBe('Family')
  await hands.press('Ctrl+z')
  await hands.until((now) => now.page?.sections.every((one) => one.section_id !== 'family') === true)
})

test('in Spanish', async () => {
  await desk.call('staff.set-language', { language: 'es' })
  expect(await linked('vincular como familia', 'family-link-es')).toBe('Familia')
})
