/** A new patron at the desk: a new card is scanned, its form is open at once, and takes another card while typing. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardNumber } from '../../shared/patron/card-numbers.ts'
import { launch, type Desk } from '../standin/launch.ts'
import type { Hands } from '../standin/hands.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'

const RULES = [
  'card_ranges.csv',
  'field_rules.csv',
  'proof_kinds.csv',
  'residency_rules.csv',
  'card_rules.csv',
] as const
const DEMO = path.join(import.meta.dirname, '../../demo/library')
const FIRST = cardNumber('2123400050001', 'mod-10')
const OTHER = cardNumber('2123400050002', 'mod-10')

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  const rules = RULES.map((name) => [name, readFileSync(path.join(DEMO, name), 'utf8')] as const)
  hands = await atSmallLibrary(desk, Object.fromEntries<string>(rules))
})
afterAll(() => desk.close())

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
  await eyes.takePicture(desk.page, 'register')
  expect(await desk.page.locator('[data-field="typed.surname"] input').inputValue()).toBe('Okafor')
})
