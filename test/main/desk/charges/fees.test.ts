/** Fees that the desk charges by itself: for placing a hold, and for what must not go into the book drop. */
import { describe, expect, test } from 'vitest'
import type { TestDesk } from '../../support/desk.ts'
import { balanceOf, chargesOnFile, lend, moneyDesk, pageOf } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { PAGES } from '../../../support/said.ts'

const fee = (code: string, type: string, kind: string, name: string, cents: number, category = '*'): string =>
  `INSERT INTO fee_rule VALUES ('${code}', '*', '${category}', '${type}', '${kind}', '${name}', ${cents})`

async function place(desk: TestDesk, title_id = 2) {
  const asked = { title_id, item_barcode: null, pickup_branch: 'MAPLE', expires_on: null, overridden: [] }
  return (await desk.ok('hold.place', { commandId: desk.id(), ...asked })).snapshot
}

describe('a hold that costs something', () => {
  const HOLD = fee('HOLD', '*', 'hold', 'a hold', 100)

  test('the price stands on the page, and Enter names it, before anything is charged', async () => {
    const desk = await moneyDesk({ also: [HOLD] })
    await desk.scan(CARDS.dana)
    const page = await pageOf(desk, 'hold-new', '2')
    expect(JSON.stringify(page.sections)).toContain(`"label":"${PAGES.holds.place.costs}","text":"$1.00"`)
    expect(page.enter?.label).toBe(PAGES.holds.place.act_for('$1.00'))
    expect((await desk.ok('desk.snapshot', {})).snapshot.patron?.owed_cents).toBe(0)
  })

  test('placing it charges it and says so; undoing takes both off', async () => {
    const desk = await moneyDesk({ also: [HOLD] })
    await desk.scan(CARDS.dana)
    const placed = await place(desk)
    expect(placed.band?.sentence).toContain('Fee $1.00: a hold.')
    expect(placed.patron?.owed_cents).toBe(100)
    const undone = (await desk.ok('desk.undo', { commandId: desk.id() })).snapshot
    expect(undone.patron?.owed_cents).toBe(0)
    expect((await desk.ok('hold.of-patron', { card_barcode: CARDS.dana })).holds).toEqual([])
  })

  test('placed by a script, it costs the same', async () => {
    const desk = await moneyDesk({ also: [HOLD] })
    const asked = { card_barcode: CARDS.dana, title_id: 2, item_barcode: null }
    await desk.ok('hold.place-for', { commandId: desk.id(), ...asked })
    expect(await chargesOnFile(desk)).toMatchObject([{ kind: 'other', amount_cents: 100, owed_cents: 100 }])
  })

  test.each([
    ['for films only', [fee('HOLD', 'DVD', 'hold', '', 100)]],
    ['for children only', [fee('HOLD', '*', 'hold', '', 100, 'CHILD')]],
    ['of zero', [fee('HOLD', '*', 'hold', '', 0)]],
    ['for something else', [fee('DROP', '*', 'book-drop', '', 100)]],
  ])('a fee %s costs a book of an adult nothing', async (_name, also) => {
    const desk = await moneyDesk({ also })
    await desk.scan(CARDS.dana)
    expect((await pageOf(desk, 'hold-new', '2')).enter?.label).toBe('Place the hold')
    expect((await place(desk)).patron?.owed_cents).toBe(0)
  })
})

describe('what must not go into the book drop', () => {
  const DROP = fee('DROP', 'DVD', 'book-drop', 'films in the book drop', 150)

  async function back(item: string, is_book_drop: boolean) {
    const desk = await moneyDesk({ also: [DROP] })
    await lend(desk, CARDS.dana, item)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.ok('desk.modify', { is_book_drop })
    return { desk, said: (await desk.scan(item)).band?.sentence ?? '' }
  }

  test.each([
    ['a film from the book drop', ITEMS.spirited, true, 150],
    ['a film over the desk', ITEMS.spirited, false, 0],
    ['a book from the book drop', ITEMS.warmth, true, 0],
  ])('%s', async (_name, item, is_book_drop, cents) => {
    const { desk, said } = await back(item, is_book_drop)
    expect(said.includes('Fee $1.50: films in the book drop.')).toBe(cents > 0)
    expect(balanceOf(await chargesOnFile(desk))).toBe(cents)
  })

  test('undoing the return takes the fee off', async () => {
    const { desk } = await back(ITEMS.spirited, true)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
  })

  test('what was not out costs nobody anything', async () => {
    const desk = await moneyDesk({ also: [DROP] })
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.ok('desk.modify', { is_book_drop: true })
    expect((await desk.scan(ITEMS.spirited)).band?.sentence).not.toContain('Fee')
  })
})
