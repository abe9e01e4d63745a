/**
 * A document as the bytes of one job for one printer. Must never hold the pulse of the cash drawer, nor let a title or
 * a picture send one: the pulse in real time is switched off before the first line and never on again, and a drawer is
 * opened by a job of its own.
 */
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { hasAll, pageFor, type CodePage } from '../../../../shared/devices/printer/code-pages.ts'
import { afterJob, beforeJob } from '../../../../shared/devices/printer/acknowledgement.ts'
import { automaticStatusBytes } from '../../../../shared/devices/printer/status/status-stream.ts'
import { blankBitmap, type Bitmap } from '../../../../shared/devices/printer/bitmap.ts'
import { dotsOf, type PrinterLanguage, type PrinterProfile } from '../../../../shared/devices/printer/profile.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import { wordsIn } from '../../../../shared/receipt/paper-language.ts'
import { layoutLines, type PaperLine } from '../../../../shared/receipt/layout/layout.ts'
import { lineBitmap } from '../raster/line-bitmap.ts'
import { BAR_HEIGHT_DOTS, codeOf } from './codes.ts'
import { qrCodeOf } from './qr.ts'
import { rasterBytes } from './raster-bytes.ts'

type TextLine = Extract<PaperLine, { kind: 'text' }>
type CodeLine = Extract<PaperLine, { kind: 'barcode' }>

export type JobOptions = {
  /** The number by which the printer says that it is done; null: it is not asked. */
  readonly job: number | null
  /** A picture above the first line, at most as wide as the paper. */
  readonly logo?: Bitmap | null
  /** The printer is told to say by itself how it is; a reset may have switched that off. */
  readonly is_status_wanted?: boolean
  /** At a practice desk: every paper says so first and last. */
  readonly is_practice?: boolean
}

const LF = 0x0a

/**
 * Everything of the job before is forgotten; pulses in real time are off (the setting goes with ESC @, so it comes
 * after); one byte is one letter, also on printers made for China; letters of the usual size.
 */
type Dialect = PrinterLanguage | 'star-rows'
const dialectOf = ({ language, raster }: PrinterProfile): Dialect => (raster === 'star-rows' ? raster : language)

const OPENING: Readonly<Record<Dialect, readonly number[]>> = {
  'esc-pos': [0x1b, 0x40, 0x1d, 0x28, 0x44, 0x03, 0x00, 0x14, 0x01, 0x00, 0x1c, 0x2e, 0x1b, 0x4d, 0x00],
  star: [0x1b, 0x40, 0x1b, 0x1e, 0x46, 0x00],
  // ESC * r R, in any mode: what a paper that was cut off left in the printer is forgotten.
  'star-rows': [0x1b, 0x2a, 0x72, 0x52],
}
const CUT: Readonly<Record<Dialect, readonly number[]>> = {
  'esc-pos': [0x1d, 0x56, 0x01],
  star: [0x1b, 0x64, 0x01],
  // ESC * r B: leaves the mode of rows, which prints, feeds and cuts as ROWS_BEGIN says.
  'star-rows': [0x1b, 0x2a, 0x72, 0x42],
}
/** A Star prints at a cut, or when it changes between pages and lines. */
const FLUSH: Readonly<Record<Dialect, readonly number[]>> = {
  'esc-pos': [],
  star: [0x1b, 0x1d, 0x50, 0x30, 0x1b, 0x1d, 0x50, 0x31],
  'star-rows': [0x1b, 0x2a, 0x72, 0x42],
}
/**
 * ESC * r A; ESC * r P 0, no pages; ESC * r E 13, at the end of the document: fed to the cutter and cut in part. Before
 * the first row, since they are ignored after it.
 */
const ROWS_BEGIN = [
  0x1b, 0x2a, 0x72, 0x41, 0x1b, 0x2a, 0x72, 0x50, 0x30, 0x00, 0x1b, 0x2a, 0x72, 0x45, 0x31, 0x33, 0x00,
]
const EMPTY_ROWS_COUNT = 30

function encoderFor({ language, columns, page_numbers }: PrinterProfile): ReceiptPrinterEncoder {
  return new ReceiptPrinterEncoder({
    language: language === 'star' ? 'star-prnt' : language,
    columns,
    codepageMapping: { ...page_numbers },
    newline: '\n',
    autoFlush: false,
    errors: 'strict',
  })
}

/** The lines of a paper, each as bytes; remembers the page of letters in force. */
class LineEncoder {
  readonly #profile: PrinterProfile
  readonly #encoder: ReceiptPrinterEncoder
  #page: CodePage | null = null

  constructor(profile: PrinterProfile) {
    this.#profile = profile
    this.#encoder = encoderFor(profile)
  }

