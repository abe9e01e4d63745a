/** A clerk at the real desk, keys only: rows that wait, undo, who was here before, searches, and titles from hell. */
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { outputOf } from '../standin/set-up-desk.ts'
import { keysOf } from '../tables/tried.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { counterOf } from './support/counter.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, danasBook, HOSTILE_TITLES, hostileBook, shelfBook, TITLE_WITH_ACCENTS } from './support/library.ts'
import { says, short } from '../support/said.ts'
import { en as paperWords } from '../../shared/receipt/words/en.ts'
import { en } from '../../shared/words/en/en.ts'

let desk: Desk
let hands: Hands
let complaints: readonly string[]

beforeAll(async () => {
  desk = await launch()
  hands = await atSmallLibrary(desk)
  complaints = eyes.complaintsOf(desk.page)
})
afterAll(() => desk.close())
beforeEach(() => hands.clear())

const isOut = async (item_barcode: string): Promise<unknown> =>
  outputOf(await desk.call('item.get', { item_barcode }), 'is_out')

async function openOmar(): Promise<void> {
  await hands.scan(CARDS.omar)
  await hands.until((now) => now.patron?.name === 'Omar Núñez')
}

// First of all: what the other tests record could be undone after it.
test('Ctrl+Z takes the last act back, says so, and the book is in again', async () => {
  await openOmar()
  await hands.scan(shelfBook(12))
  await hands.until((now) => now.totals.out_count === 1)
  expect(await isOut(shelfBook(12))).toBe(true)
  await hands.press('Ctrl+z')
  const after = await hands.until((now) => now.rows[0]?.is_undone === true)
  expect(after.band).toMatchObject({ outcome: 'done', heading: en.outcomes.undo.heading('Shelf book 12') })
  expect(await isOut(shelfBook(12))).toBe(false)
  await hands.press('Ctrl+z')
  await hands.bandSays(/nothing/i)
})

describe('undo', () => {
  const { undo } = en.outcomes
  const selected = (text: string): Promise<void> =>
    desk.page.locator('tr[aria-selected="true"]').filter({ hasText: text }).waitFor()

  test('after Finish: the book is in, and the receipt that F9 shows says so', async () => {
    await openOmar()
    await hands.scan(shelfBook(13))
    await hands.until((now) => now.totals.out_count === 1)
    hands.afterScan()
    await hands.press('Enter')
    await hands.until((now) => now.patron === null)
    await hands.press('Ctrl+z')
    await hands.bandSays(undo.heading('Shelf book 13'))
    expect(await isOut(shelfBook(13))).toBe(false)
    await hands.press('F9')
    await hands.atPage('receipt')
    await desk.page
      .locator('[data-part="paper"]')
      .filter({ hasText: paperWords.undone_since('Shelf book 13') })
      .waitFor()
    await hands.press('Escape')
  })

  test('Z on the row of a charge: it is off the account, and the band says how much', async () => {
    await hands.scan(CARDS.flora)
    await hands.until((now) => now.patron !== null)
    await hands.call('charge.add', { fee_code: '', amount_cents: 700, note: '' })
    const { owed_cents = 0 } = (await hands.until((now) => now.patron?.owed_cents !== 1250)).patron ?? {}
    await hands.press('F7')
    await hands.atPage('account')
    await hands.press('ArrowDown')
    await hands.press('ArrowDown')
    await selected('$7.00')
    await hands.press('z')
    await hands.until((now) => now.patron?.owed_cents !== owed_cents)
    await hands.bandSays(undo.removed('$7.00', 'manual'))
    expect((await hands.snapshot()).patron?.owed_cents).toBe(owed_cents - 700)
  })

  test('Z on the row of the work log: the log and the row at the desk say that it was undone', async () => {
    await openOmar()
    await hands.scan(shelfBook(14))
    await hands.until((now) => now.totals.out_count === 1)
    await hands.press('Shift+F8')
    await hands.atPage('work-log')
    await hands.press('ArrowDown')
    await selected('Shelf book 14')
    await hands.press('z')
    await hands.bandSays(undo.heading('Shelf book 14'))
    await desk.page.locator('tr').filter({ hasText: en.refusals['undo-done'].short }).first().waitFor()
    await hands.press('Escape')
    await desk.page.locator('tr [data-shape="undone"]').waitFor()
    expect(await isOut(shelfBook(14))).toBe(false)
  })
})

