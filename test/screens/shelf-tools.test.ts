/**
 * The two shelf tools on the real desk, by keyboard alone: a cart scanned, sorted, put on paper and shelved; a shelf
 * read, put right and noted as seen. Pictures go to PICTURES_TO.
 */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import type { Hands } from '../standin/hands.ts'
import { keysOf } from '../tables/tried.ts'
import { counterOf, type Counter } from './support/counter.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, hostileBook, omarsBook, shelfBook } from './support/library.ts'
import { ENGLISH } from '../support/said.ts'
import { oneDesk } from './support/one-desk.ts'

const SHELVES = ENGLISH.words.pages.shelves

let complaints: readonly string[]

const { desk, hands } = oneDesk()
beforeAll(() => {
  complaints = eyes.complaintsOf(desk.page)
})
beforeEach(() => hands.clear())

const at = (place: string): Promise<DeskSnapshot> => hands.atPage(place)

/** The rows of a table of the page, as they read. */
function rowsOf(now: DeskSnapshot, section_id: string): readonly (readonly string[])[] {
  const found = now.page?.sections.find((one) => one.section_id === section_id)
  return found?.kind === 'table' ? found.rows.map((row) => row.cells.map((cell) => cell.text)) : []
}

function fact(now: DeskSnapshot, label: string): string {
  const facts = now.page?.sections.flatMap((one) => (one.kind === 'facts' ? one.facts : [])) ?? []
  return facts.find((one) => one.label === label)?.text ?? ''
}

/** The next stop of the walk, as it reads. */
function nextOf(now: DeskSnapshot): string {
  const walk = now.page?.sections.find((one) => one.kind === 'walk')
  return walk?.kind === 'walk' && walk.next ? `${walk.next.place}: ${walk.next.call_number}, ${walk.next.title}` : ''
}

async function scanAll(barcodes: readonly string[], hand: Pick<Hands, 'scan'> | Counter = hands): Promise<void> {
  for (const barcode of barcodes) {
    const { band } = await hands.snapshot()
    await hand.scan(barcode)
    await hands.until((now) => (now.band?.number ?? 0) > (band?.number ?? 0))
  }
  hands.afterScan()
}

/** A form that only asks whether it is meant. */
async function answerYes(): Promise<void> {
  await desk.page.locator('[data-part="form"]').waitFor()
  await hands.press('Ctrl+Enter')
}

async function picture(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, name)).toEqual([])
}

describe('sort my cart', () => {
  test('from the ways of scanning by C, or by its own key: an empty cart says what to do', async () => {
    await hands.press('Shift+F2')
    await at('modes')
    await hands.press('c')
    await at('cart')
    await hands.press('F1')
    await hands.part('help')
    await hands.press('F1')
    await hands.until((now) => now.page === null)
    await hands.press('Ctrl+F7')
    expect((await at('cart')).page?.lead).toContain('in any order')
    await picture('cart-empty')
  })

  test('scanned, it comes out in order; what is out, wanted or unknown stands apart', async () => {
    await hands.press('Ctrl+F7')
    await at('cart')
    await scanAll([shelfBook(9), shelfBook(2), hostileBook(4), omarsBook(1), '31234000777777', shelfBook(30)])
    const now = await at('cart')
    expect(rowsOf(now, 'place Fiction').map((cells) => cells[1])).toEqual(['F 1', 'F 8', 'F 29', 'F 68'])
    expect(rowsOf(now, 'aside')).toHaveLength(2)
    expect(now.totals).toMatchObject({ in_count: 0, out_count: 0 })
    expect(nextOf(now)).toBe('Fiction: F 1, Shelf book 2')
    await picture('cart')
  })

  test('Enter shelves the next one, Ctrl+Z takes that back; P is paper, a scan goes on [task 47]', async () => {
    await hands.press('Ctrl+F7')
    await at('cart')
    const count = await counterOf(hands)
    await hands.press('Enter')
    const next = await hands.until((now) => fact(now, 'Shelved') === '1 of 4')
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(47))
    expect(nextOf(next)).toBe('Fiction: F 8, Shelf book 9')
    await hands.press('Ctrl+z')
    await hands.until((now) => fact(now, 'Shelved') === '0 of 4')
    await hands.press('p')
    await at('receipt')
    await eyes.takePicture(desk.page, 'cart-paper')
    await scanAll([shelfBook(12)])
    const back = await at('cart')
    expect(rowsOf(back, 'place Fiction').map((cells) => cells[1])).toEqual(['F 1', 'F 8', 'F 11', 'F 29', 'F 68'])
  })

  test('the row’s own letters: I checks in what was set aside, X takes it off, S shelves out of turn', async () => {
    await hands.press('Ctrl+F7')
    await at('cart')
    await hands.press('End')
    await hands.press('ArrowUp')
    await hands.press('i')
    const taken = await hands.until((now) => now.totals.in_count === 1)
    expect(taken.page?.ref.place).toBe('cart')
    expect(rowsOf(taken, 'place Fiction')).toHaveLength(6)
    await hands.press('End')
    await hands.press('x')
    await hands.until((now) => rowsOf(now, 'aside').length === 0)
    await hands.press('End')
    await hands.press('s')
    await hands.until((now) => fact(now, 'Shelved') === '1 of 6')
  })

  test('somebody is served in between, and the cart is as it was', async () => {
    await hands.press('Ctrl+F7')
    await at('cart')
    await hands.scan(CARDS.omar)
    await hands.until((now) => now.patron?.name === 'Omar Núñez' && now.page === null)
    hands.afterScan()
    await hands.press('Enter')
    await hands.until((now) => now.patron === null)
    await hands.press('Ctrl+F7')
    expect(fact(await at('cart'), 'Shelved')).toBe('1 of 6')
    await hands.press('u')
    await hands.until((now) => fact(now, 'Shelved') === '1 of 5')
    await hands.press('c')
    await answerYes()
    await hands.until((now) => now.page?.ref.place === 'cart' && fact(now, 'Shelved') === '')
  })
})

