/** How a MARC record goes through the same readers and writers as a row of titles.csv and rows of items.csv. */
import { ITEMS, TITLES } from '../../shared/import/formats-material.ts'
import type { MarcMapping } from '../../shared/import/marc-mapping.ts'
import { fieldsOf, hasPlace, type MarcRecord } from '../../shared/import/marc-record.ts'
import {
  itemCells,
  titleCells,
  titleOf,
  TITLE_PLACES,
  vernacularWords,
  type TitleCells,
} from '../../shared/import/marc-title.ts'
import type { RowFault } from '../../shared/import/reason.ts'
import { rowReader } from '../../shared/import/table.ts'
import { cleanText } from '../../shared/import/text.ts'
import type { ReadRecord } from './marc/iso2709.ts'
import type { RowOutcome } from './take-csv.ts'
import type { WriteContext } from './write-context.ts'
import { writeItems, writeTitles } from './writers/write-material.ts'

function placesOf(columns: readonly string[]): { places: ReadonlyMap<string, number>; width: number } {
  return { places: new Map(columns.map((name, index) => [name, index])), width: columns.length }
}

const TITLE_COLUMNS = Object.keys(TITLE_PLACES) as (keyof typeof TITLE_PLACES)[]
const ITEM_COLUMNS = Object.keys(ITEMS.columns)

/** A record that describes no title: authority, holdings, community information. */
function strangeKind(record: MarcRecord): RowFault | null {
  const kind = record.leader[6] ?? ''
  if (!'uvxyzqw'.includes(kind) || kind === '') return null
  return { column: 'leader', value: record.leader, reason: { code: 'record-no-title-kind' } }
}

function isTitleColumn(column: RowFault['column']): column is keyof typeof TITLE_PLACES {
  return typeof column === 'string' && Object.hasOwn(TITLE_PLACES, column)
}

/** Names the place in the record instead of our column. */
function inRecord(fault: RowFault, mapping: MarcMapping): RowFault {
  const { column } = fault
  if (column === 'title_id') return { ...fault, column: mapping.title_id }
  return isTitleColumn(column) ? { ...fault, column: TITLE_PLACES[column] } : fault
}

/** A record without a number is found again by its title, one without a title by its number. */
function withOther(fault: RowFault, { title = '', title_id = '' }: TitleCells): RowFault {
  const { code } = fault.reason
  if (code !== 'absent' && code !== 'empty') return fault
  const is_empty = code === 'empty'
  const isNumber = fault.column === 'title_id'
  const { text } = cleanText(isNumber ? title : title_id)
  if (text === '') return fault
  const reason = isNumber
    ? ({ code: 'number-wanting', is_empty, title: text } as const)
    : ({ code: 'title-wanting', is_empty, number: text } as const)
  return { ...fault, reason }
}

function inItem(fault: RowFault, mapping: MarcMapping): RowFault {
  // An item of a record has no other title than that of the record.
  if (fault.column === 'title_id') return { ...fault, reason: { code: 'record-left-out' } }
  const codes = mapping.items?.columns[String(fault.column)]
  return codes === undefined ? fault : { ...fault, column: `${mapping.items?.tag ?? ''}$${codes}` }
}

/** One outcome for the record, and one for each item it carries. */
export function marcTaker(mapping: MarcMapping, context: WriteContext): (read: ReadRecord) => readonly RowOutcome[] {
  const readTitle = rowReader(TITLES, placesOf(TITLE_COLUMNS))
  const readItem = rowReader(ITEMS, placesOf(ITEM_COLUMNS))
  const writeTitle = writeTitles(context)
  const writeItem = writeItems(context)

  const takeTitle = ({ record, line, notes }: ReadRecord & { record: MarcRecord }, cells: TitleCells): RowOutcome => {
    const strange = strangeKind(record)
    if (strange) return { fault: strange, notes: [] }
    const result = readTitle(TITLE_COLUMNS.map((column) => cells[column]))
    if ('fault' in result) {
      if (!cells.title_id) context.numberless.add(record)
      const fault = withOther(result.fault, cells)
      return { fault: inRecord(fault, mapping), notes: [] }
    }
    const tag = titleOf(record)?.tag ?? ''
    const skips = tag === '245' ? (fieldsOf(record, tag)[0]?.indicators[1] ?? '') : ''
    const skip_count = Number(/^\d$/.exec(skips)?.[0] ?? '0')
    const fault = writeTitle(result.row, line, { other_words: vernacularWords(record), skip_count })
    if (fault) return { fault: inRecord(fault, mapping), notes: [] }
    const reason = { code: 'title-elsewhere', is_empty: hasPlace(record, '245'), tag } as const
    const elsewhere = tag === '245' ? [] : [{ column: '245', value: '', reason }]
    return { fault: null, notes: [...notes, ...elsewhere, ...result.notes.map((note) => inRecord(note, mapping))] }
  }

  const takeItem = (cells: Readonly<Record<string, string | undefined>>, line: number): RowOutcome => {
    const result = readItem(ITEM_COLUMNS.map((column) => cells[column]))
    if ('fault' in result) return { fault: inItem(result.fault, mapping), notes: [] }
    const fault = writeItem(result.row, line)
    return { fault: fault && inItem(fault, mapping), notes: fault ? [] : result.notes }
  }

  return (read) => {
    if ('fault' in read) return [{ fault: read.fault, notes: [] }]
    const cells = titleCells(read.record, mapping)
    const title = takeTitle(read, cells)
    const items = itemCells(read.record, mapping, cells.title_id).map((cells) => takeItem(cells, read.line))
    return [title, ...items]
  }
}
