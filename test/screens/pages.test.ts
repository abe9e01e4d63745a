/**
 * Pages on the real desk, by keyboard alone: the account with a renewal, a title and its copies, an item looked at, who
 * was here; each in every look, with a picture (PICTURES_TO), nothing for axe to find and nothing out of sight.
 */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { must } from '../../shared/kernel/assert.ts'
import { outputOf } from '../standin/set-up-desk.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, HOSTILE_TITLES, hostileBook, omarsBook, shelfBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

let complaints: readonly string[]

const { desk, hands } = oneDesk()
beforeAll(() => {
  complaints = eyes.complaintsOf(desk.page)
})
beforeEach(() => hands.clear())

/** Waits until the cursor stands on the row that begins with this. */
const isChosen = (text: string): Promise<void> =>
  desk.page.locator('tr[aria-selected="true"] td:first-child').filter({ hasText: text }).waitFor()

async function openDana(): Promise<void> {
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron?.name === 'Dana Miller')
  hands.afterScan()
}

const at = (place: string): Promise<DeskSnapshot> => hands.atPage(place)

async function findTitle(words: string): Promise<void> {
  await hands.press('F3')
  await hands.type(words)
  await desk.page.getByRole('option', { selected: true }).waitFor()
  await hands.hitsStandStill()
  await hands.press('Enter')
  await at('title')
}

describe('the account', () => {
  test('Down n times and R renew the n-th loan; Enter then finishes', async () => {
    await openDana()
    for (let pressed = 0; pressed < 3; pressed += 1) await hands.press('ArrowDown')
    await at('account')
    await isChosen('Dana’s book 3')
    await hands.press('r')
    const after = await hands.until((now) => now.totals.renewed_count === 1)
    expect(after.band).toMatchObject({ outcome: 'done', heading: 'Dana’s book 3' })
    expect(after.page?.ref.place).toBe('account')
    await expect.poll(() => hands.line.inputValue()).toBe('')
    await hands.press('Enter')
    await hands.until((now) => now.patron === null && now.page === null)
    await desk.page.locator('[data-part="page"]').waitFor({ state: 'detached' })
  })

  test('a book is lent while it is open, and stands in it', async () => {
    await openDana()
    await hands.press('F7')
    await at('account')
    await hands.scan(shelfBook(21))
    await hands.until((now) => now.totals.out_count === 1)
    await desk.page.locator('[data-part="page"] tr').filter({ hasText: 'Shelf book 21' }).waitFor()
    await hands.press('Ctrl+z')
    const after = await hands.until((now) => now.rows[0]?.is_undone === true)
    expect(after.page?.ref.place).toBe('account')
  })

  test('rows that wait stay above it and are answered first', async () => {
    await openDana()
    await hands.press('F7')
    await at('account')
    await hands.scan(omarsBook(5))
    await hands.until((now) => now.totals.undecided_count === 1)
    await desk.page.locator('[data-part="rows"]').getByText('Returned book 5').first().waitFor()
    hands.afterScan()
    await hands.press('Escape')
    await hands.until((now) => now.totals.undecided_count === 0)
    await at('account')
    await hands.press('Escape')
    await hands.until((now) => now.page === null)
    expect((await hands.snapshot()).patron?.name).toBe('Dana Miller')
  })

  test('in large text the page after a long one is seen from its top, and the clock in one line', async () => {
    await openDana()
    await hands.press('F7')
    await at('account')
    await eyes.wear(desk.page, must(eyes.LOOKS['200-percent'], 'a look'))
    await hands.press('End')
    await desk.page.waitForFunction(() => (document.querySelector('main')?.parentElement?.scrollTop ?? 0) > 0)
    await hands.press('Shift+F6')
    await at('hold-shelf')
    const heading = desk.page.locator('[data-place="hold-shelf"] h2')
    const line = desk.page.locator('[data-part="band"]')
    const [below, above] = [await heading.boundingBox(), await line.boundingBox()]
    expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0))
    const strip = desk.page.locator('header').first()
    const [branch, clock] = [strip.locator(':scope > :first-child'), strip.locator(':scope > :last-child')]
    const [first, last] = [await branch.boundingBox(), await clock.boundingBox()]
    expect(last?.y, 'one line').toBeLessThan((first?.y ?? 0) + (first?.height ?? 0))
    await eyes.takePicture(desk.page, 'page-from-top-200-percent')
    await eyes.wear(desk.page, must(eyes.LOOKS['light'], 'a look'))
  })

  test('goes from the screen with its person', async () => {
    await openDana()
    await hands.press('F7')
    await at('account')
    await hands.scan(CARDS.omar)
    const after = await hands.until((now) => now.patron?.name === 'Omar Núñez')
    expect(after.page).toBeNull()
    await desk.page.locator('[data-part="page"]').waitFor({ state: 'detached' })
    await desk.page.waitForFunction(() => !document.body.innerText.includes('Dana Miller'))
  })
})

