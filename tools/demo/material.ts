/** The titles and items of the demo library: call numbers as a public library assigns them, items over two branches. */
import { barcode, lines, type Chance, type CsvRow } from './made.ts'
import { FICTION, NONFICTION } from './titles-adult.ts'
import * as other from './titles-other.ts'
import { JUNIOR_FICTION, PICTURE_BOOKS, TEEN_FICTION } from './titles-young.ts'

export type Title = {
  readonly title_id: string
  readonly title: string
  readonly author: string
  readonly year: string
  readonly isbn: string
  readonly format: string
  readonly language: string
  readonly item_type: string
  readonly call_number: string
  readonly location: string
}

export type Item = {
  readonly barcode: string
  readonly title: Title
  readonly home: string
  status: string
  at: string
  price: string
  note: string
}

type Draft = Omit<Title, 'title_id'>

/** Three letters of the author, or of the title where there is none, as on a spine. */
function mark(text: string): string {
  const bare = text.replace(/^(the|a|an) /i, '').normalize('NFD')
  return bare
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 3)
    .toUpperCase()
}

function drafts(list: string, kind: string, location: string, more: Partial<Draft>): Draft[] {
  return lines(list).map(([title = '', author = '', year = '', isbn = '']) => {
    const call_number = `${kind} ${mark(author === '' ? title : author)}`
    const plain = {
      title,
      author,
      year,
      isbn,
      format: 'book',
      language: 'eng',
      item_type: 'BOOK',
      call_number,
      location,
    }
    return { ...plain, ...more }
  })
}

function nonfiction(): Draft[] {
  return lines(NONFICTION).map(([dewey = '', title = '', author = '', year = '', isbn = '']) => {
    const isLife = dewey.startsWith('B ')
    const call_number = isLife ? dewey : `${dewey} ${mark(author)}`
    const location = isLife ? 'Biography' : 'Nonfiction'
    return { title, author, year, isbn, format: 'book', language: 'eng', item_type: 'BOOK', call_number, location }
  })
}

function otherLanguages(): Draft[] {
  return lines(other.OTHER_LANGUAGES).map(([language = '', title = '', author = '', year = '', isbn = '']) => {
    const call_number = `${language.toUpperCase()} ${mark(author)}`
    return {
      title,
      author,
      year,
      isbn,
      format: 'book',
      language,
      item_type: 'BOOK',
      call_number,
      location: 'World languages',
    }
  })
}

function things(): Draft[] {
  return lines(other.THINGS).map(([item_type = '', title = ''], index) => {
    const call_number = `${item_type} ${index + 1}`
    return {
      title,
      author: '',
      year: '',
      isbn: '',
      format: 'equipment',
      language: '',
      item_type,
      call_number,
      location: 'Service desk',
    }
  })
}

function allDrafts(): Draft[] {
  return [
    ...nonfiction(),
    ...drafts(FICTION, 'FIC', 'Fiction', {}),
    ...drafts(PICTURE_BOOKS, 'E', 'Picture books', { item_type: 'PICTURE' }),
    ...drafts(JUNIOR_FICTION, 'J FIC', 'Junior fiction', {}),
    ...drafts(TEEN_FICTION, 'YA FIC', 'Teen', {}),
    ...drafts(other.LARGE_PRINT, 'LP FIC', 'Large print', { format: 'large print' }),
    ...drafts(other.FILMS, 'DVD FIC', 'Films', { format: 'DVD', item_type: 'DVD' }),
    ...drafts(other.NEW_FILMS, 'DVD NEW', 'New films', { format: 'DVD', item_type: 'NEWDVD' }),
    ...drafts(other.HOLIDAY_FILMS, 'DVD HOLIDAY', 'Films', { format: 'DVD', item_type: 'HOLIDAY' }),
    ...drafts(other.MUSIC, 'CD', 'Music', { format: 'CD', item_type: 'CD' }),
    ...drafts(other.AUDIOBOOKS, 'CD BOOK', 'Audiobooks', { format: 'audiobook', item_type: 'AUDIO' }),
    ...drafts(other.MAGAZINES, 'PER', 'Periodicals', { format: 'magazine', item_type: 'MAGAZINE' }),
    ...drafts(other.GAMES, 'GAME', 'Games', { format: 'video game', item_type: 'GAME' }),
    ...drafts(other.REFERENCE, 'REF', 'Reference', { item_type: 'REFERENCE' }),
    ...drafts(other.ARCHIVE, 'ARCHIVE', 'Local history', { item_type: 'ARCHIVE' }),
    ...otherLanguages(),
    ...things(),
  ]
}

export function makeTitles(): readonly Title[] {
  return allDrafts().map((draft, index) => ({ ...draft, title_id: `T${String(index + 1).padStart(4, '0')}` }))
}

const PRICES: Readonly<Record<string, string>> = {
  PICTURE: '17.99',
  DVD: '19.95',
  NEWDVD: '24.95',
  CD: '14.99',
  GAME: '59.99',
}
const ITEMS_COUNT = 600

/** Every title once, then second and third items of the popular ones, until there are enough. */
export function makeItems(titles: readonly Title[], chance: Chance): Item[] {
  const wanted = titles.filter((title) => ['BOOK', 'PICTURE', 'DVD'].includes(title.item_type))
  const items = [...titles]
  for (const title of wanted.slice(0, 12)) items.push(title)
  while (items.length < ITEMS_COUNT) items.push(chance.pick(wanted))
  return items.map((title, index) => {
    const isFirst = index < titles.length
    const home = (isFirst && title.location !== 'Picture books') || chance.below(2) === 0 ? 'MAPLE' : 'NORTH'
    const note = title.item_type === 'KIT' ? 'Count the parts before and after.' : ''
    const price =
      PRICES[title.item_type] ?? (title.item_type === 'BOOK' ? chance.pick(['16.99', '18.00', '27.95']) : '')
    const status = title.item_type === 'REFERENCE' ? 'reference' : 'available'
    return {
      barcode: barcode(`31234${String(12_345 + index).padStart(8, '0')}`),
      title,
      home,
      at: home,
      status,
      price,
      note,
    }
  })
}

export function titleRow(title: Title): CsvRow {
  const { title_id, author, isbn, year, format, language } = title
  return { title_id, title: title.title, author, isbn, publisher: '', year, format, language }
}

export function itemRow(item: Item): CsvRow {
  return {
    barcode: item.barcode,
    title_id: item.title.title_id,
    item_type_code: item.title.item_type,
    home_branch_code: item.home,
    at_branch_code: item.at,
    call_number: item.title.call_number,
    location: item.title.location,
    status: item.status,
    price: item.price,
    note: item.note,
  }
}
