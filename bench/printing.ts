/**
 * The cost of a receipt as bytes, in processor time: 20 lines of text, and the same with five that the printer has
 * no letters for; beside the layout of the same paper, which every way of printing needs.
 */
import { encodeReceipt } from '../main/devices/printers/encode/encode-receipt.ts'
import { profileOf } from '../shared/devices/printer/profiles.ts'
import { must } from '../shared/kernel/assert.ts'
import type { ReceiptDocument } from '../shared/receipt/document.ts'
import { layoutLines } from '../shared/receipt/layout/layout.ts'
import { median, msText, processorMs, type Figure } from './support/figures.ts'
import type { Size } from './support/sizes.ts'

const LINES = 20
const TEXT_MS = 5
const DRAWN_MS = 40
const TURNS = 20
const TITLES = [
  '吾輩は猫である',
  'كتاب الطبخ العربي',
  'हिन्दी की कहानियाँ',
  'סיפור על אהבה וחושך',
  '한국어 책 😀',
] as const

/** A receipt of so many lines, the first of them with these titles. */
function receipt(titles: readonly string[]): ReceiptDocument {
  const lines = Array.from({ length: LINES }, (_, at) => titles[at] ?? `Braiding Sweetgrass, part ${at}, año €`)
  return {
    kind: 'list',
    language: 'en',
    is_copy: false,
    size: 'normal',
    blocks: lines.map((left) => ({ block: 'line', left, right: 'due Dec 15', is_strong: false })),
  }
}

export function benchPrinting(size: Size): Figure[] {
  const profile = must(profileOf('epson-tm-t88v'), 'a profile')
  const each = (document: ReceiptDocument): number => {
    const run = (): void => {
      for (let turn = 0; turn < TURNS; turn += 1) encodeReceipt(document, profile, { job: turn })
    }
    // The first run reads the fonts.
    run()
    return median(Array.from({ length: size.runs }, () => processorMs(run) / TURNS))
  }
  const [text, drawn] = [receipt([]), receipt(TITLES)]
  const layout = (): void => {
    for (let turn = 0; turn < TURNS; turn += 1) layoutLines(text, profile.columns)
  }
  layout()
  const layout_ms = median(Array.from({ length: size.runs }, () => processorMs(layout) / TURNS))
  const text_ms = each(text)
  const drawn_ms = each(drawn)
  const figure = (what: string, ms: number, most_ms: number): Figure => ({
    what,
    measured: msText(ms),
    target: `under ${most_ms} ms`,
    isMet: ms < most_ms,
    beside: `laid out alone ${msText(layout_ms)}`,
  })
  return [
    figure(`A receipt of ${LINES} lines as bytes for a printer, processor time`, text_ms, TEXT_MS),
    figure(`The same with ${TITLES.length} lines drawn as dots`, drawn_ms, DRAWN_MS),
  ]
}
