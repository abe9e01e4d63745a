/** Undoing after the patron has been forgotten, or after something newer: refused in words, nothing changed. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forgetOver } from '../../../main/journal/forget.ts'
import { openStore } from '../../../main/store/store.ts'
import { stoppedWords } from '../../../shared/desk/words/words-missing.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { openDesk, rosaAt, workingDesk, type TestDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { loansOver } from '../support/loans-over.ts'
import { moneyDesk } from '../support/money-desk.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { en } from '../../../shared/words/en/en.ts'

test('a return cannot be undone once it is forgotten who had the item', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
  const resume = desk.station.sessionState()
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  expect(forgetOver({ writes: store }, loansOver(instant(desk.clock.now() + 1))).count).toBe(1)
  store.close()
  const again = await openDesk(desk.folder, { resume }, desk.clock)
  const before = (await again.ok('desk.snapshot', {})).snapshot
  expect(before.undo_label).toBe('')
  const { band } = (await again.ok('desk.undo', { commandId: again.id() })).snapshot
  expect(band?.sentence).toContain(en.refusals['undo-forgotten'].says)
  const event = await newestOf(again, 'item-checked-in')
  const undoIt = await again.call('desk.undo-act', { commandId: again.id(), event })
  expect(undoIt).toMatchObject({ code: 'undo-forgotten' })
  expect((await again.ok('journal.verify', {})).problems).toEqual([])
})

async function newestOf(desk: TestDesk, kind: string): Promise<string> {
  const { entries } = await desk.ok('work-log.list', { limit: 20 })
  return entries.find((one) => one.kind === kind)?.event ?? ''
}

test('a check-out cannot be undone after a renewal; the renewal first, then the check-out', async () => {
  const desk = await moneyDesk({ settings: { undo_within_minutes_count: '1440' } })
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  desk.clock.pass(23 * 3_600_000)
  await desk.ok('loan.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  const event = await newestOf(desk, 'item-checked-out')
  const undoIt = () => desk.call('desk.undo-act', { commandId: desk.id(), event })
  expect(await undoIt()).toMatchObject({ code: 'undo-overtaken' })
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await undoIt()).toMatchObject({ kind: 'ok' })
  expect(await undoIt()).toMatchObject({ code: 'undo-done' })
})

test('an undone return keeps its patron from being forgotten', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.mode', { mode: 'in' })
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
