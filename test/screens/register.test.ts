/** A new patron at the desk: a new card is scanned, its form is open at once, and takes another card while typing. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardNumber } from '../../shared/patron/card-numbers.ts'
import { en } from '../../shared/words/en/en.ts'
import { launch, type Desk } from '../standin/launch.ts'
import type { Hands } from '../standin/hands.ts'
import { keysOf } from '../tables/tried.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { CARDS } from './support/library.ts'
import { counterOf, type Counter } from './support/counter.ts'
import * as eyes from './support/eyes.ts'

const RULES = [
  'card_ranges.csv',
  'field_rules.csv',
  'proof_kinds.csv',
  'residency_rules.csv',
  'card_rules.csv',
  'fees.csv',
] as const
const CATEGORIES = `category_code,name,loans_count_max,owed_max
ADULT,Resident adult,500,10.00
TEEN,Teen,50,10.00
CHILD,Child,20,10.00
`
const DEMO = path.join(import.meta.dirname, '../../demo/library')
const FIRST = cardNumber('2123400050001', 'mod-10')
const OTHER = cardNumber('2123400050002', 'mod-10')
const THIRD = cardNumber('2123400050003', 'mod-10')
const FOURTH = cardNumber('2123400050004', 'mod-10')

/** What is typed, and the field that Enter then leads to. The town comes by its ZIP code. */
const FIELDS = [
  ['typed.given', 'Okafor'],
  ['typed.born_on', 'Ada'],
  ['typed.postal_code', '6/15/1985'],
  ['typed.street', '60999'],
  ['typed.phone', '12 Elm Street'],
  ['typed.email', '847-555-0134'],
  ['proofs.LICENSE', 'ada@example.org'],
] as const

const { patrons } = en.pages

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  const rules = RULES.map((name) => [name, readFileSync(path.join(DEMO, name), 'utf8')] as const)
  const categories = { 'patron_categories.csv': CATEGORIES }
  hands = await atSmallLibrary(desk, { ...Object.fromEntries<string>(rules), ...categories })
  await hands.call('drawer.open', { drawer_code: '', pieces: null, total_cents: 10_000 })
})
afterAll(() => desk.close())
const said = (words: string): Promise<void> =>
  desk.page.locator('[data-part="preview"]').filter({ hasText: words }).waitFor()

test('a card that nobody has: its form opens by itself, and no question is left on the screen', async () => {
  await hands.scan(FIRST)
  hands.afterScan()
  await hands.until(({ rows }) => rows[0]?.choices.length === 1)
  await hands.press('1')
  await hands.asks('typed.surname')
  const { band, page } = await hands.until((now) => now.page?.ref.place === 'patron-new')
  expect([band, page?.ref.about]).toEqual([null, FIRST])
})

test('another card that is scanned into the form takes the place of the first, and what was typed stays', async () => {
  await hands.type('Okafor')
  await hands.press('Enter')
  await hands.asks('typed.given')
  await hands.type('Ada')
  await hands.scan(OTHER)
  await hands.until(({ page }) => page?.ref.about === OTHER)
  expect(await desk.page.locator('[data-field="typed.surname"] input').inputValue()).toBe('Okafor')
})

test('to the end by keyboard alone: a new card and eight fields, Enter from one to the next [task 60]', async () => {
  await hands.press('Escape')
  await hands.clear()
  const count = await counterOf(hands)
  await count.scan(OTHER)
  hands.afterScan()
  await hands.until(({ rows }) => rows[0]?.choices.length === 1)
  await hands.press('1')
  await hands.asks('typed.surname')
  for (const [next, text] of FIELDS) {
    await count.type(text)
    await hands.press('Enter')
    await hands.asks(next)
  }
  // The license: its key is the answer.
  await count.type(' ')
  await said('Resident')
  await said('Maple Falls')
  expect(await eyes.faultsInEveryLook(desk.page, 'register')).toEqual([])
  await hands.press('Ctrl+Enter')
  const { patron } = await hands.until((now) => now.patron !== null)
  expect(patron).toMatchObject({ name: 'Ada Okafor', card_barcode: OTHER, category: 'Resident adult' })
  expect(await count.presses()).toBeLessThanOrEqual(keysOf(60))
  expect(await eyes.faultsInEveryLook(desk.page, 'registered')).toEqual([])
})

const { guardian, family } = en.outcomes.patron.card
/** Of a family, with the birth dates of two adults and three children, and what the form says of whose they are. */
const FAMILY = [
  ['Grace', '2/2/1986', family('Ada Okafor')],
  ['Ike', '3/3/2012', guardian('Grace Okafor')],
  ['Uche', '4/4/2014', guardian('Grace Okafor')],
  ['Zoe', '5/5/2018', guardian('Grace Okafor')],
] as const
type Member = (typeof FAMILY)[number]

/** Registers the next of the open family by a scan: the fields of the family are gone through by Enter. */
async function registerNext(count: Counter, card: string, [given, born, whose]: Member): Promise<void> {
  await count.scan(card)
  hands.afterScan()
  await hands.until(({ rows }) => rows[0]?.choices.length === 4)
  await hands.press('4')
  await hands.asks('typed.surname')
  await hands.press('Enter')
  await hands.asks('typed.given')
  await count.type(given)
  await hands.press('Enter')
  await hands.asks('typed.born_on')
  await count.type(born)
  for (const next of [
    'typed.postal_code',
    'typed.city',
    'typed.street',
    'typed.phone',
    'typed.email',
    'proofs.LICENSE',
  ]) {
    await hands.press('Enter')
    await hands.asks(next)
  }
  await count.type(' ')
  await desk.page.locator('[data-part="preview"]').filter({ hasText: whose }).waitFor()
  await eyes.takePicture(desk.page, `family-${given}`)
  await hands.press('Ctrl+Enter')
  await hands.until((now) => now.patron?.name === `${given} Okafor`)
}

