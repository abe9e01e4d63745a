/**
 * A library's logo at the head of what patrons are given: a gray picture made into dots, once for each width of paper.
 */
import { z } from 'zod'
import type { DocumentKind } from '../../receipt/document.ts'
import { blacken, blankBitmap, stamp, strideOf, type Bitmap } from './bitmap.ts'

/** As long as a hand is wide: 20 mm of paper. */
export const LOGO_ROWS_MAX = 160
const BYTES_MAX = 72 * LOGO_ROWS_MAX

/** What patrons take with them has the logo; slips and lists are for the staff. */
const KINDS: ReadonlySet<DocumentKind> = new Set([
  'check-out',
  'check-in',
  'renewal',
  'statement',
  'welcome',
  'registration',
  'payment',
  'refund',
])

export function isWithLogo(kind: DocumentKind): boolean {
  return KINDS.has(kind)
}

/** 0 is black, 255 white; row by row. */
export type GrayPicture = { readonly width: number; readonly height: number; readonly grays: Uint8Array }

/** As messages and settings carry it: the bytes of the dots, in base64. */
export const packedBitmapSchema = z.strictObject({
  width_dots: z.int().min(1).max(576),
  height_dots: z.int().min(1).max(LOGO_ROWS_MAX),
  dots: z.string().max(Math.ceil(BYTES_MAX / 3) * 4),
})
export type PackedBitmap = z.infer<typeof packedBitmapSchema>

export function packed({ width_dots, height_dots, bytes }: Bitmap): PackedBitmap {
  return { width_dots, height_dots, dots: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
}

/** Null: the dots are not as many as its size says. */
export function unpacked({ width_dots, height_dots, dots }: PackedBitmap): Bitmap | null {
  const bytes = Uint8Array.from(atob(dots), (letter) => letter.charCodeAt(0))
  return bytes.length === strideOf(width_dots) * height_dots ? { width_dots, height_dots, bytes } : null
}

/** The same picture smaller: each dot is the mean of what it covers. */
function scaled({ width, height, grays }: GrayPicture, to_width: number, to_height: number): GrayPicture {
  const made = new Uint8Array(to_width * to_height)
  for (let y = 0; y < to_height; y += 1) {
    const [top, bottom] = [Math.floor((y * height) / to_height), Math.ceil(((y + 1) * height) / to_height)]
    for (let x = 0; x < to_width; x += 1) {
      const [left, right] = [Math.floor((x * width) / to_width), Math.ceil(((x + 1) * width) / to_width)]
      let sum = 0
      for (let row = top; row < bottom; row += 1)
        for (let column = left; column < right; column += 1) sum += grays[row * width + column] ?? 255
      made[y * to_width + x] = Math.round(sum / ((bottom - top) * (right - left)))
    }
  }
  return { width: to_width, height: to_height, grays: made }
}

/** Where the error of a dot goes, an eighth to each; a quarter is dropped, so black and white stay clean (Atkinson). */
const NEIGHBORS = [
  [1, 0],
  [2, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
  [0, 2],
] as const

function dithered({ width, height, grays }: GrayPicture): Bitmap {
  const rest = Float32Array.from(grays)
  const bitmap = blankBitmap(width, height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const gray = rest[y * width + x] ?? 255
      const isDark = gray < 128
      if (isDark) blacken(bitmap, x, y)
      const error = (gray - (isDark ? 0 : 255)) / 8
      for (const [right, down] of NEIGHBORS) {
        const at = (y + down) * width + x + right
        if (x + right >= 0 && x + right < width && at < rest.length) rest[at] = (rest[at] ?? 0) + error
      }
    }
  }
  return bitmap
}

/** The picture in the middle of paper so many dots wide; smaller where it is too large, and never larger. */
export function logoBitmap(picture: GrayPicture, paper_dots: number): Bitmap {
  const scale = Math.min(1, paper_dots / picture.width, LOGO_ROWS_MAX / picture.height)
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const drawn = dithered(scale === 1 ? picture : scaled(picture, width, height))
  const bitmap = blankBitmap(paper_dots, height)
  stamp(bitmap, drawn, Math.floor((paper_dots - width) / 2), 0)
  return bitmap
}
