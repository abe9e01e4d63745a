/**
 * A printer in software: bytes in, paper out, and a list of what happened. It is the printer of the training desk and
 * the eye of the tests; it obeys commands in their turn, as a printer takes them from its buffer. What a printer obeys
 * while it still receives is in simulated-printer.ts.
 */
import { bars } from '../../../receipt/bars.ts'
import { QR_TEXT_MAX, qrSquares } from '../../../receipt/layout/qr.ts'
import { canDraw, type Symbology } from '../../../catalog/symbology.ts'
import { barsBitmap, type Bitmap } from '../bitmap.ts'
import { letterOf, type CodePage } from '../code-pages.ts'
import { dotsOf, type PrinterProfile } from '../profile.ts'
import { squaresBitmap } from '../qr-bitmap.ts'
import type { Align, Command, QrParts } from './command.ts'
import { Paper } from './paper.ts'
import { readEscPos } from './read-esc-pos.ts'
import { readStarGraphic } from './read-star-graphic.ts'
import { readStar } from './read-star.ts'

export type Happening =
  | { readonly happened: 'line'; readonly text: string }
  | { readonly happened: 'picture'; readonly width_dots: number; readonly height_dots: number }
  | { readonly happened: 'barcode'; readonly symbology: Symbology; readonly text: string }
  | { readonly happened: 'qr'; readonly text: string }
  /** `at_dots`: how far down the paper. */
  | { readonly happened: 'cut'; readonly at_dots: number }
  | { readonly happened: 'pulse'; readonly connector: 0 | 1; readonly by: 'in-turn' | 'in-real-time' }
  | { readonly happened: 'answer'; readonly bytes: readonly number[] }
  | { readonly happened: 'paper-asked' }
  | { readonly happened: 'counted'; readonly count: number }
  | { readonly happened: 'unknown'; readonly bytes: readonly number[] }

type Look = {
  readonly page: number
  readonly is_bold: boolean
  readonly across: number
  readonly down: number
  readonly align: Align
  readonly spacing_dots: number | null
  readonly bar_height_dots: number
  readonly bar_width_dots: number
  readonly qr: QrParts
}

const INITIAL: Look = {
  page: 0,
  is_bold: false,
  across: 1,
  down: 1,
  align: 'left',
  spacing_dots: null,
  bar_height_dots: 80,
  bar_width_dots: 2,
  qr: { text: '', square_dots: 3, level: 'L' },
}
const SPACING_DOTS = { 'esc-pos': 30, star: 32 } as const
const COUNTS = 32

export class Interpreter {
  readonly #profile: PrinterProfile
  readonly #pages: ReadonlyMap<number, CodePage>
  readonly #paper: Paper
  #held: number[] = []
  #look = INITIAL
  #count = 0
  #happened: Happening[] = []
  /** GS ( D: whether a pulse in real time acts. */
  is_pulse_allowed = true
  has_automatic_status = false

  constructor(profile: PrinterProfile) {
    this.#profile = profile
    const numbers = Object.entries(profile.page_numbers) as [CodePage, number][]
    this.#pages = new Map(numbers.map(([page, number]) => [number, page]))
    this.#paper = new Paper(dotsOf(profile))
  }

  /** Everything printed so far, also what was cut off. */
  paper(): Bitmap {
    return this.#paper.bitmap()
  }

  /** The same, torn off: the paper begins again. */
  tear(): Bitmap {
    return this.#paper.tear()
  }

  get height_dots(): number {
    return this.#paper.height_dots
  }

  /** The counter of ETB. */
  get count(): number {
    return this.#count
  }

  /** Obeys the commands that are whole, and keeps the rest for the next chunk. */
  take(chunk: Iterable<number>): readonly Happening[] {
    for (const byte of chunk) this.#held.push(byte)
    this.#happened = []
    const { language, raster } = this.#profile
    const reader = raster === 'star-rows' ? readStarGraphic : language === 'star' ? readStar : readEscPos
    let at = 0
    while (at < this.#held.length) {
      const next = reader(this.#held, at)
      if (next === null) break
      at += next.length
      this.#obey(next.command)
    }
    this.#held = this.#held.slice(at)
    return this.#happened
  }

  #say(happening: Happening): void {
    this.#happened.push(happening)
  }

