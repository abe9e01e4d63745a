/** A paper as plain text, for tests that read it. */
import { COLUMNS_MIN, layoutLines } from '../../shared/receipt/layout/layout.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { columnsOf } from '../../shared/receipt/layout/width.ts'

/** The same as plain text, one string a line, nothing at a line's end. A barcode is its number. */
export function layoutText(document: ReceiptDocument, columns: number): readonly string[] {
  const width = Math.max(COLUMNS_MIN, document.size === 'large' ? Math.floor(columns / 2) : columns)
  return layoutLines(document, columns).map((line) => {
    const text = line.kind === 'text' ? line.text : line.kind === 'qr' ? '[QR]' : line.value
    const isCenterd = line.kind !== 'text' || line.align === 'center'
    const pad = isCenterd ? Math.max(0, Math.floor((width - columnsOf(text)) / 2)) : 0
    return `${' '.repeat(pad)}${text}`.trimEnd()
  })
}
