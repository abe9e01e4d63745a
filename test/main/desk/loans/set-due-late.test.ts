/**
 * The due date of a loan that is late by now is set by hand: what the lateness came to so far is charged, as a renewal
 * charges it, and goes back with an undo. $0.25 for each open day; Dana's book is due Tue, Dec 15.
 */
import { expect, test } from 'vitest'
import { balanceOf, chargesOnFile, days, lend, moneyDesk } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import type { TestDesk } from '../../support/desk.ts'

async function set(after_days: number, due_on: string): Promise<TestDesk> {
  const desk = await moneyDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, after_days)
  await desk.scan(CARDS.dana)
  await desk.ok('desk.set-due', { commandId: desk.id(), item_barcode: ITEMS.warmth, due_on })
  return desk
}

const owed = async (desk: TestDesk): Promise<number> => balanceOf(await chargesOnFile(desk))

test('late by two days, set to today: the two days are charged, and the return adds nothing', async () => {
  const desk = await set(23, '2026-12-17')
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
  expect(await owed(desk)).toBe(50)
})

test('undone, nothing was charged', async () => {
  const desk = await set(23, '2026-12-29')
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await owed(desk)).toBe(0)
})

test('not late yet, it costs nothing', async () => {
  expect(await owed(await set(3, '2026-12-29'))).toBe(0)
})
