/** This desk's own card numbers on the screen: a range is added, used up, and not known after a restore. */
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../shared/kernel/assert.ts'
import { en } from '../../shared/words/en/en.ts'
import { says } from '../support/said.ts'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { outputOf } from '../standin/set-up-desk.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { BADGE, CARDS, PIN } from './support/library.ts'

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await atSmallLibrary(desk)
})
afterAll(() => desk.close())

const looks = (name: string) => eyes.faultsInEveryLook(desk.page, name)

const hintOf = (name: string) => desk.page.locator(`[data-form] [data-field="${name}"] [id$="-hint"]`)
const wrongAt = (name: string) => desk.page.locator(`[data-form] [data-field="${name}"] [role="alert"]`)

async function goTo(place: string, about: string): Promise<void> {
  outputOf(await desk.call('desk.go', { page: { place, about } }), 'snapshot')
  await hands.atPage(place)
}

/** The form of another card, from the account: an extra one, with this desk's next number. */
async function askForNext(): Promise<void> {
  await hands.press('F7')
  await hands.atPage('account')
  await hands.command('another card')
  await hands.asks('reason')
  await hands.press('3')
}

test('a range is added: the form says the code of this desk, and its button what it does', async () => {
  await goTo('policy-row', 'card_range+')
  await hands.press('Enter')
  await hands.asks('values.range_code')
  expect(await looks('card-range-form')).toEqual([])
  const told = await hintOf('values.terminal_code').innerText()
  const code = must(/\b[A-HJ-NP-Z2-9]{6}\b/.exec(told), 'the code of this desk')[0]
  expect(told).toContain(en.pages.policy.form.this_desk(code))
  for (const text of ['OWN', code, '9998', '9999']) {
    await hands.type(text)
    await hands.press('Enter')
  }
  await hands.press('Ctrl+Enter')
  await hands.until((now) => now.band?.outcome === 'done')
  await hands.clear()
})

test('used up, it is said at the field of the form, with what to do', async () => {
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  for (const given of [1, 2]) {
    await askForNext()
    if (given === 2) expect(await looks('card-range-last')).toEqual([])
    await hands.press('Ctrl+Enter')
    await hands.until((now) => now.rows.length === given)
  }
  await askForNext()
  await hands.press('Ctrl+Enter')
  await wrongAt('barcode')
    .filter({ hasText: says('card-range-used-up') })
    .waitFor()
  expect(await looks('card-range-used-up')).toEqual([])
  await hands.press('Escape')
  await hands.clear()
})

test('the form of a new patron says so above it', async () => {
  await goTo('patron-new', '')
  expect(await looks('card-range-used-up-new')).toEqual([])
  await hands.clear()
})

test('after a restore the numbers are not known, which is said at the same field', async () => {
  const from_folder = path.join(desk.userData, 'evening')
  outputOf(await desk.call('store.backup', { to_folder: from_folder }), 'folder')
  await hands.call('store.restore', { from_folder, own_pin: PIN })
  await hands.signIn(BADGE, PIN)
  hands.afterScan()
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  await askForNext()
  await hands.press('Ctrl+Enter')
  await wrongAt('barcode')
    .filter({ hasText: says('card-range-unsure') })
    .waitFor()
  expect(await looks('card-range-unsure')).toEqual([])
})
