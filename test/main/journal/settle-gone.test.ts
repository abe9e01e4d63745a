/**
 * Settling, when another program took records out of the library's data meanwhile: what the reference file cannot take
 * stays in the overlay, the rest is settled, and nothing is lost on the way.
 */
import { expect, test } from 'vitest'
import { openJournal } from '../../../main/journal/open.ts'
import { rebuildOverlay } from '../../../main/journal/rebase.ts'
import { settle } from '../../../main/journal/settle.ts'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { openStore } from '../../../main/store/store.ts'
import { elsewhere, rosaAt, type TestDesk, workingDesk } from '../support/desk.ts'
import { KEY, seededRandom, TUESDAY } from '../support/fakes.ts'
import { derivedRows } from '../support/reference-files.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

const OVERLAY = ['overlay_loan', 'overlay_item', 'overlay_hold', 'overlay_charge'] as const
const ITEM_GONE = 'DELETE FROM item WHERE item_id = 1'
const PATRON_GONE = 'DELETE FROM patron WHERE patron_id = 1'

/** Rows left in the overlay after settling twice, and what is wrong with the journal then, rebuilt as it is. */
async function settledTwice(desk: TestDesk) {
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  const journal = openJournal(store, TUESDAY, seededRandom(3), false)
  try {
    settle(journal)
    const moved_count = settle(journal)
    const count = (table: string): unknown => store.db.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    const left = Object.fromEntries(OVERLAY.map((table) => [table, count(table)]))
    const rows = derivedRows(store)
    rebuildOverlay({ writes: store })
    expect(derivedRows(store)).toEqual(rows)
    return { left, moved_count, problems: verifyJournal(store.db).problems }
  } finally {
    store.close()
  }
}

/** Dana has two books out, a hold and a charge; all of it at this desk and nothing settled. */
async function busyDesk(): Promise<TestDesk> {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.scan(ITEMS.educated)
  const on = { title_id: 3, item_barcode: null, pickup_branch: 'MAPLE', expires_on: null, overridden: [] }
  await desk.ok('hold.place', { commandId: desk.id(), ...on })
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 100, note: '' })
  return desk
}

test.each([
  ['nothing is gone', 'SELECT 1', { overlay_loan: 0, overlay_item: 0, overlay_hold: 0, overlay_charge: 0 }],
  ['an item is gone', ITEM_GONE, { overlay_loan: 1, overlay_item: 0, overlay_hold: 0, overlay_charge: 0 }],
  ['the patron is gone', PATRON_GONE, { overlay_loan: 2, overlay_item: 0, overlay_hold: 1, overlay_charge: 1 }],
  [
    'both are gone',
    `${ITEM_GONE}; ${PATRON_GONE}`,
    { overlay_loan: 2, overlay_item: 0, overlay_hold: 1, overlay_charge: 1 },
  ],
  [
    'the title of a hold is gone',
    'DELETE FROM title WHERE title_id = 3',
    { overlay_loan: 0, overlay_item: 0, overlay_hold: 1, overlay_charge: 0 },
  ],
])('%s: the rest is settled, and that waits', async (_what, sql, left) => {
  const desk = await busyDesk()
  elsewhere(desk, sql)
  expect(await settledTwice(desk)).toEqual({ left, moved_count: 0, problems: [] })
})

test.each([
  ['item', ITEM_GONE],
  ['patron', PATRON_GONE],
  ['item and patron', `${ITEM_GONE}; ${PATRON_GONE}`],
])('a loan whose %s is gone is checked in after settling, and then nothing waits', async (_what, sql) => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  elsewhere(desk, sql)
  expect((await settledTwice(desk)).left['overlay_loan']).toBe(1)
  const again = await desk.reopen()
  await rosaAt(again)
  await again.ok('desk.mode', { mode: 'in' })
  expect((await again.scan(ITEMS.warmth)).band?.outcome).toMatch(/done|route/)
  const [last] = (await again.ok('journal.recent', { limit: 1 })).events
  expect(last?.kind).toBe('item-checked-in')
  expect((await again.ok('journal.verify', {})).problems).toEqual([])
  expect(again.log).toEqual([])
  const { left, problems } = await settledTwice(again)
  expect({ loans: left['overlay_loan'], problems }).toEqual({ loans: 0, problems: [] })
})

test.each([
  ['owed', false, 1],
  ['waived', true, 0],
])('what a book cost that is gone, and %s: only what is over needs its book no more', async (_how, isWaived, left) => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 2000 })
  const { events } = await desk.ok('journal.recent', { limit: 20 })
  const made = events.filter((event) => event.kind === 'charge-made')
  for (const { event: charge_ref } of isWaived ? made : []) {
    await desk.ok('charge.waive', { commandId: desk.id(), charge_ref, amount_cents: null, reason: 'illness' })
  }
  elsewhere(desk, ITEM_GONE)
  const settled = await settledTwice(desk)
  expect(settled).toMatchObject({ left: { overlay_charge: left, overlay_loan: 1 }, problems: [] })
})

test('when the record comes back, what waited is settled', async () => {
  const desk = await busyDesk()
  elsewhere(desk, 'CREATE TABLE aside AS SELECT * FROM item WHERE item_id = 1; DELETE FROM item WHERE item_id = 1')
  expect((await settledTwice(desk)).left['overlay_loan']).toBe(1)
  elsewhere(desk, 'INSERT INTO item SELECT * FROM aside; DROP TABLE aside')
  const { left, problems } = await settledTwice(desk)
  expect({ loans: left['overlay_loan'], problems }).toEqual({ loans: 0, problems: [] })
  const again = await desk.reopen()
  await rosaAt(again)
  const { loans } = await again.ok('patron.get', { card_barcode: CARDS.dana })
  expect(loans.map((loan) => loan.barcode)).toContain(ITEMS.warmth)
})