describe('a title', () => {
  test('is found, its copy looked at, and Esc leads back step by step to the list', async () => {
    await findTitle('nunez bogota')
    await desk.page.locator('[data-part="page"]').getByText('Maple Street').first().waitFor()
    await hands.press('End')
    await hands.press('Enter')
    await at('item')
    await desk.page.locator('[data-part="page"]').getByText(shelfBook(40)).waitFor()
    await hands.press('Escape')
    await at('title')
    await hands.press('Escape')
    await hands.until((now) => now.page === null)
    await desk.page.getByRole('option', { name: 'Noches de abril en Bogotá' }).waitFor()
    await expect.poll(() => hands.line.inputValue()).toBe('nunez bogota')
    await hands.press('Escape')
    await desk.page.locator('[data-part="search"]').waitFor({ state: 'detached' })
  })
})

describe('an item', () => {
  test('is looked at by scanning and by typing; nothing is recorded', async () => {
    const head = outputOf(await desk.call('journal.verify'), 'head')
    await hands.press('F5')
    await at('item')
    await hands.scan(omarsBook(7))
    await hands.until((now) => now.page?.ref.about === omarsBook(7))
    hands.afterScan()
    await hands.type(shelfBook(9))
    await hands.press('Enter')
    await hands.until((now) => now.page?.ref.about === shelfBook(9))
    await desk.page.locator('[data-part="page"]').getByText('Shelf book 9').first().waitFor()
    expect(outputOf(await desk.call('journal.verify'), 'head')).toBe(head)
    expect((await hands.snapshot()).rows).toEqual([])
  })

  test('with a title from hell stays text and in the window', async () => {
    await hands.press('F5')
    await at('item')
    for (const [index] of HOSTILE_TITLES.entries()) {
      const barcode = hostileBook(index + 1)
      await hands.scan(barcode)
      await hands.until((now) => now.page?.ref.about === barcode)
      await desk.page.locator('[data-part="page"]').getByText(barcode).first().waitFor()
      expect(await eyes.sideways_px(desk.page), barcode).toBeLessThanOrEqual(1)
      expect(await desk.page.locator('#root script, #root img').count(), barcode).toBe(0)
    }
  })
})

describe('who was here', () => {
  test('Shift+F4, Down and Enter open somebody from before', async () => {
    await hands.scan(CARDS.omar)
    await hands.until((now) => now.patron?.name === 'Omar Núñez')
    await openDana()
    await hands.press('Enter')
    await hands.until((now) => now.patron === null)
    await hands.press('Shift+F4')
    await at('recent')
    await hands.press('ArrowDown')
    await hands.press('ArrowDown')
    await isChosen('Omar Núñez')
    await hands.press('Enter')
    const after = await hands.until((now) => now.patron?.name === 'Omar Núñez')
    expect(after.page).toBeNull()
  })
})

const SCENES: Readonly<Record<string, () => Promise<void>>> = {
  account: async () => {
    await openDana()
    await hands.press('ArrowDown')
    await at('account')
  },
  item: async () => {
    await hands.press('F5')
    await at('item')
    await hands.scan(omarsBook(1))
    await hands.until((now) => now.page?.ref.about === omarsBook(1))
  },
  title: async () => {
    await findTitle('nunez bogota')
    await hands.press('End')
  },
  recent: async () => {
    await openDana()
    await hands.press('Shift+F4')
    await at('recent')
    await hands.press('ArrowDown')
  },
}

describe.each(Object.entries(SCENES))('the page %s', (name, goThere) => {
  test('in every look: axe finds nothing, nothing is too small or out of sight', async () => {
    await goThere()
    expect(await eyes.faultsInEveryLook(desk.page, `page-${name}`)).toEqual([])
    const stops = await eyes.walkByTab(hands)
    expect(stops.filter((stop) => !stop.isSeen)).toEqual([])
  })
})

test('the page complained about nothing in all of this', () => {
  expect(complaints).toEqual([])
})
