/**
 * The drawer on the real desk by keyboard alone, each press counted: opened with its float by the piece, a worked day,
 * and closed to the cent with its Z; the close goes on after the station was killed in the middle. Pictures
 * (PICTURES_TO) and nothing for axe to find.
 */
import { beforeEach, expect, test } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { keysOf } from '../tables/tried.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, shelfBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

/** Which pieces this library counts, and what it sells: for a worked day (the figures of W1). */
const FILES = {
  'settings.csv': 'name,value\ncounted_pieces_cents,"[2000,1000,500,100,25,10,5,1]"\n',
  'products.csv':
    'product_code,name,key_letter,price,kind,fund,payee,tax_bp,order_number\nANY,Anything,B,,sale,,,0,10\n',
} as const
const FLOAT = ['', '2', '8', '20', '40', '50', '80', '100'] as const
/** $104.23 where $104.48 should be. */
const COUNTED = ['1', '2', '7', '11', '50', '38', '35', '18'] as const

const { desk, hands } = oneDesk(FILES)
beforeEach(() => hands.clear())

async function picture(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, `drawer-${name}`)).toEqual([])
}

/** At 200 % the field that has the focus is in sight, and the screen around the page has not moved to show it. */
async function expectInSightAtTwice(): Promise<void> {
  await eyes.wear(desk.page, { media: { colorScheme: 'light' }, scale: '200' })
  const seen = await desk.page.evaluate(() => {
    const one = document.activeElement
    one?.scrollIntoView({ block: 'nearest' })
    const box = one?.getBoundingClientRect()
    const under = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return [
      (document.scrollingElement?.scrollTop ?? 0) <= 1,
      under === one || one?.closest('label')?.contains(under ?? null),
    ]
  })
  await eyes.wear(desk.page, { media: { colorScheme: 'light' }, scale: '100' })
  expect(seen).toEqual([true, true])
}

/** Types a count piece by piece, Enter after each. */
async function counts(pieces: readonly string[]): Promise<void> {
  for (const piece of pieces) {
    if (piece !== '') await hands.type(piece)
    await hands.press('Enter')
  }
}

/** What the form of the open step sends. */
const step = ({ page }: DeskSnapshot): string => page?.enter?.call.method ?? ''

type Tender = { readonly tender: string } & Readonly<Record<string, string | number>>