describe('rows that wait for an answer', () => {
  const finishButton = (): Promise<string> => desk.page.locator('footer button').last().innerText()

  beforeEach(async () => {
    await openOmar()
    await hands.scan(danasBook(1))
    await hands.scan(danasBook(2))
    await hands.until((now) => now.totals.undecided_count === 2)
    hands.afterScan()
  })

  test('hold Finish back, are walked by the arrows, answered by a digit and left by Esc', async () => {
    await hands.press('Enter')
    await hands.bandSays(says('rows-undecided', { count: 2 }))
    expect(await finishButton()).toContain('2 to answer first')
    expect((await hands.snapshot()).patron?.name).toBe('Omar Núñez')

    await hands.press('ArrowDown')
    await desk.page.locator('[data-row][aria-current]').filter({ hasText: 'Dana’s book 1' }).waitFor()
    await hands.press('1')
    const answered = await hands.until((now) => now.totals.undecided_count === 1)
    expect(answered.band).toMatchObject({ outcome: 'done', heading: 'Dana’s book 1' })
    expect(answered.totals.out_count).toBe(1)
    await expect.poll(() => hands.line.inputValue()).toBe('')

    await hands.press('Escape')
    const left = await hands.until((now) => now.totals.undecided_count === 0)
    expect(left.rows.map((row) => row.happened)).toContain(en.outcomes.answer.left)
    expect(await isOut(danasBook(2))).toBe(true)

    await hands.press('Enter')
    await hands.until((now) => now.patron === null)
  })

  test('let the next scan through, and a card waits behind them', async () => {
    await hands.scan(shelfBook(11))
    await hands.until((now) => now.rows[0]?.barcode === shelfBook(11) && now.totals.out_count === 1)
    // At the speed of a scanner that repeats at once: the card, and the books behind it.
    for (const code of [CARDS.dana, shelfBook(13), shelfBook(14)]) await hands.scan(code, { gap_ms: 1 })
    const held = await hands.until((now) => now.waiting.scans.length === 3)
    expect([held.patron?.name, held.rows.length]).toEqual(['Omar Núñez', 3])
    const queue = desk.page.locator('[data-part="waiting-scans"]')
    await queue.locator('li').nth(2).waitFor()
    expect(await queue.locator('li').allInnerTexts()).toEqual([
      en.outcomes.loan.waits.card(CARDS.dana),
      `Shelf book 13 ${shelfBook(13)}`,
      `Shelf book 14 ${shelfBook(14)}`,
    ])
    expect(await finishButton()).toContain('2 to answer first')

    hands.afterScan()
    await hands.press('Delete')
    await hands.until((now) => now.waiting.scans.length === 2)
    await hands.press('Escape')
    await hands.until((now) => now.totals.undecided_count === 1)
    await hands.press('1')
    const next = await hands.until((now) => now.patron?.name === 'Dana Miller')
    expect([next.rows.map((row) => row.barcode), next.waiting.scans]).toEqual([[shelfBook(13)], []])
    await queue.waitFor({ state: 'detached' })
    expect([await isOut(shelfBook(13)), await isOut(shelfBook(14))]).toEqual([true, false])
  })
})

describe('after Finish', () => {
  beforeEach(async () => {
    await openOmar()
    await hands.scan(shelfBook(25))
    await hands.until((now) => now.totals.out_count === 1)
    hands.afterScan()
    await hands.press('Enter')
    await hands.until((now) => now.patron === null)
  })

  test('F8 opens who was here before, and Ctrl+Z takes back what was lent [tasks 5, 6]', async () => {
    const count = await counterOf(hands)
    await hands.press('Ctrl+z')
    await expect.poll(() => isOut(shelfBook(25))).toBe(false)
    await hands.bandSays('Shelf book 25')
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(5))
    await hands.press('F8')
    const back = await hands.until((now) => now.patron !== null)
    expect(back.patron?.name).toBe('Omar Núñez')
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(5) + keysOf(6))
  })

  test('without a key: the scanner, and the mouse on what is on the screen [task 41]', async () => {
    const count = await counterOf(hands)
    await count.scan(CARDS.omar)
    await hands.until((now) => now.patron !== null)
    await count.scan(shelfBook(26))
    await hands.until((now) => now.totals.out_count === 1)
    const book = desk.page.locator('[data-part="already-out"] tbody tr').filter({ hasText: 'Shelf book 25' })
    await book.click()
    await hands.atPage('item')
    await desk.page.getByRole('button', { name: en.screen.page.back }).click()
    await hands.until((now) => now.page === null)
    await desk.page.locator('footer button').last().click()
    await hands.until((now) => now.patron === null)
    await desk.page
      .locator('nav')
      .getByRole('button', { name: /^Check in\b/ })
      .click()
    await hands.until((now) => now.mode === 'in')
    await count.scan(shelfBook(26))
    await hands.until((now) => now.totals.in_count === 1)
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(41))
  })
})

