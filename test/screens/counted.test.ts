/**
 * Counted hands: each task done with the keyboard alone on the real application takes no more presses than the table
 * of tasks claims. The scans' own keys and the letters of a name are taken off; every other press counts.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { counterOf, type Counter } from './support/counter.ts'
import { CARDS, danasBook, omarsBook, shelfBook } from './support/library.ts'
import { keysOf } from '../tables/tried.ts'

let desk: Desk
let hands: Hands
/** A quarter for each day, five dollars at most. */
const FINES =
  'rule_code,branch_code,category_code,item_type_code,amount,per_count,per_unit,fine_max\nlate,*,*,*,0.25,1,days,5.00\n'

beforeAll(async () => {
  desk = await launch()
  hands = await atSmallLibrary(desk, { 'fine_rules.csv': FINES })
})
afterAll(() => desk.close())
beforeEach(() => hands.clear())

/** A barcode that nothing here has. */
const UNKNOWN = '31234000999995'

/** What the book drop holds besides returns: a lost item, and four that nobody has out. */
async function oddOnes(): Promise<void> {
  await hands.call('loan.lost', { item_barcode: danasBook(2), price_cents: 300 })
  for (const [number, status] of [
    [21, 'missing'],
    [22, 'damaged'],
    [23, 'withdrawn'],
  ] as const) {
    await hands.call('item.mark', { item_barcode: shelfBook(number), status, note: '' })
  }
}

const counter = (): Promise<Counter> => counterOf(hands)

describe('no task takes more than', () => {
  test('six scans and one key: five books out; and one more where a book is out to another [task 3]', async () => {
    const count = await counter()
    await count.scan(CARDS.omar)
    for (const book of [danasBook(1), ...[1, 2, 3, 4].map(shelfBook)]) await count.scan(book)
    await hands.until((now) => now.totals.out_count === 4 && now.totals.undecided_count === 1)
    hands.afterScan()
    await hands.press('1')
    await hands.until((now) => now.totals.out_count === 5)
    await hands.press('Enter')
    const after = await hands.until((now) => now.patron === null)
    expect(after).toMatchObject({ band: { outcome: 'done', heading: 'Finished' }, rows_count: 0 })
    expect(after.papers.map((paper) => paper.kind)).toEqual(['check-out'])
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(3))
  })

  // Every return is recorded as it is scanned: Enter afterwards only clears the screen for the next cart.
  test('twenty scans and two keys: what the book drop held [tasks 7, 8]', async () => {
    await oddOnes()
    const books = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map(omarsBook)
    const odd = [danasBook(2), shelfBook(21), shelfBook(22), shelfBook(23), shelfBook(24), UNKNOWN]
    const count = await counter()
    await hands.press('F2')
    await hands.press('F2')
    for (const book of [...books, ...odd]) await count.scan(book)
    const before = await hands.until((now) => now.rows_count === 20)
    expect(before.rows.map((row) => row.barcode)).toEqual([...books, ...odd].toReversed())
    const outcomes = before.rows.map((row) => row.outcome)
    expect(outcomes.filter((outcome) => outcome === 'route').length).toBeGreaterThanOrEqual(2)
    expect(before.rows[0]).toMatchObject({ barcode: UNKNOWN, outcome: 'stop' })
    expect(before.modifiers.join()).toContain('Book drop')
    expect(await count.presses()).toBeLessThanOrEqual(Math.min(keysOf(7), keysOf(8)))
    hands.afterScan()
    await hands.press('Enter')
    const after = await hands.until((now) => now.rows_count < 20)
    // What was not recorded is named, or stays.
    expect(JSON.stringify([after.band, after.rows])).toContain(UNKNOWN)
  })

  test('a name and two keys: renew all for somebody on the telephone [task 10]', async () => {
    const count = await counter()
    await count.type('dana mil')
    await desk.page.getByRole('option', { name: 'Dana Miller', selected: true }).waitFor()
    await hands.hitsStandStill()
    await hands.press('Enter')
    await hands.until((now) => now.patron?.name === 'Dana Miller')
    await hands.press('Ctrl+F2')
    const after = await hands.until((now) => now.totals.renewed_count > 0)
    expect(after.band?.outcome).toBe('done')
    expect(after.totals.renewed_count).toBe(after.patron?.out_count)
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(10))
  })

  test('a family name, its first patron, and two keys: where two have that name [task 11]', async () => {
    const count = await counter()
    await count.type('miller')
    await desk.page.getByRole('option', { name: 'Danny Miller' }).waitFor()
    await hands.hitsStandStill()
    await hands.press('ArrowDown')
    await desk.page.getByRole('option', { name: 'Dana Miller', selected: true }).waitFor()
    await hands.press('Enter')
    await hands.until((now) => now.patron?.name === 'Dana Miller')
    await hands.press('Ctrl+F2')
    await hands.until((now) => now.totals.renewed_count > 0)
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(11))
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
    expect(await count.presses()).toBeLessThanOrEqual(1)
  })
})

describe('one key and no more', () => {
  test('looks at an item, whatever its state, and changes nothing [task 27]', async () => {
    const count = await counter()
    await hands.press('F5')
    await hands.atPage('item')
    await count.scan(omarsBook(4))
    const looked = await hands.until((now) => now.page?.ref.about === omarsBook(4))
    expect(looked).toMatchObject({ rows_count: 0, totals: { in_count: 0, out_count: 0 } })
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(27))
    await hands.press('Escape')
  })

  test('undoes the last act [task 4]', async () => {
    await hands.scan(CARDS.dana)
    await hands.scan(shelfBook(30))
    await hands.until((now) => now.rows[0]?.barcode === shelfBook(30))
    const count = await counter()
    await hands.press('Ctrl+z')
    await hands.until((now) => now.rows[0]?.is_undone === true)
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(4))
  })

  test('undoes a late return, and the fine with it [task 9]', async () => {
    await hands.press('F2')
    await hands.until((now) => now.mode === 'in')
    const count = await counter()
    await count.scan(omarsBook(1))
    const late = await hands.until((now) => now.totals.in_count === 1)
    expect(JSON.stringify(late.rows[0])).toContain('$5.00')
    await hands.press('Ctrl+z')
    await hands.until((now) => now.rows[0]?.is_undone === true)
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(9))
    await hands.clear()
    await hands.scan(CARDS.omar)
    const { patron } = await hands.until((now) => now.patron !== null)
    expect(patron?.owed_cents).toBe(0)
    expect(patron?.loans.map((loan) => loan.barcode)).toContain(omarsBook(1))
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
