/** The desk's words for taking stock and for what is used in the library. Pure; never says who has an item. */
import type { Instant } from '../../kernel/time.ts'
import type { ItemWords, Said } from './words.ts'
import { plainBand } from './words.ts'

/** What the records had otherwise about an item that stands here. */
export type StockOddity = 'is-out' | 'needs-check-in' | 'was-gone' | 'is-on-hold' | 'is-set-aside' | 'is-elsewhere'

type StockSaid = {
  readonly item: ItemWords
  readonly at: Instant
  readonly odd: readonly StockOddity[]
  readonly status_before: string
  /** Name of the branch it belongs at. */
  readonly home: string
}

function oddWords(odd: StockOddity, said: StockSaid): string {
  switch (odd) {
    case 'is-out':
      return 'The records say it is checked out: check it in with F2'
    case 'needs-check-in':
      return `The records say it is ${said.status_before.replaceAll('-', ' ')}: check it in with F2`
    case 'was-gone':
      return `It was ${said.status_before.replaceAll('-', ' ')}: available again`
    case 'is-on-hold':
      return 'It belongs on the hold shelf: somebody waits for it'
    case 'is-set-aside':
      return `It is marked ${said.status_before}: set it aside`
    case 'is-elsewhere':
      return `It belongs at ${said.home}: check it in to send it there`
  }
}

/** In the row, where the whole sentence has no room. */
const SHORT_WORDS: Readonly<Record<StockOddity, string>> = {
  'is-out': 'Checked out',
  'needs-check-in': 'Check it in',
  'was-gone': 'Found',
  'is-on-hold': 'To the hold shelf',
  'is-set-aside': 'Set aside',
  'is-elsewhere': 'Belongs elsewhere',
}

/** What the hands do with it, said large in the place of where it stands: it does not stay there. */
const NEXT: Readonly<Record<Exclude<StockOddity, 'was-gone'>, string>> = {
  'is-out': 'Check it in',
  'needs-check-in': 'Check it in',
  'is-on-hold': 'Hold shelf',
  'is-set-aside': 'Set aside',
  'is-elsewhere': 'Check it in',
}

export function stockWords(said: StockSaid): Said {
  const { item, at, odd } = said
  const notes = odd.map((one) => oddWords(one, said))
  const wrong = odd.find((one) => one !== 'was-gone')
  const outcome = wrong === undefined ? 'done' : 'route'
  const first = wrong ?? odd[0]
  const happened = first === undefined ? 'Seen here' : SHORT_WORDS[first]
  const place = item.call_number || item.location
  const band = plainBand(outcome, item.title, ...(notes.length > 0 ? notes : ['Seen here']))
  const { title, author, barcode, call_number } = item
  const row = { at, title, author, barcode, call_number, outcome, happened, fact: '', notes, act: 'seen' } as const
  if (wrong !== undefined) return { band: { ...band, fact: { label: 'next', text: NEXT[wrong] } }, row }
  return { band: { ...band, fact: place === '' ? null : { label: 'stands at', text: place } }, row }
}

export function usedWords(said: { readonly item: ItemWords; readonly at: Instant; readonly is_out: boolean }): Said {
  const { item, at, is_out } = said
  const notes = is_out ? ['The records say it is checked out: check it in with F2'] : []
  const { title, author, barcode, call_number } = item
  const outcome = is_out ? 'route' : 'done'
  const band = plainBand(outcome, title, 'Counted as used here', ...notes)
  const fact = item.call_number || item.location
  const row = {
    at,
    title,
    author,
    barcode,
    call_number,
    outcome,
    happened: 'Used here',
    fact: '',
    notes,
    act: 'used',
  } as const
  if (is_out) return { band: { ...band, fact: { label: 'next', text: NEXT['is-out'] } }, row }
  return { band: { ...band, fact: fact === '' ? null : { label: 'reshelve', text: fact } }, row }
}
