/**
 * A library small enough to read, as the CSV folder a desk takes in. Nothing in it depends on the day it is read: the
 * branches never close, cards expire never or long ago, what is late has been late for years and what is not is due in
 * 2099.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { isLuhn } from '../../../shared/catalog/isbn.ts'

/** Thirteen digits with the check digit that fits. */
function barcode(thirteen: string): string {
  return thirteen + '0123456789'.split('').find((digit) => isLuhn(thirteen + digit))
}

export const CARDS = {
  /** Has five items out, none of them late. */
  dana: barcode('2123400000001'),
  omar: barcode('2123400000002'),
  /** Owes more than borrowing allows. */
  flora: barcode('2123400000003'),
  /** Is not to be served. */
  victor: barcode('2123400000005'),
  /** Has a card that expired. */
  harold: barcode('2123400000006'),
  /** Has a closed account. */
  ruth: barcode('2123400000007'),
} as const

export const BADGE = barcode('2999900000001')
export const PIN = '471108'
/** Ben Cole's, who may not override a rule by himself. */
export const CLERK_BADGE = barcode('2999900000002')

/** Books on the shelf, by number from 1 to 40. */
export function shelfBook(number: number): string {
  return barcode(`31234000001${String(number).padStart(2, '0')}`)
}

/** Books that are out to Omar, from 1 to 20; the second is wanted here, the third belongs to the other branch. */
export function omarsBook(number: number): string {
  return barcode(`31234000002${String(number).padStart(2, '0')}`)
}

/** Books of the other branch that nobody has out, from 1 to 8. */
export function northBook(number: number): string {
  return barcode(`31234000005${String(number).padStart(2, '0')}`)
}

/** Books that Dana has out, from 1 to 5. */
export function danasBook(number: number): string {
  return barcode(`31234000003${String(number).padStart(2, '0')}`)
}

/** Titles that try to break the screen, in the order of their books from 1. */
export const HOSTILE_TITLES = [
  '<script>document.title = "taken"</script><img src=x onerror="document.title = \'taken\'">',
  `Bell${String.fromCodePoint(7)} escape${String.fromCodePoint(27)}[31m and \u202Eoverride`,
  'מסע אל תוך הלילה, מהדורה שנייה מורחבת ומתוקנת באותיות גדולות',
  `A very long title ${'that goes on and on '.repeat(15)}to the end`,
  '"; DROP TABLE item; -- {{7*7}} ${7*7} %s',
  'Unbroken'.repeat(30),
] as const

export function hostileBook(number: number): string {
  return barcode(`31234000004${String(number).padStart(2, '0')}`)
}

export const TITLE_WITH_ACCENTS = { title: 'Noches de abril en Bogotá', author: 'Núñez, Zoë' } as const

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_none, index) => index + 1)
}

type Book = { readonly barcode: string; readonly title: string; readonly author: string; readonly home: string }

function books(): Book[] {
  const book = (code: string, title: string, author = 'Writer, Ann', home = 'MAPLE'): Book => {
    return { barcode: code, title, author, home }
  }
  const { title, author } = TITLE_WITH_ACCENTS
  return [
    ...numbers(40).map((n) => (n === 40 ? book(shelfBook(n), title, author) : book(shelfBook(n), `Shelf book ${n}`))),
    ...numbers(20).map((n) => book(omarsBook(n), `Returned book ${n}`, 'Writer, Ann', n === 3 ? 'NORTH' : 'MAPLE')),
    ...numbers(5).map((n) => book(danasBook(n), `Dana’s book ${n}`)),
    ...HOSTILE_TITLES.map((hostile, index) => book(hostileBook(index + 1), hostile)),
    ...numbers(8).map((n) => book(northBook(n), `Northern book ${n}`, 'Writer, Ann', 'NORTH')),
  ]
}

type Table = readonly (readonly (string | number)[])[]

function csv(table: Table): string {
  const cell = (value: string | number): string => `"${String(value).replaceAll('"', '""')}"`
  return table.map((row) => `${row.map(cell).join(',')}\n`).join('')
}

const WEEK = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function policy(): Readonly<Record<string, Table>> {
  return {
    library: [
      ['name', 'zone'],
      ['Openfields', 'America/Chicago'],
    ],
    branches: [
      ['branch_code', 'name'],
      ['MAPLE', 'Maple Street'],
      ['NORTH', 'North Branch'],
    ],
    hours: [
      ['branch_code', 'weekday', 'opens', 'closes'],
      ...['MAPLE', 'NORTH'].flatMap((branch) => WEEK.map((weekday) => [branch, weekday, '0:00', '24:00'])),
    ],
    patron_categories: [
      ['category_code', 'name', 'loans_count_max', 'owed_max'],
      ['ADULT', 'Resident adult', 500, '10.00'],
    ],
    item_types: [
      ['item_type_code', 'name'],
      ['BOOK', 'Book'],
    ],
    loan_rules: [
      ['rule_code', 'item_type_code', 'period_count', 'period_unit', 'days_mode', 'renewals_count_max', 'renewal_from'],
      ['book', 'BOOK', 21, 'days', 'ignore-closed', 5, 'due'],
    ],
  }
}

