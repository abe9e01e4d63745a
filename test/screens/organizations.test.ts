/**
 * An organization on the real desk, by keyboard alone, in English and in Spanish: found by its word, registered with a
 * contact and without a birth date, told so on the account. Pictures in PICTURES_TO.
 */
import { expect, test } from 'vitest'
import { en } from '../../shared/words/en/en.ts'
import { es } from '../../shared/words/es/es.ts'
import * as eyes from './support/eyes.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk({
  'patron_categories.csv':
    'category_code,name,loans_count_max,owed_max\nADULT,Resident adult,500,10.00\nORG,Organization,50,10.00\n',
  'settings.csv': 'name,value\norganization_category_codes,"[""ORG""]"\n',
})

/** Types into the field that has the cursor, once it is the one that is named, and goes on. */
async function fill(field: string, text: string): Promise<void> {
  await hands.asks(field)
  await hands.type(text)
  await hands.press('Enter')
}

const STEPS = [
  ['en', 'organization', 'Garden Club', '21234000700015', en],
  ['es', 'organización', 'Club de Lectura', '21234000700023', es],
] as const

test.each(STEPS)('in %s: %s, with a contact and a phone', async (language, word, name, card, words) => {
  await desk.call('staff.set-language', { language })
  await hands.clear()
  await hands.command(word)
  const { page } = await hands.atPage('patron-new')
  expect(page?.heading).toBe(words.pages.patrons.form.organization.heading)
  expect(await eyes.faultsInEveryLook(desk.page, `organization-${language}-empty`)).toEqual([])
  await hands.scan(card)
  await fill('typed.surname', name)
  await fill('typed.guardian', 'Mia Park')
  await desk.page.locator('[data-part="preview"]').waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, `organization-${language}-typed`)).toEqual([])
  await hands.press('Ctrl+Enter')
  await hands.asks('typed.phone')
  await hands.type('847-555-0177')
  await hands.press('Ctrl+Enter')
  const { patron } = await hands.until((now) => now.patron !== null)
  expect(patron?.name).toBe(name)
  await hands.press('F7')
  await hands.atPage('account')
  expect(await eyes.faultsInEveryLook(desk.page, `organization-${language}-told`)).toEqual([])
})
