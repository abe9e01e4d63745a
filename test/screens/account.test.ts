/**
 * The account on the smallest screen the desk is made for: loans, what is owed with the title it is for, holds and
 * notes are all in sight, the name is not repeated, and empty parts take no room.
 */
import { expect, test } from 'vitest'
import { ENGLISH } from '../support/said.ts'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { account } = ENGLISH.words.pages

const { desk, hands } = oneDesk()

/** How far the element with this heading, or this row, reaches out of the page's own box, in pixels. */
async function outOfSight_px(text: string): Promise<number> {
  const box = await desk.page.locator('[data-part="page"]').boundingBox()
  const found = await desk.page.locator('[data-part="page"]').getByText(text, { exact: false }).first().boundingBox()
  if (!box || !found) throw new Error(`nothing says ${text}`)
  return Math.max(box.y - found.y, found.y + found.height - (box.y + box.height), 0)
}

test('loans, charges, holds and notes are in sight, and the charge says its title', async () => {
  await hands.scan(CARDS.dana)
  const { patron } = await hands.until((now) => now.patron !== null)
  hands.afterScan()
  await hands.call('note.write', { kind: 'note', text: 'Prefers e-mail receipts', until_on: null })
  await hands.call('loan.lost', { item_barcode: patron?.loans[0]?.barcode ?? '', price_cents: 1499 })
  await hands.press('F7')
  await hands.atPage('account')
  const { page } = await hands.until((now) => now.page?.sections.some((one) => one.section_id === 'charges') ?? false)
  const titles = patron?.loans.map((one) => one.title) ?? []
  expect(titles.length).toBeGreaterThan(3)
  for (const text of [...titles, account.charges.heading, account.notes.heading, 'Prefers e-mail receipts']) {
    expect(await outOfSight_px(text), text).toBe(0)
  }
  const charges = page?.sections.find((one) => one.section_id === 'charges')
  const [first] = charges?.kind === 'table' ? charges.rows : []
  expect(first?.cells[0]?.text).toBe(`${ENGLISH.words.charges.kinds.lost}, ${titles[0]}`)
  expect(await eyes.faultsInEveryLook(desk.page, 'account')).toEqual([])
})

test('a patron with nothing owed and no notes has no empty tables', async () => {
  await hands.scan(CARDS.omar)
  const { patron } = await hands.until((now) => now.patron !== null && now.patron.name !== 'Dana Miller')
  hands.afterScan()
  await hands.press('F7')
  await hands.atPage('account')
  const { page } = await hands.snapshot()
  const tables = page?.sections.flatMap((one) => (one.kind === 'table' ? [one.section_id] : []))
  expect(tables).toEqual(['loans'])
  await desk.page.getByText(account.none.charges).waitFor()
  const name = patron?.name ?? ''
  // The heading says whose account it is, the line whom a scan is for, and nothing else repeats it.
  const named = (where: string): Promise<number> => desk.page.locator(where).getByText(name).count()
  expect([await named('[data-part="page"]'), await named('[data-part="line"]')]).toEqual([1, 1])
  expect([await named('[data-part="band"]'), await named('[data-screen="desk"]')]).toEqual([0, 2])
})
