/**
 * The entries of a drawer are read by their seals, without a look at their shape: they say the same as by their shape,
 * and an entry whose seal does not match is held against its shape as ever.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isSessionProven, recomputed, sessionEvents } from '../../../main/cash/report/session-events.ts'
import { JOURNAL_FILE } from '../../../main/store/files/file-names.ts'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { openSessions } from '../../../main/store/money/cash-rows.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { bareDesk } from '../support/bare-desk.ts'
import { KEY } from '../support/fakes.ts'
import { moneyDesk } from '../support/money-desk.ts'

/** The files of a desk with $100.00 in its drawer and a fine of $2.00 paid, of which somebody changed the text. */
async function filesOf(was = '', by = ''): Promise<string> {
  const desk = await moneyDesk()
  const id = () => ({ commandId: desk.id(), drawer_code: '' })
  await desk.ok('drawer.open', { ...id(), pieces: null, total_cents: 10_000 })
  const payment = { charges: [{ charge_ref: 'c1', amount_cents: 200 }], pay_cents: null, sales: [], paper: null }
  const meant = { is_exact_possible: true, is_large_meant: false }
  await desk.ok('payment.take', { ...id(), ...payment, ...meant, tenders: [{ tender: 'cash', tendered_cents: 500 }] })
  await desk.ok('drawer.count', { ...id(), reason: 'mid-shift', pieces: null, total_cents: 10_200 })
  await desk.station.close()
  if (was !== '') {
    const db = openFile(join(desk.folder, JOURNAL_FILE), KEY)
    const triggers = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all() as { name: string }[]
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`)
    const kind = `'%"receipt-made"%'`
    const done = db.prepare(`UPDATE event SET content = replace(content, ?, ?) WHERE content LIKE ${kind}`).run(was, by)
    expect(done.changes).toBe(1)
    db.close()
  }
  return desk.folder
}

function openAt(folder: string) {
  const { library } = bareDesk(folder)
  const { session_ref } = must(library.db.all(openSessions, {})[0], 'the open session')
  return { library, session_ref, proven: library.journal.proven_sessions }
}

test('by their seals they say what they say by their shape, at first and again', async () => {
  const { library, session_ref, proven } = openAt(await filesOf())
  const byShape = sessionEvents(library, session_ref).map(({ head }) => library.journal.event(eventRefText(head)))
  expect(byShape.map((one) => one?.kind)).toEqual(['drawer-opened', 'receipt-made', 'drawer-counted'])
  expect([...proven]).toEqual([session_ref])
  expect(sessionEvents(library, session_ref)).toEqual(byShape)
  expect(recomputed(library, session_ref)).toEqual({ cash_cents: 10_200, checks_cents: 0, card_cents: 0 })
  expect(isSessionProven(library, session_ref)).toBe(true)
})

test('an amount that somebody changed is read, and its session never counts as proven', async () => {
  const { library, session_ref, proven } = openAt(await filesOf('"change_cents":300', '"change_cents":200'))
  for (const _ of [1, 2]) expect(recomputed(library, session_ref).cash_cents).toBe(10_200)
  expect(sessionEvents(library, session_ref)[1]?.body).toMatchObject({ receipt: { change_cents: 200 } })
  expect([...proven]).toEqual([])
  expect(isSessionProven(library, session_ref)).toBe(false)
})

test.each([
  ['an amount that is none', '"change_cents":300', '"change_cents":"3"'],
  ['a field that is gone', '"tendered_cents":500', '"handed_cents":500'],
  ['no event at all', '{"at_ms"', '{"at_ms'],
])('%s is told as it is by its shape', async (_, was, by) => {
  const { library, session_ref } = openAt(await filesOf(was, by))
  expect(() => sessionEvents(library, session_ref)).toThrow(expect.objectContaining({ code: 'chain-broken' }))
})
