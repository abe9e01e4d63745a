/** What a read handle takes and what it does not: everybody but the journal and data in has no other. */
import { expect, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { readSetting } from '../../../main/store/journal/journal-rows.ts'
import { putBranch } from '../../../main/store/import/import-library-rows.ts'
import { putTitle } from '../../../main/store/import/import-material-rows.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'

test('reads both files, refuses every statement that writes, also one that gives rows back', () => {
  const store = openStore(testFolder(), KEY)
  const { db } = store.read
  const branch = { branch_code: 'MAPLE', name: 'Maple', zone_name: 'America/Chicago' }
  const title = { external_id: 't1', title: 'Dune', title_key: 'dune', author: '', isbn: '', format: '', language: '' }
  expect(db.get(readSetting, { name: 'nothing' })).toBeNull()
  expect(() => db.get(putBranch as never, branch as never)).toThrow(/only reads/)
  expect(() => db.all(putTitle as never, title as never)).toThrow(/only reads/)
  expect(store.reference.db.prepare('SELECT count(*) FROM branch').pluck().get()).toBe(0)
  expect(store.reference.run(putBranch, branch).changes).toBe(1)
  expect(store.reference.db.prepare('SELECT count(*) FROM title').pluck().get()).toBe(0)
  store.close()
})

test('a part that is whole or nothing tells the fault that ended its transaction, not that it is over', () => {
  const store = openStore(testFolder(), KEY)
  const { reference } = store
  const full = new Error('the disk is full')
  const ended = (): boolean => {
    // As SQLite does by itself where it can write no more.
    reference.db.exec('ROLLBACK')
    throw full
  }
  expect(() => reference.transact(() => reference.wholly(ended))).toThrow(full)
  store.close()
})
