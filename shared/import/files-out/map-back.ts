/**
 * A patron as one row of another system's file: a saved mapping read backwards, and what becomes of each cell of ours.
 * Pure. Where several rows of ours would stand in one place, one does and the others are dropped and told.
 */
import { isGuarded } from '../../kernel/csv.ts'
import type { PatronRecord } from './patron-record.ts'
import { FORMATS } from '../formats.ts'
import type { Columns } from '../table.ts'
import { cleanText } from '../text.ts'
import { asTheirDate } from '../mapping/as-date.ts'
import type { CellFate } from '../mapping/losses.ts'
import { says, shaped } from '../mapping/map-row.ts'
import { codeOf, ownOf, type ColumnRule, type MappedFile, type PatronMapping } from '../mapping/patron-mapping.ts'

type OwnFile = MappedFile['rows'][string]['file']
type Cells = Readonly<Record<string, string>>
type Target = Extract<ColumnRule, { readonly to: string }>
type Place = { readonly column: string; readonly own: string; readonly file: OwnFile; readonly rule: Target }
type Tools = Pick<PatronMapping, 'dates' | 'codes' | 'flags'>
type OneFate = { readonly file: string; readonly column: string; readonly fate: CellFate }

export type BackRow = {
  /** By column of theirs, as they write its name. */
  readonly cells: Cells
  readonly fates: readonly OneFate[]
  /** Columns of theirs with a value that no cell of ours has. */
  readonly invented: readonly string[]
}

const CARRIED: CellFate = { became: 'carried' }
const dropped = (why: string): CellFate => ({ became: 'dropped', why })

/** By "patron.surname": the column of theirs that gets it. */
export function placesOf(spec: MappedFile): ReadonlyMap<string, Place> {
  const all = Object.entries(spec.columns).flatMap(([column, rule]) => ('to' in rule ? [{ column, rule }] : []))
  const places = new Map<string, Place>()
  for (const { rule: of } of all) {
    const same = all.filter(({ rule }) => rule.to === of.to)
    const whole = same.findLast(({ rule }) => rule.is_whole) ?? same.find(({ rule }) => !rule.is_spare) ?? same[0]
    const [name = '', own = ''] = of.to.split('.')
    const file = spec.rows[name]?.file
    if (!whole || file === undefined || whole.rule.is_read_only) continue
    places.set(of.to, { column: spec.names?.[whole.column] ?? whole.column, own, file, rule: whole.rule })
  }
  return places
}

/** Whether it says anything that an empty cell does not. */
function isSaid(file: OwnFile | 'pickups.csv', column: string, value: string | undefined): value is string {
  if (value === undefined || value === '') return false
  const columns: Columns = FORMATS[file].columns
  const { empty } = columns[column] ?? {}
  return value !== (typeof empty === 'boolean' ? (empty ? 'yes' : 'no') : empty)
}

type Said = { readonly text: string; readonly fate: CellFate }

/** The code of theirs for ours; null: they have none. Of several the first. */
function theirCode(value: string, { own, rule }: Place, codes: Tools['codes']): Said | null {
  const { codes: table = {}, written: fixed, otherwise } = rule
  const now = ownOf(fixed, value)
  if (now !== undefined) return { text: now, fate: { became: 'changed', why: 'code', from: value, now } }
  const raws = [...new Set([...Object.keys(table), ...Object.keys(codes[own] ?? {})])]
  const [first, ...others] = raws.filter((raw) => codeOf(raw, own, table, codes) === value)
  if (first !== undefined) {
    if (others.length === 0 && first === value) return { text: value, fate: CARRIED }
    const why = others.length > 0 ? 'several-codes' : 'code'
    return { text: first, fate: { became: 'changed', why, from: value, now: first } }
  }
  if (otherwise) {
    // A number of theirs that no table turns came in as it is.
    if (/^\d+$/.test(value) && codeOf(value, own, table, codes) === undefined) return { text: value, fate: CARRIED }
    return { text: otherwise.code, fate: shaped('other-kind', value, otherwise.code) }
  }
  const isList = Object.values(table).some((one) => one !== '')
  if (isList || codeOf(value, own, table, codes) !== undefined) return null
  return { text: value, fate: CARRIED }
}

