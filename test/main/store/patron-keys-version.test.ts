/** Keys of the search that an earlier program made are made again at the next start, once. */
import { expect, test } from 'vitest'
import { makeMissingKeys } from '../../../main/store/patrons/patron-keys.ts'
import { openStore } from '../../../main/store/store.ts'
import { PATRON_KEYS_VERSION } from '../../../shared/catalog/patron-keys.ts'
import { makeFiles } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'

test('of another version they are made again; of this one nothing is written', () => {
  const folder = testFolder()
  makeFiles(folder)
  const store = openStore(folder, KEY)
  const { reference } = store
  const rows = (sql: string): readonly unknown[] => reference.db.prepare(sql).raw().all()
  const version = (): unknown => rows(`SELECT value FROM meta WHERE name = 'patron_keys'`)
  const streets = (): unknown =>
    rows(`SELECT substr(key, 2) FROM patron_key WHERE patron_id = 1 AND key LIKE 's%' ORDER BY key`)
  try {
    expect(version()).toEqual([[PATRON_KEYS_VERSION]])
    // As an earlier program left it.
    reference.db.exec(`DELETE FROM patron_address WHERE patron_id = 1;
      INSERT INTO patron_address (patron_id, kind, street, city, region, postal_code)
        VALUES (1, 'home', '412 Maple Xing', '', '', '');
      DELETE FROM patron_key WHERE patron_id = 1 AND key LIKE 's%';
      INSERT INTO patron_key (key, patron_id) VALUES ('smaple xing', 1), ('s412 maple xing', 1);
      UPDATE meta SET value = '1' WHERE name = 'patron_keys'`)
    makeMissingKeys(reference)
    expect([version(), streets()]).toEqual([
      [[PATRON_KEYS_VERSION]],
      [['412 maple crossing'], ['crossing'], ['maple crossing']],
    ])
    reference.db.exec(`DELETE FROM patron_key WHERE key LIKE 's%' AND patron_id = 1`)
    makeMissingKeys(reference)
    expect(streets()).toEqual([])
  } finally {
    store.close()
  }
})

test('they are kept once: an index over them would be as large again', () => {
  const store = openStore(testFolder(), KEY)
  try {
    const made = store.reference.db.prepare(`SELECT tbl_name, type FROM sqlite_schema WHERE tbl_name = ?`).raw()
    expect(made.all('patron_key')).toEqual([['patron_key', 'table']])
    expect(made.all('patron_duplicate_key')).toEqual([['patron_duplicate_key', 'table']])
  } finally {
    store.close()
  }
})