describe('read my shelf', () => {
  test('an empty page says where to begin', async () => {
    await hands.press('Shift+F2')
    await at('modes')
    await hands.press('r')
    expect((await at('shelf')).page?.lead).toContain('from left to right')
    await picture('shelf-empty')
  })

  test('scanned as it stands: the fewest moves, and what does not belong [task 48]', async () => {
    const count = await counterOf(hands)
    await hands.press('Ctrl+Shift+F7')
    await at('shelf')
    const standing = [1, 2, 9, 3, 4, 5, 20, 6, 7, 8].map(shelfBook)
    await scanAll([...standing, omarsBook(3), omarsBook(4)], count)
    const now = await at('shelf')
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(48))
    expect(rowsOf(now, 'moves').map((cells) => [cells[1], cells[3]])).toEqual([
      ['F 8', 'F 7'],
      ['F 19', 'F 8'],
    ])
    expect(rowsOf(now, 'strays')).toHaveLength(2)
    await picture('shelf')
  })

  test('Ctrl+Z takes the last scan back; N notes all as seen, and Ctrl+Z takes that back', async () => {
    await hands.press('Ctrl+Shift+F7')
    await at('shelf')
    await hands.press('Ctrl+z')
    await hands.until((now) => fact(now, 'Scanned').startsWith('11,'))
    await hands.press('n')
    await desk.page.locator('[data-part="form"]').waitFor()
    await eyes.takePicture(desk.page, 'shelf-note')
    await hands.press('Ctrl+Enter')
    const noted = await hands.until((now) => now.band?.heading === SHELVES.shelf.seen_count(11))
    expect(noted.page?.lead).toContain('inventoried')
    await eyes.takePicture(desk.page, 'shelf-noted')
    await hands.press('Ctrl+z')
    const undone = await hands.until((now) => now.page?.lead.includes('Nothing is recorded') === true)
    expect(fact(undone, 'Scanned')).toBe(SHELVES.shelf.scanned_count(11, 1))
  })

  test('W says in which order it stands, C starts again', async () => {
    await hands.press('Ctrl+Shift+F7')
    await at('shelf')
    await hands.press('w')
    await desk.page.locator('[data-part="form"]').waitFor()
    await eyes.takePicture(desk.page, 'shelf-about')
    await hands.press('Enter')
    await hands.press('5')
    await hands.press('Ctrl+Enter')
    await hands.until((now) => fact(now, 'Shelf') === `Fiction: ${SHELVES.profile.biography}`)
    await hands.press('c')
    await answerYes()
    const anew = await hands.until((now) => now.page?.ref.place === 'shelf' && fact(now, 'Scanned') === '')
    expect(rowsOf(anew, 'last')).toEqual([])
  })
})

test('nothing complained', () => {
  expect(complaints).toEqual([])
})
