/** A card of a file whose number an item or a badge of the staff has already is refused at its row, as at the desk. */
import { expect, test } from 'vitest'
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
