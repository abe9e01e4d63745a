/**
 * The thread that makes one export: each table as CSV, and all of them in one workbook. It is given tables, answers
 * with the zip and ends; it can write nowhere. A large workbook takes seconds, in which the desk goes on.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { zipSync } from 'fflate'
import writeExcelFile, { type CellObject, type Sheet as ExcelSheet } from 'write-excel-file/node'
import { sheetCsv, type Sheet, type SheetCell } from '../../../shared/cash/evidence/sheet.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { BYTE_ORDER_MARK } from '../../../shared/kernel/csv.ts'

/** The first day that a zip knows: the same tables give the same CSV files. */
const MADE_ON = new Date(1980, 0, 1)
const WIDTH = { width: 18 }

/** Text is text whatever it looks like, also after it was edited: a formula is never made of it. */
function cellOf(cell: SheetCell): CellObject | null {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return { value: cell, type: String, format: '@' }
  return typeof cell === 'number'
    ? { value: cell, type: Number }
    : { value: cell.cents / 100, type: Number, format: '#,##0.00' }
}

function excelSheet({ name, columns, rows }: Sheet): ExcelSheet<never> {
  const heading = columns.map((value): CellObject => ({ value, type: String, fontWeight: 'bold' }))
  return {
    sheet: name,
    data: [heading, ...rows.map((row) => row.map(cellOf))],
    columns: columns.map(() => WIDTH),
    stickyRowsCount: 1,
  }
}

async function packed(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const workbook = await writeExcelFile(sheets.map(excelSheet)).toBuffer()
  const tables = sheets.map((sheet) => [`${sheet.name}.csv`, Buffer.from(BYTE_ORDER_MARK + sheetCsv(sheet))] as const)
  return zipSync({ ...Object.fromEntries(tables), 'cash.xlsx': new Uint8Array(workbook) }, { mtime: MADE_ON })
}

must(parentPort, 'an export is made on a thread of its own').postMessage(await packed(workerData as readonly Sheet[]))
