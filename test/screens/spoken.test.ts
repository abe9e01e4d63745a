/** A book drop at full pace on the real desk: where each exception goes is said, with its title, in order. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { CARDS, omarsBook, shelfBook } from './support/library.ts'

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  hands = await atSmallLibrary(desk)
  await desk.page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    for (const part of ['status', 'alert']) {
      const region = document.querySelector(`[data-part="${part}"]`)
      const note = (): void => void said.push(region?.textContent?.trim() ?? '')
      if (region) new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true })
    }
  })
})
afterAll(() => desk.close())

async function said(): Promise<string[]> {
  const all = z.array(z.string()).parse(await desk.page.evaluate(() => Reflect.get(window, 'said') as unknown))
  return all.filter((text) => text !== '')
}

test('a hold and a transit among returns without a pause are said with title and place', async () => {
  await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  const drop = [omarsBook(5), omarsBook(6), omarsBook(2), omarsBook(7), omarsBook(3), omarsBook(8)]
  for (const code of drop) await hands.scan(code)
  await hands.until((now) => now.rows_count === drop.length)
  await expect.poll(async () => (await said()).at(-1)).toMatch(/^\d more done\. .*Returned book 8\./)
  const places = (await said()).filter((text) => /Returned book [23]\./.test(text))
  expect(places).toHaveLength(2)
  expect(places[0]).toMatch(/Returned book 2\..*hold shelf/i)
  expect(places[1]).toMatch(/Returned book 3\..*North Branch/)
})

test('the patron before stands in no region once another is open, nor at an empty desk [task 29]', async () => {
  await hands.clear()
  await hands.scan(CARDS.dana)
  await hands.scan(shelfBook(1))
  await hands.until((now) => now.rows_count === 1)
  await hands.scan(CARDS.omar)
  const regions = desk.page.locator('[data-part="status"], [data-part="alert"]')
  await expect.poll(async () => (await regions.allTextContents()).join(' ')).toContain('Omar')
  expect((await regions.allTextContents()).join(' ')).not.toMatch(/Dana|Shelf book/)
  await hands.clear()
  await expect.poll(async () => (await regions.allTextContents()).join('').trim()).toBe('')
})
