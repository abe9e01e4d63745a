/**
 * A library small enough to read: two branches, five people, eight books. Written straight into the reference file.
 * Closed on Sundays and on Thanksgiving (Thu, Nov 26, 2026). Regular loans are 21 days, films 7, the projector 2 hours.
 */
import type { Database } from '../../../main/store/files/open-edge.ts'
import { nameKey, titleKey } from '../../../shared/catalog/fold.ts'
import { titleWords } from '../../../shared/catalog/title-words.ts'
import { hashPin } from '../../../main/library/pin.ts'
import { QUICK_PIN_COST, seededRandom } from './fakes.ts'
const CHARGE_COLUMNS = `(external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents,
  note)`
const PATRON_COLUMNS = `(patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
  surname_key, given_key, born_on, expires_on, email, phone, guardian, language, is_barred, is_active)`

export const CARDS = {
  dana: '21234000000017',
  danaFormer: '21234000000009',
  omar: '21234000000025',
  expired: '21234000000033',
  barred: '21234000000041',
  owing: '21234000000058',
} as const

export const ITEMS = {
  warmth: '31234000000015',
  educated: '31234000000023',
  becoming: '31234000000031',
  spirited: '31234000000049',
  projector: '31234000000056',
  reference: '31234000000064',
  north: '31234000000072',
  lost: '31234000000080',
} as const

export const BADGE = '29999000000019'
export const PIN = '471108'

const DDL = [
  `INSERT INTO branch VALUES ('MAPLE', 'Maple Street', 'America/Chicago')`,
  `INSERT INTO branch VALUES ('NORTH', 'North Branch', 'America/Chicago')`,
  ...['MAPLE', 'NORTH'].flatMap((branch) =>
    [1, 2, 3, 4, 5, 6].map((day) => `INSERT INTO opening_hours VALUES ('${branch}', ${day}, 540, 1260)`),
  ),
  `INSERT INTO closed_day VALUES ('*', '2026-11-26', '2026-11-26', 0, 0, 'Thanksgiving')`,
  `INSERT INTO patron_category VALUES ('ADULT', 'Resident adult', 50, 1000, NULL, 36, 0, NULL, NULL, NULL, NULL)`,
  `INSERT INTO item_type VALUES ('BOOK', 'Book', 1, 2000), ('DVD', 'Film', 1, 2000)`,
  `INSERT INTO item_type VALUES ('EQUIP', 'Equipment', 1, 50000)`,
  rule('REGULAR', '*', '*', 21, 'days'),
  rule('FILM', '*', 'DVD', 7, 'days'),
  rule('HOURLY', '*', 'EQUIP', 2, 'hours'),
]

function rule(code: string, category: string, type: string, count: number, unit: string): string {
  return `INSERT INTO loan_rule VALUES ('${code}', '*', '${category}', '${type}', 1, ${count}, '${unit}', 'next-open',
    'shorten-to-close', NULL, 'none', 1, 2, NULL, 'today', NULL, NULL, NULL, 'refuse')`
}

type Person = { id: number; surname: string; given: string; card: string; expires_on?: string; is_barred?: boolean }

function addPerson(db: Database, person: Person): void {
  const { id, surname, given, card, expires_on = '2027-08-31', is_barred = false } = person
  db.prepare(
    `INSERT INTO patron ${PATRON_COLUMNS}
      VALUES (?, ?, 'ADULT', 'MAPLE', ?, ?, '', ?, ?, '1980-04-12', ?, '', '', '', 'en', ?, 1)`,
  ).run(id, `p${id}`, surname, given, nameKey(surname), nameKey(given), expires_on, is_barred ? 1 : 0)
  db.prepare(`INSERT INTO card VALUES (?, ?, 'current')`).run(card, id)
}

type Book = {
  id: number
  title: string
  author: string
  type: string
  barcode: string
  call: string
  home?: string
  status?: string
}

function addBook(db: Database, book: Book): void {
  const { id, title, author, type, barcode, call, home = 'MAPLE', status = 'available' } = book
  db.prepare(`INSERT INTO title VALUES (?, ?, ?, ?, '', '', '2010', 'book', 'eng', ?)`).run(
    id,
    `t${id}`,
    title,
    author,
    titleKey(title),
  )
  db.prepare(`INSERT INTO title_words (rowid, words) VALUES (?, ?)`).run(id, titleWords(`${title} ${author}`))
  db.prepare(`INSERT INTO item VALUES (?, ?, ?, ?, ?, 'MAPLE', ?, 'Adult', ?, 2000, '')`).run(
    id,
    barcode,
    id,
    type,
    home,
    call,
    status,
  )
}

/** Fills an empty reference file. */
export function fillSmallLibrary(db: Database): void {
  db.transaction(() => {
    for (const sql of DDL) db.exec(sql)
    const { salt, hash } = hashPin(PIN, seededRandom(9), QUICK_PIN_COST)
    db.prepare(`INSERT INTO staff VALUES ('rortiz', 'Rosa Ortiz', 'RO', 'manager', ?, ?, ?, 1)`).run(BADGE, salt, hash)
    addPerson(db, { id: 1, surname: 'Miller', given: 'Dana', card: CARDS.dana })
    addPerson(db, { id: 2, surname: 'Núñez', given: 'Omar', card: CARDS.omar })
    addPerson(db, { id: 3, surname: 'Stale', given: 'Ed', card: CARDS.expired, expires_on: '2026-11-01' })
    addPerson(db, { id: 4, surname: 'Barr', given: 'Ed', card: CARDS.barred, is_barred: true })
    addPerson(db, { id: 5, surname: 'Owen', given: 'Flora', card: CARDS.owing })
    db.prepare(`INSERT INTO card VALUES (?, 1, 'former')`).run(CARDS.danaFormer)
    db.exec(`INSERT INTO charge ${CHARGE_COLUMNS} VALUES ('c1', 5, NULL, 'overdue', 0, 1200, 1200, '')`)
    const book = (id: number, title: string, author: string, barcode: string, call: string): Book => {
      return { id, title, author, type: 'BOOK', barcode, call }
    }
    addBook(db, book(1, 'The Warmth of Other Suns', 'Wilkerson', ITEMS.warmth, '304.809 WIL'))
    addBook(db, book(2, 'Educated', 'Westover', ITEMS.educated, 'B WESTOVER'))
    addBook(db, book(3, 'Becoming', 'Obama', ITEMS.becoming, 'B OBAMA'))
    addBook(db, { ...book(4, 'Spirited Away', 'Miyazaki', ITEMS.spirited, 'DVD FIC SPI'), type: 'DVD' })
    addBook(db, { ...book(5, 'Projector', '', ITEMS.projector, 'EQUIP 1'), type: 'EQUIP' })
    addBook(db, { ...book(6, 'Atlas', 'Rand McNally', ITEMS.reference, 'R 912'), status: 'reference' })
    addBook(db, { ...book(7, 'Goodnight Moon', 'Brown', ITEMS.north, 'E BRO'), home: 'NORTH' })
    addBook(db, { ...book(8, 'Lost Horizon', 'Hilton', ITEMS.lost, 'F HIL'), status: 'lost' })
    db.exec(`INSERT INTO meta VALUES ('as_of_ms', '${Date.UTC(2026, 10, 24, 14, 55)}')`)
  })()
}
