/** A QR code as dots. */
import { QUIET_SQUARES, type QrSquares } from '../../receipt/layout/qr.ts'
import { blacken, blankBitmap, stamp, type Bitmap } from './bitmap.ts'

/** Of one square: three quarters of a millimeter, which every telephone reads; on narrow paper less. */
const SQUARE_DOTS = 6

/** How wide a square can be so that the code, with the clear space around it, is on the paper; 0: it is too wide. */
export function squareDots(squares: QrSquares, dots: number): number {
  return Math.min(SQUARE_DOTS, Math.floor(dots / (squares.length + 2 * QUIET_SQUARES)))
}

/** The squares alone. */
export function squaresBitmap(squares: QrSquares, square_dots: number): Bitmap {
  const small = blankBitmap(squares.length, squares.length)
  for (const [y, row] of squares.entries())
    for (const [x, color] of row.entries()) if (color === 1) blacken(small, x, y)
  const bitmap = blankBitmap(squares.length * square_dots, squares.length * square_dots)
  stamp(bitmap, small, 0, 0, { across: square_dots, down: square_dots })
  return bitmap
}

/** In the middle of the paper, with clear space above and below. */
export function qrBitmap(squares: QrSquares, square_dots: number, dots: number): Bitmap {
  const drawn = squaresBitmap(squares, square_dots)
  const quiet_dots = QUIET_SQUARES * square_dots
  const bitmap = blankBitmap(dots, drawn.height_dots + 2 * quiet_dots)
  stamp(bitmap, drawn, Math.floor((dots - drawn.width_dots) / 2), quiet_dots)
  return bitmap
}
