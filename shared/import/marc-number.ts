/**
 * Where MARC records have their number, and which other place could serve when the usual one is empty. Pure. Never
 * gives one record two numbers, nor two records the same because of how a number is written.
 */
import { readIsbn } from './read-isbns.ts'
import { hasPlace, valueAt, type MarcRecord } from './marc-record.ts'

/** Longer ones are not accepted as a title number. */
const NUMBER_LENGTH_MAX = 100
/** How many records are searched for a usable place: more say nothing new, and would fill the memory. */
const LOOKED_AT_MAX = 50_000
const OFFERED_MAX = 3

/** Which number of a record it is. */
export type MarcNumber =
  | 'control'
  | 'system'
  | 'evergreen'
  | 'koha'
  | 'sierra'
  | 'own'
  | 'congress'
  | 'national'
  | 'isbn'
  | 'issn'
  | 'on-item'
  | 'publisher'
  | 'call-number'
  | 'first-barcode'

/** Where systems keep a record number, the likeliest first. */
const KNOWN: ReadonlyMap<string, MarcNumber> = new Map([
  ['001', 'control'],
  ['035a', 'system'],
  ['901c', 'evergreen'],
  ['999c', 'koha'],
  ['907a', 'sierra'],
  ['998a', 'own'],
  ['990a', 'own'],
  ['991a', 'own'],
  ['010a', 'congress'],
  ['016a', 'national'],
  ['020a', 'isbn'],
  ['022a', 'issn'],
  ['024a', 'on-item'],
  ['028a', 'publisher'],
  ['090a', 'call-number'],
  ['952p', 'first-barcode'],
  ['852p', 'first-barcode'],
  ['949i', 'first-barcode'],
  ['945i', 'first-barcode'],
])

/** "035a" is written "035$a"; "003+001" are two places. */
export function placeParts(place: string): readonly string[] {
  return place.split('+').map((one) => (one.length > 3 ? `${one.slice(0, 3)}$${one.slice(3)}` : one))
}

/** Which number systems keep there; null: a place of the library's own. */
export function numberKind(place: string): MarcNumber | null {
  return KNOWN.get(place) ?? null
}

/** The value there as one number: an ISBN without hyphens and prices, an LCCN without spaces. */
function partAt(record: MarcRecord, place: string): string {
  const value = valueAt(record, place)
  if (place === '020a') return readIsbn(value) ?? value.replace(/\s*[(:].*$/, '')
  return place === '010a' ? value.replaceAll(' ', '') : value
}

/** The number at one place, or at several that belong together ("003+001"); empty unless all have a value. */
export function numberAt(record: MarcRecord, place: string): string {
  const parts = place.split('+').map((one) => partAt(record, one))
  return parts.includes('') ? '' : parts.join(' ')
}

/** Empty where a place exists and is blank; undefined where the record has none of the places. */
export function numberOf(record: MarcRecord, places: readonly string[]): string | undefined {
  const number = places.map((place) => numberAt(record, place)).find((value) => value !== '')
  const isBlank = places.some((place) => place.split('+').some((one) => hasPlace(record, one)))
  return number ?? (isBlank ? '' : undefined)
}

/** A place that would give a number to records that have none. */
export type NumberOffer = {
  readonly place: string
  /** How many it would number: a number that two share counts once, and is reported the second time. */
  readonly records_count: number
}

/** Searches the records that have no number for places that would give them one. */
export class NumberSearch {
  readonly #places = new Map<string, Set<string>>()
  /** Records without a number. */
  wanting_count = 0

  add(record: MarcRecord): void {
    this.wanting_count += 1
    if (this.wanting_count > LOOKED_AT_MAX) return
    for (const place of placesIn(record)) {
      const number = numberAt(record, place)
      if (number === '' || number.length > NUMBER_LENGTH_MAX) continue
      this.#places.set(place, (this.#places.get(place) ?? new Set<string>()).add(number))
    }
  }

  /** Adds what another search saw: of a file that was imported. */
  join(other: NumberSearch): void {
    this.wanting_count += other.wanting_count
    for (const [place, seen] of other.#places) {
      this.#places.set(place, new Set([...(this.#places.get(place) ?? []), ...seen]))
    }
  }

  /**
   * The places that would serve, those for most records first: every one that numbers all records, else the best;
   * local ones only if no known one serves all.
   * @param isTaken whether another title has this number already
   */
  offers(isTaken: (number: string) => boolean): readonly NumberOffer[] {
    const counted = [...this.#places].map(([place, seen]): NumberOffer => {
      return { place, records_count: [...seen].filter((number) => !isTaken(number)).length }
    })
    const order = [...KNOWN.keys()]
    const rankOf = ({ place }: NumberOffer): number => (KNOWN.has(place) ? order.indexOf(place) : order.length)
    const known = counted.filter(({ place }) => KNOWN.has(place))
    const looked_at_count = Math.min(this.wanting_count, LOOKED_AT_MAX)
    const isWhole = ({ records_count }: NumberOffer): boolean => records_count === looked_at_count
    const offered = known.some(isWhole) ? known : counted
    return offered
      .filter(({ records_count }) => records_count > 0)
      .toSorted((a, b) => b.records_count - a.records_count || rankOf(a) - rankOf(b) || (a.place < b.place ? -1 : 1))
      .slice(0, Math.max(OFFERED_MAX, offered.filter(isWhole).length))
  }
}

/** The known places of a record, and any of its local fields (9XX). */
function placesIn(record: MarcRecord): ReadonlySet<string> {
  const places = record.fields.flatMap(({ tag, subfields }) =>
    subfields.length === 0 ? [tag] : subfields.map(({ code }) => `${tag}${code}`),
  )
  return new Set(places.filter((place) => KNOWN.has(place) || /^9\d\d[0-9a-z]$/.test(place)))
}
