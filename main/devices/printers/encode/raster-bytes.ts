/**
 * A picture as commands of a printer. Must never hold a byte sequence that a printer obeys while it receives: by the
 * manuals of Epson, Citizen and Bixolon, a picture with the dots 10 14 01 in it opens the cash drawer. Where the dots
 * would spell such a command, one more dot is burned, which nobody sees.
 */
import { isBlack, strideOf, type Bitmap } from '../../../../shared/devices/printer/bitmap.ts'
import type { PrinterLanguage, RasterCommand } from '../../../../shared/devices/printer/profile.ts'

/** ESC/POS: DLE before EOT (a question), ENQ (a recovery) or DC4 (a pulse, switching off, emptying the buffer). */
const DLE = 0x10
const AFTER_DLE: ReadonlySet<number> = new Set([0x04, 0x05, 0x14])
const DLE_WITH_A_DOT = 0x30

/**
 * A Star obeys single bytes: EOT and ENQ (questions), BEL, EM, SUB and FS (the drawers). Its manuals do not say whether
 * they act inside a picture, so none is sent. Each with one more dot beside those it has.
 */
const STAR_WITH_A_DOT: ReadonlyMap<number, number> = new Map([
  [0x04, 0x0c],
  [0x05, 0x0d],
  [0x07, 0x0f],
  [0x19, 0x1d],
  [0x1a, 0x1e],
  [0x1c, 0x1e],
])

/** ESC before ACK: a question that a Star answers as it receives it. */
const ESC = 0x1b
const ACK = 0x06
const ESC_WITH_A_DOT = 0x1f

/** The same dots, and a few more where they would be a command. */
export function calmed(bytes: readonly number[], language: PrinterLanguage): readonly number[] {
  if (language === 'star') {
    const isAsking = (at: number): boolean => bytes[at] === ESC && bytes[at + 1] === ACK
    return bytes.map((byte, at) => (isAsking(at) ? ESC_WITH_A_DOT : (STAR_WITH_A_DOT.get(byte) ?? byte)))
  }
  return bytes.map((byte, at) => (byte === DLE && AFTER_DLE.has(bytes[at + 1] ?? 0) ? DLE_WITH_A_DOT : byte))
}

/** Some firmware reads only the low byte of the number of rows. */
const ROWS_MAX = 240
const STRIP_ROWS = 24
const LF = 0x0a

function gsV0({ width_dots, height_dots, bytes }: Bitmap): readonly number[] {
  const stride = strideOf(width_dots)
  const parts: number[][] = []
  for (let from = 0; from < height_dots; from += ROWS_MAX) {
    const rows = Math.min(ROWS_MAX, height_dots - from)
    const dots = calmed(Array.from(bytes.subarray(from * stride, (from + rows) * stride)), 'esc-pos')
    parts.push([0x1d, 0x76, 0x30, 0x00, stride & 0xff, stride >> 8, rows, 0, ...dots])
  }
  return parts.flat()
}

/** One strip: each column of dots from the top, three bytes. */
function strip(bitmap: Bitmap, top: number): readonly number[] {
  const bytes: number[] = []
  for (let x = 0; x < bitmap.width_dots; x += 1) {
    for (let y = top; y < top + STRIP_ROWS; y += 8) {
      let byte = 0
      for (let row = 0; row < 8; row += 1) byte = (byte << 1) | (isBlack(bitmap, x, y + row) ? 1 : 0)
      bytes.push(byte)
    }
  }
  return calmed(bytes, 'star')
}

/** Strips as close as they are high, and behind the last the usual distance between lines. */
function escX(bitmap: Bitmap): readonly number[] {
  const { width_dots, height_dots } = bitmap
  const [close, usual] = [
    [0x1b, 0x30],
    [0x1b, 0x7a, 0x01],
  ]
  const tops = Array.from({ length: Math.ceil(height_dots / STRIP_ROWS) }, (_, at) => at * STRIP_ROWS)
  const strips = tops.flatMap((top, at) => {
    const isLast = at === tops.length - 1
    return [0x1b, 0x58, width_dots & 0xff, width_dots >> 8, ...strip(bitmap, top), ...(isLast ? usual : []), LF]
  })
  return [...close, ...strips]
}

/** A printer leaves white what a row does not reach. By eights, the number of bytes is none that a Star obeys. */
const ROW_STEP_BYTES = 8

/** Each row by itself, without the white at its right. */
function starRows({ width_dots, height_dots, bytes }: Bitmap): readonly number[] {
  const stride = strideOf(width_dots)
  return Array.from({ length: height_dots }, (_, y) => {
    const row = Array.from(bytes.subarray(y * stride, (y + 1) * stride))
    const inked_count = row.findLastIndex((byte) => byte !== 0) + 1
    const count = Math.min(stride, Math.max(1, Math.ceil(inked_count / ROW_STEP_BYTES)) * ROW_STEP_BYTES)
    return [0x62, count & 0xff, count >> 8, ...calmed(row.slice(0, count), 'star')]
  }).flat()
}

export function rasterBytes(bitmap: Bitmap, command: RasterCommand): readonly number[] {
  switch (command) {
    case 'gs-v-0':
      return gsV0(bitmap)
    case 'esc-x':
      return escX(bitmap)
    case 'star-rows':
      return starRows(bitmap)
  }
}
