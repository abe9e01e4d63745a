/** The first morning: data in from a folder, a branch, the first member of staff, and a book lent; keys only. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import * as eyes from './support/eyes.ts'
import { asksBeforePeople, CARDS, shelfBook, takesPeopleIn, writeLibrary } from './support/library.ts'

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  hands = await Hands.at(desk)
})
afterAll(() => desk.close())

const focused = (name: string): Promise<void> => desk.page.locator(`input[name="${name}"]:focus`).waitFor()

async function takeIn(folder: string): Promise<void> {
  await focused('folder')
  await hands.press('Ctrl+a')
  await hands.type(folder)
  await hands.press('Enter')
}

test('a folder that is not there is refused in words', async () => {
  await takeIn('/nowhere/at/all')
  await desk.page
    .getByRole('alert')
    .filter({ hasText: /folder/i })
    .first()
    .waitFor()
  expect(await desk.page.getByText('2. This desk and you').count()).toBe(0)
})

test('what is odd in the rules of a folder is asked first, and nothing is in', async () => {
  const folder = writeLibrary(desk.userData)
  const types = path.join(folder, 'item_types.csv')
  const before = readFileSync(types, 'utf8')
  writeFileSync(types, `${before}"MAP","Map"\n`)
  await takeIn(folder)
  await desk.page.getByText('No loan rule for ADULT and MAP').waitFor()
  expect(await desk.page.getByText('2. This desk and you').count()).toBe(0)
  // Past the buttons: import, choose a folder, the sample library.
  for (let tab = 0; tab < 4; tab += 1) await hands.press('Tab')
  await desk.page.getByRole('button', { name: 'Import anyway' }).and(desk.page.locator(':focus')).waitFor()
  writeFileSync(types, before)
  await desk.page.locator('input[name="folder"]').focus()
})

test('a folder is taken in, file by file, with a bar and a count', async () => {
  const folder = writeLibrary(desk.userData)
  const many = Array.from({ length: 20_000 }, (_none, number) => `M${number},Many ${number},Writer\n`)
  writeFileSync(path.join(folder, 'titles.csv'), `title_id,title,author\n${many.join('')}`, { flag: 'a' })
  await takeIn(folder)
  await asksBeforePeople(desk.page)
  await desk.page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { seen })
    const look = (): void => {
      const bar = document.querySelector('progress')
      if (bar) seen.push(bar.value)
      requestAnimationFrame(look)
    }
    look()
  })
  await takesPeopleIn(desk.page)
  await desk.page
    .getByText(/^1\d files imported\. .* patrons, .* items\./)
    .first()
    .waitFor()
  const seen = await desk.page.evaluate(() => Reflect.get(window, 'seen') as number[])
  expect(seen.length, 'the bar was seen').toBeGreaterThan(0)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  // The files fold to one line, and open by it.
  expect(await desk.page.getByRole('rowheader', { name: 'patrons.csv' }).count()).toBe(0)
  await desk.page.locator('[data-part="imported"] summary').click()
  expect(await desk.page.getByRole('rowheader', { name: 'patrons.csv' }).count()).toBe(1)
  await desk.page.locator('[data-part="imported"] summary').click()
  await desk.page.locator('input[name="branch_code"]').first().focus()
})

test('a desk that is not set up lends nothing', async () => {
  expect(await desk.call('desk.mode', { mode: 'in' })).toMatchObject({ kind: 'refused' })
})

test('the branch, the first member of staff, and then work', async () => {
  await desk.page.getByText('2. This desk and you').waitFor()
  // The files fill the window: the second step comes into sight, and has the focus.
  await focused('branch_code')
  await expect.poll(() => eyes.isInSight(desk.page, 'input[name="branch_code"]')).toBe(true)
  await hands.press('Tab')
  await hands.press('Enter')
  await focused('branch_code')
  await hands.press(' ')
  // Staff of the library's file are offered; she is none of them.
  await hands.press('Tab')
  await focused('staff_code')
  expect(await desk.page.locator('input[name="staff_code"]').count()).toBe(3)
  const answers = [
    ['staff_name', 'Rosa Ortiz'],
    ['initials', 'ro'],
    ['pin', '471108'],
    ['pin_again', '471109'],
    ['desk_name', 'Desk 2'],
  ] as const
  for (const [name, text] of answers) {
    await hands.press('Tab')
    await focused(name)
    await hands.press('Ctrl+a')
    await hands.type(text)
  }
  await hands.press('Enter')
  await desk.page.getByText('The two PINs are different.').waitFor()
  await hands.press('Backspace')
  await hands.type('8')
  await hands.press('Enter')
  const at = await hands.until((now) => now.stage === 'desk')
  expect(at).toMatchObject({
    strip: { branch_name: 'Maple Street', desk_name: 'Desk 2' },
    staff: { name: 'Rosa Ortiz' },
  })

  await desk.page.locator('#line:focus').waitFor()
  await hands.scan(CARDS.dana)
  await hands.scan(shelfBook(1))
  const lent = await hands.until((now) => now.totals.out_count === 1)
  expect(lent.band).toMatchObject({ outcome: 'done', heading: 'Shelf book 1' })
})

test('later a manager takes the folder in again by keys alone, and reads what was left out', async () => {
  const folder = path.join(desk.userData, 'more')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'titles.csv'), 'title_id,title\nN1,A new title\nN1,A new title\n')
  hands.afterScan()
  await hands.press('Enter')
  await hands.until((now) => now.patron === null)
  await hands.press('Ctrl+Shift+i')
  await desk.page.locator('[data-place="data-in"]').waitFor()
  await hands.press('t')
  await focused('folder')
  // The folders of this computer, as at the first start: Esc closes their list and leaves the form.
  await hands.press('Tab')
  await hands.press('Enter')
  await desk.page.locator('[data-part="folders"] li button:focus').waitFor()
  const shown = desk.page.locator('[data-part="folders"] b')
  const places = await shown.innerText()
  await hands.press('Enter')
  await expect.poll(() => shown.innerText()).not.toBe(places)
  await hands.press('Escape')
  await hands.part('folders', 'detached')
  await focused('folder')
  await hands.press('Ctrl+a')
  await hands.type(folder)
  await hands.press('Enter')
  // Whose form the files have: the library's own, as it is.
  await hands.press('Enter')
  await focused('own_pin')
  await hands.type('471108')
  await hands.press('Ctrl+Enter')
  await desk.page.getByText('1 imported, 1 left out.').waitFor()
  const said = await desk.page.locator('[data-place="data-in"]').innerText()
  expect(said).toContain('came before, in line 2')
  expect(said).toMatch(/reports.import-.*\.csv/)
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
})
