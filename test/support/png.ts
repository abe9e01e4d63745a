/** A bitmap as a PNG file, for eyes and for zbarimg. */
import { crc32, deflateSync } from 'node:zlib'
import { strideOf, type Bitmap } from '../../shared/devices/printer/bitmap.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function chunk(kind: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(content.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}

/** `color`: 0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGB with alpha. */
export type PngHead = {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly color: number
}
type Tables = { readonly palette?: Buffer; readonly alphas?: Buffer }

/** @param rows each with the byte of its filter first */
export function pngFile({ width, height, depth, color }: PngHead, rows: Buffer, tables: Tables = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = depth
  header[9] = color
  const { palette, alphas } = tables
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', palette)] : []),
    ...(alphas ? [chunk('tRNS', alphas)] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.of()),
  ])
}

/** Rows with a filter of each kind in turn: as they are, by the left, by above, by the mean, by the likeliest. */
export function filtered(rows: Buffer, stride: number, pixel_bytes: number): Buffer {
  const at = (y: number, x: number): number => (y < 0 || x < 0 ? 0 : (rows[y * stride + x] ?? 0))
  const likeliest = (left: number, up: number, corner: number): number => {
    const guess = left + up - corner
    const near = [left, up, corner].map((one) => Math.abs(guess - one))
    return [left, up, corner][near.indexOf(Math.min(...near))] ?? 0
  }
  const made = Array.from({ length: rows.length / stride }, (_, y) => {
    const row = Array.from({ length: stride }, (_byte, x) => {
      const [left, up, corner] = [at(y, x - pixel_bytes), at(y - 1, x), at(y - 1, x - pixel_bytes)]
      return at(y, x) - ([0, left, up, (left + up) >> 1, likeliest(left, up, corner)][y % 5] ?? 0)
    })
    return [y % 5, ...row.map((byte) => byte & 0xff)]
  })
  return Buffer.from(made.flat())
}

/** One bit a dot; 0 is black in a PNG. */
export function pngOf({ width_dots, height_dots, bytes }: Bitmap): Buffer {
  const stride = strideOf(width_dots)
  const rows = Array.from({ length: height_dots }, (_, row) => {
    const dots = bytes.subarray(row * stride, (row + 1) * stride)
    return Uint8Array.of(0, ...dots.map((byte) => byte ^ 0xff))
  })
  return pngFile({ width: width_dots, height: height_dots, depth: 1, color: 0 }, Buffer.concat(rows))
}
