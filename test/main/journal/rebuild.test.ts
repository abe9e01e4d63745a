/**
 * The overlay is rebuilt from the journal: every row is dropped, the journal is folded from its first event on, and
 * each row is as it was, whatever was settled, left over or forgotten by then. A table of another shape is filled so.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { JOURNAL_FILE } from '../../../main/store/files/file-names.ts'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { elsewhere, type TestDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { copyOf, exchange, expectRebuilt, forgotten, settled, start } from '../support/reference-files.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { freshDesk, goOn, signedIn, work } from '../support/worked-desk.ts'

/** More of a day: a choice, a message, a book that is back at once, a new member of staff, an erasure. */
async function more(before: TestDesk): Promise<TestDesk> {
  const desk = await signedIn(before, '864209')
  const id = () => ({ commandId: desk.id() })
  // An erasure settles what was before it.
  await desk.scan(CARDS.barred)
  await desk.ok('privacy.erase', { ...id(), card_tail: CARDS.barred.slice(-4) })
  await desk.scan(CARDS.dana)
  const wish = { receipt: 'email', is_large_print: true, language: 'es' } as const
  await desk.ok('patron.set-preference', { ...id(), ...wish })
  await desk.ok('note.write', { ...id(), kind: 'message', text: 'A parcel waits', until_on: null })
  await desk.ok('loan.check-out', { ...id(), card_barcode: CARDS.omar, item_barcode: ITEMS.north })
  await desk.ok('loan.check-in', { ...id(), item_barcode: ITEMS.north })
  const ben = { name: 'Ben Cho', initials: 'BC', role: 'staff', badge_barcode: '' } as const
  await desk.ok('staff.add', { ...id(), ...ben, pin: '258039' })
  await desk.ok('loan.check-in', { ...id(), item_barcode: ITEMS.educated })
  return desk
}

function inJournal(desk: TestDesk, sql: string): void {
  const db = openFile(join(desk.folder, JOURNAL_FILE), KEY)
  db.exec(sql)
  db.close()
}

async function worked(): Promise<TestDesk> {
  const desk = await signedIn(await freshDesk())
  await work(desk)
  return more(desk)
}

test('every row comes back: before settling, after it, and once what is over is forgotten', async () => {
  const unsettled = await signedIn(await freshDesk())
  await work(unsettled)
  expect(await expectRebuilt(unsettled)).toBeGreaterThan(15)
  const desk = await more(unsettled)
  expect(await expectRebuilt(desk)).toBeGreaterThan(8)
  await settled(desk)
  await expectRebuilt(desk)
  const later = await goOn(desk)
  expect(await expectRebuilt(later)).toBeGreaterThan(3)
  await forgotten(later)
  await expectRebuilt(later)
})

test('a loan that came and went unsettled, and is forgotten', async () => {
  const desk = await worked()
  await forgotten(desk, false)
  await expectRebuilt(desk)
})

test('an older reference file: what was settled into the former one is rebuilt with the rest', async () => {
  const desk = await freshDesk()
  const older = await copyOf(desk)
  const again = await signedIn(desk)
  await work(again)
  await settled(again)
  const later = await goOn(again)
  const before = await start(later)
  exchange(later, older)
  await expectRebuilt(later)
  expect(await start(later)).toEqual(before)
})

test('what the reference file did not take is rebuilt from before it was left over', async () => {
  const desk = await worked()
  elsewhere(desk, 'DELETE FROM item WHERE item_id = 1; DELETE FROM title WHERE title_id = 3')
  await settled(desk)
  expect(await expectRebuilt(desk)).toBeGreaterThan(2)
  const later = await signedIn(desk, '864209')
  await later.scan(CARDS.dana)
  await later.ok('desk.renew-all', { commandId: later.id() })
  await expectRebuilt(later)
  await settled(later)
  await expectRebuilt(later)
})

test('a table that was given another column is filled by the next start, and by no later one', async () => {
  const desk = await worked()
  const before = await start(desk)
  inJournal(desk, `ALTER TABLE overlay_item ADD COLUMN shelf TEXT NOT NULL DEFAULT ''; DELETE FROM overlay_item`)
  expect(await start(desk)).toEqual(before)
  inJournal(desk, `UPDATE transfer SET reason = 'by hand'`)
  // It is there still, and the check of the journal tells it.
  await expect(start(desk)).rejects.toThrow(/to deeply equal \[\]/)
})

test('what logs list by itself is listed again, as what this program lists', async () => {
  const desk = await worked()
  const listed = (): readonly unknown[] => {
    const db = openFile(join(desk.folder, JOURNAL_FILE), KEY)
    const rows = db.prepare('SELECT kind, epoch, seq FROM listed_event').all()
    db.close()
    return rows
  }
  await start(desk)
  const before = listed()
  expect(before.length).toBeGreaterThan(3)
  // A former program listed fewer kinds, and its overlay had another shape.
  inJournal(
    desk,
    `DELETE FROM listed_event WHERE kind = 'staff-changed'; UPDATE setting SET value = '' WHERE name = 'overlay_shape'`,
  )
  await start(desk)
  expect(listed()).toEqual(before)
})
