/**
 * Notes, records made at the desk, items marked and edited, by keyboard alone on the real desk, with pictures
 * (PICTURES_TO); and that the window's title never names anybody.
 */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isLuhn } from '../../shared/catalog/isbn.ts'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { keysOf } from '../tables/tried.ts'
import { counterOf } from './support/counter.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, shelfBook } from './support/library.ts'
import { PAGES } from '../support/said.ts'
import { en } from '../../shared/words/en/en.ts'
import { oneDesk } from './support/one-desk.ts'

let complaints: readonly string[]
const titles = new Set<string>()

const { desk, hands } = oneDesk()
beforeAll(() => {
  complaints = eyes.complaintsOf(desk.page)
})
beforeEach(() => hands.clear())
afterEach(async () => {
  titles.add(await desk.page.title())
})

/** A barcode that no book here has. */
function unknownBook(number: number): string {
  const thirteen = `31234000009${String(number).padStart(2, '0')}`
  return thirteen + '0123456789'.split('').find((digit) => isLuhn(thirteen + digit))
}

async function openDana(): Promise<void> {
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron?.name === 'Dana Miller')
  titles.add(await desk.page.title())
  hands.afterScan()
}

const at = (place: string): Promise<DeskSnapshot> => hands.atPage(place)

async function picture(name: string): Promise<void> {
  await hands.drawn()
  await eyes.takePicture(desk.page, name)
  expect(await eyes.axe(desk.page, 'all rules'), name).toEqual([])
  expect(await eyes.sideways_px(desk.page), name).toBeLessThanOrEqual(1)
  expect(await eyes.tooSmall(desk.page), name).toEqual([])
}

/** Until the focus is in a field of the open form. */
const inField = (): Promise<unknown> =>
  desk.page.waitForFunction(() => document.activeElement?.closest('form, [role="form"]') !== null)

describe('a due date by hand', () => {
  test('D on the loan just lent, the day, Enter; Ctrl+Z gives the rule’s date back', async () => {
    await openDana()
    await hands.scan(shelfBook(2))
    const lent = await hands.until((now) => now.rows[0]?.happened === 'Out')
    hands.afterScan()
    await hands.press('F7')
    await at('account')
    await hands.press('ArrowDown')
    await hands.press('d')
    await inField()
    await hands.type('yesterday')
    await hands.press('Enter')
    await desk.page.getByText('has passed').first().waitFor()
    await picture('due-date-form')
    const today = new Date((await hands.until((now) => now.page !== null)).page?.today ?? '')
    await hands.press('Ctrl+a')
    // The doors are shut on Sundays.
    await hands.type(today.getUTCDay() === 0 ? '+8' : '+7')
    await hands.press('Enter')
    const set = await hands.until((now) => now.rows[0]?.happened === 'Due date set')
    expect(set.band?.sentence).toContain(`It was due ${lent.rows[0]?.fact}.`)
    expect(set.patron?.loans[0]?.due_text).toBe(set.rows[0]?.fact)
    await hands.press('Ctrl+z')
    await hands.until((now) => now.patron?.loans[0]?.due_text === lent.rows[0]?.fact)
  })
})

describe('notes', () => {
  test('N writes one that stops lending; R takes it off again [task 17]', async () => {
    await openDana()
    await hands.press('F7')
    await at('account')
    await hands.press('n')
    await inField()
    await hands.type('Address unknown')
    await hands.press('Enter')
    await hands.press('2')
    await desk.page.locator('[data-part="form"] input:checked').waitFor()
    await picture('notes-form')
    await hands.press('Ctrl+Enter')
    await hands.until((now) => now.patron?.notices.some((one) => one.heading === 'Blocked') === true)
    await at('account')
    await hands.press('End')
    await picture('notes-on-account')
    await hands.press('Escape')
    await hands.until((now) => now.page === null)
    const count = await counterOf(hands)
    await count.scan(shelfBook(1))
    await hands.until((now) => now.rows[0]?.happened === 'Blocked')
    hands.afterScan()
    await hands.press('Escape')
    await hands.until((now) => now.totals.undecided_count === 0)
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(17))
    await hands.press('F7')
    await at('account')
    await hands.press('End')
    await hands.press('r')
    await inField()
    await hands.press('Ctrl+Enter')
    const after = await hands.until((now) => now.patron?.notices.every((one) => one.heading !== 'Blocked') === true)
    expect(after.band).toMatchObject({ outcome: 'done', heading: 'Note' })
  })
})