  bytes(line: PaperLine): Iterable<number> {
    switch (line.kind) {
      case 'text':
        return this.#text(line)
      case 'qr':
        return this.#qr(line.value)
      case 'barcode':
        return this.#code(line)
    }
  }

  picture(bitmap: Bitmap): Iterable<number> {
    return rasterBytes(bitmap, this.#profile.raster)
  }

  /** An empty line. */
  feed(): Iterable<number> {
    const { raster } = this.#profile
    return raster === 'star-rows' ? this.picture(blankBitmap(dotsOf(this.#profile), EMPTY_ROWS_COUNT)) : [LF]
  }

  #text(line: TextLine): Iterable<number> {
    const text = line.text.normalize('NFC').trimEnd()
    if (text === '') return this.feed()
    const page = this.#page !== null && hasAll(this.#page, text) ? this.#page : pageFor(text, this.#profile.pages)
    if (page === null) {
      const rows = this.#profile.raster === 'esc-x' ? 24 : 30
      return this.picture(lineBitmap(text, line, dotsOf(this.#profile), rows))
    }
    this.#page = page
    const size = line.is_wide ? 2 : 1
    const align = line.align === 'center' ? 'center' : 'left'
    return this.#encoder.codepage(page).align(align).bold(line.is_strong).size(size).line(text).encode()
  }

  #qr(text: string): Iterable<number> {
    const code = qrCodeOf(text, this.#profile, this.#encoder)
    if (code.by === 'command') return code.bytes
    return code.by === 'picture' ? this.picture(code.bitmap) : []
  }

  #code({ value, symbology }: CodeLine): Iterable<number> {
    const code = codeOf(value, symbology, this.#profile)
    const number = this.#text({ kind: 'text', text: value, align: 'center', is_strong: false, is_wide: false })
    if (code.by === 'number') return number
    if (code.by === 'picture') return [...this.picture(code.bitmap), ...number]
    const options = { height: BAR_HEIGHT_DOTS, width: 1, text: 'none' } as const
    const drawn = this.#encoder.align('center').barcode(code.text, code.symbology, options).encode()
    return [...drawn, ...number]
  }
}

/** A paper of the practice desk says so, unless its document does already. */
function practiceLines(document: ReceiptDocument): readonly PaperLine[] {
  const { training } = wordsIn(document.language).cash
  if (document.blocks.some((block) => block.block === 'text' && block.text.includes(training))) return []
  const is_wide = document.size === 'large'
  return [{ kind: 'text', text: `*** ${training} ***`, align: 'center', is_strong: true, is_wide }]
}

/** One job: the document, the cut, and the wish to hear when it is printed. */
export function encodeReceipt(document: ReceiptDocument, profile: PrinterProfile, options: JobOptions): Uint8Array {
  const { columns, acknowledgement, cutter, feed_count } = profile
  const dialect = dialectOf(profile)
  const lines = new LineEncoder(profile)
  const { job, logo = null, is_practice = false, is_status_wanted = false } = options
  const bytes: number[] = [
    ...OPENING[dialect],
    // Before the status: a Star without a counter would say that it has met the end of the job before.
    ...(job === null ? [] : beforeJob(acknowledgement)),
    ...(is_status_wanted ? automaticStatusBytes(profile) : []),
    ...(dialect === 'star-rows' ? ROWS_BEGIN : []),
  ]
  if (logo !== null) {
    must(logo.width_dots <= dotsOf(profile) ? logo : null, 'a logo that fits the paper')
    for (const part of [lines.picture(logo), lines.feed()]) for (const byte of part) bytes.push(byte)
  }
  const marks = is_practice ? practiceLines(document) : []
  for (const line of [...marks, ...layoutLines(document, columns), ...marks]) {
    for (const byte of lines.bytes(line)) bytes.push(byte)
  }
  bytes.push(...Array.from({ length: feed_count }, () => LF), ...(cutter === 'partial' ? CUT : FLUSH)[dialect])
  return Uint8Array.from([...bytes, ...(job === null ? [] : afterJob(acknowledgement, job))])
}

/**
 * The job that opens the drawer, and does nothing else: by a pulse in its turn, never in real time.
 * @param job the number by which the printer says that it is done; null: it is not asked
 */
export function encodePulse(profile: PrinterProfile, job: number | null = null): Uint8Array {
  const { kick, acknowledgement } = profile
  const pulse = encoderFor(profile).pulse(kick.connector, kick.on_ms, kick.off_ms).encode()
  const [before, after] = job === null ? [[], []] : [beforeJob(acknowledgement), afterJob(acknowledgement, job)]
  return Uint8Array.from([...OPENING[dialectOf(profile)], ...before, ...pulse, ...after])
}