async function sold(cents: number, tenders: readonly Tender[]): Promise<void> {
  await hands.call('payment.take', {
    drawer_code: '',
    charges: [],
    pay_cents: null,
    sales: [{ product_code: 'ANY', quantity_count: 1, price_cents: cents }],
    tenders,
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
}

const cash = (cents: number): Tender => ({ tender: 'cash', tendered_cents: cents })

/** The day of W1 as it moves the drawer: what is voided and bought back in it is left out. */
async function worksTheDay(): Promise<void> {
  const at = { drawer_code: '' }
  await sold(175, [cash(500)])
  await sold(2399, [{ tender: 'card', amount_cents: 2399, authorization: '004711', last_four: '4242' }])
  await sold(433, [cash(500)])
  await sold(500, [cash(500)])
  await sold(6000, [{ tender: 'check', amount_cents: 4000, check_number: '1088' }, cash(2000)])
  await hands.call('drawer.pay', { ...at, way: 'out', reason: 'SUPPLIES', amount_cents: 1500 })
  await hands.call('drawer.pay', { ...at, way: 'out', reason: 'POSTAGE', amount_cents: 360 })
  await hands.call('place.count', { place: 'safe', pieces: null, total_cents: 0 })
  const moved = { ...at, place: 'safe', pieces: null, bag_number: '', receiver_code: '', receiver_cents: null }
  await hands.call('drawer.place', { ...moved, way: 'out', total_cents: 2000 })
  await hands.call('drawer.place', { ...moved, way: 'in', total_cents: 1000 })
  await sold(200, [cash(200)])
}

test('the float is counted by the piece, and opens the drawer [task 56]', async () => {
  const counted = await hands.countKeys()
  await hands.press('F12')
  await hands.asks('pieces.2000')
  await counts(FLOAT.slice(0, 4))
  await picture('opening')
  await counts(FLOAT.slice(4))
  const { band, page } = await hands.until((now) => now.band?.outcome === 'done' && now.page?.enter === null)
  expect(page?.ref.place).toBe('drawer')
  expect(band?.sentence).toContain('$100.00')
  expect(await counted()).toBeLessThanOrEqual(keysOf(56) + FLOAT.join('').length)
})

test('what was done at it is on its page', async () => {
  await worksTheDay()
  await hands.press('F12')
  const { page } = await hands.atPage('drawer')
  await desk.page.getByText('Card $23.99').waitFor()
  const receipts = page?.sections.find((one) => one.section_id === 'receipts')
  expect(receipts?.kind === 'table' ? receipts.rows : []).toHaveLength(6)
  await picture('open')
})

test('the count is blind, and kept when the station is killed in the middle of the close [task 57]', async () => {
  const counted = await hands.countKeys()
  await hands.press('Shift+F12')
  await hands.asks('pieces.2000')
  await counts(COUNTED.slice(0, 4))
  await picture('count')
  expect(await desk.page.getByText('$104.48').count()).toBe(0)
  await counts(COUNTED.slice(4))
  await hands.until((now) => step(now) === 'closing.found')
  expect(await counted()).toBeLessThanOrEqual(keysOf(57) + COUNTED.join('').length)
  desk.kill('station')
  await hands.until((now) => now.stage === 'desk')
})

test('it goes on with what was counted, and is closed to the cent by keys [task 58]', async () => {
  const counted = await hands.countKeys()
  await hands.press('F12')
  await hands.asks('checks_count')
  await picture('found')
  for (const text of ['1', '40.00', '23.99']) {
    await hands.type(text)
    await hands.press('Enter')
  }
  await hands.asks('reason')
  await picture('difference')
  await expectInSightAtTwice()
  await hands.press('1')
  await hands.press('Enter')
  await hands.asks('bag_number')
  await picture('leaving')
  await expectInSightAtTwice()
  await hands.type('0047731')
  await hands.press('Tab')
  await hands.asks('safe_cents')
  await hands.type('10.00')
  await hands.press('Enter')
  const { page, band } = await hands.until((now) => now.page?.sections.some((one) => one.kind === 'paper') ?? false)
  expect(await counted()).toBeLessThanOrEqual(keysOf(58) + '140.0023.99004773110.00'.length)
  expect(band?.sentence).toContain('$0.25')
  const sums = page?.sections.find((one) => one.section_id === 'sums')
  const texts = sums?.kind === 'facts' ? sums.facts.map((one) => one.text) : []
  expect(texts.slice(0, 5)).toEqual(['$100.00', '$4.23', '$40.00', '$10.00', '0047731'])
  await picture('closed')
})

test('of cash alone that agrees, the close asks for the count, one Enter and the bag [task 59]', async () => {
  await hands.call('drawer.open', { drawer_code: '', pieces: null, total_cents: 10_000 })
  await sold(423, [cash(423)])
  await hands.clear()
  const counted = await hands.countKeys()
  await hands.press('Shift+F12')
  await hands.asks('pieces.2000')
  await counts(COUNTED)
  await hands.asks('checks_count')
  await picture('none-found')
  await hands.press('Enter')
  await hands.asks('bag_number')
  await hands.type('0047732')
  await hands.press('Enter')
  await hands.until((now) => now.page?.sections.some((one) => one.kind === 'paper') ?? false)
  expect(await counted()).toBeLessThanOrEqual(keysOf(59) + `${COUNTED.join('')}0047732`.length)
})

test('a check that is found is asked for its amount, and the reason can be changed in the last step', async () => {
  const float = { pieces: null, total_cents: 10_423, reason: 'WRONG-FLOAT' }
  await hands.call('drawer.open', { drawer_code: '', ...float })
  await hands.clear()
  await hands.press('Shift+F12')
  await hands.asks('pieces.2000')
  await counts(COUNTED)
  await hands.asks('checks_count')
  await hands.type('1')
  await hands.press('Enter')
  await hands.asks('checks_cents')
  await hands.type('500')
  await hands.press('Enter')
  await hands.asks('reason')
  await hands.press('4')
  await hands.press('Enter')
  await hands.asks('bag_number')
  await hands.press('Escape')
  await hands.asks('reason')
  expect(await desk.page.locator('[data-field="reason"] input:checked').inputValue()).toBe('NOT-KNOWN')
  await hands.press('1')
  await hands.press('Enter')
  await hands.asks('bag_number')
  expect((await hands.snapshot()).page?.enter?.call.input).toMatchObject({ reason: 'WRONG-CHANGE' })
})

test('arrows reach its receipts while a row waits for an answer', async () => {
  await sold(250, [cash(250)])
  await hands.clear()
  await hands.scan(CARDS.flora)
  await hands.until((now) => now.patron !== null)
  await hands.scan(shelfBook(5))
  await hands.until((now) => now.rows.some((row) => row.choices.length > 0))
  hands.afterScan()
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('ArrowDown')
  await desk.page.locator('[data-place="drawer"] tr[aria-selected="true"]').waitFor()
  await hands.press('v')
  await hands.asks('reason')
  expect((await hands.snapshot()).rows.some((row) => row.choices.length > 0)).toBe(true)
  await hands.press('Escape')
})

/** Whether this is wholly in the part that scrolls, below the heading of its table and on one line. */
const isWhole = (selector: string): Promise<boolean> =>
  desk.page
    .locator(selector)
    .first()
    .evaluate((one) => {
      const words = document.createRange()
      words.selectNodeContents(one)
      const [line, ...more] = words.getClientRects()
      if (!line || more.some(({ top }) => Math.abs(top - line.top) > 2)) return false
      const top = document.elementFromPoint(line.left + 2, line.top + 2)
      const bottom = document.elementFromPoint(line.left + 2, line.bottom - 2)
      return [top, bottom].every((found) => found !== null && one.closest('td')?.contains(found))
    })

test('at 1280 by 720 a receipt is seen while it is voided and after, and every place of the rail', async () => {
  await desk.page.setViewportSize({ width: 1280, height: 720 })
  for (const cents of [150, 250, 350]) await sold(cents, [cash(cents)])
  await hands.clear()
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('ArrowDown')
  await hands.press('ArrowDown')
  const number = '[data-place="drawer"] tr[aria-selected="true"] td:first-child bdi'
  await desk.page.locator(number).waitFor()
  await hands.press('v')
  await hands.asks('reason')
  expect(await isWhole(number)).toBe(true)
  // Sent without a reason: what is wrong takes a line of the form.
  await hands.press('Enter')
  await desk.page.locator('[data-place="drawer"] [data-form] [role="alert"]').waitFor()
  await hands.drawn()
  expect(await isWhole(number)).toBe(true)
  await hands.press('1')
  await hands.press('Enter')
  await hands.until((now) => now.band?.outcome === 'done')
  await desk.page.locator('[data-place="drawer"] [data-form]').waitFor({ state: 'detached' })
  expect(await isWhole(number)).toBe(true)
  expect(
    await desk.page
      .locator('nav')
      .first()
      .evaluate((rail) => rail.scrollHeight - rail.clientHeight),
  ).toBe(0)
  await desk.page.setViewportSize(eyes.SCREEN)
})
