/**
 * Finds people as you type: "smi jo", "jo smi", a birth date, the start of a card number, in any order.
 * Answers in alphabetical order and never opens an account by itself: two people may share a name.
 */
import { compareKeys, nameKey } from '../../shared/catalog/fold.ts'
import type { PatronHit } from '../../shared/ipc/contract.ts'
import { parseLocalDate, type LocalDate } from '../../shared/kernel/time.ts'
import { currentCard } from '../store/patron-rows.ts'
import * as rows from '../store/search-rows.ts'
import type { Connection } from '../store/sql.ts'

/** How many different names a two-word search may walk: bounds its time. */
const NAMES_WALKED_MAX = 150
/** How many are read where a further word then picks among them. */
const PICKED_FROM_MAX = 500

type Asked = { names: string[]; born_on: LocalDate | null; card: string }

/** Reads 4/12/80, 4/12/1980 and 1980-04-12 as birth dates; four or more digits as the start of a card. */
export function readSearch(text: string, today: LocalDate): Asked {
  const asked: Asked = { names: [], born_on: null, card: '' }
  for (const word of text.trim().split(/[\s,;]+/)) {
    const date = parseLocalDate(word) ?? usDate(word, today)
    if (date) asked.born_on = date
    else if (/^\d{4,}$/.test(word)) asked.card = word
    else if (nameKey(word)) asked.names.push(nameKey(word))
  }
  return asked
}

function usDate(word: string, today: LocalDate): LocalDate | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(word)
  if (!match) return null
  const [, month = '', day = '', year = ''] = match
  const century = year.length === 4 ? '' : Number(year) > Number(today.slice(2, 4)) ? '19' : '20'
  return parseLocalDate(`${century}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

function prefix(from: string, limit: number): { from: string; below: string; limit: number } {
  return { from, below: `${from}\u{10ffff}`, limit }
}

/** @returns at most `limit` hits, and whether there are more */
export function searchPatrons(
  desk: Connection,
  text: string,
  limit: number,
  today: LocalDate,
): { hits: PatronHit[]; has_more: boolean } {
  const asked = readSearch(text, today)
  const found = find(desk, asked, limit + 1).filter((row) => fits(row, asked))
  const once = [...new Map(found.map((row) => [row.patron_id, row])).values()]
  return { hits: once.slice(0, limit).map((row) => toHit(desk, row, today)), has_more: once.length > limit }
}

function find(desk: Connection, asked: Asked, limit: number): rows.PatronHitRow[] {
  if (asked.card)
    return desk.all(rows.patronsByCard, prefix(asked.card, asked.names.length > 0 ? PICKED_FROM_MAX : limit))
  if (asked.born_on) return desk.all(rows.patronsByBirth, { born_on: asked.born_on, limit: PICKED_FROM_MAX })
  const [first, second] = asked.names
  if (!first) return []
  if (!second) {
    const bySurname = desk.all(rows.patronsBySurname, prefix(first, limit))
    const room = limit - bySurname.length
    return room > 0 ? [...bySurname, ...desk.all(rows.patronsByGiven, prefix(first, room))] : bySurname
  }
  const rest = asked.names.slice(1).join(' ')
  const surnameFirst = byBoth(desk, first, rest, limit)
  const room = limit - surnameFirst.length
  const givenFirst = room > 0 ? byBoth(desk, asked.names.at(-1) ?? '', asked.names.slice(0, -1).join(' '), room) : []
  const wholeSurname = room > 0 ? desk.all(rows.patronsBySurname, prefix(asked.names.join(' '), room)) : []
  return [...surnameFirst, ...givenFirst, ...wholeSurname]
}

/**
 * Walks the names of the longer prefix, of which there are fewer, and seeks the other name in each: never scans people.
 * Alphabetical by surname among those found; led by given names, a full list may leave out earlier surnames.
 */
function byBoth(desk: Connection, surname: string, given: string, limit: number): rows.PatronHitRow[] {
  const walked = NAMES_WALKED_MAX
  const bySurname = surname.length >= given.length
  const [lead, other] = bySurname ? [surname, given] : [given, surname]
  const { from: other_from, below: other_below } = prefix(other, limit)
  const found = desk.all(bySurname ? rows.patronsBySurnameThenGiven : rows.patronsByGivenThenSurname, {
    ...prefix(lead, limit),
    other_from,
    other_below,
    walked,
  })
  return found.toSorted((a, b) => compareKeys(a.surname_key, b.surname_key) || compareKeys(a.given_key, b.given_key))
}

/** Every word that was typed must fit, whichever way the rows were found. */
function fits(row: rows.PatronHitRow, asked: Asked): boolean {
  if (asked.born_on && row.born_on !== asked.born_on) return false
  const words = `${row.surname_key} ${row.given_key} ${nameKey(row.preferred_given)}`.split(' ')
  return asked.names.every((name) => name.split(' ').every((part) => words.some((word) => word.startsWith(part))))
}

function toHit(desk: Connection, row: rows.PatronHitRow, today: LocalDate): PatronHit {
  const { patron_id } = row
  const cards = desk.all(rows.cardNumbersOf, { patron_id })
  const card = cards.length > 1 ? desk.get(currentCard, { patron_id }) : cards[0]
  const badges: string[] = []
  if (row.is_barred) badges.push('barred')
  if (!row.is_active) badges.push('closed')
  if (row.expires_on && row.expires_on < today) badges.push('expired')
  return {
    patron_id,
    name: personName(row),
    card_tail: card ? card.barcode.slice(-4) : '',
    born_on: row.born_on ?? '',
    street: desk.get(rows.streetOfPatron, { patron_id })?.street ?? '',
    category: row.category_name,
    badges,
  }
}

/** "Dana Miller", the name the person goes by first. */
export function personName(row: { surname: string; given: string; preferred_given: string }): string {
  return `${row.preferred_given || row.given} ${row.surname}`.trim()
}