describe('a book without a record', () => {
  test('1, N, the title: it is made and lent', async () => {
    await openDana()
    await hands.scan(unknownBook(1))
    await hands.until((now) => now.rows[0]?.choices.length === 1)
    hands.afterScan()
    await picture('item-offered')
    await hands.press('1')
    await at('item-new')
    await hands.press('n')
    await inField()
    await hands.type('The Overstory')
    await hands.press('Enter')
    await hands.type('Powers, Richard')
    await picture('item-new-form')
    await hands.press('Ctrl+Enter')
    const after = await hands.until((now) => now.totals.out_count === 1)
    expect(after.rows.slice(0, 2).map((row) => [row.title, row.happened])).toEqual([
      ['The Overstory', 'Out'],
      ['The Overstory', en.outcomes.item.made],
    ])
    expect(after.page).toBeNull()
    await picture('item-made')
  })

  test('a title the library has is typed and taken; the book is taken back', async () => {
    await hands.press('F2')
    await hands.until((now) => now.mode === 'in')
    await hands.scan(unknownBook(2))
    await hands.until((now) => now.rows[0]?.choices.length === 1)
    hands.afterScan()
    await hands.press('1')
    await at('item-new')
    await hands.type('shelf book 7')
    await desk.page.getByRole('option').filter({ hasText: 'Shelf book 7' }).first().waitFor()
    await hands.hitsStandStill()
    await hands.press('ArrowDown')
    await picture('item-new-titles')
    await hands.press('Enter')
    await hands.until((now) => now.page?.ref.about.includes('\n') === true)
    await picture('item-new-title')
    await hands.press('Enter')
    await inField()
    await hands.press('Ctrl+Enter')
    const after = await hands.until((now) => now.totals.in_count === 1)
    expect(after.rows[0]?.title).toBe('Shelf book 7')
    await hands.press('F5')
    await at('item')
    await hands.press('l')
    await at('items-made')
    await picture('items-made')
  })

  test('finishing stops once, by its barcode, and then does not wait for the offer', async () => {
    await openDana()
    await hands.scan(unknownBook(3))
    await hands.until((now) => now.rows[0]?.choices.length === 1)
    hands.afterScan()
    await hands.press('Enter')
    const held = await hands.until((now) => now.band?.outcome === 'stop')
    expect([held.patron?.name, held.band?.sentence.includes(unknownBook(3))]).toEqual(['Dana Miller', true])
    await picture('item-not-found-held')
    await hands.press('Enter')
    const after = await hands.until((now) => now.patron === null)
    expect(after.totals.undecided_count).toBe(0)
  })
})

describe('an item', () => {
  test('M marks it missing, E changes its record, Ctrl+Z takes both back', async () => {
    await hands.press('F5')
    await at('item')
    await hands.scan(shelfBook(12))
    await hands.until((now) => now.page?.ref.about === shelfBook(12))
    hands.afterScan()
    await hands.press('m')
    await inField()
    await picture('item-mark')
    await hands.press('Ctrl+Enter')
    // The form says "Missing" too.
    await hands.part('form', 'detached')
    await desk.page.locator('[data-part="page"]').getByText('Missing', { exact: true }).waitFor()
    await hands.press('e')
    await inField()
    await hands.type('F WRI 12')
    await hands.press('Ctrl+Enter')
    await desk.page.locator('[data-part="page"]').getByText('F WRI 12').first().waitFor()
    await picture('item-edited')
    await hands.press('Ctrl+z')
    await hands.press('Ctrl+z')
    await desk.page.locator('[data-part="page"]').getByText('Available', { exact: true }).waitFor()
    await desk.page.locator('[data-part="page"]').getByText('F WRI 12').waitFor({ state: 'detached' })
    expect((await hands.snapshot()).rows.map((row) => row.is_undone)).toEqual([true, true])
  })
})

test('renew all from the account says what became of each', async () => {
  await openDana()
  await hands.press('F7')
  await at('account')
  await hands.press('a')
  await at('renewals')
  await picture('renewals')
  const { page } = await hands.snapshot()
  const renewed = page?.sections.find((section) => section.section_id === 'renewed')
  const count = renewed?.kind === 'table' ? renewed.rows.length : 0
  expect(count).toBeGreaterThan(1)
  expect(page?.heading).toBe(PAGES.account.renewals.all(count))
  await hands.press('Escape')
  await at('account')
})

test('a person is found by a birth date, and stands there with their age', async () => {
  await hands.press('F4')
  await hands.type('miller 6/15/85')
  await desk.page.getByRole('option', { selected: true }).filter({ hasText: 'Dana Miller' }).waitFor()
  await hands.hitsStandStill()
  await picture('find-person')
  await hands.press('Enter')
  const after = await hands.until((now) => now.patron !== null)
  expect(after.patron?.name).toBe('Dana Miller')
})

test('the window’s title named nobody in all of this, and the page complained about nothing', () => {
  expect([...titles].filter((title) => /miller|dana|núñez|omar/i.test(title))).toEqual([])
  expect(titles.size).toBe(1)
  expect(complaints).toEqual([])
})