describe('somebody who may not borrow', () => {
  test('is not to be served, or has a closed account: the row says so, and Esc lends nothing [task 15]', async () => {
    const count = await counterOf(hands)
    for (const [card, happened] of [
      [CARDS.victor, short('patron-barred')],
      [CARDS.ruth, short('patron-inactive')],
    ] as const) {
      await count.scan(card)
      await hands.until((now) => now.patron?.notices.some((one) => one.heading === happened) === true)
      await count.scan(shelfBook(15))
      const refused = await hands.until((now) => now.rows[0]?.happened === happened)
      expect(refused).toMatchObject({ band: { outcome: 'decide' }, totals: { undecided_count: 1, out_count: 0 } })
      hands.afterScan()
      await hands.press('Escape')
      await hands.until((now) => now.totals.undecided_count === 0)
    }
    expect(await isOut(shelfBook(15))).toBe(false)
    expect(await count.presses()).toBeLessThanOrEqual(2 * keysOf(15))
  })

  test('has a card that expired: 1 checks out even so, a digit says why [task 16]', async () => {
    const count = await counterOf(hands)
    await count.scan(CARDS.harold)
    await count.scan(shelfBook(16))
    const asked = await hands.until((now) => now.totals.undecided_count === 1)
    expect(asked.rows[0]?.happened).toBe(short('patron-expired'))
    hands.afterScan()
    await hands.press('1')
    await hands.bandSays(en.outcomes.answer.reason)
    await hands.press('1')
    await hands.until((now) => now.totals.out_count === 1 && now.totals.undecided_count === 0)
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(16))
  })
})

describe('a barcode that is pasted', () => {
  /** As if another program had been copied from. */
  const copied = (text: string): Promise<void> =>
    desk.page.evaluate((value) => {
      const source = document.body.appendChild(document.createElement('textarea'))
      source.value = value
      source.select()
      document.execCommand('copy')
      source.remove()
      document.querySelector<HTMLInputElement>('#line')?.focus()
    }, text)

  test('is scanned, with or without spaces; of two lines each by itself [task 34]', async () => {
    await openOmar()
    const [one, other] = [shelfBook(17), shelfBook(18)]
    await copied(`${one.slice(0, 1)} ${one.slice(1, 5)} ${one.slice(5, 10)} ${one.slice(10)}`)
    const count = await counterOf(hands)
    await hands.press('Ctrl+v')
    await hands.press('Enter')
    await hands.until((now) => now.rows[0]?.barcode === one && now.totals.out_count === 1)
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(34))
    await copied(`${other}\n${shelfBook(19)}\n`)
    await hands.press('Ctrl+v')
    const lent = await hands.until((now) => now.totals.out_count === 3)
    expect(lent.rows.map((row) => row.barcode)).toEqual([shelfBook(19), other, one])
  })
})

test('on every size of screen the line, the band and Finish are in sight [tasks 35, 36, 37]', async () => {
  await openOmar()
  await hands.scan(danasBook(1))
  await hands.until((now) => now.totals.undecided_count === 1)
  const before = desk.page.viewportSize() ?? eyes.SCREEN
  for (const [width, height] of [
    [1024, 768],
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await desk.page.setViewportSize({ width, height })
    await hands.drawn()
    await eyes.takePicture(desk.page, `size-${width}`)
    expect(await eyes.sideways_px(desk.page), `${width}`).toBeLessThanOrEqual(1)
    expect(await eyes.tooSmall(desk.page), `${width}`).toEqual([])
    for (const part of ['[data-part="line"]', '[data-part="band"]', '[data-row]', 'footer button']) {
      expect(await eyes.isInSight(desk.page, part), `${part} at ${width}`).toBe(true)
    }
  }
  await desk.page.setViewportSize(before)
})

describe('a search', () => {
  test('for a title finds it without its accents, and says whether it is in [task 28]', async () => {
    const count = await counterOf(hands)
    await hands.press('F3')
    await count.type('nunez bogota')
    const hit = desk.page.getByRole('option', { name: TITLE_WITH_ACCENTS.title, selected: true })
    await hit.waitFor()
    await expect.poll(() => hit.innerText()).toContain('1 of 1 in')
    await hands.hitsStandStill()
    await hands.press('Enter')
    await hands.part('page')
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(28))
    await hands.press('Escape')
    await hands.part('page', 'detached')
    await hands.part('search')
    await hands.press('Escape')
    await hands.part('search', 'detached')
  })

  test('for a person, among several, opens the one that was chosen', async () => {
    await hands.press('F4')
    await hands.type('miller')
    await desk.page.getByRole('option', { name: 'Danny Miller' }).waitFor()
    await hands.hitsStandStill()
    await hands.press('Enter')
    expect((await hands.snapshot()).patron, 'nobody is opened by a name that two people have').toBeNull()
    await hands.press('ArrowDown')
    await hands.press('ArrowDown')
    await desk.page.getByRole('option', { name: 'Danny Miller', selected: true }).waitFor()
    await hands.press('Enter')
    await hands.until((now) => now.patron?.name === 'Danny Miller')
  })

  test('by a fast typist is no scan', async () => {
    await hands.keyboard.keys([...Array.from('danny'), 'ArrowDown'], 60)
    await desk.page.getByRole('option', { name: 'Danny Miller', selected: true }).waitFor()
    await hands.hitsStandStill()
    await hands.keyboard.keys([...Array.from(' miller'), 'Enter'], 60)
    await hands.snapshot()
    await hands.drawn()
    expect((await hands.snapshot()).band?.outcome).not.toBe('stop')
    await hands.press('Escape')
    await hands.part('search', 'detached')
  })
})

