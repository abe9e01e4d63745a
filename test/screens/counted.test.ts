/**
 * Counted hands: each task done with the keyboard alone on the real application takes no more presses than we claim.
 * The scans' own keys and the letters of a name are taken off; every other press counts.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { counterOf, type Counter } from './support/counter.ts'
import { CARDS, omarsBook, shelfBook } from './support/library.ts'

let desk: Desk
let hands: Hands
/** How many presses a task may take, beside its scans and its letters. */
const OURS = {
  'five out': 1,
  'twenty in': 2,
  'renew all by name': 2,
  'name and birth date': 1,
  'look at an item': 1,
  'undo the last act': 1,
} as const

beforeAll(async () => {
  desk = await launch()
  hands = await atSmallLibrary(desk)
})
afterAll(() => desk.close())
beforeEach(() => hands.clear())

const counter = (): Promise<Counter> => counterOf(hands)

describe('no task takes more than', () => {
  test('six scans and one key: five books out', async () => {
    const count = await counter()
    await count.scan(CARDS.omar)
    for (const number of [1, 2, 3, 4, 5]) await count.scan(shelfBook(number))
    await hands.until((now) => now.totals.out_count === 5)
    hands.afterScan()
    await hands.press('Enter')
    const after = await hands.until((now) => now.patron === null)
    expect(after).toMatchObject({ band: { outcome: 'done', heading: 'Finished' }, rows_count: 0 })
    expect(after.papers.map((paper) => paper.kind)).toEqual(['check-out'])
    expect(await count.presses()).toBeLessThanOrEqual(OURS['five out'])
  })

  // Every return is recorded as it is scanned: Enter afterwards only clears the screen for the next cart.
  test('twenty scans and two keys: what the book drop held', async () => {
    const count = await counter()
    await hands.press('F2')
    await hands.press('F2')
    for (let number = 1; number <= 20; number += 1) await count.scan(omarsBook(number))
    const before = await hands.until((now) => now.totals.in_count === 20)
    expect(before.rows.map((row) => row.barcode)).toEqual(Array.from({ length: 20 }, (_none, at) => omarsBook(20 - at)))
    expect(before.modifiers.join()).toContain('Book drop')
    expect(await count.presses()).toBeLessThanOrEqual(OURS['twenty in'])
    hands.afterScan()
    await hands.press('Enter')
    await hands.until((now) => now.rows_count === 0)
  })

  test('a name and two keys: renew all for somebody on the telephone', async () => {
    const count = await counter()
    await count.type('dana mil')
    await desk.page.getByRole('option', { name: 'Dana Miller', selected: true }).waitFor()
    await hands.hitsStandStill()
    await hands.press('Enter')
    await hands.until((now) => now.patron?.name === 'Dana Miller')
    await hands.press('Ctrl+F2')
    const after = await hands.until((now) => now.totals.renewed_count === 5)
    expect(after.band?.outcome).toBe('done')
    expect(await count.presses()).toBeLessThanOrEqual(OURS['renew all by name'])
  })

  test.each([
    ['at leisure', null],
    ['by a fast clerk, 100 ms a key', 100],
  ])('a name, a birth date and one key: the account, typed %s', async (_pace, gap_ms) => {
    const count = await counter()
    await count.type('mill 3/9/2001', gap_ms)
    await desk.page.getByRole('option', { name: 'Danny Miller', selected: true }).waitFor()
    await hands.hitsStandStill()
    await hands.press('Enter')
    await hands.until((now) => now.patron?.name === 'Danny Miller')
    expect(await count.presses()).toBeLessThanOrEqual(OURS['name and birth date'])
  })
})

describe('one key and no more', () => {
  test('looks at an item, whatever its state, and changes nothing', async () => {
    const count = await counter()
    await hands.press('F5')
    await hands.atPage('item')
    await count.scan(omarsBook(4))
    const looked = await hands.until((now) => now.page?.ref.about === omarsBook(4))
    expect(looked).toMatchObject({ rows_count: 0, totals: { in_count: 0, out_count: 0 } })
    expect(await count.presses()).toBeLessThanOrEqual(OURS['look at an item'])
    await hands.press('Escape')
  })

  test('undoes the last act', async () => {
    const count = await counter()
    await count.scan(CARDS.dana)
    await count.scan(shelfBook(30))
    await hands.until((now) => now.rows[0]?.barcode === shelfBook(30))
    await hands.press('Ctrl+z')
    await hands.until((now) => now.rows[0]?.is_undone === true)
    expect(await count.presses()).toBeLessThanOrEqual(OURS['undo the last act'])
  })
})

test('a birth date and Enter, typed at a scanner’s pace behind a name, is no scan', async () => {
  await hands.keyboard.keys([...Array.from('mill 3/9/2001'), 'Enter'], 100)
  await hands.hitsStandStill()
  // Enter took the only hit, or came before it was there: then it waits in the list.
  if ((await hands.snapshot()).patron === null) await hands.press('Enter')
  const opened = await hands.until((now) => now.patron !== null)
  expect(opened).toMatchObject({ patron: { name: 'Danny Miller' }, rows_count: 0, band: { outcome: 'done' } })
})

test('the counter counts: a press too many is seen', async () => {
  const count = await counter()
  await count.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  await hands.press('Ctrl+F2')
  await hands.press('ArrowDown')
  expect(await count.presses()).toBe(2)
})
