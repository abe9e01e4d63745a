/**
 * How a QR code comes onto paper: as a command where the printer draws it by itself, else as a picture; one that is too
 * wide for the paper is left to its text, which is printed below each of them.
 */
import type ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import type { Bitmap } from '../../../../shared/devices/printer/bitmap.ts'
import { dotsOf, type PrinterProfile } from '../../../../shared/devices/printer/profile.ts'
import { qrBitmap, squareDots } from '../../../../shared/devices/printer/qr-bitmap.ts'
import { qrSquares } from '../../../../shared/receipt/layout/qr.ts'
import { calmed } from './raster-bytes.ts'

/** Letters of one byte, so that every printer reads the same text. */
const PLAIN = /^[\x21-\x7e]+$/
/** Of a square: a printer with 203 dots an inch draws narrower ones too fine for a telephone. */
const SQUARE_DOTS_MIN = 3

export type QrCode =
  | { readonly by: 'command'; readonly bytes: readonly number[] }
  | { readonly by: 'picture'; readonly bitmap: Bitmap }
  | { readonly by: 'text' }

/**
 * The command with the largest squares that has no byte which a printer obeys while it receives: in that of a Star the
 * length of the text, or the size of a square, can be the byte that opens the drawer or asks how the printer is.
 */
function command(
  text: string,
  square_dots: number,
  encoder: ReceiptPrinterEncoder,
  { language }: PrinterProfile,
): readonly number[] | null {
  for (let size = square_dots; size >= SQUARE_DOTS_MIN; size -= 1) {
    const bytes = [...encoder.align('center').qrcode(text, { model: 2, size, errorlevel: 'm' }).encode()]
    if (calmed(bytes, language).every((byte, at) => byte === bytes[at])) return bytes
  }
  return null
}

export function qrCodeOf(text: string, profile: PrinterProfile, encoder: ReceiptPrinterEncoder): QrCode {
  const squares = qrSquares(text)
  const square_dots = squareDots(squares, dotsOf(profile))
  if (square_dots < 1) return { by: 'text' }
  const bytes = profile.has_qr && PLAIN.test(text) ? command(text, square_dots, encoder, profile) : null
  if (bytes !== null) return { by: 'command', bytes }
  return { by: 'picture', bitmap: qrBitmap(squares, square_dots, dotsOf(profile)) }
}
