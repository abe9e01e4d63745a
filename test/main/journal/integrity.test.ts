/**
 * What was recorded is answered again in the same words, shown again whole, undone exactly, and never counted twice:
 * faults that a careful reader found once; each stays mended.
 */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { layRows } from '../../../main/journal/lay.ts'
import { putOverlayRow, readOverlayRows } from '../../../main/store/overlay/overlaid.ts'
import { openStore } from '../../../main/store/store.ts'
import { openDesk, rosaAt, type TestDesk } from '../support/desk.ts'
import { KEY, TUESDAY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { days, lend, moneyDesk, type Policy } from '../support/money-desk.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

const DAY = 86_400_000
/** Dana's book is ten days late, and Omar waits for it. */
const LATE_AND_WANTED = [
  `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)
    VALUES (1, 'import:w', '${'ab'.repeat(16)}', 1, 'MAPLE', ${TUESDAY - 31 * DAY}, ${TUESDAY - 10 * DAY}, 0)`,
  `INSERT INTO hold (external_id, patron_id, title_id, pickup_branch_code, placed_at_ms, status)
    VALUES ('h1', 2, 1, 'MAPLE', ${TUESDAY - 5 * DAY}, 'waiting')`,
]

const lateDesk = (policy: Policy = {}): Promise<TestDesk> => moneyDesk({ ...policy, also: LATE_AND_WANTED })

async function owed(desk: TestDesk, card_barcode: string): Promise<number> {
  return (await desk.ok('patron.get', { card_barcode })).owed_cents
}

async function holdStatus(desk: TestDesk, card_barcode: string): Promise<readonly string[]> {
  return (await desk.ok('hold.of-patron', { card_barcode })).holds.map((hold) => hold.status)
}

/** The process dies after the record, before the answer; the next has the session from before, and is asked again. */
async function answeredByNext(desk: TestDesk, method: 'desk.scan' | 'desk.undo', input: object): Promise<TestDesk> {
  const resume = desk.station.sessionState()
  await desk.ok(method, input as never)
  await desk.station.close()
  const next = await openDesk(desk.folder, { resume }, desk.clock)
  await next.ok(method, input as never)
  return next
}

describe('the same command again', () => {
  test('a late return that was caught for a hold is answered in the same words', async () => {
    const desk = await lateDesk()
    const input = { commandId: desk.id(), item_barcode: ITEMS.warmth }
    const first = await desk.call('loan.check-in', input)
    expect(first).toMatchObject({ kind: 'ok', output: { place: 'hold', was_out: true } })
    expect(await desk.call('loan.check-in', input)).toEqual(first)
    expect(await owed(desk, CARDS.dana)).toBe(200)
  })

  test('a loan that filled a hold is answered in the same words', async () => {
    const desk = await lateDesk()
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    const input = { commandId: desk.id(), card_barcode: CARDS.omar, item_barcode: ITEMS.warmth }
    const first = await desk.call('loan.check-out', input)
    expect(first.kind).toBe('ok')
    expect(await desk.call('loan.check-out', input)).toEqual(first)
  })

  test('a late renewal with its fine is answered in the same words', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.educated)
    days(desk, 25)
    const input = { commandId: desk.id(), item_barcode: ITEMS.educated }
    const first = await desk.call('loan.renew', input)
    expect(first.kind).toBe('ok')
    expect(await desk.call('loan.renew', input)).toEqual(first)
  })
})

