/**
 * A desk with shelves to sort and to read: the small library with books of fiction, and short ways to say what is
 * asked.
 */
import { openStore } from '../../../main/store/store.ts'
import type { PageView } from '../../../shared/desk/page.ts'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import { KEY } from './fakes.ts'
import { testFolder } from './folders.ts'
import { makeFiles, openDesk, rosaAt, type TestDesk } from './desk.ts'
import { pageFaults } from './page-acts.ts'

export type ShelfBook = {
  readonly barcode: string
  readonly title: string
  readonly author: string
  readonly call: string
  readonly location?: string
  readonly home?: string
  readonly status?: string
}

const book = (
  number: number,
  title: string,
  author: string,
  call: string,
  more: Partial<ShelfBook> = {},
): ShelfBook => {
  return { barcode: `3123400000${String(200 + number).padStart(4, '0')}`, title, author, call, ...more }
}

/** In the order of their shelf, a fiction shelf of Maple Street; the last four do not belong there as they are. */
export const FICTION = {
  adichie: book(1, 'Americanah', 'Adichie', 'F ADI', { location: 'Fiction' }),
  atkinson: book(2, 'Case Histories', 'Atkinson', 'F ATK', { location: 'Fiction' }),
  mantel: book(3, 'Wolf Hall', 'Mantel', 'F MAN', { location: 'Fiction' }),
  morrison: book(4, 'Beloved', 'Morrison', 'F MOR', { location: 'Fiction' }),
  morrisonJazz: book(5, 'Jazz', 'Morrison', 'F MOR', { location: 'Fiction' }),
  zola: book(6, 'Germinal', 'Zola', 'F ZOL', { location: 'Fiction' }),
  lost: book(7, 'Nausea', 'Sartre', 'F SAR', { location: 'Fiction', status: 'lost' }),
  missing: book(8, 'The Plague', 'Camus', 'F CAM', { location: 'Fiction', status: 'missing' }),
  elsewhere: book(9, 'Emma', 'Austen', 'F AUS', { location: 'Fiction', home: 'NORTH' }),
  history: book(10, 'SPQR', 'Beard', '937 BEA', { location: 'History' }),
} as const

/** Books on a long shelf, in its order. */
export function longShelf(count: number): readonly ShelfBook[] {
  return Array.from({ length: count }, (_none, at) =>
    book(1000 + at, `Long shelf ${at}`, 'Writer', `${100 + at} WRI`, { location: 'Long' }),
  )
}

export type ShelfDesk = TestDesk & {
  readonly snapshot: () => Promise<DeskSnapshot>
  /** Goes to a page that must be one, and hands it out. */
  readonly go: (place: PageView['ref']['place'], about?: string) => Promise<PageView>
  /** The page that is open. */
  readonly page: () => Promise<PageView>
  /** Scans one after the other and gives the page then. */
  readonly scanAll: (books: readonly (ShelfBook | string)[]) => Promise<PageView>
  readonly eventsCount: () => Promise<number>
}

export async function shelfDesk(more: readonly ShelfBook[] = []): Promise<ShelfDesk> {
  const folder = testFolder()
  makeFiles(folder)
  const { reference, close } = openStore(folder, KEY)
  const { db } = reference
  db.transaction(() => {
    for (const [at, one] of [...Object.values(FICTION), ...more].entries()) {
      const id = 100 + at
      const { barcode, title, author, call, location = 'Fiction', home = 'MAPLE', status = 'available' } = one
      db.prepare(`INSERT INTO title VALUES (?, ?, ?, ?, '', '', '2010', 'book', 'eng', ?)`).run(
        id,
        `t${id}`,
        title,
        author,
        title.toLowerCase(),
      )
      db.prepare(`INSERT INTO item VALUES (?, ?, ?, 'BOOK', ?, 'MAPLE', ?, ?, ?, 2000, '')`).run(
        id,
        barcode,
        id,
        home,
        call,
        location,
        status,
      )
    }
  })()
  close()
  const desk = await openDesk(folder)
  await rosaAt(desk)
  return withShelves(desk)
}

export function withShelves(desk: TestDesk): ShelfDesk {
  const snapshot = async (): Promise<DeskSnapshot> => (await desk.ok('desk.snapshot', {})).snapshot
  const seen = ({ page }: DeskSnapshot): PageView => {
    if (!page) throw new Error('no page is open')
    const faults = pageFaults(page)
    if (faults.length > 0) throw new Error(faults.join('\n'))
    return page
  }
  return {
    ...desk,
    snapshot,
    go: async (place, about = '') => seen((await desk.ok('desk.go', { page: { place, about } })).snapshot),
    page: async () => seen(await snapshot()),
    scanAll: async (books) => {
      for (const one of books) await desk.scan(typeof one === 'string' ? one : one.barcode)
      return seen(await snapshot())
    },
    eventsCount: async () => (await desk.ok('system.status', {})).journal_events_count,
  }
}

/** The rows of one table of a page, as they read. */
export function rowsOf(page: PageView, section_id: string): readonly (readonly string[])[] {
  const found = page.sections.find((one) => one.section_id === section_id)
  return found?.kind === 'table' ? found.rows.map((row) => row.cells.map((cell) => cell.text)) : []
}

export function factsOf(page: PageView): Readonly<Record<string, string>> {
  const facts = page.sections.flatMap((one) => (one.kind === 'facts' ? one.facts : []))
  return Object.fromEntries(facts.map(({ label, text }) => [label, text]))
}
