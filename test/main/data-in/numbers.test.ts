/** Which numbers patrons, titles and items go by: the same whatever comes first, however often, into whichever file. */
import { expect, test } from 'vitest'
import { all, BASE, emptyReference, folderOf, numbersFor, one, takeIn } from './importing.ts'

const NUMBERS = `SELECT 'patron' AS kind, external_id AS name, patron_id AS number FROM patron
  UNION ALL SELECT 'title', external_id, title_id FROM title
  UNION ALL SELECT 'item', barcode, item_id FROM item ORDER BY kind, name`

const HEADS = {
  'patrons.csv': 'patron_id,surname,given,category_code,branch_code',
  'titles.csv': 'title_id,title',
  'items.csv': 'barcode,title_id,item_type_code,home_branch_code',
}
const ROWS = {
  'patrons.csv': ['1,Miller,Dana,ADULT,MAIN', '2,Sato,Hana,ADULT,MAIN', '3,Okafor,Ada,ADULT,MAIN'],
  'titles.csv': ['t1,Dune', 't2,Emma', 't3,Persuasion'],
  'items.csv': ['31234000000015,t1,BOOK,MAIN', '31234000000023,t2,BOOK,MAIN', '31234000000031,t3,BOOK,MAIN'],
}

function library(order: (rows: readonly string[]) => readonly string[]): Readonly<Record<string, string>> {
  const files = (Object.keys(HEADS) as (keyof typeof HEADS)[]).map((name) => {
    return [name, `${[HEADS[name], ...order(ROWS[name])].join('\n')}\n`] as const
  })
  return { ...BASE, ...Object.fromEntries(files) }
}

test('a library imported again, in another order, has the numbers it had', async () => {
  const first = emptyReference()
  const numbers = numbersFor(first)
  await takeIn(folderOf(library((rows) => rows)), first, { numbers })
  const second = emptyReference()
  await takeIn(folderOf(library((rows) => rows.toReversed())), second, { numbers })
  expect(all(second, NUMBERS)).toEqual(all(first, NUMBERS))
  expect(all(first, NUMBERS)).toHaveLength(9)
})

test('what comes later gets numbers that nobody had, though the file before is gone', async () => {
  const first = emptyReference()
  const numbers = numbersFor(first)
  await takeIn(folderOf(library((rows) => rows)), first, { numbers })
  const second = emptyReference()
  await takeIn(folderOf({ ...BASE, 'patrons.csv': `${HEADS['patrons.csv']}\n9,New,Nora,ADULT,MAIN\n` }), second, {
    numbers,
  })
  const known = all(first, 'SELECT patron_id FROM patron').map((row) => (row as { patron_id: number }).patron_id)
  expect(known).not.toContain(one(second, `SELECT patron_id FROM patron WHERE external_id = '9'`))
})

test('data from elsewhere keeps the numbers it came with, and new numbers begin above them', async () => {
  const db = emptyReference()
  await takeIn(folderOf(BASE), db)
  db.exec('DELETE FROM patron_duplicate_key; UPDATE patron SET patron_id = 70001 WHERE patron_id = 1')
  await takeIn(folderOf(library((rows) => rows)), db)
  expect(one(db, `SELECT patron_id FROM patron WHERE external_id = '1'`)).toBe(70_001)
  expect(one(db, `SELECT patron_id FROM patron WHERE external_id = '3'`)).toBe(70_002)
})

test('more than one block is taken in', async () => {
  const rows = Array.from({ length: 9000 }, (_, row) => `t${row},Title ${row}`)
  const db = emptyReference()
  await takeIn(folderOf({ ...BASE, 'titles.csv': `title_id,title\n${rows.join('\n')}\n` }), db)
  expect(one(db, 'SELECT count(DISTINCT title_id) FROM title')).toBe(9000)
})
