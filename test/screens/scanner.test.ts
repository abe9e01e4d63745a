/**
 * A scanner that types, pointed at everything there is: the scan arrives whole, no button is pressed, no field keeps a
 * character of it, and the line has the focus again. What is said aloud, and the half second after a scan.
 */
import { says } from '../support/said.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { en } from '../../shared/words/en/en.ts'
import type { Hands, Suffix } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { outputOf } from '../standin/set-up-desk.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { CARDS, CLERK_BADGE, danasBook, shelfBook } from './support/library.ts'

let desk: Desk
let hands: Hands
const SPEEDS_MS = [0, 20, 80] as const
const SUFFIXES = ['CR', 'CR LF', 'Tab'] as const
const PANELS = '[data-part="settings"], [data-part="search"], [data-part="keys"], [data-part="help"]'

beforeAll(async () => {
  desk = await launch()
  hands = await atSmallLibrary(desk)
})
afterAll(() => desk.close())

let numbers_count = 0
/** A number that is neither a card nor an item: its row shows what arrived. */
function newNumber(): string {
  numbers_count += 1
  return `9${String(numbers_count).padStart(13, '0')}`
}

async function focusButton(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().focus()
}

/** Where the focus is when the scan comes, at a desk with somebody open. */
const PLACES: readonly (readonly [string, () => Promise<void>])[] = [
  ['the line', async () => undefined],
  ['a line with a half-typed number', () => hands.type('123')],
  ['the title search', () => hands.press('F3')],
  [
    'the person search, with a name typed',
    async () => {
      await hands.press('F4')
      await hands.type('mill')
    },
  ],
  [
    'the settings panel [task 32]',
    async () => {
      await hands.press('Ctrl+,')
      await desk.page.locator('[data-part="settings"] input:focus').waitFor()
    },
  ],
  [
    'a key that waits to be changed',
    async () => {
      await hands.press('Ctrl+,')
      await desk.page.locator('[data-action="undo"]').focus()
      await hands.press(' ')
      await desk.page.getByText('Press a function key').waitFor()
    },
  ],
  ['Finish', () => focusButton(desk.page, /^Finish/)],
  ['the button that undoes', () => focusButton(desk.page, new RegExp(`^${en.outcomes.undo.offer('check-out')}`))],
  ['a place in the rail', () => focusButton(desk.page, /^Check in\b/)],
]

/**
 * Every place meets every speed and every suffix, and every speed meets every suffix in some place. All three together
 * would be three times as many: the rhythm is told apart before a place hears of the scan.
 */
const scansAt = (place: number): readonly (readonly [number, Suffix])[] =>
  SPEEDS_MS.map((gap_ms, at) => [gap_ms, SUFFIXES[(at + place) % SUFFIXES.length] ?? 'CR'])

describe('a scanner at 0, 20 and 80 ms a key', () => {
  beforeEach(async () => {
    await hands.clear()
    await hands.scan(CARDS.omar)
    await hands.scan(shelfBook(1))
    await hands.until((now) => now.rows_count === 1)
    if ((await hands.snapshot()).totals.undecided_count > 0) await hands.press('Escape')
    await hands.until((now) => now.totals.undecided_count === 0)
  })

  test.each(PLACES.map(([name, goThere], place) => [name, place, goThere] as const))(
    'pointed at %s',
    async (_name, place, goThere) => {
      const settings = outputOf(await desk.call('settings.get'), 'settings')
      for (const [gap_ms, suffix] of scansAt(place)) {
        hands.afterScan()
        const before = await hands.snapshot()
        const number = newNumber()
        await goThere()
        await hands.scan(number, { gap_ms, suffix })
        const after = await hands.until((now) => now.rows_count > before.rows_count)
        expect(after.rows[0], `${gap_ms} ms, ${suffix}`).toMatchObject({ barcode: number, outcome: 'stop' })
        expect(after.rows_count, 'one scan, one row').toBe(before.rows_count + 1)
        expect(after.totals, 'nothing was undone, nothing was finished').toEqual(before.totals)
        expect([after.patron?.name, after.mode]).toEqual(['Omar Núñez', 'out'])
        await expect.poll(() => hands.line.inputValue()).toBe('')
        await expect.poll(() => hands.isLineFocused()).toBe(true)
        await hands.drawn()
        if ((await desk.page.locator(PANELS).count()) > 0) await hands.press('Escape')
        await desk.page.locator(PANELS).waitFor({ state: 'detached' })
      }
      expect(outputOf(await desk.call('settings.get'), 'settings')).toEqual(settings)
    },
  )
})

describe('the PIN field', () => {
  async function goToPin(): Promise<void> {
    hands.afterScan()
    if ((await hands.snapshot()).stage === 'desk') await hands.press('Ctrl+Shift+l')
    await desk.page.getByLabel('Initials').waitFor()
    await hands.type('ro')
    await hands.press('Enter')
    await desk.page.locator('input[name="pin"]:focus').waitFor()
  }

  test('a badge scanned into it, 0 to 30 ms between its keys, signs its owner in', async () => {
    for (const [at, suffix] of SUFFIXES.entries()) {
      await goToPin()
      await hands.scan(CLERK_BADGE, { gap_ms: [0, 20, 30][at] ?? 0, suffix })
      const after = await hands.until((now) => now.stage === 'desk')
      expect(after.staff?.name, suffix).toBe('Ben Cole')
      await hands.line.waitFor()
      await expect.poll(() => hands.line.inputValue()).toBe('')
    }
  })

  test.each([36, 80, 149])(
    'a badge’s number at %i ms a key is no scan of a badge: a hand may have typed it',
    async (gap_ms) => {
      await goToPin()
      await hands.scan(CLERK_BADGE, { gap_ms })
      await desk.page.getByText('Nobody is signed in').first().waitFor()
      expect((await hands.snapshot()).stage).toBe('sign-in')
      await hands.signIn(CLERK_BADGE)
    },
  )

  test('a book scanned into it is no PIN, and leaves nothing in the field', async () => {
    await goToPin()
    await hands.scan(shelfBook(2))
    await desk.page.getByText('Nobody is signed in').first().waitFor()
    await expect.poll(() => desk.page.getByLabel('PIN').inputValue()).toBe('')
    expect((await hands.snapshot()).stage).toBe('sign-in')
    await hands.signIn(CLERK_BADGE)
  })
})

