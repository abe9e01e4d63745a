/**
 * Finds titles as you type, by words of title and author in any order, or by ISBN, and says what is available and
 * where. Ranks only the first matches, in memory. Never says who has an item.
 */
import { compareKeys, titleKey } from '../../shared/catalog/fold.ts'
import { askedWords, closedWords, type AskedWord } from '../../shared/catalog/title-words.ts'
import type { TitleHit } from '../../shared/ipc/contract.ts'
import type { TitleId } from '../../shared/kernel/ids.ts'
import { itemsOfTitle, titleById, titlesByIsbn } from '../store/circulation/item-rows.ts'
import { titlesByKey, titlesByWords, type TitleHitRow } from '../store/search/search-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import type { Words } from '../../shared/words/en/en.ts'

/** Matches read before ranking. */
const RANKED_MAX = 200

type HitWords = Words['pages']['items']['hit']

/** @param isbn the ISBN-13 that was recognized in the text, or empty */
export function searchTitles(
  db: ReadHandle,
  text: string,
  isbn: string,
  limit: number,
  words: HitWords,
): { hits: TitleHit[]; has_more: boolean } {
  const found = isbn ? byIsbn(db, isbn) : byWords(db, text, limit + 1)
  const hits = found.slice(0, limit).map((row) => toHit(db, row, words))
  return { hits, has_more: found.length > limit }
}

type Found = Omit<TitleHitRow, 'title_key'>

function byIsbn(db: ReadHandle, isbn: string): Found[] {
  return db.all(titlesByIsbn, { isbn }).flatMap(({ title_id }) => db.get(titleById, { title_id }) ?? [])
}

function byWords(db: ReadHandle, text: string, limit: number): Found[] {
  const words = askedWords(text)
  if (words.length === 0) return []
  const key = titleKey(text)
  const starts = key ? db.all(titlesByKey, { from: key, below: `${key}\u{10ffff}`, limit }) : []
  const room = starts.length >= limit ? 0 : RANKED_MAX
  const matches = room > 0 ? db.all(titlesByWords, { words: expressionOf(words), limit: room }) : []
  // A form of several words counts each of them.
  const flat = words.map((forms) => forms.map((form) => form.flatMap((one) => one.split(' '))))
  const ranks = new Map(matches.map((row) => [row.title_id, rank(row, flat)]))
  const rankOf = ({ title_id }: TitleHitRow): number => ranks.get(title_id) ?? 0
  const ranked = matches.toSorted((a, b) => rankOf(a) - rankOf(b) || compareKeys(a.title_key, b.title_key))
  const once = new Map<TitleId, Found>()
  for (const row of [...starts, ...ranked]) once.set(row.title_id, once.get(row.title_id) ?? row)
  return [...once.values()].slice(0, limit)
}

/** A folded word contains only letters and digits, so inside the quotes it cannot be FTS5 syntax. */
function expressionOf(words: readonly AskedWord[]): string {
  const formOf = (form: readonly string[]): string => `(${form.map((word) => `"${word}"*`).join(' AND ')})`
  return words.map((forms) => `(${forms.map(formOf).join(' OR ')})`).join(' AND ')
}

/** Lower is better: whole words of the title, then starts of words, then the author. A word counts in its best form. */
function rank(row: TitleHitRow, words: readonly AskedWord[]): number {
  const title = row.title_key.split(' ')
  const plain = rankAmong(title, words)
  // Closed-up words are computed only when the plain ones do not all match: it folds the title again.
  return plain === 0 ? 0 : rankAmong([...title, ...closedWords(row.title)], words)
}

function rankAmong(title: readonly string[], words: readonly AskedWord[]): number {
  const rankOf = (form: readonly string[]): number =>
    form.reduce((sum, word) => {
      if (title.includes(word)) return sum
      return sum + (title.some((one) => one.startsWith(word)) ? 1 : 3)
    }, 0)
  return words.reduce((sum, forms) => sum + Math.min(...forms.map(rankOf)), 0)
}

const IN_STATUSES: ReadonlySet<string> = new Set(['available', 'reference'])

function toHit(db: ReadHandle, row: Found, words: HitWords): TitleHit {
  const items = db.all(itemsOfTitle, { title_id: row.title_id })
  const isIn = (item: (typeof items)[number]): boolean => item.due_at_ms === null && IN_STATUSES.has(item.status)
  const branches = Map.groupBy(items, (item) => item.branch_name)
  const parts = [...branches].map(([name, own]) => words.in_at(own.filter(isIn).length, own.length, name))
  const { title_id, title, author, year, format } = row
  return {
    title_id,
    title,
    author,
    year,
    format,
    call_number: items.find((item) => item.call_number !== '')?.call_number ?? '',
    availability: parts.join(', ') || words.no_items,
    in_count: items.filter(isIn).length,
    items_count: items.length,
  }
}
