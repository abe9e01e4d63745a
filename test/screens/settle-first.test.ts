/**
 * A library that asks for what is owed before a card is renewed, on the real desk, in English and in Spanish: the form
 * says it, the row leads to the payment, and it is renewed even so for a reason. Pictures in PICTURES_TO.
 */
import { expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk({
  'settings.csv': 'name,value\ncard_owed_cents_max,500\n',
  // Harold's card is the one that expired: a card that does not end has nothing to renew.
  'charges.csv': 'charge_id,patron_id,kind,charged_at,amount\nC1,P6,damaged,2020-05-01 10:00,12.50\n',
})

test.each([
  ['en', 'renew'],
  ['es', 'renovar la tarjeta'],
] as const)('in %s: a renewal waits for what is owed', async (language, find) => {
  await desk.call('staff.set-language', { language })
  await hands.clear()
  await hands.scan(CARDS.harold)
  await hands.until((now) => now.patron !== null)
  await hands.press('F7')
  await hands.atPage('account')
  await hands.command(find)
  await desk.page.locator('[data-form]').waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, `owed-first-${language}-form`)).toEqual([])
  await hands.press(' ')
  await hands.press('Enter')
  const { band } = await hands.until((now) => now.rows[0]?.choices.length === 1)
  expect(band?.sentence).toContain('12')
  expect(await eyes.faultsInEveryLook(desk.page, `owed-first-${language}-row`)).toEqual([])
  // For a reason it is renewed even so.
  await hands.press('1')
  await hands.until((now) => (now.rows[0]?.choices.length ?? 0) > 1)
  expect(await eyes.faultsInEveryLook(desk.page, `owed-first-${language}-why`)).toEqual([])
  await hands.press('2')
  await hands.until((now) => now.rows[0]?.choices.length === 0)
  expect(await eyes.faultsInEveryLook(desk.page, `owed-first-${language}-done`)).toEqual([])
  // The next language meets the card as it was.
  await hands.press('Ctrl+z')
  await hands.until((now) => now.rows[0]?.is_undone ?? false)
})
