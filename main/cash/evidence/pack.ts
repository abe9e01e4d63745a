/** An export for auditors as one zip: each table as CSV, and all of them in one workbook. */
import type { Sheet } from '../../../shared/cash/evidence/sheet.ts'
import { sheetCsv } from '../../../shared/cash/evidence/sheet.ts'
import { workbookParts } from '../../../shared/cash/evidence/workbook.ts'
import { zipOf } from '../../store/files/zip.ts'

/** Without it a spreadsheet reads "Núñez" as "NÃºÃ±ez". */
const BYTE_ORDER_MARK = '\uFEFF'

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8')

export function packedEvidence(sheets: readonly Sheet[]): Uint8Array {
  const parts = workbookParts(sheets).map(({ path, text }) => ({ path, bytes: bytesOf(text) }))
  const files = sheets.map((sheet) => ({
    path: `${sheet.name}.csv`,
    bytes: bytesOf(BYTE_ORDER_MARK + sheetCsv(sheet)),
  }))
  return zipOf([...files, { path: 'cash.xlsx', bytes: zipOf(parts) }])
}
