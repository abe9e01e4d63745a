/** The paper of the printer in software: letters and pictures in a line, burned when the line is fed. It grows. */
import { blankBitmap, stamp, strideOf, type Bitmap } from '../bitmap.ts'
import { LETTER_WIDTH_DOTS } from '../profile.ts'
import type { Align } from './command.ts'
import { LETTER_DOTS, LETTERS } from './letters.gen.ts'

const LETTER_HEIGHT_DOTS = 24
const LETTER_BYTES = (LETTER_WIDTH_DOTS * LETTER_HEIGHT_DOTS) / 8

type Scale = { readonly across: number; readonly down: number }
type Mark = { readonly bitmap: Bitmap; readonly x: number; readonly scale: Scale; readonly is_bold: boolean }

const glyphs = new Map<string, Bitmap>()

function drawn(letter: string): Bitmap | null {
  const known = glyphs.get(letter)
  if (known) return known
  const at = Array.from(LETTERS).indexOf(letter)
  if (at < 0) return null
  const first = at * LETTER_BYTES
  const packed = atob(LETTER_DOTS.slice((first / 3) * 4, ((first + LETTER_BYTES) / 3) * 4))
  const bitmap = blankBitmap(LETTER_WIDTH_DOTS, LETTER_HEIGHT_DOTS)
  for (let dot = 0; dot < LETTER_WIDTH_DOTS * LETTER_HEIGHT_DOTS; dot += 1) {
    if ((packed.charCodeAt(dot >> 3) & (0x80 >> (dot & 7))) === 0) continue
    const [x, y] = [dot % LETTER_WIDTH_DOTS, Math.floor(dot / LETTER_WIDTH_DOTS)]
    const place = y * strideOf(LETTER_WIDTH_DOTS) + (x >> 3)
    bitmap.bytes[place] = (bitmap.bytes[place] ?? 0) | (0x80 >> (x & 7))
  }
  glyphs.set(letter, bitmap)
  return bitmap
}

/** An empty box, for what this printer has no letter for. */
const BOX = ((): Bitmap => {
  const bitmap = blankBitmap(LETTER_WIDTH_DOTS, LETTER_HEIGHT_DOTS)
  const line = blankBitmap(8, 1)
  line.bytes[0] = 0xff
  for (const y of [4, 18]) stamp(bitmap, line, 2, y)
  const side = blankBitmap(1, 15)
  side.bytes.fill(0x80)
  for (const x of [2, 9]) stamp(bitmap, side, x, 4)
  return bitmap
})()

export class Paper {
  readonly width_dots: number
  readonly #rows: Uint8Array[] = []
  #marks: Mark[] = []
  #x = 0
  #text = ''

  constructor(width_dots: number) {
    this.width_dots = width_dots
  }

  get isLineEmpty(): boolean {
    return this.#marks.length === 0
  }

  /** Whether another letter of this size goes into the line. */
  hasRoom(across: number): boolean {
    return this.#x + LETTER_WIDTH_DOTS * across <= this.width_dots
  }

  letter(letter: string, scale: Scale, is_bold: boolean): void {
    const bitmap = letter === ' ' ? blankBitmap(LETTER_WIDTH_DOTS, LETTER_HEIGHT_DOTS) : (drawn(letter) ?? BOX)
    this.#marks.push({ bitmap, x: this.#x, scale, is_bold })
    this.#x += LETTER_WIDTH_DOTS * scale.across
    this.#text += letter
  }

  picture(bitmap: Bitmap): void {
    this.#marks.push({ bitmap, x: this.#x, scale: { across: 1, down: 1 }, is_bold: false })
    this.#x += bitmap.width_dots
  }

  /** Burns the line and feeds it, at least so many dots. Gives what was written in it. */
  feed(least_dots: number, align: Align): string {
    const height = Math.max(0, ...this.#marks.map(({ bitmap, scale }) => bitmap.height_dots * scale.down))
    const total = Math.max(least_dots, height)
    const line = blankBitmap(this.width_dots, total)
    const left = Math.max(0, this.width_dots - this.#x)
    const inset = align === 'left' ? 0 : align === 'center' ? left >> 1 : left
    for (const { bitmap, x, scale, is_bold } of this.#marks) {
      const y = height - bitmap.height_dots * scale.down
      for (const shift of is_bold ? [0, 1] : [0]) stamp(line, bitmap, inset + x + shift, y, scale)
    }
    const stride = strideOf(this.width_dots)
    for (let row = 0; row < total; row += 1) this.#rows.push(line.bytes.subarray(row * stride, (row + 1) * stride))
    const text = this.#text
    this.#marks = []
    this.#x = 0
    this.#text = ''
    return text
  }

  /** Everything that was fed. */
  bitmap(): Bitmap {
    const bitmap = blankBitmap(this.width_dots, this.#rows.length)
    const stride = strideOf(this.width_dots)
    for (const [at, row] of this.#rows.entries()) bitmap.bytes.set(row, at * stride)
    return bitmap
  }

  /** Everything that was fed, which then is on it no more. */
  tear(): Bitmap {
    const bitmap = this.bitmap()
    this.#rows.length = 0
    return bitmap
  }

  get height_dots(): number {
    return this.#rows.length
  }
}