  #change(change: Partial<Look>): void {
    this.#look = { ...this.#look, ...change }
  }

  #feed(): void {
    const { spacing_dots, align } = this.#look
    const text = this.#paper.feed(spacing_dots ?? SPACING_DOTS[this.#profile.language], align)
    if (text.trim() !== '') this.#say({ happened: 'line', text })
  }

  /** A picture begins its own line. */
  #own(bitmap: Bitmap): void {
    if (!this.#paper.isLineEmpty) this.#feed()
    this.#paper.picture(bitmap)
    this.#paper.feed(0, this.#look.align)
  }

  #letter(byte: number): void {
    const { page, across, down, is_bold } = this.#look
    if (!this.#paper.hasRoom(across)) this.#feed()
    const code_page = this.#pages.get(page)
    const letter = code_page === undefined && byte >= 0x80 ? '\ufffd' : letterOf(code_page ?? 'cp437', byte)
    this.#paper.letter(letter, { across, down }, is_bold)
  }

  #barcode(symbology: Symbology, text: string): void {
    const { bar_height_dots, bar_width_dots } = this.#look
    const units = canDraw(text, symbology) ? bars(text, symbology) : []
    // A wide bar of Codabar is two and a half narrow ones, as Epson draws it.
    const widths = units.map((unit) => Math.floor((symbology === 'codabar' && unit > 1 ? 2.5 : unit) * bar_width_dots))
    const bitmap = barsBitmap(widths, bar_height_dots)
    // A printer that cannot draw it, or has no room, prints nothing.
    if (bitmap.width_dots === 0 || bitmap.width_dots > this.#paper.width_dots) {
      this.#say({ happened: 'unknown', bytes: [] })
      return
    }
    this.#own(bitmap)
    this.#say({ happened: 'barcode', symbology, text })
  }

  #qr({ text, square_dots, level }: QrParts): void {
    const isText = text.length > 0 && text.length <= QR_TEXT_MAX
    const bitmap = isText ? squaresBitmap(qrSquares(text, level), square_dots) : null
    if (bitmap === null || bitmap.width_dots === 0 || bitmap.width_dots > this.#paper.width_dots) {
      this.#say({ happened: 'unknown', bytes: [] })
      return
    }
    this.#own(bitmap)
    this.#say({ happened: 'qr', text })
  }

  #obey(command: Command): void {
    switch (command.does) {
      case 'letter':
        this.#letter(command.byte)
        break
      case 'line-feed':
        this.#feed()
        break
      case 'strip':
        this.#paper.picture(command.bitmap)
        this.#say({ happened: 'picture', ...sizeOf(command.bitmap) })
        break
      case 'picture':
        this.#own(command.bitmap)
        this.#say({ happened: 'picture', ...sizeOf(command.bitmap) })
        break
      case 'barcode':
        this.#barcode(command.symbology, command.text)
        break
      case 'qr-print':
        this.#qr(this.#look.qr)
        break
      case 'cut':
        if (!this.#paper.isLineEmpty) this.#feed()
        this.#say({ happened: 'cut', at_dots: this.#paper.height_dots })
        break
      case 'pulse':
        this.#say({ happened: 'pulse', connector: command.connector, by: 'in-turn' })
        break
      case 'unknown':
        this.#say({ happened: 'unknown', bytes: command.bytes })
        break
      default:
        this.#set(command)
    }
  }

  /** Commands of which nothing is seen by itself. */
  #set(command: Command): void {
    switch (command.does) {
      case 'initialize':
        this.#look = INITIAL
        this.is_pulse_allowed = true
        break
      case 'page':
        this.#change({ page: command.number })
        break
      case 'bold':
        this.#change({ is_bold: command.is_on })
        break
      case 'size':
        this.#change({ across: command.across, down: command.down })
        break
      case 'align':
        this.#change({ align: command.align })
        break
      case 'line-spacing':
        this.#change({ spacing_dots: command.dots })
        break
      case 'bar-height':
        this.#change({ bar_height_dots: command.dots })
        break
      case 'bar-width':
        this.#change({ bar_width_dots: command.dots })
        break
      case 'qr':
        this.#change({ qr: { ...this.#look.qr, ...command.part } })
        break
      case 'allow-pulses':
        this.is_pulse_allowed = command.is_allowed
        break
      default:
        this.#answer(command)
    }
  }

  #answer(command: Command): void {
    switch (command.does) {
      case 'answer':
        this.#say({ happened: 'answer', bytes: command.bytes })
        break
      case 'answer-paper':
        this.#say({ happened: 'paper-asked' })
        break
      case 'automatic-status':
        this.has_automatic_status = command.is_on
        break
      case 'reset-count':
        this.#count = 0
        break
      case 'count':
        this.#count = (this.#count + 1) % COUNTS
        this.#say({ happened: 'counted', count: this.#count })
        break
      default:
    }
  }
}

const sizeOf = ({
  width_dots,
  height_dots,
}: Bitmap): { readonly width_dots: number; readonly height_dots: number } => ({
  width_dots,
  height_dots,
})
