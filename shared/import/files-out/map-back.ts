/**
 * A patron as one row of another system's file: a saved mapping read backwards, and what becomes of each cell of ours.
 * Pure. Where several rows of ours would stand in one place, one does and the others are dropped and told.
 */
import { isGuarded } from '../../kernel/csv.ts'
import { cleanText } from '../text.ts'
import { asTheirDate } from '../mapping/as-date.ts'
import type { CellFate } from '../mapping/losses.ts'
import { says, shaped } from '../mapping/map-row.ts'
import { codeOf, type MappedFile } from '../mapping/patron-mapping.ts'
import type { PatronRecord } from './patron-record.ts'
import {
  CARRIED,
  dropped,
  Fitting,
  isSaid,
  placesOf,
  theirCode,
  type Cells,
  type OwnFile,
  type Place,
  type Row,
  type Said,
  type Tools,
} from './places.ts'

type OneFate = { readonly file: string; readonly column: string; readonly fate: CellFate }

export type BackRow = {
  /** By column of theirs, as they write its name. */
  readonly cells: Cells
  readonly fates: readonly OneFate[]
  /** Columns of theirs with a value that no cell of ours has. */
  readonly invented: readonly string[]
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
  const lists = { cards: [], addresses: [], notes: [], blocks: [], pickups: [], apart: [] }
  const none = { ...lists, patron: null, family_group: '' }
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
  return (record) => {
    const { patron, family_group, patron_id = patron?.['patron_id'] ?? '' } = record
    const cells: Record<string, string> = {}
    for (const { column } of numbered) cells[column] = patron_id
    const fates: OneFate[] = []
    const invented: string[] = []
    for (const [file, all] of Object.entries(rowsByFile(record)) as [OwnFile, readonly Cells[]][]) {
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
    fates.push(...placeless('pickups.csv', record.pickups), ...placeless('apart.csv', record.apart))
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

function rowsByFile({ patron, cards, addresses, notes, blocks }: OutRows): Readonly<Record<OwnFile, readonly Cells[]>> {
  return {
    'patrons.csv': patron === null ? [] : [patron],
    // The card that is in use, if there is one, before one that was lost.
    'cards.csv': [...cards].toSorted((a, b) => Number(isLost(a)) - Number(isLost(b))),
    'addresses.csv': addresses,
    'notes.csv': notes,
    'blocks.csv': blocks,
  }
}

/** What stands in rows that no system of others has. */
function placeless(file: 'pickups.csv' | 'apart.csv', all: readonly Cells[]): readonly OneFate[] {
  return all.flatMap((row) => {
    const said = Object.entries(row).filter(([column, value]) => column !== 'patron_id' && isSaid(file, column, value))
    return said.map(([column]) => ({ file, column, fate: dropped('no-place') }))
  })
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
