/** That e-mail came back comes in with the library's data, for the address of the file alone, and goes out again. */
import { expect, test } from 'vitest'
import type { Database } from '../../../main/store/files/open-edge.ts'
import { all, BASE, emptyReference, folderOf, reasons, takeIn } from './importing.ts'

const HEAD = 'patron_id,surname,category_code,branch_code,email,email_bounced_on\n'
const bounced = (db: Database): unknown =>
  all(db, 'SELECT external_id, bounced_on FROM patron_email_bounce JOIN patron USING (patron_id) ORDER BY 1')

const takeRows = (rows: readonly string[], db = emptyReference()) =>
  takeIn(folderOf({ ...BASE, 'patrons.csv': `${HEAD}${rows.join('\n')}\n` }), db)

test('a file says that e-mail came back; one that is silent takes nothing back, another address ends it', async () => {
  const { db, report } = await takeRows([
    'a,Reyes,ADULT,MAIN,a@x.org,2026-10-01',
    'b,Luna,ADULT,MAIN,,2026-10-01',
    'c,Sato,ADULT,MAIN,c@x.org,2027-10-01',
    'd,Sato,ADULT,MAIN,d@x.org,',
  ])
  const first = [{ external_id: 'a', bounced_on: '2026-10-01' }]
  expect(bounced(db)).toEqual(first)
  expect(reasons(report, 'patrons.csv', 'taken, changed')).toEqual([
    '3 email_bounced_on: is of no e-mail address; imported as empty',
    '4 email_bounced_on: is in the future: imported as empty',
  ])
  await takeRows(['a,Reyes,ADULT,MAIN,a@x.org,'], db)
  expect(bounced(db)).toEqual(first)
  await takeRows(['a,Reyes,ADULT,MAIN,new@x.org,'], db)
  expect(bounced(db)).toEqual([])
  await takeRows(['a,Reyes,ADULT,MAIN,other@x.org,2026-11-01'], db)
  expect(bounced(db)).toEqual([{ external_id: 'a', bounced_on: '2026-11-01' }])
})

test('a column of Koha that a library names in its mapping', async () => {
  const db = emptyReference()
  const { 'patrons.csv': _none, ...base } = BASE
  await takeIn(folderOf(base), db)
  const mapping = { dates: 'month-first', columns: { '*.csv': { sort1: { to: 'patron.email_bounced_on' } } } }
  const file = 'cardnumber,surname,branchcode,categorycode,email,sort1\n29,Luna,MAIN,ADULT,l@x.org,10/15/2026\n'
  const folder = folderOf({ 'borrowers.csv': file, 'mapping.json': JSON.stringify(mapping) })
  const { result } = await takeIn(folder, db, { mapping: 'koha' })
  expect(bounced(db)).toEqual([{ external_id: '29', bounced_on: '2026-10-15' }])
  const line = result.status.losses.find(({ column }) => column === 'sort1')
  expect([line?.filled_count, line?.changed_count]).toEqual([1, 1])
})
