/**
 * The ways of scanning, on real files: the book drop, a day for returns, amnesty, holds off, a longer loan, what is
 * used in the library, taking stock. What a modifier does, and that it never outlives what it was set for.
 */
import { describe, expect, test } from 'vitest'
import { instant, MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { moneyDesk } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { en } from '../../../../shared/words/en/en.ts'

const modifiers = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.modifiers
const status = async (desk: TestDesk, item_barcode: string) => (await desk.ok('item.get', { item_barcode })).status

async function mark(desk: TestDesk, item_barcode: string, as: 'missing' | 'damaged'): Promise<void> {
  await desk.ok('item.mark', { commandId: desk.id(), item_barcode, status: as, note: '' })
}

test('a return of an unknown kind of number is an item not found, not a patron to look for', async () => {
  const desk = await workingDesk()
  const refusal = async () => (await desk.scan('99999999999999')).band?.heading
  expect(await refusal()).toMatch(/^Barcode 99999999999999 not found/)
  await desk.ok('desk.clear', {})
  await desk.ok('desk.mode', { mode: 'in' })
  expect(await refusal()).toMatch(/^Item 99999999999999 not found/)
})

describe('modifiers', () => {
  test('F2 once more is a cart from the book drop, and again is not', async () => {
    const desk = await workingDesk()
    const key = { mode: 'in', is_toggling: true } as const
    await desk.ok('desk.mode', key)
    expect(await modifiers(desk)).toEqual([])
    await desk.ok('desk.mode', key)
    expect((await modifiers(desk))[0]).toMatch(/^Book drop/)
    await desk.ok('desk.mode', key)
    expect(await modifiers(desk)).toEqual([])
  })

  test('the list of modes begins with the key that turns off what is on', async () => {
    const desk = await workingDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.ok('desk.modify', { is_book_drop: true })
    const { page } = (await desk.ok('desk.go', { page: { place: 'modes', about: '' } })).snapshot
    expect(page?.acts[0]).toMatchObject({ key: 'B', weight: 'main', call: { input: { is_book_drop: false } } })
  })

  test.each(['out', 'in', 'in-house', 'inventory'] as const)(
    'a script that asks for %s twice has what it asked for, and no book drop',
    async (mode) => {
      const desk = await workingDesk()
      const once = (await desk.ok('desk.mode', { mode })).snapshot
      expect((await desk.ok('desk.mode', { mode })).snapshot).toEqual(once)
      await desk.ok('desk.modify', { is_book_drop: mode === 'in' })
      const modified = await modifiers(desk)
      await desk.ok('desk.mode', { mode })
      expect(await modifiers(desk)).toEqual(modified)
    },
  )

  test('stay from cart to cart, and go with Esc, with another way of scanning, with a person, overnight', async () => {
    const desk = await workingDesk()
    const on = async (): Promise<void> => {
      await desk.ok('desk.mode', { mode: 'out' })
      await desk.ok('desk.mode', { mode: 'in' })
      await desk.ok('desk.modify', { is_amnesty: true })
      expect(await modifiers(desk)).toEqual(['No fines are charged'])
    }
    await on()
    await desk.scan(ITEMS.educated)
    await desk.ok('desk.finish', {})
    expect(await modifiers(desk)).toEqual(['No fines are charged'])
    await desk.ok('desk.clear', {})
    expect(await modifiers(desk)).toEqual([])
    await on()
    await desk.ok('desk.mode', { mode: 'inventory' })
    expect(await modifiers(desk)).toEqual([])
    await on()
    await desk.scan(CARDS.dana)
    expect(await modifiers(desk)).toEqual([])
    await desk.ok('desk.finish', {})
    await on()
    desk.clock.set(instant(desk.clock.now() + MS_PER_DAY))
    expect(await modifiers(desk)).toEqual([])
  })

  test.each([
    ['as usual', {}, 4, '4 days late'],
    ['counted as back on the day it was due', { back_on: '2026-12-15' }, 0, ''],
    ['counted as back two days later', { back_on: '2026-12-17' }, 2, '2 days late'],
    ['counted as back on a day to come: that is now', { back_on: '2026-12-30' }, 4, '4 days late'],
  ])('a return %s', async (_name, change, days_overdue, says) => {
    const desk = await workingDesk()
    await desk.ok('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.educated })
    desk.clock.set(instant(Date.UTC(2026, 11, 19, 17, 0)))
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.ok('desk.modify', change)
    const { band, rows } = await desk.scan(ITEMS.educated)
    expect(rows[0]?.notes.join(' ') ?? '').toContain(says)
    expect(band?.sentence.includes('late')).toBe(days_overdue > 0)
  })

  test('amnesty charges nothing; as usual the fine is on the account', async () => {
    for (const is_amnesty of [false, true]) {
      const desk = await moneyDesk()
      await desk.ok('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.educated })
      desk.clock.set(instant(Date.UTC(2026, 11, 19, 17, 0)))
      await desk.ok('desk.mode', { mode: 'in' })
      await desk.ok('desk.modify', { is_amnesty })
      await desk.scan(ITEMS.educated)
      const { owed_cents } = await desk.ok('patron.get', { card_barcode: CARDS.dana })
      expect(owed_cents).toBe(is_amnesty ? 0 : 100)
    }
  })

  test('holds off: what belongs elsewhere stays on the shelf here', async () => {
    const desk = await workingDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.ok('desk.modify', { is_holds_off: true })
    const { band } = await desk.scan(ITEMS.north)
    expect(band?.outcome).toBe('done')
    expect(await status(desk, ITEMS.north)).toBe('available')
    await desk.ok('desk.modify', { is_holds_off: false })
    expect((await desk.scan(ITEMS.north)).band?.outcome).toBe('route')
    expect(await status(desk, ITEMS.north)).toBe('in-transit')
  })
})

describe('used in the library', () => {
  test('is counted, changes nothing else, and can be undone', async () => {
    const desk = await workingDesk()
    await desk.ok('desk.mode', { mode: 'in-house' })
    const { rows, totals, band } = await desk.scan(ITEMS.educated)
    expect(rows[0]?.happened).toBe('In-library use')
    expect(band?.outcome).toBe('done')
    expect(totals.other_count).toBe(1)
    expect(await status(desk, ITEMS.educated)).toBe('available')
    const undone = (await desk.ok('desk.undo', { commandId: desk.id() })).snapshot
    expect(undone.rows[0]?.is_undone).toBe(true)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test('what the records have as out is told, and stays out', async () => {
    const desk = await workingDesk()
    await desk.ok('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.educated })
    await desk.ok('desk.mode', { mode: 'in-house' })
    const { band, rows } = await desk.scan(ITEMS.educated)
    expect(band?.sentence).toContain(en.outcomes.stock.is_out)
    expect([band?.fact?.text, rows[0]?.notes]).toEqual(['Check it in', [`${en.outcomes.stock.is_out}.`]])
    expect((await desk.ok('item.get', { item_barcode: ITEMS.educated })).is_out).toBe(true)
  })
})

describe('taking stock', () => {
  test.each([
    ['what stands where it should', ITEMS.educated, null, 'Seen here', 'available', 'done', 'belongs at'],
    ['what was missing is in again', ITEMS.educated, 'missing', 'Found', 'available', 'done', 'belongs at'],
    ['what was lost must be checked in', ITEMS.lost, null, 'Check it in', 'lost', 'route', 'next'],
    ['what belongs elsewhere is told', ITEMS.north, null, 'Belongs elsewhere', 'available', 'route', 'next'],
    ['what is damaged is set aside', ITEMS.becoming, 'damaged', 'Set aside', 'damaged', 'route', 'next'],
  ] as const)('%s', async (_name, barcode, before, happened, after, outcome, label) => {
    const desk = await workingDesk()
    if (before !== null) await mark(desk, barcode, before)
    await desk.ok('desk.mode', { mode: 'inventory' })
    const { rows, band } = await desk.scan(barcode)
    expect([rows[0]?.happened, band?.outcome, band?.fact?.label]).toEqual([happened, outcome, label])
    expect(await status(desk, barcode)).toBe(after)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await status(desk, barcode)).toBe(before ?? (barcode === ITEMS.lost ? 'lost' : 'available'))
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test('a card in the middle of it opens the account', async () => {
    const desk = await workingDesk()
    await desk.ok('desk.mode', { mode: 'inventory' })
    const { patron, mode } = await desk.scan(CARDS.dana)
    expect([patron?.name, mode]).toEqual([expect.stringContaining('Dana'), 'out'])
  })
})