describe('the focus is in the line', () => {
  test.each(['F1', 'F3', 'F4', 'Ctrl+k', 'Ctrl+,', 'Ctrl+h'])('after %s and Esc', async (chord) => {
    await hands.clear()
    await hands.press(chord)
    await desk.page.locator(PANELS).waitFor()
    await hands.press('Escape')
    await desk.page.locator(PANELS).waitFor({ state: 'detached' })
    await expect.poll(() => hands.isLineFocused()).toBe(true)
  })

  test('after a click anywhere', async () => {
    await hands.clear()
    const { width, height } = desk.page.viewportSize() ?? { width: 1280, height: 800 }
    const places = [0.02, 0.35, 0.6, 0.95].flatMap((x) => [0.02, 0.4, 0.7, 0.97].map((y) => [x, y] as const))
    let panels_count = 0
    for (const [x, y] of places) {
      await desk.page.mouse.click(x * width, y * height)
      await hands.drawn()
      const isPanel = (await desk.page.locator('[data-part="settings"]').count()) > 0
      panels_count += isPanel ? 1 : 0
      if (isPanel) await hands.press('Escape')
      // A page that asks something right away has the focus in its form, until Esc.
      const isAsked = (await desk.page.locator('form :focus').count()) > 0
      if (isAsked) await hands.press('Escape')
      await expect.poll(() => hands.isLineFocused(), { message: `${x}, ${y}` }).toBe(true)
    }
    expect(panels_count, 'one of the places is Settings').toBeLessThanOrEqual(1)
  })

  test('after another window had it', async () => {
    await hands.clear()
    await desk.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      window.dispatchEvent(new Event('blur'))
      window.dispatchEvent(new Event('focus'))
    })
    await expect.poll(() => hands.isLineFocused()).toBe(true)
  })
})

test.each([4, 15, 30])('a patron’s own code takes no money with the keys in it, %i ms a key', async (gap_ms) => {
  await hands.clear()
  const keys = ['+', '=', 'Enter', 'Enter', 'Enter']
  await hands.keyboard.keys([...Array.from(CARDS.flora), 'Enter', ...keys], gap_ms)
  const { page, patron } = await hands.until((now) => now.patron !== null)
  expect(page).toBeNull()
  await hands.bandSays(says('keys-in-code'))
  await hands.clear()
  outputOf(await desk.call('desk.mode', { mode: 'in' }), 'snapshot')
  await hands.until((now) => now.mode === 'in')
  await hands.keyboard.keys(
    [...Array.from(shelfBook(3)), 'Enter', ...Array.from(CARDS.flora), 'Enter', ...keys],
    gap_ms,
  )
  const after = await hands.until((now) => now.patron !== null)
  expect([after.page, after.patron?.owed_cents]).toEqual([null, patron?.owed_cents])
  expect(patron?.owed_cents).toBeGreaterThan(0)
  expect(await hands.line.inputValue()).toBe('')
  await hands.clear()
})

test('an Enter within half a second of a scan finishes nobody; a later one does', async () => {
  await hands.clear()
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  await hands.keyboard.inOneGo([
    [[...Array.from(shelfBook(3)), 'Enter', 'Enter'], 5],
    [['Enter'], 370],
  ])
  const soon = await hands.until((now) => now.rows_count === 1)
  expect(soon.patron?.name).toBe('Dana Miller')
  hands.afterScan()
  await hands.press('Enter')
  await hands.until((now) => now.patron === null)
})

test('one sentence is said for each scan, and what needs a person interrupts', async () => {
  await hands.clear()
  await desk.page.waitForTimeout(3_100)
  await desk.page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    for (const part of ['status', 'alert']) {
      const region = document.querySelector(`[data-part="${part}"]`)
      // Emptied, when the other one speaks, it says nothing.
      const note = (): void => {
        const text = region?.textContent?.trim() ?? ''
        if (text !== '') said.push(`${part}: ${text}`)
      }
      if (region) new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true })
    }
  })
  const heard = async (): Promise<string[]> =>
    z.array(z.string()).parse(await desk.page.evaluate(() => Reflect.get(window, 'said') as unknown))
  for (const [index, code] of [CARDS.omar, shelfBook(4), danasBook(1), newNumber()].entries()) {
    await hands.scan(code)
    await expect.poll(async () => (await heard()).length).toBeGreaterThan(index)
    // So long that the next one is no part of this burst, and that a second sentence would have been said.
    await desk.page.waitForTimeout(2_100)
  }
  const said = await heard()
  expect(said).toHaveLength(4)
  // Whose account is open is no outcome: it is said by name alone.
  expect(said[0]).toMatch(/^status: Omar Núñez\. /)
  expect(said[1]).toMatch(/^status: Done\. Shelf book 4\. Due .+\. \d+ of 500\.$/)
  expect(said[2]).toMatch(/^alert: Decide\. /)
  expect(said[3]).toMatch(/^alert: Stop\. /)
  await expect.poll(() => desk.page.locator('[data-part="status"]').textContent()).toBe('')
})