describe('titles that try to break the screen', () => {
  /** Control characters other than line breaks and tabs, and marks that turn text around. */
  // oxlint-disable-next-line no-control-regex -- finding control characters is the point
  const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u
  const numbers = HOSTILE_TITLES.map((_title, index) => index + 1)

  test('each is shown as the text it is, in band, row and panel', async () => {
    const page_title = await desk.page.title()
    await openOmar()
    for (const number of numbers) await isLentAsText(number, page_title)

    // The next time they are no rows, but stand below among what the patron has out.
    await hands.clear()
    await openOmar()
    for (const number of numbers) {
      const out_now = desk.page
        .locator('[data-part="already-out"] bdi')
        .filter({ hasText: beginningOf(number) })
        .first()
      await out_now.waitFor()
      expect(await beyondItsCell_px(out_now), `${number}`).toBeLessThanOrEqual(1)
    }
    await isShownAsText(page_title)
  })

  async function isLentAsText(number: number, page_title: string): Promise<void> {
    await hands.scan(hostileBook(number))
    const after = await hands.until((now) => now.rows_count === number)
    expect(after.rows[0]).toMatchObject({ outcome: 'done', barcode: hostileBook(number) })
    for (const place of ['[data-part="band"]', '[data-row]']) {
      await expect
        .poll(() => desk.page.locator(place).first().innerText(), { message: place })
        .toContain(beginningOf(number))
    }
    // What is too long loses its end, also where it is written from right to left.
    expect(await beyondItsCell_px(desk.page.locator('[data-row] bdi').first())).toBeLessThanOrEqual(1)
    await isShownAsText(page_title)
    const finish = desk.page.locator('footer button').last()
    expect((await finish.boundingBox())?.height).toBeLessThan(80)
    await expect.poll(() => finish.isVisible()).toBe(true)
  }

  /** Nothing of a title became a part of the page, turned its text around, or made it wider than the screen. */
  async function isShownAsText(page_title: string): Promise<void> {
    const seen = await desk.page.evaluate(() => {
      const root = document.documentElement
      const boxes = document.querySelectorAll('[data-part], [data-row], [data-row] > td, aside, footer button')
      const right = Math.max(...[...boxes].map((one) => one.getBoundingClientRect().right))
      return {
        text: document.body.innerText,
        sideways_px: Math.max(root.scrollWidth, right) - root.clientWidth,
        made_count: document.querySelectorAll('#root script, #root img').length,
      }
    })
    await expect.poll(() => desk.page.title()).toBe(page_title)
    expect(seen.made_count).toBe(0)
    expect(seen.sideways_px).toBeLessThanOrEqual(1)
    expect(seen.text).not.toMatch(HIDDEN)
  }

  /** How far a title reaches out of the cell that cuts it, at either end. */
  function beyondItsCell_px(title: Locator): Promise<number> {
    return title.evaluate((one) => {
      const [box, cell] = [one, one.closest('td') ?? one].map((part) => part.getBoundingClientRect())
      return Math.max((box?.right ?? 0) - (cell?.right ?? 0), (cell?.left ?? 0) - (box?.left ?? 0))
    })
  }

  function beginningOf(number: number): string {
    const beginnings = [
      '<script>document.title',
      'Bell',
      'מסע אל תוך',
      'A very long title',
      '"; DROP TABLE',
      'Unbroken',
    ]
    return beginnings[number - 1] ?? '?'
  }
})

test('the page complained about nothing in all of this', () => {
  expect(complaints).toEqual([])
})
