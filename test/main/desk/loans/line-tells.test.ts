/** What the scan line tells and asks: items that were not found, a second reading, a return by nobody, another side. */
import { describe, expect, test } from 'vitest'
import { en } from '../../../../shared/words/en/en.ts'
import { LOAN } from '../../../../shared/words/en/outcomes/loan.ts'
import { workingDesk } from '../../support/desk.ts'
import { lend, moneyDesk } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const UNKNOWN = ['31234000099994', '31234000099986'] as const

describe('an item that is not found at check-out', () => {
  test('holds Finish once, by its barcode, and is named again as the patron leaves', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.scan(UNKNOWN[0])
    const held = (await desk.ok('desk.finish', {})).snapshot
    expect([held.patron?.patron_id, held.band?.outcome]).toEqual([1, 'stop'])
    expect(held.band?.sentence).toContain(UNKNOWN[0])
    // A second one is held for, too.
    await desk.scan(UNKNOWN[1])
    expect((await desk.ok('desk.finish', {})).snapshot.patron?.patron_id).toBe(1)
    const left = (await desk.ok('desk.finish', {})).snapshot
    expect(left.patron).toBeNull()
    for (const barcode of UNKNOWN) expect(left.band?.sentence).toContain(barcode)
    // The next patron begins with nothing told.
    await desk.scan(CARDS.owing)
    await desk.scan(UNKNOWN[0])
    expect((await desk.ok('desk.finish', {})).snapshot.patron?.patron_id).not.toBeUndefined()
  })

  test('is named where the next card ends the visit', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(UNKNOWN[0])
    const next = await desk.scan(CARDS.owing)
    expect(next.band?.sentence).toContain(UNKNOWN[0])
  })

  test('an item that was refused holds nothing: the clerk was told to keep it', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    const refused = await desk.scan(ITEMS.reference)
    await desk.ok('desk.answer', { commandId: desk.id(), row_id: refused.rows[0]?.row_id ?? '', key: '0' })
    expect((await desk.ok('desk.finish', {})).snapshot.patron).toBeNull()
  })
})

test('a cart that a card ends names what it did not record', async () => {
  const desk = await workingDesk()
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(UNKNOWN[0])
  const next = await desk.scan(CARDS.dana)
  expect(next.mode).toBe('out')
  expect(next.band?.sentence).toContain(UNKNOWN[0])
  expect(next.band?.sentence).toContain(LOAN.turned.out)
})

describe('the same barcode again at check-out', () => {
  test('at once: one quiet line, nothing to answer, Finish goes on', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    desk.clock.pass(2500)
    const again = await desk.scan(ITEMS.warmth)
    expect([again.band?.weight, again.band?.outcome, again.rows.length]).toEqual(['quiet', 'done', 1])
    expect(again.totals.undecided_count).toBe(0)
    expect((await desk.ok('desk.finish', {})).snapshot.patron).toBeNull()
  })

  test('later: the patron may want to renew it', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    desk.clock.pass(3001)
    expect((await desk.scan(ITEMS.warmth)).totals.undecided_count).toBe(1)
  })
})

describe('an item that is out, scanned on Check out with nobody open', () => {
  test('stays out until it is said that it comes back', async () => {
    const desk = await workingDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.ok('desk.finish', {})
    const asked = await desk.scan(ITEMS.warmth)
    expect([asked.band?.outcome, asked.rows[0]?.choices.length, asked.totals.undecided_count]).toEqual(['decide', 1, 0])
    // The card after it opens the account, where the item can be renewed.
    const opened = await desk.scan(CARDS.dana)
    expect(opened.patron?.out_count).toBe(1)
    await desk.ok('desk.finish', {})
    const row_id = (await desk.scan(ITEMS.warmth)).rows[0]?.row_id ?? ''
    const back = (await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })).snapshot
    expect(back.totals.in_count).toBe(1)
    expect((await desk.ok('journal.recent', { limit: 1 })).events[0]?.kind).toBe('item-checked-in')
  })

  test('is said to be lost where it is billed as lost', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 2000 })
    await desk.ok('desk.finish', {})
    const { rows } = await desk.scan(ITEMS.warmth)
    expect([rows[0]?.notes, rows[0]?.choices.length]).toEqual([[`${en.pages.items.status.lost}.`], 1])
  })

  test('comes back at once where the library does not ask', async () => {
    const desk = await moneyDesk({ settings: { is_idle_return_confirmed: 'no' } })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.ok('desk.finish', {})
    expect((await desk.scan(ITEMS.warmth)).totals.in_count).toBe(1)
  })
})
