/**
 * Holds changed on the real desk, by keyboard alone: put off, taken up, moved, canceled on the account; kept longer,
 * ended and printed on the hold shelf; marked, looked for again and skipped on the pull list; recalled.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { commandIdOf, outputOf } from '../standin/set-up-desk.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, danasBook, PIN, shelfBook } from './support/library.ts'
import { en } from '../../shared/words/en/en.ts'
import { PAGES } from '../support/said.ts'
import { oneDesk } from './support/one-desk.ts'

const DAYS = PAGES.holds.shelf.days

let complaints: readonly string[]

/** Shelf books that stand on the hold shelf for Omar, most of them for years; the last until 2099. */
const OVER = [31, 32, 33] as const
const KEPT = 34

/** Takes in what the library's other data does not say: copies that wait on the hold shelf. */
async function takeInShelf(): Promise<void> {
  const folder = path.join(desk.userData, 'shelf')
  mkdirSync(folder)
  const numbers = [...OVER, KEPT]
  const files = {
    items: [
      'barcode,title_id,item_type_code,home_branch_code,at_branch_code,call_number,location,status',
      ...numbers.map((n) => `${shelfBook(n)},T${n - 1},BOOK,MAPLE,MAPLE,F ${n - 1},Fiction,hold-shelf`),
    ],
    holds: [
      'hold_id,patron_id,title_id,item_barcode,pickup_branch_code,placed_at,expires_on,status',
      ...numbers.map((n) => {
        return `S${n},P2,T${n - 1},${shelfBook(n)},MAPLE,2020-02-01 09:00,${n === KEPT ? 2099 : 2020}-03-01,ready`
      }),
    ],
  }
  for (const [name, lines] of Object.entries(files)) {
    writeFileSync(path.join(folder, `${name}.csv`), `${lines.join('\n')}\n`)
  }
  outputOf(await desk.call('import.start', { commandId: commandIdOf(9), folder, own_pin: PIN }), 'running')
  while (outputOf(await desk.call('import.status'), 'running')) await desk.page.waitForTimeout(20)
}

const { desk, hands } = oneDesk()
beforeAll(async () => {
  await takeInShelf()
  complaints = eyes.complaintsOf(desk.page)
})
beforeEach(() => hands.clear())

const at = (place: string): Promise<DeskSnapshot> => hands.atPage(place)

/** Walks down until the cursor stands on the row that says this. */
async function downTo(words: string): Promise<void> {
  const current = desk.page.locator('tr[aria-selected="true"]').filter({ hasText: words })
  for (let presses = 0; presses < 30 && (await current.count()) === 0; presses += 1) {
    await hands.press('ArrowDown')
    await hands.drawn()
  }
  await current.waitFor()
}

const asks = (name: string): Promise<void> => hands.asks(name)
const happened = (words: string): Promise<DeskSnapshot> => hands.until((now) => now.rows[0]?.happened === words)

async function picture(name: string): Promise<void> {
  await hands.drawn()
  expect(await eyes.sideways_px(desk.page)).toBeLessThanOrEqual(0)
  expect(await eyes.axe(desk.page, 'all rules')).toEqual([])
  await eyes.takePicture(desk.page, name)
}

async function placedFor(card_barcode: string, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) await hands.call('hold.place-for', { card_barcode, item_barcode: shelfBook(number) })
}

/** What the row of a hold says now, on the account of the open patron. */
async function holdSays(words: string | RegExp): Promise<void> {
  await desk.page.locator('tr').filter({ hasText: 'Shelf book 11' }).filter({ hasText: words }).first().waitFor()
}

describe('on the account', () => {
  test('suspend, take up again, move, wanted until, cancel, undo', async () => {
    await placedFor(CARDS.dana, [11])
    await hands.scan(CARDS.dana)
    await hands.until((now) => now.patron !== null)
    hands.afterScan()
    await hands.press('F7')
    await at('account')
    await downTo('Shelf book 11')
    await hands.press('s')
    await asks('until_on')
    await hands.type('+7')
    await hands.press('Enter')
    await happened('Suspended')
    await holdSays(PAGES.account.holds.suspended_until(''))
    await downTo('Shelf book 11')
    await hands.press('u')
    await happened('Active again')
    await holdSays(PAGES.account.holds.waiting)
    await downTo('Shelf book 11')
    await hands.press('p')
    await asks('pickup_branch')
    await hands.press('2')
    await hands.press('Ctrl+Enter')
    expect((await happened('Pickup at')).rows[0]?.fact).toBe('North Branch')
    await downTo('Shelf book 11')
    await hands.press('e')
    await asks('until_on')
    // What holds now is offered: Enter alone changes nothing of it.
    const offered = await desk.page.locator('[data-field="until_on"] output').innerText()
    await hands.press('Enter')
    const { rows } = await happened('Kept until')
    expect(rows[0]?.fact).not.toBe('it is canceled')
    expect(offered).toContain(rows[0]?.fact)
    await downTo('Shelf book 11')
    await hands.press('x')
    await desk.page.locator('[data-part="form"]').waitFor()
    await hands.press('Enter')
    await happened('Hold canceled')
    await hands.press('Ctrl+z')
    await holdSays(PAGES.account.holds.waiting)
  })
})