test('a family of five, the first of them above: each next one by a scan and ten keys [task 62]', async () => {
  const count = await counterOf(hands)
  for (const [at, member] of FAMILY.entries()) {
    await registerNext(count, cardNumber(`212340005001${at}`, 'mod-10'), member)
  }
  expect((await count.presses()) + keysOf(60)).toBeLessThan(keysOf(62))
  await hands.press('F7')
  const { page } = await hands.atPage('account')
  const family = page?.sections.find((one) => one.section_id === 'family')
  expect(family?.kind === 'table' && family.rows.map((row) => row.cells[0]?.text)).toEqual([
    'Grace Okafor',
    'Ike Okafor',
    'Uche Okafor',
    'Ada Okafor',
  ])
  await eyes.takePicture(desk.page, 'family')
})

test('a lost card is replaced by a scan, and its fee is taken [task 61]', async () => {
  await hands.clear()
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron?.name === 'Dana Miller')
  const count = await counterOf(hands)
  await count.scan(FIRST)
  hands.afterScan()
  await hands.until(({ rows }) => rows[0]?.choices.length === 4)
  await hands.press('1')
  await hands.until((now) => now.patron?.owed_cents === 200)
  await hands.press('+')
  await desk.page.locator('#pay-amount:focus').waitFor()
  await hands.press('=')
  await hands.press('Enter')
  const { patron } = await hands.until((now) => now.patron?.owed_cents === 0)
  expect(patron?.card_barcode).toBe(FIRST)
  expect(await count.presses()).toBeLessThanOrEqual(keysOf(61))
})

test('a card that is scanned into the form for another card is its number', async () => {
  await hands.press('F7')
  await hands.atPage('account')
  await hands.command('another card')
  await hands.asks('reason')
  await hands.press('2')
  await hands.scan(FOURTH)
  hands.afterScan()
  await hands.asks('barcode')
  await eyes.takePicture(desk.page, 'replace-scanned')
  await hands.press('Ctrl+Enter')
  const { patron, rows } = await hands.until((now) => now.patron?.card_barcode === FOURTH)
  expect([patron?.owed_cents, rows.filter(({ choices }) => choices.length > 0).length]).toEqual([0, 0])
})

test('who may be a patron already is beside the form from the third field on, and opened by a key', async () => {
  await hands.clear()
  await hands.scan(THIRD)
  hands.afterScan()
  await hands.until(({ rows }) => rows[0]?.choices.length === 1)
  await hands.press('1')
  await hands.asks('typed.surname')
  const alike = desk.page.locator('[data-part="alike"]')
  await hands.type('Milller')
  await hands.press('Enter')
  await hands.asks('typed.given')
  await hands.type('Dana')
  expect(await alike.count()).toBe(0)
  await hands.press('Enter')
  await hands.asks('typed.born_on')
  await hands.type('6/15/1985')
  await alike.waitFor()
  await eyes.takePicture(desk.page, 'register-alike')
  expect(await alike.locator('p').first().textContent()).toBe('Dana Miller')
  await hands.press('Ctrl+1')
  const { patron } = await hands.until((now) => now.patron !== null)
  expect(patron?.name).toBe('Dana Miller')
  expect(await alike.count()).toBe(0)
  // Two records of one person are merged from here; Esc is the form again.
  const { page } = await hands.until((now) => now.page?.ref.place === 'account')
  expect(page?.acts.find(({ key }) => key === 'Q')?.weight).toBe('main')
  await eyes.takePicture(desk.page, 'register-alike-open')
})

test('the patron types a PIN twice, and it is never shown', async () => {
  await hands.press('F7')
  await hands.atPage('account')
  await desk.page.locator('[data-part="page"] [data-more]').last().focus()
  await hands.press('Enter')
  const set = desk.page.locator('[data-part="more"] button').filter({ hasText: patrons.pin.set })
  for (let pressed = 0; pressed < 40 && !(await set.evaluate((one) => one === document.activeElement)); pressed += 1) {
    await hands.press('Tab')
  }
  await hands.press('Enter')
  await hands.asks('pin')
  // Too short for the library: said at the field, in words about a PIN.
  await hands.type('73')
  await hands.press('Enter')
  await hands.asks('pin_again')
  await hands.type('73')
  await hands.press('Enter')
  await desk.page.locator('[data-field="pin"] input[aria-invalid="true"]').waitFor()
  await hands.asks('pin')
  await eyes.takePicture(desk.page, 'pin-short')
  await hands.press('Ctrl+a')
  await hands.type('730518')
  await hands.press('Enter')
  await hands.asks('pin_again')
  await hands.press('Ctrl+a')
  await hands.type('730519')
  await eyes.takePicture(desk.page, 'pin')
  expect(await desk.page.locator('[data-part="page"] input[type="password"]').count()).toBe(2)
  await hands.press('Enter')
  await desk.page.locator('[data-field="pin"] input[aria-invalid="true"]').waitFor()
  await eyes.takePicture(desk.page, 'pin-differs')
  for (const next of ['pin_again', null]) {
    await hands.press('Ctrl+a')
    await hands.type('730518')
    await hands.press('Enter')
    if (next !== null) await hands.asks(next)
  }
  await hands.until(({ rows }) => rows[0]?.happened === en.outcomes.patron.card.pin_set)
  await eyes.takePicture(desk.page, 'pin-set')
})
