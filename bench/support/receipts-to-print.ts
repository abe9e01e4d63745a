/** The receipts whose encoding is measured: lines of text, and the same with five that no printer has letters for. */
import type { ReceiptDocument } from '../../shared/receipt/document.ts'

export const LINES = 20
export const PRINTER_MODEL = 'epson-tm-t88v'
export const DRAWN = [
  '吾輩は猫である',
  'كتاب الطبخ العربي',
  'हिन्दी की कहानियाँ',
  'סיפור על אהבה וחושך',
  '한국어 책 😀',
] as const

/** A receipt of so many lines, the first of them with these titles. */
export function receipt(titles: readonly string[]): ReceiptDocument {
  const lines = Array.from({ length: LINES }, (_, at) => titles[at] ?? `Braiding Sweetgrass, part ${at}, año €`)
  return {
    kind: 'list',
    language: 'en',
    is_copy: false,
    size: 'normal',
    blocks: lines.map((left) => ({ block: 'line', left, right: 'due Dec 15', is_strong: false })),
  }
}