describe('on the hold shelf', () => {
  /** Of the picture, the columns that have a figure. */
  const days = async (): Promise<readonly string[]> => {
    const { page } = await hands.snapshot()
    const [section] = page?.sections ?? []
    const bars = section?.kind === 'chart' ? section.bars : []
    return bars
      .filter(({ values: [count = 0] }) => count > 0)
      .map(({ label, values: [count = 0] }) => `${label} ${count}`)
  }
  const LATER = `${DAYS.later(8)} 1`

  test('what is over is printed, one is kept longer, C ends one, A the rest', async () => {
    await desk.page.evaluate(() => {
      const printed: string[] = []
      window.print = () => printed.push(document.body.innerText)
      Object.assign(window, { printed })
    })
    await hands.press('Shift+F6')
    await at('hold-shelf')
    expect(await days()).toEqual([`${DAYS.expired} 3`, LATER])
    await hands.press('o')
    await at('receipt')
    await hands.press('Ctrl+p')
    const printed = (): Promise<string> => desk.page.evaluate(() => String(Reflect.get(window, 'printed')))
    await expect.poll(printed).toContain(shelfBook(31))
    expect(await printed()).not.toContain(shelfBook(KEPT))
    await hands.press('Escape')
    await at('hold-shelf')
    await downTo('Shelf book 31')
    await hands.press('k')
    await asks('until_on')
    await hands.type('+7')
    await hands.press('Enter')
    await happened('Kept until')
    expect(await days()).toEqual([`${DAYS.expired} 2`, '7 1', LATER])
    await downTo('Shelf book 32')
    await hands.press('c')
    await happened(en.outcomes.hold.expired.happened)
    expect(await days()).toEqual([`${DAYS.no_hold} 1`, `${DAYS.expired} 1`, '7 1', LATER])
    await hands.press('Home')
    await hands.press('a')
    await desk.page.locator('[data-part="form"]').waitFor()
    await hands.press('Enter')
    await hands.until(
      (now) => now.rows.filter((one) => one.happened === en.outcomes.hold.expired.happened).length === 2,
    )
    expect(await days()).toEqual([`${DAYS.no_hold} 2`, '7 1', LATER])
    await desk.page.getByText(PAGES.holds.shelf.remove.heading).waitFor()
    await eyes.takePicture(desk.page, 'hold-shelf-cleared')
    expect(await eyes.axe(desk.page, 'all rules')).toEqual([])
  })

  test('S makes a slip once more, M frees what is not there', async () => {
    await hands.press('Shift+F6')
    await at('hold-shelf')
    await downTo(`Shelf book ${KEPT}`)
    await hands.press('s')
    await at('receipt')
    await desk.page.getByText('COPY').first().waitFor()
    await hands.press('Escape')
    await at('hold-shelf')
    await downTo(`Shelf book ${KEPT}`)
    await hands.press('m')
    await desk.page.locator('[data-part="form"]').waitFor()
    await hands.press('Enter')
    const { rows } = await happened(en.outcomes.hold.not_found.missing)
    expect(rows[0]?.notes).toEqual([`${en.outcomes.hold.waits_again}.`])
  })
})

test('on the pull list: missing, look again, skip', async () => {
  await placedFor(CARDS.dana, [12, 13, 14])
  await hands.press('Ctrl+F6')
  await at('pull-list')
  await hands.press('r')
  const { page } = await hands.until((now) => now.band?.heading === 'Pull list')
  expect(JSON.stringify(page)).toContain(shelfBook(14))
  for (const [number, key, words] of [
    [12, 'm', en.outcomes.hold.not_found.missing],
    [13, 't', en.outcomes.hold.not_found.trace],
    [14, 's', null],
  ] as const) {
    await downTo(`Shelf book ${number}`)
    await hands.press(key)
    if (words !== null) await happened(words)
    await hands.until((now) => !JSON.stringify(now.page).includes(shelfBook(number)))
  }
})

describe('a recall', () => {
  test('B in the row of the hold, Enter: due in a week, with a notice; Ctrl+Z gives the date back', async () => {
    await hands.call('hold.place-for', { card_barcode: CARDS.omar, item_barcode: danasBook(1) })
    await hands.scan(CARDS.omar)
    await hands.until((now) => now.patron !== null)
    hands.afterScan()
    await hands.press('F7')
    await at('account')
    await downTo('Dana’s book 1')
    await hands.press('b')
    await asks('item_barcode')
    await picture('recall-form')
    await hands.press('Enter')
    const { band } = await happened('Recalled, due')
    expect(band?.sentence).toContain('It was due')
    expect(JSON.stringify(band)).not.toMatch(/Dana Miller|Omar/)
    await hands.press('F9')
    await at('receipt')
    await desk.page.getByText('Please return it by').waitFor()
    await picture('recall-notice')
    await hands.press('Ctrl+z')
    await hands.until((now) => now.rows[0]?.is_undone ?? false)
  })

  test('B at the item that somebody has: the same, with nobody open', async () => {
    await hands.press('F5')
    await at('item')
    await hands.scan(danasBook(1))
    await hands.until((now) => now.page?.ref.about === danasBook(1))
    hands.afterScan()
    await hands.press('b')
    await desk.page.locator('[data-part="form"]').waitFor()
    await hands.press('Enter')
    const { rows, patron } = await happened('Recalled, due')
    expect([rows[0]?.title, patron]).toEqual(['Dana’s book 1', null])
    await hands.press('Ctrl+z')
    await hands.until((now) => now.rows[0]?.is_undone ?? false)
  })
})

test('nothing complained', () => {
  expect(complaints).toEqual([])
})
