/**
 * The drawer on the real desk by keyboard alone, each press counted: opened with its float by the piece. Pictures
 * (PICTURES_TO) and nothing for axe to find.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'

/** The pieces that this library counts, and its recipe: what a worked day begins with (the figures of W1). */
const SETTINGS = 'name,value\ncounted_pieces_cents,"[2000,1000,500,100,25,10,5,1]"\n'
const RECIPE = 'piece_code,pieces_count\n1000,2\n500,8\n100,20\n25,40\n10,50\n5,80\n1,100\n'
const FLOAT = ['', '2', '8', '20', '40', '50', '80', '100'] as const

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await atSmallLibrary(desk, { 'settings.csv': SETTINGS, 'float_pieces.csv': RECIPE })
})
afterAll(() => desk.close())
beforeEach(() => hands.clear())

async function picture(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, `drawer-${name}`)).toEqual([])
}

/** Types a count piece by piece, Enter after each. */
async function counts(pieces: readonly string[]): Promise<void> {
  for (const piece of pieces) {
    if (piece !== '') await hands.type(piece)
    await hands.press('Enter')
  }
}

test('the float is counted by the piece, and opens the drawer', async () => {
  const counted = await hands.countKeys()
  await hands.press('F12')
  await hands.asks('pieces.2000')
  await counts(FLOAT.slice(0, 4))
  await picture('opening')
  await counts(FLOAT.slice(4))
  const { band, page } = await hands.until((now) => now.band?.outcome === 'done' && now.page?.enter === null)
  expect(page?.ref.place).toBe('drawer')
  expect(band?.sentence).toContain('$100.00')
  expect(await counted()).toBeLessThanOrEqual(9 + FLOAT.join('').length)
  await picture('open')
})
