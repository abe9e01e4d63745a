/** Finds cards and barcodes of the demo library by name and title, so that the shift reads like a story. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

type Cells = Readonly<Record<string, string>>

export type Catalog = {
  /** The current card of the person of this name. */
  readonly card: (name: string) => string
  readonly badge: (name: string) => string
  readonly pin: (name: string) => string
  /** An item of this title that is out to the person of this patron_id. */
  readonly itemOutTo: (title: string, patron_id: string) => string
  /** An item of this title that is on its shelf at Maple Street. */
  readonly itemIn: (title: string) => string
}

export function readCatalog(folder: string): Catalog {
  const table = (name: string): Cells[] => parse<Cells>(readFileSync(join(folder, name), 'utf8'), { columns: true })
  const [patrons, cards, staff, titles, items, loans] = [
    'patrons.csv',
    'cards.csv',
    'staff.csv',
    'titles.csv',
    'items.csv',
    'loans.csv',
  ].map(table) as [Cells[], Cells[], Cells[], Cells[], Cells[], Cells[]]
  const found = (cell: string | undefined, what: string): string => {
    if (!cell) throw new Error(`the demo library has no ${what}`)
    return cell
  }
  const itemsOf = (title: string): Cells[] => {
    const one = titles.find((row) => row['title'] === title)
    return items.filter((row) => row['title_id'] === one?.['title_id'])
  }
  return {
    card: (name) => {
      const patron = patrons.find((row) => `${row['given']} ${row['surname']}` === name)
      const card = cards.find((row) => row['patron_id'] === patron?.['patron_id'] && row['status'] === 'current')
      return found(card?.['barcode'], `card of ${name}`)
    },
    pin: (name) => found(staff.find((row) => row['name'] === name)?.['pin'], `PIN of ${name}`),
    badge: (name) => found(staff.find((row) => row['name'] === name)?.['badge_barcode'], `badge of ${name}`),
    itemOutTo: (title, patron_id) => {
      const out = loans.filter((row) => row['patron_id'] === patron_id).map((row) => row['item_barcode'])
      return found(itemsOf(title).find((row) => out.includes(row['barcode']))?.['barcode'], `loan of ${title}`)
    },
    itemIn: (title) => {
      const out = loans.map((row) => row['item_barcode'])
      const isIn = (row: Cells): boolean => row['status'] === 'available' && row['at_branch_code'] === 'MAPLE'
      const item = itemsOf(title).find((row) => isIn(row) && !out.includes(row['barcode']))
      return found(item?.['barcode'], `item of ${title} on its shelf`)
    },
  }
}
