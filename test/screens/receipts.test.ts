/**
 * Receipts on the real desk, by keyboard alone: what Enter will do is said beforehand, the paper lies beside the work,
 * F9 gives a copy, and how a patron wants it is remembered. Pictures go to PICTURES_TO.
 */
import type { Locator } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { keysOf } from '../tables/tried.ts'
import { counterOf } from './support/counter.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, hostileBook, omarsBook, shelfBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

let complaints: readonly string[]

const { desk, hands } = oneDesk()
beforeAll(() => {
  complaints = eyes.complaintsOf(desk.page)
})
beforeEach(() => hands.clear())

const finishKey = (label: RegExp): Promise<void> => desk.page.getByRole('button', { name: label }).waitFor()

const paper = (name: string): Locator => desk.page.locator(`[data-part="paper"][aria-label="${name}"]`)

async function danaWith(...books: readonly string[]): Promise<void> {
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron?.name === 'Dana Miller')
  for (const [at, book] of books.entries()) {
    await hands.scan(book)
    await hands.until((now) => now.totals.out_count === at + 1)
  }
  hands.afterScan()
}

async function look(name: string): Promise<void> {
  await eyes.takePicture(desk.page, name)
  expect(await eyes.axe(desk.page, 'all rules')).toEqual([])
  expect(await eyes.sideways_px(desk.page)).toBeLessThanOrEqual(0)
}

test('Enter finishes and lays the receipt beside the work; F9 is a copy of it [task 30]', async () => {
  await danaWith(shelfBook(31), hostileBook(1))
  await finishKey(/^Finish, show receipt$/)
  await hands.press('Enter')
  await hands.until((now) => now.patron === null && now.papers.length === 1)
  const text = await paper('Checkout receipt').innerText()
  expect(text).toContain('Shelf book 31')
  expect(text).toContain('<script>')
  expect(text).not.toMatch(/Dana|Miller/)
  await look('receipt-beside')
  const count = await counterOf(hands)
  await hands.press('F9')
  await hands.until((now) => now.page?.ref.place === 'receipt')
  expect(await count.presses()).toBeLessThanOrEqual(keysOf(30))
  await paper('Checkout receipt, copy').waitFor()
  await look('receipt-copy')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  expect(await desk.page.title()).not.toBe('taken')
})

test('Shift+Enter finishes with none; Ctrl+P shows paper and goes on [task 46]', async () => {
  await danaWith(shelfBook(32))
  const count = await counterOf(hands)
  await hands.press('Ctrl+p')
  const open = await hands.until((now) => now.page?.ref.place === 'receipt')
  expect(open.patron?.name).toBe('Dana Miller')
  expect(await count.presses()).toBeLessThanOrEqual(keysOf(46))
  await hands.press('Shift+Enter')
  const done = await hands.until((now) => now.patron === null)
  expect(done.papers).toEqual([])
})

test('large print in Spanish, asked for once, is remembered [task 45]', async () => {
  await danaWith()
  const count = await counterOf(hands)
  await hands.press('F7')
  await hands.until((now) => now.page?.ref.place === 'account')
  await hands.press('t')
  await hands.asks('receipt')
  await look('receipt-preference')
  await hands.press('Enter')
  await hands.asks('is_large_print')
  await hands.press(' ')
  await hands.press('Enter')
  await hands.asks('language')
  await hands.press('2')
  await desk.page.locator('[data-field="language"] input[value="es"]:checked').waitFor()
  await hands.press('Enter')
  await hands.until((now) => now.band?.heading === 'Receipts')
  expect(await count.presses()).toBeLessThanOrEqual(keysOf(45))
  await hands.press('Escape')
  await danaWith(shelfBook(33))
  await finishKey(/in large print$/)
  await hands.press('Enter')
  await hands.until((now) => now.papers[0]?.language === 'es')
  await expect.poll(() => paper('Checkout receipt, in Spanish, large print').innerText()).toContain('quedan 5')
  await look('receipt-spanish-large')
})