describe('recorded, but not shown before the desk died', () => {
  test('a return is undone whole: its fine and the hold it was caught for', async () => {
    const desk = await lateDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    const input = { commandId: desk.id(), text: ITEMS.warmth, source: 'scan' }
    const next = await answeredByNext(desk, 'desk.scan', input)
    expect([await owed(next, CARDS.dana), await holdStatus(next, CARDS.omar)]).toEqual([200, ['ready']])
    await next.ok('desk.undo', { commandId: next.id() })
    expect([await owed(next, CARDS.dana), await holdStatus(next, CARDS.omar)]).toEqual([0, ['waiting']])
    expect((await next.ok('item.get', { item_barcode: ITEMS.warmth })).is_out).toBe(true)
    expect(await next.call('desk.undo', { commandId: next.id() })).toMatchObject({ code: 'nothing-to-undo' })
    expect((await next.ok('journal.verify', {})).problems).toEqual([])
  })

  test('what was undone is not undone once more', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    const waive = (amount_cents: number) =>
      desk.ok('charge.waive', { commandId: desk.id(), charge_ref: 'c1', amount_cents, reason: 'first-time' })
    await waive(500)
    await waive(100)
    const next = await answeredByNext(desk, 'desk.undo', { commandId: desk.id() })
    expect(await owed(next, CARDS.owing)).toBe(700)
    await next.ok('desk.undo', { commandId: next.id() })
    expect(await owed(next, CARDS.owing)).toBe(1200)
    expect(await next.call('desk.undo', { commandId: next.id() })).toMatchObject({ code: 'nothing-to-undo' })
  })

  test('an act of money is shown, and can be undone', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    const resume = desk.station.sessionState()
    const input = { commandId: desk.id(), charge_ref: 'c1', amount_cents: 500, reason: 'first-time' } as const
    await desk.ok('charge.waive', input)
    await desk.station.close()
    const next = await openDesk(desk.folder, { resume }, desk.clock)
    const { snapshot } = await next.ok('charge.waive', input)
    expect(snapshot.rows[0]).toMatchObject({ happened: 'Charge changed' })
    expect(await owed(next, CARDS.owing)).toBe(700)
    await next.ok('desk.undo', { commandId: next.id() })
    expect(await owed(next, CARDS.owing)).toBe(1200)
  })
})

describe('undone exactly', () => {
  test('billed as lost, undone, billed and found: the fine comes back once', async () => {
    const desk = await lateDesk()
    const bill = () => desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
    await bill()
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await owed(desk, CARDS.dana)).toBe(0)
    await bill()
    expect(await owed(desk, CARDS.dana)).toBe(2300)
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    // $2.00 for being late and $3.00 of processing, which stays.
    expect(await owed(desk, CARDS.dana)).toBe(500)
  })

  test('a return, undone, then lost and found: the fine of the undone return does not come back as well', async () => {
    const desk = await lateDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.undo', { commandId: desk.id() })
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    expect(await owed(desk, CARDS.dana)).toBe(500)
  })

  test('a fine that a person took off stays off, though the book was lost and found after', async () => {
    const desk = await moneyDesk({ also: LATE_AND_WANTED.slice(0, 1) })
    await desk.scan(CARDS.dana)
    await desk.ok('loan.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    const page = await desk.ok('desk.go', { page: { place: 'account', about: 'charges' } })
    const charge_ref = JSON.stringify(page.snapshot.page).match(/"charge_ref":"([^"]+)"/)?.[1] ?? ''
    expect(await owed(desk, CARDS.dana)).toBe(200)
    await desk.ok('charge.void', { commandId: desk.id(), charge_ref, reason: 'library-error' })
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    expect(await owed(desk, CARDS.dana)).toBe(300)
  })

  test('a book out to somebody else, scanned twice and answered twice, is taken back and lent once', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.educated)
    await desk.scan(CARDS.omar)
    await desk.scan(ITEMS.educated)
    const { rows } = await desk.scan(ITEMS.educated)
    const waiting = rows.filter((row) => row.choices.length > 0)
    expect(waiting).toHaveLength(2)
    for (const { row_id } of waiting) {
      const answer = { commandId: desk.id(), row_id, key: '1' }
      const { snapshot } = await desk.ok('desk.answer', answer)
      const asks = snapshot.rows.find((row) => row.row_id === row_id)
      if (asks?.choices.length) await desk.ok('desk.answer', { ...answer, commandId: desk.id() })
    }
    const { events } = await desk.ok('journal.recent', { limit: 20 })
    expect(events.filter((event) => event.kind === 'item-checked-out')).toHaveLength(2)
    expect(events.filter((event) => event.kind === 'item-checked-in')).toHaveLength(1)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test('seen here by stock-taking, undone: it stands where it stood', async () => {
    const desk = await moneyDesk({ also: [`UPDATE item SET at_branch_code = 'NORTH' WHERE item_id = 7`] })
    await desk.ok('desk.mode', { mode: 'inventory' })
    await desk.scan(ITEMS.north)
    await desk.ok('desk.undo', { commandId: desk.id() })
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    const at = store.db.db.prepare('SELECT at_branch_code FROM item_now WHERE item_id = 7').pluck().get()
    store.close()
    expect(at).toBe('NORTH')
  })
})

