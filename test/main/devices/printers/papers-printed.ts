/** Every paper of test/shared/receipt in English and Spanish, as a job, and a printer that prints it. */
import { encodeReceipt } from '../../../../main/devices/printers/encode/encode-receipt.ts'
import { dotsOf, type PrinterProfile } from '../../../../shared/devices/printer/profile.ts'
import { profileOf } from '../../../../shared/devices/printer/profiles.ts'
import type { Happening } from '../../../../shared/devices/printer/interpreter/interpreter.ts'
import { logoBitmap } from '../../../../shared/devices/printer/logo.ts'
import { SimulatedPrinter } from '../../../../shared/devices/printer/interpreter/simulated-printer.ts'
import type { Bitmap } from '../../../../shared/devices/printer/bitmap.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { asCopy, type ReceiptDocument } from '../../../../shared/receipt/document.ts'
import { wordsIn } from '../../../../shared/receipt/paper-language.ts'
import { checkOutReceipt } from '../../../../shared/receipt/check-out-paper.ts'
import { en } from '../../../../shared/receipt/words/en.ts'
import { CHECK_OUT, PAPERS, SWEETGRASS } from '../../../shared/receipt/papers.ts'

export const profile = (code: string): PrinterProfile => must(profileOf(code), 'a profile')

/** A ramp from black to white above a black line. */
const RAMP = {
  width: 200,
  height: 50,
  grays: Uint8Array.from({ length: 200 * 50 }, (_, at) => (at < 9_000 ? at % 200 : 0)),
}
export const logoOn = (of: PrinterProfile): Bitmap => logoBitmap(RAMP, dotsOf(of))

export const WEB_ADDRESS = 'https://library.example/renew?from=receipt'

/** One of each kind and language, a large one, and a copy. */
export const DOCUMENTS: Readonly<Record<string, ReceiptDocument>> = Object.fromEntries([
  ...Object.entries(PAPERS).flatMap(([name, made]) =>
    (['en', 'es'] as const).map((language) => [`${name}.${language}`, made(wordsIn(language))] as const),
  ),
  ...['check-out', 'hold', 'payment'].map((name) => [`${name}.large.en`, large(name)] as const),
  ['renewal.copy.en', asCopy(document('renewal'))] as const,
  ['check-out.address.en', checkOutReceipt({ ...CHECK_OUT, web_address: WEB_ADDRESS }, en)] as const,
])

export function document(name: string): ReceiptDocument {
  return must(PAPERS[name], 'a paper')(wordsIn('en'))
}

function large(name: string): ReceiptDocument {
  return { ...document(name), size: 'large' }
}

/** A check-out receipt of items with these titles. */
export function titled(...titles: readonly string[]): ReceiptDocument {
  const items = titles.map((title) => ({ ...SWEETGRASS, due_at: CHECK_OUT.printed_at, renewals_left_count: 1, title }))
  return checkOutReceipt({ ...CHECK_OUT, items }, en)
}

export type Printed = {
  readonly happened: readonly Happening[]
  readonly paper: Bitmap
  readonly sent: readonly number[]
}

export function printed(bytes: Iterable<number>, of: PrinterProfile): Printed {
  const printer = new SimulatedPrinter(of)
  const { happened, sent } = printer.receive(bytes)
  return { happened, sent, paper: printer.paper() }
}

export function printedDocument(of: PrinterProfile, paper: ReceiptDocument): Printed {
  return printed(encodeReceipt(paper, of, { job: 1 }), of)
}
