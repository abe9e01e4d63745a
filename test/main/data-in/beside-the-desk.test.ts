/** The desk goes on recording while a folder is taken in: its transactions never wait for the importer's. */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { BASE, folderOf, takeIn } from './importing.ts'

test('every turn the importer gives, the desk commits and reads the reference of before', async () => {
  const store = openStore(testFolder(), KEY)
  onTestFinished(() => store.close())
  const write = store.db.db.prepare('INSERT INTO main.setting VALUES (?, ?)')
  const titles = store.db.db.prepare('SELECT count(*) FROM ref.title').pluck()
  const rows = Array.from({ length: 3000 }, (_, row) => `${row},Title ${row}`).join('\n')
  const folder = folderOf({ ...BASE, 'titles.csv': `title_id,title\n${rows}\n`, 'items.csv': 'barcode\n' })
  let turns_count = 0
  const seen: unknown[] = []
  await takeIn(folder, store.reference.db, {
    reportFolder: join(store.folder, 'reports'),
    pause: async () => {
      turns_count += 1
      store.db.transact(() => write.run(`turn ${turns_count}`, 'written'))
      seen.push(titles.get())
    },
  })
  expect(turns_count).toBeGreaterThanOrEqual(15)
  expect(new Set(seen)).toEqual(new Set([0]))
  expect(titles.get()).toBe(3000)
  expect(store.db.db.prepare('SELECT count(*) FROM main.setting').pluck().get()).toBeGreaterThanOrEqual(turns_count)
})
