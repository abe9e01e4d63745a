/**
 * Taking money on the real desk by keyboard alone, each press counted: a charge with change, a part of what is owed,
 * twelve copies for cash; then what goes wrong at a desk: a scan into the amount, letters, a check too large, a station
 * that dies in the middle. With pictures (PICTURES_TO) and nothing for axe to find.
 */
import { beforeEach, describe, expect, test } from 'vitest'
import { keysOf } from '../tables/tried.ts'
import { wordsIn } from '../../shared/receipt/paper-language.ts'
import { ENGLISH } from '../support/said.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, shelfBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const MORE = ['Color copies', 'Earbuds', 'USB drive', 'Book sale', 'Laminating by the foot', '3D print by the gram']
const RARER = ['Test proctoring', 'Interlibrary loan postage', 'Fax by the page', 'Headphones']
const PRODUCTS = [
  'product_code,name,key_letter,price',
  'COPY,Copies,C,0.10',
  'TOTE,Tote bag,T,8.00',
  'GIFT,Donation,N,',
  ...[...MORE, ...RARER].map((name, at) => `MORE${at},${name},,${at + 1}.50`),
  '',
].join('\n')

const { desk, hands } = oneDesk({ 'products.csv': PRODUCTS })
beforeEach(() => hands.clear())

async function open(card: string): Promise<void> {
  await hands.scan(card)
  await hands.until((now) => now.patron !== null)
  hands.afterScan()
}

async function owe(...amounts: readonly number[]): Promise<void> {
  for (const amount_cents of amounts)
    await hands.call('charge.add', { fee_code: '', amount_cents, note: 'Replacement card' })
}

const atAmount = (): Promise<void> => desk.page.locator('#pay-amount:focus').waitFor()
const amount = (): Promise<string> => desk.page.locator('#pay-amount').inputValue()

async function picture(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, `pay-${name}`)).toEqual([])
}

test('with no drawer open the page says how to open one, and Enter goes there', async () => {
  await open(CARDS.flora)
  await hands.press('+')
  await hands.atPage('pay')
  await picture('no-drawer')
  await hands.press('Enter')
  const { page } = await hands.atPage('drawer')
  expect(page?.ref.place).toBe('drawer')
  await hands.call('drawer.open', { drawer_code: '', pieces: null, total_cents: 10_000 })
})

describe('no task takes more than', () => {
  test('three keys: 3.75 of 5.00, with the change large [task 53]', async () => {
    await open(CARDS.dana)
    await owe(375)
    const counted = await hands.countKeys()
    await hands.press('+')
    await atAmount()
    await hands.press('+')
    await hands.press('Enter')
    const after = await hands.until((now) => now.patron?.owed_cents === 0)
    expect([after.band?.fact?.text, after.page]).toEqual(['$1.25', null])
    expect(await counted()).toBeLessThanOrEqual(keysOf(53))
    const fact = desk.page.locator('[data-part="band"]').getByText('$1.25', { exact: true })
    const size_px = await fact.first().evaluate((one) => Number(getComputedStyle(one).fontSize.replace('px', '')))
    expect(size_px).toBeGreaterThanOrEqual(64)
    expect(size_px).toBeLessThanOrEqual(72)
    await picture('change')
  })

  test('two keys and the amount: 5.00 of 18.50 on three charges, oldest first [task 54]', async () => {
    await open(CARDS.flora)
    await owe(200, 400)
    const counted = await hands.countKeys()
    await hands.press('+')
    await atAmount()
    await hands.type('500')
    await hands.press('Enter')
    await hands.until((now) => now.patron?.owed_cents === 1350)
    expect(await counted()).toBeLessThanOrEqual(keysOf(54) + '500'.length)
  })

  test('four keys and two digits: twelve copies for cash, with nobody open [task 55]', async () => {
    const counted = await hands.countKeys()
    await hands.type('12*c')
    await hands.press('=')
    await hands.press('Enter')
    const after = await hands.until((now) => now.rows_count === 1 && now.page === null)
    expect(after.rows[0]?.notes.join()).toContain('$1.20')
    expect(await counted()).toBeLessThanOrEqual(keysOf(55) + '12'.length)
  })
})

