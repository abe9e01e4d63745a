/** A card, item or badge of a file whose number is one of the others already is refused at its row, as at the desk. */
import { expect, test } from 'vitest'
import { iso2709 } from './made-marc.ts'
import { all, BASE, counts, folderOf, reasons, takeIn } from './importing.ts'

const STAFF = 'staff_code,name,initials,role,badge_barcode,pin\nBC,Ben Cole,BC,staff,29999000000026,2580\n'
const TITLES = 'title_id,title\nt1,Warmth\n'
const ITEMS = 'barcode,title_id,item_type_code,home_branch_code\n31234000000064,t1,BOOK,MAIN\n'
const PATRONS = 'patron_id,surname,category_code,branch_code\na,Reyes,ADULT,MAIN\n'
const CARDS = 'patron_id,barcode\na,21234000000017\na,31234000000064\na,29999000000026\n'
const FILES = {
  ...BASE,
  'staff.csv': STAFF,
  'titles.csv': TITLES,
  'items.csv': ITEMS,
  'patrons.csv': PATRONS,
  'cards.csv': CARDS,
}
const REFUSED = ['3 barcode: is the barcode of an item', '4 barcode: is the badge of a staff member']

test('a number of an item or a badge is no card, in the same folder or a later one', async () => {
  const { db, report, result } = await takeIn(folderOf(FILES))
  expect(reasons(report, 'cards.csv')).toEqual(REFUSED)
  expect(counts(result)['cards.csv']).toBe('3 = 1 + 2')
  const again = await takeIn(folderOf({ ...BASE, 'patrons.csv': PATRONS, 'cards.csv': CARDS }), db)
  expect(reasons(again.report, 'cards.csv')).toEqual(REFUSED)
  expect(all(db, 'SELECT barcode FROM card')).toEqual([{ barcode: '21234000000017' }])
})

const CARD = '21234000000017'
const MARC = iso2709([
  ['001', 'x'],
  ['245', '00$aEmma'],
  ['952', `  $aMAIN$p${CARD}$yBOOK`],
])
const MAPPING = JSON.stringify({
  items: { tag: '952', columns: { home_branch_code: 'a', barcode: 'p', item_type_code: 'y' } },
})

test.each([
  ['items.csv', { 'titles.csv': TITLES, 'items.csv': ITEMS.replace('31234000000064', CARD) }],
  ['staff.csv', { 'staff.csv': STAFF.replace('29999000000026', CARD) }],
  ['a.mrc', { 'a.mrc': MARC, 'marc.json': MAPPING }],
])('a number of a card is none in a later %s', async (file, files) => {
  const cards = { 'patrons.csv': PATRONS, 'cards.csv': `patron_id,barcode\na,${CARD}\n` }
  const { db } = await takeIn(folderOf({ ...BASE, ...cards }))
  const { report } = await takeIn(folderOf(files), db)
  expect(reasons(report, file).join()).toContain('is the number of a card')
  expect(all(db, `SELECT barcode FROM item WHERE barcode = '${CARD}'`)).toEqual([])
  expect(all(db, `SELECT staff_code FROM staff WHERE badge_barcode = '${CARD}'`)).toEqual([])
})

test('an item and a badge that are known already go on', async () => {
  const { db } = await takeIn(folderOf(FILES))
  db.exec(`INSERT INTO card SELECT '31234000000064', patron_id, 'current' FROM patron WHERE external_id = 'a'`)
  db.exec(`INSERT INTO card SELECT '29999000000026', patron_id, 'former' FROM patron WHERE external_id = 'a'`)
  const { report } = await takeIn(folderOf({ 'staff.csv': STAFF, 'titles.csv': TITLES, 'items.csv': ITEMS }), db)
  expect([...reasons(report, 'items.csv'), ...reasons(report, 'staff.csv')]).toEqual([])
})

test.each(['A31234000000064B', '3123400000006431234000000064'])('%s scans as an item', async (barcode) => {
  const cards = `patron_id,barcode\na,${barcode}\n`
  const { report } = await takeIn(folderOf({ ...FILES, 'cards.csv': cards }))
  expect(reasons(report, 'cards.csv')).toEqual(['2 barcode: is the barcode of an item'])
})
