/**
 * Turns what the scanner or the keyboard sent into the barcode that was meant: strips scanner prefixes and control
 * characters, repairs a double scan, and says what the number looks like. A wrong check digit only warns: most real
 * item barcodes fail it. Never throws, and never decides alone whether a number is a card or an item.
 */
import { isbn13, isEan13, isLuhn, isUpc } from './isbn.ts'

/** Longer than any barcode; longer text was not meant for a library. */
export const BARCODE_LENGTH_MAX = 200

/** The repairs made, in order. Only a double scan is worth telling the clerk. */
export type Repair = 'control-characters' | 'scanner-prefix' | 'start-stop-letters' | 'double-scan'

export type Scanned = {
  readonly kind: 'barcode'
  /** The reading to look up first. */
  readonly barcode: string
  /** Other readings to look up, in this order, when the first is unknown. Never holds `barcode`. */
  readonly also: readonly string[]
  readonly repairs: readonly Repair[]
  /** Of a 14-digit library barcode; `bad` only warns. */
  readonly check_digit: 'good' | 'bad' | 'none'
  /** What the first of 14 digits suggests: 2 a patron, 3 an item. A hint: nothing is lent or opened by it. */
  readonly hint: 'patron' | 'item' | 'none'
  /** The ISBN-13 this may be, also from an ISBN-10; null when it is not one. */
  readonly isbn: string | null
  /** The number on a shop's label. */
  readonly product: 'isbn' | 'ean-13' | 'upc' | 'none'
}

export type ScanReading = Scanned | { readonly kind: 'empty' } | { readonly kind: 'too-long'; readonly length: number }

export type ReadOptions = {
  /** Only typed text is completed by a prefix. */
  readonly source: 'scan' | 'typed'
  /** What the library's own cards and items start with; empty ones are skipped. */
  readonly prefixes?: readonly string[]
  /** The length of a completed barcode when the typed tail is padded with zeros; null when lengths differ. */
  readonly full_length?: number | null
}

/** Controls (FNC1 arrives as 0x1D), invisible marks of writing direction, broken halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu

/** No card, item or name is of signs alone, such as the "=" that a clerk meant for the payment page. */
const READABLE = /[\p{L}\p{N}]/u

/** "]C0", "]F0", "]X0", "]E0": a symbology identifier that some scanners send before each barcode. */
const AIM_IDENTIFIER = /^\][A-Za-z]\d/

/** Codabar with its start and stop letters: only around digits and Codabar's own symbols. */
const START_STOP = /^[A-Da-d](\d[\d$:/.+-]{3,})[A-Da-d]$/

const GROUPED = /^\d+(?: +\d+)+$/

const LIBRARY_LENGTH = 14
const REPEAT_MIN = 3
const WHOLE_REPEAT_MIN = 8

/** Whether `text` repeats its first `period` characters throughout, the last repeat perhaps cut short. */
function repeats(text: string, period: number): boolean {
  for (let at = period; at < text.length; at += 1) if (text[at] !== text[at - period]) return false
  return true
}

/**
 * Repairs a double scan: 14 digits followed by at least three of them again, or any text of eight or more characters
 * repeated in full. Null when it is not one.
 */
function undoubled(text: string): string | null {
  const isLibrary = /^\d+$/.test(text) && text.length >= LIBRARY_LENGTH + REPEAT_MIN
  if (isLibrary && repeats(text, LIBRARY_LENGTH)) return text.slice(0, LIBRARY_LENGTH)
  for (let period = WHOLE_REPEAT_MIN; period * 2 <= text.length; period += 1) {
    if (text.length % period === 0 && repeats(text, period)) return text.slice(0, period)
  }
  return null
}

/** The shortest text of six or more characters that this repeats in full or in part: worth a second look-up. */
function maybeUndoubled(text: string): string | null {
  for (let period = 6; period + REPEAT_MIN <= text.length; period += 1) {
    if (repeats(text, period)) return text.slice(0, period)
  }
  return null
}

/** Strips what scanners add: control characters, every symbology identifier, start and stop letters. */
function stripped(text: string, repairs: Repair[]): string {
  const visible = text.replace(INVISIBLE, '').trim()
  if (visible.length !== text.trim().length) repairs.push('control-characters')
  const identifier = AIM_IDENTIFIER.exec(visible)?.[0]
  const bare = identifier ? visible.replaceAll(identifier, '').trim() : visible
  if (identifier && bare !== '') repairs.push('scanner-prefix')
  return bare === '' ? visible : bare
}

function withoutLetters(text: string, repairs: Repair[]): string {
  const inner = START_STOP.exec(text)?.[1]
  if (inner === undefined) return text
  repairs.push('start-stop-letters')
  return inner
}

/**
 * What a typed tail may stand for: each prefix before it, padded with zeros when the full length is known. Text that
 * starts with the prefix, or would be longer than a barcode, is left alone.
 */
export function completions(typed: string, prefixes: readonly string[], full_length: number | null = null): string[] {
  const found: string[] = []
  for (const prefix of prefixes) {
    if (prefix === '' || typed.startsWith(prefix)) continue
    const whole = prefix + typed
    if (whole.length > (full_length ?? BARCODE_LENGTH_MAX)) continue
    found.push(whole)
    if (full_length !== null && whole.length < full_length) {
      found.push(prefix + typed.padStart(full_length - prefix.length, '0'))
    }
  }
  return found
}

/** An ISBN, also with the two- or five-digit price add-on that some scanners read with it. */
function isbnOf(text: string): string | null {
  return isbn13(text) ?? (/^\d{13}(\d{2}|\d{5})$/.test(text) ? isbn13(text.slice(0, 13)) : null)
}

function productOf(text: string, isbn: string | null): Scanned['product'] {
  if (isbn !== null) return 'isbn'
  if (isUpc(text)) return 'upc'
  return isEan13(text) ? 'ean-13' : 'none'
}

/**
 * Reads a scan. Returns a barcode with its other readings, `empty` when no letter and no digit is left, or `too-long`.
 * `BARCODE_LENGTH_MAX` bounds the number of steps, however long the text.
 */
export function readScan(text: string, options: ReadOptions): ScanReading {
  if (text.length > BARCODE_LENGTH_MAX) return { kind: 'too-long', length: text.length }
  const repairs: Repair[] = []
  const bare = stripped(text, repairs)
  if (!READABLE.test(bare)) return { kind: 'empty' }
  const once = undoubled(bare)
  if (once !== null) repairs.push('double-scan')
  const inner = withoutLetters(once ?? bare, repairs)
  const again = once === null ? undoubled(inner) : null
  if (again !== null) repairs.push('double-scan')
  const barcode = again ?? inner
  const others = [once, bare, maybeUndoubled(bare)]
  // As printed under the bars: "2 1234 00000 7070".
  if (options.source === 'typed' && GROUPED.test(barcode)) others.push(barcode.replaceAll(' ', ''))
  if (options.source === 'typed') others.push(...completions(barcode, options.prefixes ?? [], options.full_length))
  const isbn = isbnOf(barcode)
  const isLibrary = /^\d{14}$/.test(barcode)
  return {
    kind: 'barcode',
    barcode,
    also: [...new Set(others.filter((other) => other !== null))].filter((other) => other !== barcode),
    repairs,
    check_digit: isLibrary ? (isLuhn(barcode) ? 'good' : 'bad') : 'none',
    hint: isLibrary && barcode.startsWith('2') ? 'patron' : isLibrary && barcode.startsWith('3') ? 'item' : 'none',
    isbn,
    product: productOf(barcode, isbn),
  }
}
