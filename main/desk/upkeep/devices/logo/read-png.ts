/**
 * Reads a PNG picture as grays on white paper. Bounds what it unpacks by what the head of the file says, and what the
 * head may say; colors, transparency and every depth are read, interlaced pictures are not.
 */
import { inflateSync } from 'node:zlib'
import type { GrayPicture } from '../../../../../shared/devices/printer/logo.ts'

export const PNG_SIDE_MAX = 1_500
export const PNG_BYTES_MAX = 2_000_000

export type PngFault = 'not-png' | 'too-large' | 'blank'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** How many values a pixel has, by the kind of color: gray, RGB, palette, gray with alpha, RGB with alpha. */
const CHANNELS: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
])
const DEPTHS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16])
const PALETTE = 3
/** A picture that is nowhere darker prints nothing. */
const DARK = 128

type Head = {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly color: number
  readonly channels: number
}
type Chunks = { readonly head: Buffer; readonly content: Buffer; readonly palette: Buffer; readonly alphas: Buffer }

function chunksOf(file: Buffer): Chunks {
  const found = new Map<string, Buffer[]>()
  for (let at = SIGNATURE.length; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at)
    const kind = file.toString('latin1', at + 4, at + 8)
    found.set(kind, [...(found.get(kind) ?? []), file.subarray(at + 8, at + 8 + length)])
    at += 12 + length
  }
  const of = (kind: string): Buffer => Buffer.concat(found.get(kind) ?? [])
  return { head: of('IHDR'), content: of('IDAT'), palette: of('PLTE'), alphas: of('tRNS') }
}

function headOf(head: Buffer): Head | PngFault {
  if (head.length !== 13) return 'not-png'
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const [depth = 0, color = 0, compression = 0, filter = 0, interlace = 0] = head.subarray(8)
  const channels = CHANNELS.get(color)
  const isKnown = channels !== undefined && DEPTHS.has(depth) && compression + filter + interlace === 0
  if (!isKnown || width === 0 || height === 0 || (depth < 8 && channels > 1)) return 'not-png'
  return width > PNG_SIDE_MAX || height > PNG_SIDE_MAX ? 'too-large' : { width, height, depth, color, channels }
}

/** What a byte was said to differ from: the one before it, the one above it, or what both make likely. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Undoes the filter of each row, in place. */
function unfiltered(rows: Buffer, { height }: Head, stride: number, pixel_bytes: number): Buffer {
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1) + 1
    const filter = rows[start - 1] ?? 0
    if (filter === 0) continue
    for (let at = 0; at < stride; at += 1) {
      const left = at < pixel_bytes ? 0 : (rows[start + at - pixel_bytes] ?? 0)
      const up = y === 0 ? 0 : (rows[start + at - stride - 1] ?? 0)
      const corner = y === 0 || at < pixel_bytes ? 0 : (rows[start + at - stride - 1 - pixel_bytes] ?? 0)
      rows[start + at] = ((rows[start + at] ?? 0) + predicted(filter, left, up, corner)) & 0xff
    }
  }
  return rows
}

/** The value at a place of a row: of 16 bits the upper eight, of fewer than eight as they are. */
function valueAt(rows: Buffer, start: number, index: number, depth: number): number {
  if (depth === 16) return rows[start + index * 2] ?? 0
  if (depth === 8) return rows[start + index] ?? 0
  const bit = index * depth
  return ((rows[start + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
}

const luma = (red: number, green: number, blue: number): number => 0.299 * red + 0.587 * green + 0.114 * blue

function grayOf(valueOf: (channel: number) => number, { color, depth }: Head, { palette, alphas }: Chunks): number {
  const first = valueOf(0)
  const entry = first * 3
  const wide = depth < 8 ? (first * 255) / ((1 << depth) - 1) : first
  const gray =
    color === PALETTE
      ? luma(palette[entry] ?? 255, palette[entry + 1] ?? 255, palette[entry + 2] ?? 255)
      : color === 2 || color === 6
        ? luma(first, valueOf(1), valueOf(2))
        : wide
  const alpha = color === PALETTE ? (alphas[first] ?? 255) : color === 4 ? valueOf(1) : color === 6 ? valueOf(3) : 255
  return Math.round(255 + ((gray - 255) * alpha) / 255)
}

function graysOf(rows: Buffer, head: Head, chunks: Chunks, stride: number): Uint8Array {
  const { width, height, depth, channels } = head
  const grays = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1) + 1
    for (let x = 0; x < width; x += 1) {
      const valueOf = (channel: number): number => valueAt(rows, start, x * channels + channel, depth)
      grays[y * width + x] = grayOf(valueOf, head, chunks)
    }
  }
  return grays
}

/** Null: what is packed is damaged, or more than its head says. */
function unpackedRows(content: Buffer, bytes_count: number): Buffer | null {
  try {
    const rows = inflateSync(content, { maxOutputLength: bytes_count })
    return rows.length === bytes_count ? rows : null
  } catch {
    return null
  }
}

export function readPng(file: Buffer): GrayPicture | PngFault {
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return 'not-png'
  const chunks = chunksOf(file)
  const head = headOf(chunks.head)
  if (typeof head === 'string') return head
  const stride = Math.ceil((head.width * head.channels * head.depth) / 8)
  const rows = unpackedRows(chunks.content, (stride + 1) * head.height)
  if (rows === null) return 'not-png'
  const pixel_bytes = Math.max(1, (head.channels * head.depth) >> 3)
  const grays = graysOf(unfiltered(rows, head, stride, pixel_bytes), head, chunks, stride)
  return grays.some((gray) => gray < DARK) ? { width: head.width, height: head.height, grays } : 'blank'
}