test('a cart of one borrower: in their language and without a title; once printed it is a copy', async () => {
  await desk.page.evaluate(() => {
    window.print = () => void (document.body.dataset['prints'] = 'one')
  })
  await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  await hands.scan(shelfBook(33))
  await hands.until((now) => now.totals.in_count === 1)
  hands.afterScan()
  await hands.press('Ctrl+p')
  await hands.until((now) => now.page?.ref.place === 'receipt')
  const text = await paper('Check-in receipt, in Spanish, large print').innerText()
  expect(text).toMatch(/Artículo …\d{4}/)
  expect(text).not.toMatch(/Shelf book|Dana|Miller/)
  await look('receipt-check-in')
  await hands.press('Ctrl+p')
  await paper('Check-in receipt, in Spanish, large print, copy').waitFor()
  expect(await desk.page.evaluate(() => document.body.dataset['prints'])).toBe('one')
})

test('books back first, the card after: their own receipt, with titles, by Ctrl+P and at Finish', async () => {
  await danaWith(shelfBook(34))
  await hands.press('Enter')
  await hands.until((now) => now.patron === null)
  await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  await hands.scan(omarsBook(1))
  await hands.until((now) => now.totals.in_count === 1)
  await hands.scan(shelfBook(34))
  await hands.until((now) => now.totals.in_count === 2)
  await hands.scan(CARDS.dana)
  const opened = await hands.until((now) => now.patron?.name === 'Dana Miller')
  hands.afterScan()
  expect(opened.band?.sentence).toContain('1 of the returns was theirs')
  await look('receipt-offered-after-returns')
  await hands.press('Ctrl+p')
  const returns = paper('Check-in receipt, in Spanish, large print')
  const text = await returns.innerText()
  expect(text).toContain('Shelf book 34')
  expect(text).not.toMatch(/Omar|Artículo/)
  await look('receipt-after-returns')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  await finishKey(/^Finish, show receipt in large print$/)
  await hands.press('Enter')
  await hands.until((now) => now.patron === null && now.papers.length === 1)
  await paper('Check-in receipt, in Spanish, large print, copy').waitFor()
  await danaWith()
  await hands.press('Ctrl+p')
  await hands.until((now) => now.patron !== null && now.page === null)
  await hands.bandSays(/There is nothing to print yet/)
})

test('renewals have their receipt, and asked for once more it is a copy', async () => {
  await danaWith()
  await hands.press('Ctrl+F2')
  await hands.until((now) => now.rows.length > 0)
  await hands.press('Ctrl+p')
  await hands.until((now) => now.page?.ref.place === 'receipt')
  const renewal = paper('Renewal receipt, in Spanish, large print')
  await expect.poll(() => renewal.innerText()).toContain('Shelf book 31')
  await look('receipt-renewal')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  await hands.press('Ctrl+Shift+P')
  await paper('Renewal receipt, in Spanish, large print, copy').waitFor()
})

test('S on the account is its statement: name, loans, money [task 26]', async () => {
  await danaWith()
  const count = await counterOf(hands)
  await hands.press('F7')
  await hands.until((now) => now.page?.ref.place === 'account')
  await hands.press('s')
  await hands.until((now) => now.page?.ref.place === 'receipt')
  expect(await count.presses()).toBeLessThanOrEqual(keysOf(26))
  const text = await paper('Account statement, in Spanish, large print').innerText()
  expect(text).toContain('Dana Miller')
  expect(text).toContain('Shelf book 31')
  expect(text).not.toContain(CARDS.dana)
  await look('statement')
})

test('what is wanted by somebody has its slip beside the cart', async () => {
  await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  await hands.scan(omarsBook(3))
  await hands.until((now) => now.papers[0]?.kind === 'transit-slip')
  await hands.scan(omarsBook(2))
  const captured = await hands.until((now) => now.papers[0]?.kind === 'hold-slip')
  expect(JSON.stringify(captured.papers)).not.toMatch(/Dana|Miller|Omar|Flora/)
  await look('hold-slip-beside')
})

test('nothing was complained of meanwhile', () => {
  expect(complaints).toEqual([])
})
