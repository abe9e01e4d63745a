/**
 * Holds on the real desk, by keyboard alone: a copy fetched without a card, a hold placed by a copy and by its title,
 * the shelf, the pull list and what is on its way. The keys of the two counted tasks are counted; pictures in
 * PICTURES_TO.
 */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { keysOf } from '../tables/tried.ts'
import { counterOf, type Counter } from './support/counter.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, omarsBook, shelfBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

let complaints: readonly string[]
/** Dana waits for it at Maple Street; it is out to Omar. */
const WANTED = omarsBook(2)

const { desk, hands } = oneDesk()
beforeAll(() => {
  complaints = eyes.complaintsOf(desk.page)
})
beforeEach(() => hands.clear())

const counter = (): Promise<Counter> => counterOf(hands)

const at = (place: string): Promise<DeskSnapshot> => hands.atPage(place)

async function picture(name: string): Promise<void> {
  await hands.drawn()
  expect(await eyes.sideways_px(desk.page)).toBeLessThanOrEqual(0)
  expect(await eyes.tooSmall(desk.page)).toEqual([])
  expect(await eyes.axe(desk.page, 'all rules')).toEqual([])
  await eyes.takePicture(desk.page, name)
}

describe('a copy comes back that somebody waits for', () => {
  test('the code stands large, and no name', async () => {
    await hands.press('F2')
    await hands.scan(WANTED)
    const { band, rows } = await hands.until((now) => now.totals.in_count === 1)
    expect(band).toMatchObject({ outcome: 'route', fact: { label: 'hold shelf' } })
    expect(JSON.stringify([band, rows])).not.toMatch(/Dana|Miller/)
    await picture('hold-captured')
  })

  test('fetched without a card: one scan and two keys [task 19]', async () => {
    const count = await counter()
    await count.scan(WANTED)
    const asked = await hands.until((now) => now.totals.undecided_count === 1)
    expect(asked.rows[0]?.happened).toBe('On hold for D. M.')
    expect(await desk.page.locator('body').innerText()).not.toMatch(/Dana|Miller/)
    await picture('hold-hand-over')
    hands.afterScan()
    await hands.press('3')
    const lent = await hands.until((now) => now.patron?.name === 'Dana Miller' && now.totals.out_count === 1)
    expect(lent.band).toMatchObject({ outcome: 'done', heading: 'Returned book 2' })
    await hands.press('Enter')
    await hands.until((now) => now.patron === null)
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(19))
  })
})

describe('a hold for the open person', () => {
  beforeEach(async () => {
    await hands.scan(CARDS.omar)
    await hands.until((now) => now.patron !== null)
    hands.afterScan()
  })

  test('by a copy: one scan and two keys', async () => {
    const count = await counter()
    await hands.press('F6')
    await at('hold-new')
    await count.scan(shelfBook(5))
    await hands.until((now) => now.page?.heading === 'Shelf book 5')
    await picture('hold-new')
    hands.afterScan()
    await hands.press('Enter')
    const { rows, page, totals } = await hands.until((now) => now.page === null && now.rows_count === 1)
    expect(rows[0]).toMatchObject({ title: 'Shelf book 5', happened: 'On hold', fact: '1st of 1' })
    expect([page, totals.out_count]).toEqual([null, 0])
    expect(await count.presses()).toBeLessThanOrEqual(2)
  })

  test('by its title: three keys [task 18]', async () => {
    const count = await counter()
    await hands.press('F6')
    await at('hold-new')
    await count.type('shelf book 7')
    await desk.page.getByRole('option', { selected: true }).waitFor()
    await hands.hitsStandStill()
    await hands.press('Enter')
    await hands.until((now) => now.page?.heading === 'Shelf book 7')
    await at('hold-new')
    await hands.press('Enter')
    await hands.until((now) => now.rows[0]?.happened === 'On hold')
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(18))
  })

  test('at another branch, through the form; and again is told as one too many', async () => {
    await hands.press('F6')
    await at('hold-new')
    await hands.scan(shelfBook(8))
    await hands.until((now) => now.page?.heading === 'Shelf book 8')
    hands.afterScan()
    await hands.press('p')
    await desk.page.locator('[data-part="form"]').waitFor()
    await picture('hold-new-form')
    await hands.press('2')
    await hands.press('Ctrl+Enter')
    const { rows } = await hands.until((now) => now.rows[0]?.happened === 'On hold')
    expect(rows[0]?.notes[0]).toBe('Pickup at North Branch.')
    await hands.press('F6')
    await at('hold-new')
    await hands.scan(shelfBook(8))
    await hands.until((now) => now.page?.heading === 'Shelf book 8')
    hands.afterScan()
    await hands.press('Enter')
    const refused = await hands.until((now) => now.band?.outcome === 'stop')
    expect(refused.band?.sentence).toContain('already has a hold on it')
    await hands.press('F7')
    await at('account')
    await picture('hold-account')
  })
})

test('F6 with nobody open says to scan a card first', async () => {
  await hands.press('F6')
  await desk.page.getByText('Scan a library card first.', { exact: true }).waitFor()
  expect((await hands.snapshot()).page).toBeNull()
})

describe('the lists', () => {
  test('what is found is scanned on the pull list, and stands on the shelf or is on its way', async () => {
    await hands.press('Ctrl+F6')
    const { page } = await at('pull-list')
    expect(page?.sections.flatMap((one) => (one.kind === 'table' ? one.rows : [])).length).toBe(3)
    await picture('hold-pull-list')
    await hands.scan(shelfBook(5))
    await hands.until((now) => now.band?.fact?.label === 'hold shelf')
    await hands.scan(shelfBook(8))
    await hands.until((now) => now.band?.fact?.text === 'North Branch')
    await hands.press('Shift+F6')
    await at('hold-shelf')
    await picture('hold-shelf')
    await hands.press('Ctrl+Shift+F6')
    await at('transits')
    await picture('hold-transits')
  })
})

test('nothing complained', () => {
  expect(complaints).toEqual([])
})
