/** Reads the file that a card processor gives out, whole, before anything of it counts. */
import { isUtf8 } from 'node:buffer'
import { CsvError, parse, type Info } from 'csv-parse/sync'
import { readSettlement, type SettledLine } from '../../../../shared/cash/evidence/settlement-file.ts'
import { refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { readOwn } from '../../../data-in/reading/read-file.ts'
import { typedPlace } from '../../staff/new-place.ts'

/** More than 10,000 payments: no month of a library has as many. */
const FILE_BYTES_MAX = 2 * 1024 * 1024
const DELIMITERS = [',', ';', '\t'] as const

export function settlementLines(typed: string): readonly SettledLine[] | Refusal {
  const place = typedPlace(typed)
  if ('code' in place) return place
  const bytes = bytesOf(place.path)
  if (bytes === null) return refuse('settlement-file-none', { file: place.path })
  const rows = bytes.length > FILE_BYTES_MAX ? null : rowsOf(textOf(bytes))
  if (rows === null) return refuse('settlement-file-not-csv', { file: place.path })
  const read = readSettlement(rows)
  if (!('reason' in read)) return read
  if (read.reason === 'amount')
    return refuse('settlement-line-unread', { line: read.line, cell: read.cell.slice(0, 40) })
  const names = read.found.map((one) => one.trim()).filter((one) => one !== '')
  return refuse('settlement-columns-missing', { found: names.join(', ').slice(0, 200) })
}

/** Null: no file that can be read. */
function bytesOf(path: string): Buffer | null {
  try {
    return readOwn(path)
  } catch {
    return null
  }
}

function textOf(bytes: Buffer): string {
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes)
}

/** Null: it is no text with rows and columns, such as a workbook. */
function rowsOf(text: string) {
  if (text.includes('\0') || text.startsWith('PK')) return null
  const count = (mark: string): number => text.split(mark).length
  const delimiter = DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ','
  try {
    const records: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
    return (records as { record: string[]; info: Info }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }))
  } catch (fault) {
    if (fault instanceof CsvError) return null
    throw fault
  }
}
