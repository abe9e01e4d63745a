/** How a MARC record goes through the same readers and writers as a row of titles.csv and rows of items.csv. */
import { ITEMS, TITLES } from '../../shared/import/formats-material.ts'
import type { MarcMapping } from '../../shared/import/marc-mapping.ts'
import { fieldsOf, type MarcRecord } from '../../shared/import/marc-record.ts'
import { itemCells, titleCells, TITLE_PLACES, vernacularWords } from '../../shared/import/marc-title.ts'
import { rowReader, type RowFault } from '../../shared/import/table.ts'
import type { ReadRecord } from './iso2709.ts'
import type { RowOutcome } from './take-csv.ts'
import type { WriteContext } from './write-context.ts'
import { writeItems, writeTitles } from './write-material.ts'

function placesOf(columns: readonly string[]): { places: ReadonlyMap<string, number>; width: number } {
  return { places: new Map(columns.map((name, index) => [name, index])), width: columns.length }
}

const TITLE_COLUMNS = Object.keys(TITLE_PLACES) as (keyof typeof TITLE_PLACES)[]
const ITEM_COLUMNS = Object.keys(ITEMS.columns)

/** A record that describes no title: authority, holdings, community information. */
function strangeKind(record: MarcRecord): RowFault | null {
  const kind = record.leader[6] ?? ''
  if (!'uvxyzqw'.includes(kind) || kind === '') return null
  return { column: 'leader', value: record.leader, reason: 'is no record of a title (authority or holdings)' }
}

/** Names the place in the record instead of our column. */
function inRecord(fault: RowFault, mapping: MarcMapping): RowFault {
  const isTitleColumn = (name: string): name is keyof typeof TITLE_PLACES => Object.hasOwn(TITLE_PLACES, name)
  if (fault.column === 'title_id') return { ...fault, column: mapping.title_id.join(' or ') }
  return isTitleColumn(fault.column) ? { ...fault, column: TITLE_PLACES[fault.column] } : fault
}

function inItem(fault: RowFault, mapping: MarcMapping): RowFault {
  const codes = mapping.items?.columns[fault.column]
  return codes === undefined ? fault : { ...fault, column: `${mapping.items?.tag ?? ''}$${codes}` }
}

/** One outcome for the record, and one for each item it carries. */
export function marcTaker(mapping: MarcMapping, context: WriteContext): (read: ReadRecord) => readonly RowOutcome[] {
  const readTitle = rowReader(TITLES, placesOf(TITLE_COLUMNS))
  const readItem = rowReader(ITEMS, placesOf(ITEM_COLUMNS))
  const writeTitle = writeTitles(context)
  const writeItem = writeItems(context)

  const takeTitle = (record: MarcRecord, line: number, notes: readonly RowFault[], title_id: string): RowOutcome => {
    const strange = strangeKind(record)
    if (strange) return { fault: strange, notes: [] }
    const cells = { ...titleCells(record, mapping), title_id }
    const result = readTitle(TITLE_COLUMNS.map((column) => cells[column]))
    if ('fault' in result) return { fault: inRecord(result.fault, mapping), notes: [] }
    const skip_count = Number(/^\d$/.exec(fieldsOf(record, '245')[0]?.indicators[1] ?? '')?.[0] ?? '0')
    const fault = writeTitle(result.row, line, { other_words: vernacularWords(record), skip_count })
    if (fault) return { fault: inRecord(fault, mapping), notes: [] }
    return { fault: null, notes: [...notes, ...result.notes.map((note) => inRecord(note, mapping))] }
  }

  const takeItem = (cells: Readonly<Record<string, string>>, line: number): RowOutcome => {
    const result = readItem(ITEM_COLUMNS.map((column) => cells[column] ?? ''))
    if ('fault' in result) return { fault: inItem(result.fault, mapping), notes: [] }
    const fault = writeItem(result.row, line)
    return { fault: fault && inItem(fault, mapping), notes: fault ? [] : result.notes }
  }

  return (read) => {
    if ('fault' in read) return [{ fault: read.fault, notes: [] }]
    const { title_id } = titleCells(read.record, mapping)
    const title = takeTitle(read.record, read.line, read.notes, title_id)
    const items = itemCells(read.record, mapping, title_id).map((cells) => takeItem(cells, read.line))
    return [title, ...items]
  }
}
