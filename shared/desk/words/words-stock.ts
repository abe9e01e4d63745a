/** How inventory and in-house use are shown. Pure; never says who has an item. */
import type { Instant } from '../../kernel/time.ts'
import type { Words } from '../../words/en/en.ts'
import { itemRow, plainBand, sentences, type ItemWords, type Said } from './words.ts'

/** What the records had otherwise about an item that was seen here. */
export type StockOddity = 'is-out' | 'needs-check-in' | 'was-gone' | 'is-on-hold' | 'is-set-aside' | 'is-elsewhere'

type StockWords = Words['outcomes']['stock']

type StockSaid = {
  readonly item: ItemWords
  readonly at: Instant
  readonly odd: readonly StockOddity[]
  readonly status_before: string
  /** Name of the branch it belongs at. */
  readonly home: string
}

function oddWords(stock: StockWords, odd: StockOddity, { status_before: code, home }: StockSaid): string {
  const status = Object.hasOwn(stock.status, code) ? stock.status[code as keyof StockWords['status']] : code
  switch (odd) {
    case 'is-out':
      return stock.is_out
    case 'needs-check-in':
      return stock.needs_check_in(status)
    case 'was-gone':
      return stock.was_gone(status)
    case 'is-on-hold':
      return stock.is_on_hold
    case 'is-set-aside':
      return stock.is_set_aside(status)
    case 'is-elsewhere':
      return stock.is_elsewhere(home)
  }
}

export function stockWords(stock: StockWords, said: StockSaid): Said {
  const { item, at, odd } = said
  const notes = odd.map((one) => sentences(oddWords(stock, one, said)))
  const wrong = odd.find((one) => one !== 'was-gone')
  const outcome = wrong === undefined ? 'done' : 'route'
  const first = wrong ?? odd[0]
  const happened = first === undefined ? stock.seen : stock.happened[first]
  const band = plainBand(outcome, item.title, ...(notes.length > 0 ? notes : [stock.seen]))
  const row = { ...itemRow(item, at), outcome, happened, fact: '', notes, act: 'seen' } as const
  if (wrong !== undefined) return { band: { ...band, fact: { label: stock.label_next, text: stock.next[wrong] } }, row }
  return { band: { ...band, fact: placeOf(item, stock.label_place) }, row }
}

function placeOf({ call_number, location }: ItemWords, label: string): { label: string; text: string } | null {
  const text = call_number || location
  return text === '' ? null : { label, text }
}

type UsedSaid = { readonly item: ItemWords; readonly at: Instant; readonly is_out: boolean }

export function usedWords(stock: StockWords, { item, at, is_out }: UsedSaid): Said {
  const notes = is_out ? [sentences(stock.is_out)] : []
  const outcome = is_out ? 'route' : 'done'
  const band = plainBand(outcome, item.title, stock.used_says, ...notes)
  const row = { ...itemRow(item, at), outcome, happened: stock.used, fact: '', notes, act: 'used' } as const
  const next = { label: stock.label_next, text: stock.next['is-out'] }
  return { band: { ...band, fact: is_out ? next : placeOf(item, stock.label_used) }, row }
}
