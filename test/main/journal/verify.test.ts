/** The check of the journal: what the overlay shows otherwise than the events tell is found out, column by column. */
import { expect, test } from 'vitest'
import { seal } from '../../../main/journal/chain.ts'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { insertEvent, readEvents, readHead } from '../../../main/store/journal/journal-rows.ts'
import { openStore } from '../../../main/store/store.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { workingDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

type Asked = {
  readonly problemsAfter: (sql: string) => readonly string[]
  readonly plan: (sql: string) => readonly string[]
}

/** Dana has two books out, a hold and a charge; one more was returned. Each question is of the files as they were. */
async function withBusyStore(ask: (asked: Asked) => void): Promise<void> {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  for (const barcode of [ITEMS.warmth, ITEMS.educated, ITEMS.becoming]) await desk.scan(barcode)
  const on = { title_id: 4, item_barcode: null, pickup_branch: 'MAPLE', expires_on: null, overridden: [] }
  await desk.ok('hold.place', { commandId: desk.id(), ...on })
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 100, note: '' })
  await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.becoming })
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  const { db } = store.db
  try {
    ask({
      problemsAfter: (sql) => {
        db.exec(`BEGIN; ${sql}`)
        const says = verifyJournal(store.db).problems.map((one) => one.says)
        db.exec('ROLLBACK')
        return says
      },
      plan: (sql) => {
        const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(0, 0, 10)
        return rows.map((row) => String(Reflect.get(Object(row), 'detail')))
      },
    })
  } finally {
    store.close()
  }
}

const OPEN = 'is_open = 1 AND item_id = 1'
const OTHERWISE: readonly (readonly [what: string, sql: string])[] = [
  ['a due date', `UPDATE overlay_loan SET due_at_ms = due_at_ms + 1 WHERE ${OPEN}`],
  ['when it was lent', `UPDATE overlay_loan SET out_at_ms = out_at_ms - 1 WHERE ${OPEN}`],
  ['where it was lent', `UPDATE overlay_loan SET branch_code = 'NORTH' WHERE ${OPEN}`],
  ['how often it was renewed', `UPDATE overlay_loan SET renewals_count = 1 WHERE ${OPEN}`],
  ['that it is recalled', `UPDATE overlay_loan SET recalled_at_ms = out_at_ms WHERE ${OPEN}`],
  ['who set its date', `UPDATE overlay_loan SET due_staff_code = 'rortiz' WHERE ${OPEN}`],
  ['that it is lost', `UPDATE overlay_loan SET loan_status = 'lost' WHERE ${OPEN}`],
  ['that it is over', `UPDATE overlay_loan SET is_open = 0, patron_id = NULL WHERE ${OPEN}`],
  ['that one that is over is open', `UPDATE overlay_loan SET is_open = 1, patron_id = 1 WHERE is_open = 0`],
  ['where an item stands', `UPDATE overlay_item SET at_branch_code = 'NORTH'`],
  ['how an item stands', `UPDATE overlay_item SET status = 'missing'`],
  ['where a hold is picked up', `UPDATE overlay_hold SET pickup_branch_code = 'NORTH'`],
  ['that a hold is ready', `UPDATE overlay_hold SET status = 'ready'`],
  ['that a hold is over', 'UPDATE overlay_hold SET is_open = 0'],
  ['what is owed', 'UPDATE overlay_charge SET owed_cents = 99'],
  ['what is due back', 'UPDATE overlay_charge SET refund_due_cents = 1'],
]

test('a row that says otherwise than the events is found out, and so is one that is gone', async () => {
  await withBusyStore(({ problemsAfter }) => {
    expect(problemsAfter('')).toEqual([])
    for (const [what, sql] of OTHERWISE) expect(problemsAfter(sql)[0], what).toMatch(/something else/)
    for (const table of ['overlay_item', 'overlay_hold', 'overlay_charge']) {
      expect(problemsAfter(`DELETE FROM ${table}`)[0], table).toMatch(/shows nothing/)
    }
  })
})

test('the next entries are sought, not counted from the first one on', async () => {
  await withBusyStore(({ plan }) => {
    expect(plan(readEvents.sql)).toEqual([
      expect.stringMatching(/^SEARCH event USING INTEGER PRIMARY KEY/),
      expect.stringContaining('SUBQUERY'),
      expect.stringMatching(/^SEARCH unsealed USING PRIMARY KEY/),
    ])
  })
})

test.each([
  ['an amount that is none', '"amount_cents":100', '"amount_cents":"100"'],
  ['no event at all', '{"at_ms"', '{"at_ms'],
])('an entry with a matching seal and %s is told, and the walk goes on', async (_, was, by) => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 100, note: '' })
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  try {
    const last = must(store.db.get(readHead, {}), 'the charge')
    const seq = last.seq + 1
    const content = last.content.replace(/"seq":\d+/, `"seq":${seq}`).replace(was, by)
    const hash = seal(last.hash, content)
    store.db.run(insertEvent, { epoch: last.epoch, seq, content, hash })
    const { problems, events_count } = verifyJournal(store.db)
    expect([problems.map((one) => one.says), events_count]).toEqual([['this event cannot be read'], seq])
  } finally {
    store.close()
  }
})
