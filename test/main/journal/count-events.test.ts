/** The entries of a journal are counted by the last number of each epoch: as many as there are. */
import { expect, test } from 'vitest'
import { openJournal } from '../../../main/journal/open.ts'
import { countEvents } from '../../../main/store/journal/journal-rows.ts'
import { openStore, type Store } from '../../../main/store/store.ts'
import { makeFiles } from '../support/desk.ts'
import { KEY, seededRandom, TUESDAY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'

function counted({ db }: Store): readonly unknown[] {
  const rows = db.db.prepare('SELECT count(*) AS events_count FROM event').get()
  expect(db.get(countEvents, {})).toEqual(rows)
  return [db.get(countEvents, {})?.events_count]
}

test('none, one epoch, and several with numbers that were skipped between them', () => {
  const folder = testFolder()
  makeFiles(folder)
  const store = openStore(folder, KEY)
  try {
    expect(counted(store)).toEqual([0])
    for (const [at, isRestored] of [false, false, true, true].entries()) {
      // A crash between the note of an epoch and its first entry skips a number.
      if (at === 3) store.db.db.exec('UPDATE terminal SET epoch = epoch + 7')
      openJournal(store, TUESDAY, seededRandom(at), isRestored)
      expect(counted(store)).toEqual([[1, 1, 2, 3][at]])
    }
  } finally {
    store.close()
  }
})