function people(): Readonly<Record<string, Table>> {
  return {
    patrons: [
      [
        'patron_id',
        'surname',
        'given',
        'born_on',
        'expires_on',
        'is_barred',
        'is_active',
        'category_code',
        'branch_code',
      ],
      ['P1', 'Miller', 'Dana', '1985-06-15', '', 'no', 'yes', 'ADULT', 'MAPLE'],
      ['P2', 'Núñez', 'Omar', '1990-01-31', '', 'no', 'yes', 'ADULT', 'MAPLE'],
      ['P3', 'Bell', 'Flora', '1972-11-02', '', 'no', 'yes', 'ADULT', 'MAPLE'],
      ['P4', 'Miller', 'Danny', '2001-03-09', '', 'no', 'yes', 'ADULT', 'MAPLE'],
      ['P5', 'Crane', 'Victor', '1961-04-04', '', 'yes', 'yes', 'ADULT', 'MAPLE'],
      ['P6', 'Finch', 'Harold', '1958-08-19', '2020-01-31', 'no', 'yes', 'ADULT', 'MAPLE'],
      ['P7', 'Abernathy', 'Ruth', '1949-12-01', '', 'no', 'no', 'ADULT', 'MAPLE'],
    ],
    cards: [
      ['patron_id', 'barcode'],
      ['P1', CARDS.dana],
      ['P2', CARDS.omar],
      ['P3', CARDS.flora],
      ['P5', CARDS.victor],
      ['P6', CARDS.harold],
      ['P7', CARDS.ruth],
    ],
    charges: [
      ['charge_id', 'patron_id', 'kind', 'charged_at', 'amount'],
      ['C1', 'P3', 'damaged', '2020-05-01 10:00', '12.50'],
    ],
    staff: [
      ['staff_code', 'name', 'initials', 'role', 'badge_barcode', 'pin'],
      ['wzhang', 'Wei Zhang', 'WZ', 'supervisor', BADGE, PIN],
      ['bcole', 'Ben Cole', 'BC', 'staff', CLERK_BADGE, '2580'],
    ],
  }
}

function material(): Readonly<Record<string, Table>> {
  const all = books()
  const loan = (item: string, patron: string, due: string): string[] => [item, patron, 'MAPLE', '2020-01-02 10:00', due]
  return {
    titles: [['title_id', 'title', 'author'], ...all.map((book, index) => [`T${index}`, book.title, book.author])],
    items: [
      ['barcode', 'title_id', 'item_type_code', 'home_branch_code', 'at_branch_code', 'call_number', 'location'],
      ...all.map((book, index) => [book.barcode, `T${index}`, 'BOOK', book.home, 'MAPLE', `F ${index}`, 'Fiction']),
    ],
    loans: [
      ['item_barcode', 'patron_id', 'branch_code', 'out_at', 'due_at'],
      ...numbers(20).map((n) => loan(omarsBook(n), 'P2', n === 1 ? '2020-01-23' : '2099-06-01')),
      ...numbers(5).map((n) => loan(danasBook(n), 'P1', '2099-06-01')),
    ],
    holds: [
      ['hold_id', 'patron_id', 'title_id', 'pickup_branch_code', 'placed_at'],
      ['H1', 'P1', `T${all.findIndex((book) => book.barcode === omarsBook(2))}`, 'MAPLE', '2020-02-01 09:00'],
    ],
  }
}

/** Writes the folder and gives its path. */
export function writeLibrary(parent: string): string {
  const folder = path.join(parent, 'library')
  mkdirSync(folder, { recursive: true })
  for (const [name, table] of Object.entries({ ...policy(), ...people(), ...material() })) {
    writeFileSync(path.join(folder, `${name}.csv`), csv(table))
  }
  return folder
}

/** The stand-in's key lies open beside the data, so a desk asks before it takes in people that are not the demo's. */
export async function asksBeforePeople(page: Page): Promise<void> {
  await page.getByText('Import patrons only if that is acceptable here').first().waitFor()
  // The bar of the look that led here is gone by then.
  await page.locator('progress').waitFor({ state: 'detached' })
}

export async function takesPeopleIn(page: Page): Promise<void> {
  await asksBeforePeople(page)
  await page.getByRole('button', { name: 'Import anyway' }).click()
}
