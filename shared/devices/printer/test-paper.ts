/**
 * What a receipt printer prints to show that it is set up right: whether its model has the columns that were chosen,
 * its letters, a barcode, and a line that is drawn, since the printer has no letters for it.
 */
import { barcode, heading, plain, RULE, strong } from '../../receipt/blocks.ts'
import type { ReceiptDocument } from '../../receipt/document.ts'
import type { Words } from '../../receipt/words/en.ts'

export type PrinterTestFacts = {
  /** "Printer 1, Epson TM-T88V". */
  readonly printer: string
  /** Of its model. */
  readonly columns_count: number
}

/** One line each in the pages of letters that printers have; the longest is shorter than the narrowest paper. */
const LETTERS = [
  'Español: ¿Dónde está el año?',
  'Français: œuvre, être, garçon',
  'Deutsch: Größe, Überblick',
  'Polski: Łódź, żółta książka',
  'Русский: Война и мир',
  'Ελληνικά: Οδύσσεια',
] as const
/** In these no printer has letters: they are drawn. */
const DRAWN = ['中文 日本語 한국어', 'العربية', 'עברית', 'हिन्दी'] as const
/** Fourteen digits as library cards have them, of nobody. */
const NUMBER = '29999000000000'

export function printerTestPaper(facts: PrinterTestFacts, words: Words): ReceiptDocument {
  const ruler = Array.from({ length: facts.columns_count }, (_, at) => (at + 1) % 10).join('')
  return {
    kind: 'list',
    language: words.language,
    is_copy: false,
    size: 'normal',
    blocks: [
      heading(words.printer_test),
      ...plain(facts.printer),
      RULE,
      ...strong(words.printer_test_columns(facts.columns_count)),
      ...plain(ruler),
      RULE,
      ...strong(words.printer_test_letters),
      ...LETTERS.flatMap(plain),
      RULE,
      ...strong(words.printer_test_drawn),
      ...DRAWN.flatMap(plain),
      RULE,
      ...strong(words.printer_test_barcode),
      ...barcode(NUMBER, 'codabar'),
    ],
  }
}
