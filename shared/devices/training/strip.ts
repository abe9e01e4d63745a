/**
 * The paper that hangs out of the training printer: sheets from cut to cut, as dots and as what a person reads. What
 * the desk prints says TRAINING by itself; on paper that another program prints, the roll says so. Pure.
 */
import { wordsIn } from '../../receipt/paper-language.ts'
import { strideOf, type Bitmap } from '../printer/bitmap.ts'
import type { Happening } from '../printer/interpreter/interpreter.ts'
import { Paper } from '../printer/interpreter/paper.ts'
import { SHEET_DOTS_MAX, SHEETS_MAX, type Sheet, type SheetRows } from './wire.ts'

export type From = Sheet['from']

const TEXTS_MAX = 400
const STAMP_SPACING_DOTS = 40

type Kept = { sheet: Sheet; readonly rows: Uint8Array[] }

/** The word of the roll, in each language of the desk. */
function stamp(width_dots: number): Bitmap {
  const paper = new Paper(width_dots)
  const text = (['en', 'es'] as const).map((language) => wordsIn(language).cash.training).join(' / ')
  for (const letter of `*** ${text} ***`) paper.letter(letter, { across: 1, down: 1 }, true)
  paper.feed(STAMP_SPACING_DOTS, 'center')
  return paper.tear()
}

/** What a person reads; null: nothing of it is on the paper. */
function textOf(happening: Happening): string | null {
  switch (happening.happened) {
    case 'line':
      return happening.text.trim().slice(0, 200)
    case 'barcode':
    case 'qr':
      return happening.text.slice(0, 200)
    default:
      return null
  }
}

function packed(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

export class PaperStrip {
  readonly #width_dots: number
  #kept: Kept[] = []
  readonly #open = new Map<From, Kept>()
  #made_count = 0

  constructor(width_dots: number) {
    this.#width_dots = width_dots
  }

  get sheets(): readonly Sheet[] {
    return this.#kept.map(({ sheet }) => sheet)
  }

  /** Everything that was printed on a sheet from a row on; null: it was thrown away. */
  rowsOf(sheet_number: number, from_dots: number): SheetRows | null {
    const kept = this.#kept.find(({ sheet }) => sheet.sheet_number === sheet_number)
    if (!kept) return null
    const rows = kept.rows.slice(from_dots)
    const stride = strideOf(this.#width_dots)
    const bytes = new Uint8Array(rows.length * stride)
    for (const [at, row] of rows.entries()) bytes.set(row, at * stride)
    return { sheet_number, from_dots, rows: packed(bytes) }
  }

  /**
   * What came out of the printer since.
   * @param happened cuts say how far down the bitmap they are
   * @returns the rows that are new, a sheet at a time
   */
  add(from: From, bitmap: Bitmap, happened: readonly Happening[]): readonly SheetRows[] {
    return this.#newBy(() => {
      let texts: string[] = []
      let at = 0
      for (const one of happened) {
        const text = textOf(one)
        if (text !== null) texts.push(text)
        if (one.happened !== 'cut') continue
        this.#write(from, bitmap, at, one.at_dots, texts)
        this.#end(from)
        texts = []
        at = one.at_dots
      }
      this.#write(from, bitmap, at, bitmap.height_dots, texts)
    })
  }

  /** The program that printed is gone: what it left uncut ends here. */
  end(from: From): readonly SheetRows[] {
    return this.#newBy(() => this.#end(from))
  }

  /** Torn off, and thrown away. */
  clear(): void {
    this.#kept = []
    this.#open.clear()
  }

  #newBy(work: () => void): readonly SheetRows[] {
    const before = new Map(this.sheets.map(({ sheet_number, height_dots }) => [sheet_number, height_dots]))
    work()
    return this.sheets.flatMap(({ sheet_number, height_dots }) => {
      const from_dots = before.get(sheet_number) ?? 0
      const rows = height_dots > from_dots ? this.rowsOf(sheet_number, from_dots) : null
      return rows === null ? [] : [rows]
    })
  }

  #end(from: From): void {
    const open = this.#open.get(from)
    if (open === undefined) return
    if (from === 'network') this.#burn(open, stamp(this.#width_dots))
    open.sheet = { ...open.sheet, is_cut: true }
    this.#open.delete(from)
  }

  #write(from: From, bitmap: Bitmap, first: number, end: number, texts: readonly string[]): void {
    const stride = strideOf(bitmap.width_dots)
    const bytes = bitmap.bytes.subarray(first * stride, end * stride)
    // Paper that is fed before anything stands on it is the rest of the last feed.
    const isBlank = !this.#open.has(from) && texts.length === 0 && bytes.every((byte) => byte === 0)
    if (end <= first || isBlank) return
    const open = this.#sheetOf(from, end - first)
    this.#burn(open, { ...bitmap, height_dots: end - first, bytes })
    open.sheet = { ...open.sheet, texts: [...open.sheet.texts, ...texts].slice(0, TEXTS_MAX) }
  }

  #sheetOf(from: From, more_dots: number): Kept {
    const open = this.#open.get(from)
    if (open !== undefined && open.rows.length + more_dots <= SHEET_DOTS_MAX) return open
    this.#end(from)
    this.#made_count += 1
    const place = { sheet_number: this.#made_count, from, width_dots: this.#width_dots }
    const made: Kept = { sheet: { ...place, height_dots: 0, texts: [], is_cut: false }, rows: [] }
    this.#kept = [...this.#kept, made].slice(-SHEETS_MAX)
    this.#open.set(from, made)
    if (from === 'network') this.#burn(made, stamp(this.#width_dots))
    return made
  }

  #burn(kept: Kept, { height_dots, width_dots, bytes }: Bitmap): void {
    const stride = strideOf(width_dots)
    for (let row = 0; row < height_dots; row += 1) kept.rows.push(bytes.slice(row * stride, (row + 1) * stride))
    kept.sheet = { ...kept.sheet, height_dots: kept.rows.length }
  }
}