describe('two files that must say the same', () => {
  test('a reference file that is ahead of its journal begins a new epoch: no rare act is passed over', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    const write = (text: string, at: TestDesk) =>
      at.ok('note.write', { commandId: at.id(), kind: 'note', text, until_on: null })
    await desk.station.close()
    copyFileSync(join(desk.folder, 'journal.db'), join(desk.folder, 'journal.old'))
    const later = await openDesk(desk.folder, {}, desk.clock)
    await rosaAt(later)
    await later.scan(CARDS.owing)
    for (const text of ['one', 'two', 'three', 'four']) await write(text, later)
    await later.station.close()
    copyFileSync(join(desk.folder, 'journal.old'), join(desk.folder, 'journal.db'))
    const again = await openDesk(desk.folder, {}, desk.clock)
    await rosaAt(again)
    await again.scan(CARDS.owing)
    await write('after all', again)
    expect((await again.ok('journal.recent', { limit: 9 })).events.map((event) => event.kind)).toContain('epoch-opened')
    await again.station.close()
    const store = openStore(desk.folder, KEY)
    const texts = store.db.db.prepare('SELECT text FROM patron_note').pluck().all()
    store.close()
    expect(texts).toContain('after all')
  })

  test('checking says when a note that was written is not on the account', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    await desk.ok('note.write', { commandId: desk.id(), kind: 'note', text: 'one', until_on: null })
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    store.db.db.exec('DELETE FROM overlay_row')
    store.close()
    const next = await rosaAt(await openDesk(desk.folder, {}, desk.clock))
    const { problems } = await next.ok('journal.verify', {})
    expect(problems).toHaveLength(1)
    expect(problems[0]?.says).toContain('shows nothing of row patron_note')
  })
})

test('what a person typed for a part that no fee names is not sealed', async () => {
  const desk = await moneyDesk()
  await lend(desk, CARDS.dana, ITEMS.educated)
  const part = 'page torn by Dana Miller'
  const asked = { item_barcode: ITEMS.educated, part, is_beyond_use: false, amount_cents: 400, note: '' }
  await desk.ok('item.damaged', { commandId: desk.id(), ...asked })
  expect(await owed(desk, CARDS.dana)).toBe(400)
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  const sealed = store.db.db.prepare('SELECT content FROM event').pluck().all().join('\n')
  store.close()
  expect(sealed).toContain('charge-made')
  expect(sealed).not.toContain('Dana')
})

test('a rule that the reference file does not take stays with the desk, and stops no other', async () => {
  const desk = await moneyDesk()
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  const types = () => store.reference.db.prepare('SELECT item_type_code FROM item_type').pluck().all()
  const left = (key: string): void => {
    const row = { table_name: 'item_type', row_key: key, content: null, epoch: 1, seq: 99 }
    store.db.run(putOverlayRow, row)
  }
  store.reference.db.exec(`INSERT INTO item_type VALUES ('TOY', 'Toy', 1, 500)`)
  left('BOOK')
  left('TOY')
  layRows({ writes: store })
  expect(types()).toContain('BOOK')
  expect(types()).not.toContain('TOY')
  expect(store.db.all(readOverlayRows, {})).toHaveLength(2)
  expect(store.reference.db.inTransaction).toBe(false)
  store.close()
})

test('the library’s data says otherwise of an old loan: checking finds nothing wrong with that', async () => {
  const desk = await moneyDesk()
  await lend(desk, CARDS.dana, ITEMS.educated)
  const folder = testFolder()
  days(desk, 2)
  const loan = `${ITEMS.educated},p2,MAPLE,2026-11-25 10:00,2026-12-16,0`
  writeFileSync(join(folder, 'loans.csv'), `item_barcode,patron_id,branch_code,out_at,due_at,renewals_count\n${loan}\n`)
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  expect((await desk.ok('patron.get', { card_barcode: CARDS.omar })).loans).toHaveLength(1)
  await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.educated })
  await desk.ok('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.educated })
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('an item type that a group of a limit names cannot go, and nothing is half recorded', async () => {
  const desk = await moneyDesk({
    also: [
      `INSERT INTO item_type VALUES ('TOY', 'Toy', 1, 500)`,
      `INSERT INTO limit_group VALUES ('FUN', 'Fun')`,
      `INSERT INTO limit_group_type VALUES ('FUN', 'TOY')`,
    ],
  })
  const change = { table: 'item_type', key: 'TOY', after: null } as const
  const result = await desk.call('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })
  expect(result.kind).toBe('refused')
  const again = await rosaAt(await desk.reopen())
  expect((await again.ok('journal.verify', {})).problems).toEqual([])
})
