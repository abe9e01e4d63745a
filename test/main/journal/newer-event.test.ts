/** An event that a newer Datestamp recorded: told as such wherever sealed content is read, and nothing is half done. */
import { expect, test } from 'vitest'
import { seal } from '../../../main/journal/chain.ts'
import { exportLines } from '../../../main/journal/export.ts'
import { forgetOver } from '../../../main/journal/forget.ts'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { insertEvent, readHead } from '../../../main/store/journal/journal-rows.ts'
import { openStore } from '../../../main/store/store.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { openDesk, workingDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

test.each([
  ['a kind', '"kind":"staff-signed-in"', '"kind":"till-opened"'],
  ['a version', '"v":1', '"v":2'],
])('%s that this program does not know', async (_, was, is) => {
  const desk = await workingDesk()
  await desk.ok('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.warmth })
  await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  const last = must(store.db.get(readHead, {}), 'a last event')
  const seq = last.seq + 1
  const signed = store.db.db.prepare(`SELECT content FROM event WHERE content LIKE '%staff-signed-in%'`).pluck().get()
  const content = String(signed)
    .replace(was, is)
    .replace(/"seq":\d+/, `"seq":${seq}`)
  const row = { epoch: last.epoch, seq, content, hash: seal(last.hash, content) }
  store.db.run(insertEvent, row)

  const { problems } = verifyJournal(store.db)
  expect(problems.map((one) => one.says)).toEqual(['a newer Datestamp recorded this event'])
  // What is handed on word for word needs no reader that knows it.
  expect(JSON.parse(exportLines(store.db, null).lines.at(-1) ?? '')).toMatchObject({ seq, content })
  const parties = () => store.db.db.prepare('SELECT count(*) FROM party').pluck().get()
  const before = parties()
  expect(before).toBe(1)
  const over = instant(2_000_000_000_000)
  expect(() => forgetOver({ writes: store }, { loans: over, holds: over, acts: over, unsent: over })).toThrow(
    expect.objectContaining({ code: 'from-future' }),
  )
  expect(parties()).toBe(before)
  store.close()

  const again = await openDesk(desk.folder, {}, desk.clock)
  const { snapshot } = await again.ok('desk.snapshot', {})
  expect([snapshot.stage, snapshot.rescue?.can_restore]).toEqual(['rescue', true])
  expect((await again.ok('system.status', {})).trouble).toContain('newer')
})
