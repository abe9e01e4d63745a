/** The rows of a CSV file (RFC 4180), one after the other, with the line each begins on. Keeps one chunk in memory. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse, type Info } from 'csv-parse'
import { unguarded } from '../../shared/kernel/csv.ts'
import { AsUtf8, chunksOf, type Meter } from './bytes.ts'
import type { TextEncoding } from './inspect.ts'
import { FileRefused } from './file-refused.ts'

export type CsvRow = { readonly cells: readonly string[]; readonly line_end: number }

/** No row of a library is longer; an unclosed quote would otherwise swallow the whole file. */
const ROW_BYTES_MAX = 8 * 1024 * 1024

/** The line a row begins on: cells that hold line breaks make it end further down. */
export function lineOf(row: CsvRow): number {
  const breaks = row.cells.reduce((all, cell) => all + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)
  return row.line_end - breaks
}

function refusal(fault: CsvError, line_before: number): FileRefused {
  const found: unknown = fault['lines']
  const line = typeof found === 'number' ? found : line_before + 1
  switch (fault.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new FileRefused(line_before + 1, { code: 'quote-never-closed' })
    case 'CSV_MAX_RECORD_SIZE':
      return new FileRefused(line_before + 1, { code: 'row-too-large' })
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new FileRefused(line, { code: 'text-behind-quote' })
    case 'INVALID_OPENING_QUOTE':
      return new FileRefused(line, { code: 'quote-inside' })
    default:
      return new FileRefused(line, { code: 'not-csv', detail: fault.message })
  }
}

/** @throws FileRefused at the line where the file stops being CSV */
export async function* csvRows(path: string, encoding: TextEncoding, meter: Meter): AsyncGenerator<CsvRow> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: ROW_BYTES_MAX,
  })
  // Its failure reaches the loop below through the parser, which it destroys.
  const done = pipeline(
    Readable.from(chunksOf(path, meter), { objectMode: false }),
    new AsUtf8(encoding),
    parser,
  ).catch(() => null)
  let line_before = 0
  try {
    for await (const read of parser) {
      const { record, info } = read as { record: string[]; info: Info }
      yield { cells: record.map(unguarded), line_end: info.lines }
      line_before = info.lines
    }
  } catch (fault) {
    throw fault instanceof CsvError ? refusal(fault, line_before) : fault
  } finally {
    parser.destroy()
    await done
  }
}
