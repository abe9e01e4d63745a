/** What patrons are found by is made as they are taken in, and follows them when they come again otherwise. */
import { expect, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { BASE, counts, folderOf, reasons, takeIn } from './importing.ts'
import type { Database } from '../../../main/store/files/open-edge.ts'
import { KEY } from '../support/fakes.ts'
import { fillSmallLibrary } from '../support/small-library.ts'
import { testFolder } from '../support/folders.ts'

const HEAD = 'patron_id,surname,given,category_code,branch_code,email,phone,guardian_id\n'
const ANA = 'c1,Reyes,Ana,ADULT,MAIN,,,g1\n'
const LUNA = 'g1,Reyes Luna,Marta,ADULT,MAIN,marta@mail.example,847-555-0123,\n'
const FIRST = {
  ...BASE,
  'patrons.csv': HEAD + ANA + LUNA,
  'cards.csv': 'patron_id,barcode,status\ng1,21234000009911,current\n',
  'addresses.csv': 'patron_id,kind,street,city,region,postal_code\ng1,home,412 N Maple St,Openfields,IL,60601\n',
}

const keys = (db: Database, patron: string): string[] =>
  db
    .prepare(
      `SELECT substr(key, 1, 1) || ' ' || substr(key, 2) AS text FROM patron_key JOIN patron USING (patron_id)
       WHERE external_id = ? ORDER BY 1`,
    )
    .all(patron)
    .map((row) => (row as { text: string }).text)

const MARTA = [
  'b 11990000043212',
  'c openfields il',
  'e mail.example',
  'e marta@mail.example',
  'j reyesluna',
  'n luna',
  'p 8475550123',
  'q 3210555748',
  's 412 maple street',
  's maple street',
  's street',
  'z 60601 maple street',
  'z 60601 marta reyes luna',
  'z 60601 reyes luna marta',
]

/** Names that people are found inside of. */
const names = (db: Database): unknown[] => db.prepare('SELECT DISTINCT name FROM name_tail ORDER BY name').pluck().all()

test('first taken in, a guardian further down than the child', async () => {
  const { db } = await takeIn(folderOf(FIRST))
  expect(keys(db, 'g1')).toEqual(MARTA)
  const guardian = db.prepare(`SELECT g.external_id FROM patron c JOIN patron g ON g.patron_id = c.guardian_patron_id`)
  expect(guardian.pluck().all()).toEqual(['g1'])
})

test('taken in again: the same once, a new name and number in place of the old', async () => {
  const { db } = await takeIn(folderOf(FIRST))
  await takeIn(folderOf(FIRST), db)
  expect(keys(db, 'g1')).toEqual(MARTA)
  const patrons = `${HEAD}g1,Quiroga,Marta,ADULT,MAIN,,847-555-9999,\n`
  const addresses = 'patron_id,kind,street,city,region,postal_code\ng1,home,3 Elm Court,Openfields,IL,60602\n'
  await takeIn(folderOf({ 'patrons.csv': patrons, 'addresses.csv': addresses }), db)
  expect(keys(db, 'g1')).toEqual([
    'b 11990000043212',
    'c openfields il',
    'p 8475559999',
    'q 9999555748',
    's 3 elm court',
    's court',
    's elm court',
    'z 60602 elm court',
    'z 60602 marta quiroga',
    'z 60602 quiroga marta',
  ])
})

test('a name is kept once for all who have it, and goes with the last of them', async () => {
  const { db } = await takeIn(folderOf(FIRST))
  expect(names(db)).toEqual(['luna', 'marta', 'reyes'])
  expect(db.prepare(`SELECT tail_key FROM name_tail WHERE name = 'reyes' ORDER BY 1`).pluck().all()).toEqual([
    'eyes',
    'yes',
  ])
  await takeIn(folderOf({ 'patrons.csv': `${HEAD}g1,Quiroga,Marta,ADULT,MAIN,,,\n` }), db)
  expect(names(db)).toEqual(['marta', 'quiroga', 'reyes'])
  await takeIn(folderOf({ 'patrons.csv': `${HEAD}c1,Sato,Ana,ADULT,MAIN,,,\n` }), db)
  expect(names(db)).toEqual(['marta', 'quiroga', 'sato'])
})

test.each([
  ['first of two surnames', 'Reyes Ortiz,Bo'],
  ['second of two surnames', 'Ortiz Reyes,Bo'],
  ['given name', 'Ito,Reyes'],
  ['first of two given names', 'Ito,Reyes Bo'],
  ['second of two given names', 'Ito,Bo Reyes'],
])('a name that somebody else has as the %s stays', async (_where, other) => {
  const { db } = await takeIn(folderOf({ ...BASE, 'patrons.csv': `${HEAD}${ANA}x1,${other},ADULT,MAIN,,,\n` }))
  await takeIn(folderOf({ 'patrons.csv': `${HEAD}c1,Sato,Ana,ADULT,MAIN,,,\n` }), db)
  expect(names(db)).toContain('reyes')
  await takeIn(folderOf({ 'patrons.csv': `${HEAD}x1,Sato,Ana,ADULT,MAIN,,,\n` }), db)
  expect(names(db)).toEqual(['sato'])
})

test('a card that goes to another patron goes with its key', async () => {
  const { db } = await takeIn(folderOf(FIRST))
  await takeIn(folderOf({ 'cards.csv': 'patron_id,barcode,status\nc1,21234000009911,current\n' }), db)
  expect(keys(db, 'g1').some((key) => key.startsWith('b '))).toBe(false)
  expect(keys(db, 'c1')).toContain('b 11990000043212')
})

test('a file from before there were keys has them made at the next start', () => {
  const folder = testFolder()
  const store = openStore(folder, KEY)
  fillSmallLibrary(store.reference.db)
  const count = 'SELECT count(*) FROM patron_key'
  expect(store.reference.db.prepare(count).pluck().get()).toBe(0)
  store.close()
  const again = openStore(folder, KEY)
  expect(again.reference.db.prepare(count).pluck().get()).toBe(6)
  expect(names(again.reference.db)).toContain('miller')
  again.close()
})

test('a guardian who is no patron is told, and so is somebody who would answer for themselves', async () => {
  const head = 'patron_id,surname,category_code,branch_code,guardian_id\n'
  const rows = ['a,Reyes,ADULT,MAIN,nobody', 'b,Luna,ADULT,MAIN,b', 'c,Sato,ADULT,MAIN,d', 'd,Sato,ADULT,MAIN,']
  const { report, result, db } = await takeIn(folderOf({ ...BASE, 'patrons.csv': `${head}${rows.join('\n')}\n` }))
  expect(reasons(report, 'patrons.csv', 'taken, changed')).toEqual([
    '2 guardian_id: unknown patron; imported as empty',
    '3 guardian_id: is the patron’s own number; imported as empty',
  ])
  expect(counts(result)['patrons.csv']).toBe('4 = 4 + 0')
  const guarded = db.prepare('SELECT external_id FROM patron WHERE guardian_patron_id IS NOT NULL').pluck().all()
  expect(guarded).toEqual(['c'])
})
