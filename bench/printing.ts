/**
 * The cost of a receipt as bytes, in processor time: 20 lines of text, and the same with five that the printer has no
 * letters for; warm, and the first of a process. Beside the layout of the same paper, which every way of printing
 * needs, and the encoder library alone, which knows only the lines of text.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { encodeReceipt } from '../main/devices/printers/encode/encode-receipt.ts'
import { profileOf } from '../shared/devices/printer/profiles.ts'
import { must } from '../shared/kernel/assert.ts'
import type { ReceiptDocument } from '../shared/receipt/document.ts'
import { layoutLines } from '../shared/receipt/layout/layout.ts'
import { median, msText, processorMs, type Figure } from './support/figures.ts'
import { DRAWN, LINES, PRINTER_MODEL, receipt } from './support/receipts-to-print.ts'
import type { Size } from './support/sizes.ts'

const TEXT_MS = 5
const DRAWN_MS = 40
const TURNS = 20
const FIRST = join(import.meta.dirname, 'support/first-receipt.ts')
const PROCESSES = 5

const profile = must(profileOf(PRINTER_MODEL), 'a profile')

/** The middle of some runs, each of several turns; the first run warms up. */
function each(size: Size, work: (turn: number) => void): number {
  const run = (): void => {
    for (let turn = 0; turn < TURNS; turn += 1) work(turn)
  }
  run()
  return median(Array.from({ length: size.runs }, () => processorMs(run) / TURNS))
}

/** What somebody would write who prints this text with the library and nothing else. */
function byLibrary(document: ReceiptDocument): void {
  const { columns } = profile
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns, newline: '\n' })
  encoder.initialize()
  for (const line of layoutLines(document, columns)) {
    if (line.kind !== 'text') continue
    encoder.codepage('auto').text(line.text).newline()
  }
  encoder.cut().encode()
}

type First = { readonly warm_up_ms: number; readonly first_ms: number; readonly second_ms: number }

function firstOf(kind: 'text' | 'drawn', how: 'cold' | 'warm'): First {
  const all = Array.from({ length: PROCESSES }, () => {
    return JSON.parse(execFileSync(process.execPath, [FIRST, kind, how], { encoding: 'utf8' })) as First
  })
  const middle = (of: keyof First): number => median(all.map((one) => one[of]))
  return { warm_up_ms: middle('warm_up_ms'), first_ms: middle('first_ms'), second_ms: middle('second_ms') }
}

/** The first receipts of processes, and of such as had a printer opened before. */
function firstSaid(kind: 'text' | 'drawn'): string {
  const [cold, warm] = [firstOf(kind, 'cold'), firstOf(kind, 'warm')]
  return [
    `the first of a process ${msText(cold.first_ms)}, its second ${msText(cold.second_ms)}`,
    `after the warm-up at opening a printer (${msText(warm.warm_up_ms)}) the first ${msText(warm.first_ms)}`,
  ].join('; ')
}

export function benchPrinting(size: Size): Figure[] {
  const [text, drawn] = [receipt([]), receipt(DRAWN)]
  const layout_ms = each(size, () => layoutLines(text, profile.columns))
  const library_ms = each(size, () => byLibrary(text))
  const figure = (what: string, of: ReceiptDocument, most_ms: number, first: string, beside: string): Figure => {
    const ms = each(size, (job) => encodeReceipt(of, profile, { job }))
    return {
      what,
      measured: msText(ms),
      target: `under ${most_ms} ms`,
      isMet: ms < most_ms,
      beside: `${beside}; ${first}`,
    }
  }
  const beside = `laid out alone ${msText(layout_ms)}, and by the encoder library alone ${msText(library_ms)}`
  return [
    figure(
      `A receipt of ${LINES} lines as bytes for a printer, processor time`,
      text,
      TEXT_MS,
      firstSaid('text'),
      beside,
    ),
    figure(
      `The same with ${DRAWN.length} lines drawn as dots`,
      drawn,
      DRAWN_MS,
      firstSaid('drawn'),
      'fonts are read for the first',
    ),
  ]
}
