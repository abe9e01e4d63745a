/** What a printer is told to do, in either language; what the readers of both make of its bytes. */
import type { Symbology } from '../../../catalog/symbology.ts'
import type { QrLevel } from '../../../receipt/layout/qr.ts'
import type { Bitmap } from '../bitmap.ts'

export type Align = 'left' | 'center' | 'right'

export type QrParts = { readonly text: string; readonly square_dots: number; readonly level: QrLevel }

const QR_LEVELS: readonly QrLevel[] = ['L', 'M', 'Q', 'H']
/** By its number: 0 to 3, or the digits. */
export const qrLevel = (byte: number): QrLevel => QR_LEVELS[byte % 48] ?? 'M'

export type Command =
  /** A letter of the page in force. */
  | { readonly does: 'letter'; readonly byte: number }
  | { readonly does: 'line-feed' }
  /** Everything as after switching on. */
  | { readonly does: 'initialize' }
  | { readonly does: 'page'; readonly number: number }
  | { readonly does: 'bold'; readonly is_on: boolean }
  | { readonly does: 'size'; readonly across: number; readonly down: number }
  | { readonly does: 'align'; readonly align: Align }
  /** Dots from line to line; null: as after switching on. */
  | { readonly does: 'line-spacing'; readonly dots: number | null }
  | { readonly does: 'bar-height'; readonly dots: number }
  | { readonly does: 'bar-width'; readonly dots: number }
  | { readonly does: 'barcode'; readonly symbology: Symbology; readonly text: string }
  /** A QR code is told in parts, and then printed. */
  | { readonly does: 'qr'; readonly part: Partial<QrParts> }
  | { readonly does: 'qr-print' }
  /** A picture of its own. */
  | { readonly does: 'picture'; readonly bitmap: Bitmap }
  /** A picture that stands in its line like a letter. */
  | { readonly does: 'strip'; readonly bitmap: Bitmap }
  | { readonly does: 'cut' }
  | { readonly does: 'pulse'; readonly connector: 0 | 1 }
  | { readonly does: 'allow-pulses'; readonly is_allowed: boolean }
  /** Bytes to be sent back once everything before is printed. */
  | { readonly does: 'answer'; readonly bytes: readonly number[] }
  | { readonly does: 'answer-paper' }
  | { readonly does: 'automatic-status'; readonly is_on: boolean }
  | { readonly does: 'reset-count' }
  | { readonly does: 'count' }
  /** Understood, and nothing to be seen of it. */
  | { readonly does: 'nothing' }
  | { readonly does: 'unknown'; readonly bytes: readonly number[] }

/** A command and how many bytes it takes; null while some of them are still to come. */
export type Read = { readonly command: Command; readonly length: number } | null

export const read = (length: number, command: Command): Read => ({ length, command })
export const NOTHING = { does: 'nothing' } as const

/** The command behind a head, if it is all there. */
export function whole(bytes: ArrayLike<number>, at: number, length: number, command: () => Command): Read {
  return bytes.length < at + length ? null : { length, command: command() }
}

export function slice(bytes: ArrayLike<number>, from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => bytes[from + index] ?? 0)
}

export const textOf = (bytes: readonly number[]): string => String.fromCodePoint(...bytes)

/** Columns of dots, `column_bytes` each from the top, as a picture. */
export function columnsBitmap(data: readonly number[], width_dots: number, column_bytes: number): Bitmap {
  const stride = Math.ceil(width_dots / 8)
  const bytes = new Uint8Array(stride * column_bytes * 8)
  for (const [at, byte] of data.entries()) {
    const x = Math.floor(at / column_bytes)
    for (let bit = 0; bit < 8; bit += 1) {
      if ((byte & (0x80 >> bit)) === 0) continue
      const place = ((at % column_bytes) * 8 + bit) * stride + (x >> 3)
      bytes[place] = (bytes[place] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return { width_dots, height_dots: column_bytes * 8, bytes }
}