test('thirteen things to sell stand whole below one charge', async () => {
  await open(CARDS.omar)
  await owe(375)
  await hands.press('+')
  await atAmount()
  const tiles = await desk.page.locator('[data-part="choices"] button').evaluateAll((all) =>
    all.map((one) => {
      const box = one.getBoundingClientRect()
      const around = one.closest('[data-part="page"]') ?? document.documentElement
      const isCut = box.bottom > Math.min(innerHeight, around.getBoundingClientRect().bottom) + 1
      return isCut || one.scrollWidth > one.clientWidth ? [one.textContent] : []
    }),
  )
  expect([tiles.length, tiles.flat()]).toEqual([13, []])
})

describe('at the amount', () => {
  test('Enter with nothing given says which keys give it, and leaves them in sight', async () => {
    await open(CARDS.flora)
    await hands.press('+')
    await atAmount()
    const top = (): Promise<number | undefined> =>
      desk.page
        .locator('#pay-amount')
        .boundingBox()
        .then((box) => box?.y)
    const before = await top()
    await hands.press('Enter')
    await desk.page.locator('[data-fault="no_tender"]').waitFor()
    await picture('nothing-given')
    const keys = ['exact', 'next-note', 'check', 'card'].map((key) => `[data-pay-key="${key}"]`)
    expect(await Promise.all(keys.map((key) => eyes.isInSight(desk.page, key)))).toEqual([true, true, true, true])
    expect(await top()).toBe(before)
  })

  test('a scan goes to the desk whole, and takes no money', async () => {
    await open(CARDS.flora)
    await hands.press('+')
    await atAmount()
    await hands.scan(shelfBook(5))
    const after = await hands.until((now) => now.rows_count === 1)
    expect(after.rows[0]?.barcode).toBe(shelfBook(5))
    expect([await amount(), after.patron?.owed_cents]).toEqual(['', 1350])
    const band = desk.page.locator('[data-part="band"]')
    // A digit alone would be typed into the amount.
    expect((await band.innerText()).match(/\S*\d(?=\s=\s)/g)).toEqual(['Ctrl+1'])
  })

  test('letters, and a check for too much, are said before anything is taken', async () => {
    await open(CARDS.flora)
    await hands.press('+')
    await atAmount()
    await hands.type('5o0')
    await desk.page.locator('[data-fault="letters"]').waitFor()
    await hands.press('Escape')
    await hands.type('2000')
    await hands.press('k')
    await hands.asks('check_number')
    await desk.page.locator('[data-part="preview"] [data-tone="stop"]').waitFor()
    await picture('too-much')
    expect((await hands.snapshot()).patron?.owed_cents).toBe(1350)
    await hands.press('Escape')
  })

  test('a check and cash pay together; what the page says stays owed is owed', async () => {
    await open(CARDS.flora)
    await hands.press('+')
    await atAmount()
    await picture('open')
    await hands.type('350')
    await hands.press('k')
    await hands.asks('check_number')
    await hands.type('1042')
    await hands.press('/')
    await atAmount()
    await hands.press('=')
    await desk.page.locator('[data-part="preview"]').getByText('$0.00').waitFor()
    await hands.press('Enter')
    const after = await hands.until((now) => now.patron?.owed_cents === 0)
    expect(after.band?.outcome).toBe('done')
  })
})

/** Keys as a quick clerk presses them. */
const CLERK_MS = 220

test('a card’s numbers typed with Tab, and Enter twice, are a card payment', async () => {
  await open(CARDS.dana)
  await owe(375)
  const digits = (text: string): readonly string[] => Array.from(text)
  await hands.keyboard.keys(['+'], CLERK_MS)
  await atAmount()
  const keys = ['d', ...digits('004711'), 'Tab', ...digits('4242'), 'Tab', 'Enter', 'Enter']
  await hands.keyboard.keys(keys, CLERK_MS)
  await hands.until((now) => now.patron === null || now.patron.owed_cents === 0)
  await hands.press('F9')
  const { page } = await hands.atPage('receipt')
  expect(JSON.stringify(page?.sections)).toContain('4242')
})

test('F9 shows the receipt, and again as a copy', async () => {
  await hands.type('2*t')
  await hands.press('Enter')
  await hands.atPage('pay')
  await atAmount()
  await picture('sale')
  await hands.press('=')
  await hands.press('Enter')
  const after = await hands.until((now) => now.page === null && now.papers.length > 0)
  expect(after.papers.map(({ kind, is_copy }) => [kind, is_copy])).toEqual([['payment', false]])
  await hands.press('F9')
  const { page } = await hands.atPage('receipt')
  const paper = page?.sections.find((one) => one.kind === 'paper')
  expect(JSON.stringify(paper)).toContain(wordsIn('en').cash.copy_number(1))
  expect(page?.heading).toContain(ENGLISH.words.screen.papers.copy)
})