/** As it stands in a cell of theirs: on one line, since they read a file line by line. */
function written(value: string, place: Place, { dates, codes, flags }: Tools): Said | null {
  const coded = theirCode(value, place, codes)
  if (coded === null || coded.text !== value) return coded
  const what = says(place.file, place.own)
  if (flags && what.startsWith('yes or no')) return { text: value === 'yes' ? flags.yes : flags.no, fate: CARRIED }
  const dated = what.startsWith('a date') ? asTheirDate(value, dates) : value
  if (dated !== value) return { text: dated, fate: shaped('date-form', value, dated) }
  const { text } = cleanText(value)
  if (isGuarded(text)) return { text, fate: shaped('guarded', value, `'${text}`) }
  return { text, fate: text === value ? coded.fate : shaped('one-line', value, text) }
}

type Row = { readonly of: Cells; spec: string | null; isCrowded: boolean }

/** Which of our rows stands where. Each place has one, and a row stands in one place. */
class Fitting {
  readonly #spec: MappedFile
  readonly #places: ReadonlyMap<string, Place>
  readonly #tools: Tools

  constructor(spec: MappedFile, places: ReadonlyMap<string, Place>, tools: Tools) {
    this.#spec = spec
    this.#places = places
    this.#tools = tools
  }

  fitted(file: OwnFile, all: readonly Cells[]): readonly Row[] {
    const names = Object.keys(this.#spec.rows).filter((name) => this.#spec.rows[name]?.file === file)
    const taken = new Set<string>()
    const rows: Row[] = all.map((of) => ({ of, spec: null, isCrowded: false }))
    const put = (row: Row, fits: readonly string[]): void => {
      const free = fits.find((name) => !taken.has(name))
      row.isCrowded ||= fits.length > 0 && free === undefined
      if (free === undefined) return
      taken.add(free)
      row.spec = free
    }
    for (const row of rows)
      put(
        row,
        names.filter((name) => this.#isOfKind(name, names, row.of)),
      )
    for (const row of rows.filter((one) => one.spec === null)) {
      put(
        row,
        names.filter((name) => this.#spec.rows[name]?.takes_others && this.#isWhole(name, row.of)),
      )
    }
    return rows
  }

  #isOfKind(name: string, names: readonly string[], row: Cells): boolean {
    const isFixed = (one: string): boolean =>
      Object.entries(this.#spec.rows[one]?.fixed ?? {}).every(([own, value]) => row[own] === value)
    if (!isFixed(name)) return false
    const others = names.filter((one) => this.#spec.rows[one]?.fixed)
    if (!this.#spec.rows[name]?.fixed && others.some(isFixed)) return false
    return this.#isWhole(name, row)
  }

  /** What the row needs has a value there, and its codes are known; a patron always has their row. */
  #isWhole(name: string, row: Cells): boolean {
    const spec = this.#spec.rows[name]
    if (!spec?.needs) return true
    const own = [...this.#places].filter(([to]) => to.startsWith(`${name}.`)).map(([, place]) => place)
    const isSayable = own.every((place) => {
      const value = row[place.own]
      return !isSaid(spec.file, place.own, value) || theirCode(value, place, this.#tools.codes) !== null
    })
    const isThere = (column: string): boolean => (row[column] ?? '') !== '' || column in (spec.when_empty ?? {})
    return isSayable && spec.needs.some(isThere)
  }
}

/** What a row of theirs is made of: a patron, or one of their rows alone. */
export type OutRows = Omit<PatronRecord, 'has_pin' | 'patron'> & {
  /** Null: their own row is in another file. */
  readonly patron: Cells | null
  readonly patron_id?: string
}

const ROWS_OF = {
  'cards.csv': 'cards',
  'addresses.csv': 'addresses',
  'notes.csv': 'notes',
  'blocks.csv': 'blocks',
} as const

/** Each row of a patron that the file has one for, alone. */
export function ownRowsOf(record: PatronRecord, { rows }: MappedFile): readonly OutRows[] {
  const none = { patron: null, cards: [], addresses: [], notes: [], blocks: [], pickups: [], family_group: '' }
  const patron_id = record.patron['patron_id'] ?? ''
  return [...new Set(Object.values(rows).map(({ file }) => file))].flatMap((file) => {
    const name = file === 'patrons.csv' ? null : ROWS_OF[file]
    return name === null ? [] : record[name].map((one) => ({ ...none, patron_id, [name]: [one] }))
  })
}

export function rowBack(spec: MappedFile, tools: Tools): (record: OutRows) => BackRow {
  const places = placesOf(spec)
  const fitting = new Fitting(spec, places, tools)
  const numbers = spec.key.map((column) => spec.names?.[column] ?? column)
  const numbered = [...places.values()].filter(({ own }) => own === 'patron_id')
  const grouped = [...places.values()].find(({ own }) => own === 'family_group')
  return ({
    patron,
    cards,
    addresses,
    notes,
    blocks,
    pickups,
    family_group,
    patron_id: of = patron?.['patron_id'],
  }) => {
    const patron_id = of ?? ''
    const cells: Record<string, string> = {}
    for (const { column } of numbered) cells[column] = patron_id
    const fates: OneFate[] = []
    const invented: string[] = []
    const own = {
      'patrons.csv': patron === null ? [] : [patron],
      // The card that is in use, if there is one, before one that was lost.
      'cards.csv': [...cards].toSorted((a, b) => Number(isLost(a)) - Number(isLost(b))),
      'addresses.csv': addresses,
      'notes.csv': notes,
      'blocks.csv': blocks,
    } as const satisfies Record<OwnFile, readonly Cells[]>
    for (const [file, all] of Object.entries(own) as [OwnFile, readonly Cells[]][]) {
      for (const row of fitting.fitted(file, all)) {
        for (const [column, value] of Object.entries(row.of)) {
          if (column === 'patron_id' || value === '') continue
          if (column === 'family_id' && grouped) {
            fates.push({ file, column, fate: shaped('grouped', value, family_group) })
            continue
          }
          const said = becomes(spec, places, row, column, value, tools)
          if (said.place) cells[said.place.column] = said.text
          // What an empty cell says as well is written, and is in no count.
          if (isSaid(file, column, value)) fates.push({ file, column, fate: said.fate })
        }
        invented.push(...made(spec, places, row, cells, tools), ...toldElsewhere(places, row, cells))
      }
    }
    for (const row of pickups) {
      const said = Object.entries(row).filter(
        ([column, value]) => column !== 'patron_id' && isSaid('pickups.csv', column, value),
      )
      fates.push(...said.map(([column]) => ({ file: 'pickups.csv', column, fate: dropped('no-place') })))
    }
    if (patron === null) return { cells, fates, invented }
    if (grouped && family_group !== '') {
      cells[grouped.column] = family_group
      if ((patron['family_id'] ?? '') === '') invented.push(grouped.column)
    }
    const number = numbers.map((column) => cells[column] ?? '').find((one) => one !== '')
    const fate = number === patron_id ? CARRIED : dropped('internal')
    return { cells, fates: [...fates, { file: 'patrons.csv', column: 'patron_id', fate }], invented }
  }
}

/** A number of ours, which would name somebody else there. */
const isNumber = (column: string): boolean => column === 'guardian_id'
const isLost = (card: Cells): boolean => card['status'] === 'lost'

type Becomes = Said & { readonly place: Place | null }

function becomes(
  { rows }: MappedFile,
  places: ReadonlyMap<string, Place>,
  { spec, isCrowded }: Row,
  column: string,
  value: string,
  tools: Tools,
): Becomes {
  const none = (fate: CellFate): Becomes => ({ text: '', fate, place: null })
  if (spec === null) return none(dropped(isCrowded ? 'several' : 'no-place'))
  const fixed = rows[spec]?.fixed?.[column]
  if (fixed !== undefined) return none(fixed === value ? CARRIED : shaped('other-kind', value, fixed))
  const place = places.get(`${spec}.${column}`)
  if (!place) return none(dropped(isNumber(column) ? 'internal' : 'no-place'))
  const said = written(value, place, tools)
  return said ? { ...said, place } : none(dropped('no-code'))
}

/** Fills in what their file says where ours says nothing. */
function made(
  { rows }: MappedFile,
  places: ReadonlyMap<string, Place>,
  { of, spec }: Row,
  cells: Record<string, string>,
  { dates }: Tools,
): readonly string[] {
  if (spec === null) return []
  return Object.entries(rows[spec]?.when_empty ?? {}).flatMap(([own, value]) => {
    const place = places.get(`${spec}.${own}`)
    if (!place || (of[own] ?? '') !== '') return []
    cells[place.column] = asTheirDate(value, dates)
    return [place.column]
  })
}

/** A kind that they have no code for is told in another column, where that is empty. */
function toldElsewhere(
  places: ReadonlyMap<string, Place>,
  { of, spec }: Row,
  cells: Record<string, string>,
): readonly string[] {
  if (spec === null) return []
  return Object.entries(of).flatMap(([column, value]) => {
    const place = places.get(`${spec}.${column}`)
    const { otherwise } = place?.rule ?? {}
    const told = otherwise && places.get(`${spec}.${otherwise.told_in}`)
    if (!place || !told || cells[place.column] !== otherwise.code || (of[told.own] ?? '') !== '') return []
    if (codeOf(otherwise.code, column, place.rule.codes ?? {}, {}) === value) return []
    cells[told.column] = cleanText(value).text
    return [told.column]
  })
}
