/** Undoing after the patron has been forgotten, or after something newer: refused in words, nothing changed. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forgetOver } from '../../../main/journal/forget.ts'
import { openStore } from '../../../main/store/store.ts'
import { stoppedWords } from '../../../shared/desk/words/words-missing.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { openDesk, rosaAt, workingDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { loansOver } from '../support/loans-over.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { en } from '../../../shared/words/en/en.ts'

test('a return cannot be undone once it is forgotten who had the item', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.finish', {})
  await desk.scan(ITEMS.warmth)
  const resume = desk.station.sessionState()
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  expect(forgetOver({ writes: store }, loansOver(instant(desk.clock.now() + 1))).count).toBe(1)
  store.close()
  const again = await openDesk(desk.folder, { resume }, desk.clock)
  expect(await again.call('desk.undo', { commandId: again.id() })).toMatchObject({ code: 'undo-overtaken' })
  expect((await again.ok('journal.verify', {})).problems).toEqual([])
})

test('a check-out cannot be undone after the item was renewed by another hand', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  desk.clock.pass(86_400_000)
  await desk.ok('loan.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  expect(await desk.call('desk.undo', { commandId: desk.id() })).toMatchObject({ code: 'undo-overtaken' })
})

test('an undone return keeps its patron from being forgotten', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.finish', {})
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.undo', { commandId: desk.id() })
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  expect(forgetOver({ writes: store }, loansOver(instant(desk.clock.now() + 1))).count).toBe(0)
  store.close()
})

test('the session comes back to a new process, with its rows and its patron', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  const before = await desk.scan(ITEMS.warmth)
  const resume = desk.station.sessionState()
  await desk.station.close()
  const again = await openDesk(desk.folder, { resume }, desk.clock)
  const { snapshot } = await again.ok('desk.snapshot', {})
  expect([snapshot.patron, snapshot.rows, snapshot.staff]).toEqual([before.patron, before.rows, before.staff])
})

test('after the whole computer stopped, the desk says what was recorded last, and no more than it knows', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  const again = await desk.reopen()
  const outside = (await again.ok('desk.snapshot', {})).snapshot
  expect([outside.staff, outside.recovered]).toEqual([null, en.outcomes.records.stopped_outside])
  expect(JSON.stringify(outside)).not.toMatch(/Warmth|checked out|11:07/)
  await rosaAt(again)
  const { snapshot } = await again.ok('desk.snapshot', {})
  expect(snapshot.recovered).toBe(
    stoppedWords(en.outcomes.records, '“The Warmth of Other Suns”, checked out, 11:07 AM', '11:07 AM'),
  )
  // What came later in the same minute may be missing, and the witness would not know.
  expect(snapshot.recovered).toContain('before 11:07 AM')
  await again.station.close()
  rmSync(join(desk.folder, 'witness'))
  const blind = await openDesk(desk.folder, {}, desk.clock)
  await rosaAt(blind)
  const { recovered } = (await blind.ok('desk.snapshot', {})).snapshot
  expect(recovered).toBe(stoppedWords(en.outcomes.records, '“The Warmth of Other Suns”, checked out, 11:07 AM', ''))
})