describe('a receipt that was written by hand', () => {
  const lead = () => desk.page.locator('[data-place="pay"] header')
  const wrong = (name: string) => desk.page.locator(`[data-field="${name}"]:focus-within [role="alert"]`)

  async function name(number: string, day: string, time: string): Promise<void> {
    await hands.press('p')
    await hands.asks('paper_number')
    await hands.type(number)
    await hands.press('Enter')
    await hands.asks('written_on')
    await hands.type(day)
    await hands.press('Enter')
    await hands.asks('time')
    await hands.type(time)
    await hands.press('Enter')
  }

  test('is named by its letter, mended at the field that is wrong, and taken as usual', async () => {
    await open(CARDS.dana)
    await owe(300)
    await hands.press('+')
    await atAmount()
    await name('0143', '+1', '')
    await wrong('written_on').waitFor()
    await picture('paper-wrong')
    await hands.type('-1')
    await hands.press('Enter')
    await hands.asks('time')
    await hands.type('2:15 PM')
    await hands.press('Enter')
    await atAmount()
    await lead().getByText('0143').first().waitFor()
    await picture('paper')
    await hands.press('=')
    await hands.press('Enter')
    const after = await hands.until((now) => now.patron?.owed_cents === 0)
    expect([after.band?.outcome, after.page]).toEqual(['done', null])
  })

  test('is keyed in once; another is taken out again by the same letter', async () => {
    await open(CARDS.dana)
    await owe(100)
    await hands.press('+')
    await atAmount()
    await name('0143', '-1', '')
    await wrong('paper_number').waitFor()
    await hands.type('0144')
    await hands.press('Ctrl+Enter')
    await atAmount()
    expect((await hands.snapshot()).page?.lead).toContain('0144')
    await hands.press('p')
    const after = await hands.until((now) => now.page?.lead === '')
    expect(after.patron?.owed_cents).toBe(100)
  })
})

describe('nothing is lost', () => {
  test('of an amount that was typed, by a look at the drawer', async () => {
    await open(CARDS.dana)
    await hands.press('+')
    await atAmount()
    await hands.type('75')
    await hands.press('F12')
    await hands.atPage('drawer')
    await hands.press('+')
    await atAmount()
    expect(await amount()).toBe('75')
    await hands.press('Escape')
    expect(await amount()).toBe('')
    await hands.type('75')
    await hands.press('F12')
    await hands.atPage('drawer')
    await owe(100)
    await hands.press('+')
    await atAmount()
    expect([await amount(), (await hands.snapshot()).page?.drafts]).toEqual(['', []])
  })

  test('of the count of what has no price: it is asked for, and then two are sold', async () => {
    await hands.type('2*n')
    await hands.press('Enter')
    await hands.asks('price_cents')
    await hands.type('500')
    await hands.press('Enter')
    await atAmount()
    await desk.page.getByText('$10.00').first().waitFor()
    expect((await hands.snapshot()).band?.outcome).not.toBe('stop')
  })

  test('and a lone = leaves no row that has to be answered', async () => {
    await hands.type('=')
    await hands.press('Enter')
    const after = await hands.until((now) => now.rows_count === 1)
    expect(after.rows[0]?.choices).toEqual([])
  })
})

test('what is typed while the page opens is in its field, and not on the line, on a busy computer', async () => {
  await open(CARDS.omar)
  await owe(500)
  // A computer that is busy with other work draws seldom: only what a hidden window falls back on draws here.
  await desk.page.evaluate(() => {
    window.requestAnimationFrame = () => 0
  })
  for (let time = 0; time < 5; time += 1) {
    await hands.press('+')
    // The page is known, and not drawn.
    await expect.poll(async () => (await hands.snapshot()).page?.ref.place, { interval: 1 }).toBe('pay')
    await hands.type('12345678')
    await desk.page.waitForFunction(() => {
      const texts = [...document.querySelectorAll<HTMLInputElement>('#line, #pay-amount')].map((one) => one.value)
      return texts.join('').length === 8
    })
    expect([await amount(), await desk.page.locator('#line').inputValue()]).toEqual(['12345678', ''])
    await hands.press('Escape')
    await hands.press('Escape')
    await hands.until((now) => now.page === null)
  }
})
