/**
 * Reads one command of ESC/POS, by Epson's reference. Knows how long the commands are that it does nothing about, so
 * that what follows them is not taken for text.
 */
import {
  columnsBitmap,
  NOTHING,
  qrLevel,
  read,
  slice,
  textOf,
  whole,
  type Align,
  type Command,
  type Read,
} from './command.ts'

const ALIGNS: readonly Align[] = ['left', 'center', 'right']
const alignOf = (byte: number): Align => ALIGNS[byte % 48] ?? 'left'

/** ESC: the byte behind it, and how many more belong to the command. */
const ESC_LENGTHS: Readonly<Record<number, number>> = {
  0x20: 1, // Space between letters.
  0x21: 1, // Print mode.
  0x24: 2, // Position.
  0x2d: 1, // Underline.
  0x32: 0, // Usual line spacing.
  0x33: 1, // Line spacing.
  0x40: 0, // Initialize.
  0x45: 1, // Bold.
  0x47: 1, // Double strike.
  0x4a: 1, // Feed dots.
  0x4d: 1, // Font.
  0x52: 1, // International set.
  0x56: 1, // Turned letters.
  0x61: 1, // Align.
  0x64: 1, // Feed lines.
  0x69: 0, // Cut.
  0x6d: 0, // Cut.
  0x70: 3, // Pulse.
  0x74: 1, // Page of letters.
  0x7b: 1, // Upside down.
}

function escCommand(code: number, bytes: readonly number[]): Command {
  const [n = 0] = bytes
  switch (code) {
    case 0x32:
      return { does: 'line-spacing', dots: null }
    case 0x33:
      return { does: 'line-spacing', dots: n }
    case 0x40:
      return { does: 'initialize' }
    case 0x45:
    case 0x47:
      return { does: 'bold', is_on: (n & 1) === 1 }
    case 0x61:
      return { does: 'align', align: alignOf(n) }
    case 0x69:
    case 0x6d:
      return { does: 'cut' }
    case 0x70:
      return { does: 'pulse', connector: (n & 1) === 1 ? 1 : 0 }
    case 0x74:
      return { does: 'page', number: n }
    default:
      return NOTHING
  }
}

/** ESC * m nL nH: eight or 24 dots a column. */
function bitImage(bytes: ArrayLike<number>, at: number): Read {
  const [mode = 0, low = 0, high = 0] = slice(bytes, at + 2, at + 5)
  const column_bytes = mode >= 32 ? 3 : 1
  const width = low + high * 256
  const length = 5 + width * column_bytes
  return whole(bytes, at, length, () => {
    return { does: 'strip', bitmap: columnsBitmap(slice(bytes, at + 5, at + length), width, column_bytes) }
  })
}

const GS_LENGTHS: Readonly<Record<number, number>> = {
  0x21: 1, // Size of letters.
  0x42: 1, // White on black.
  0x48: 1, // Where the number below a barcode goes.
  0x4c: 2, // Left margin.
  0x50: 2, // Motion units.
  0x57: 2, // Width of the paper.
  0x61: 1, // Automatic status.
  0x62: 1, // Smooth letters.
  0x66: 1, // Font of the number below a barcode.
  0x68: 1, // Height of a barcode.
  0x72: 1, // Status in its turn.
  0x77: 1, // Width of a bar.
}

function gsCommand(code: number, n: number): Command {
  switch (code) {
    case 0x21:
      return { does: 'size', across: 1 + ((n >> 4) & 7), down: 1 + (n & 7) }
    case 0x61:
      return { does: 'automatic-status', is_on: n !== 0 }
    case 0x68:
      return { does: 'bar-height', dots: n }
    case 0x72:
      return n === 1 || n === 0x31 ? { does: 'answer-paper' } : NOTHING
    case 0x77:
      return { does: 'bar-width', dots: n }
    default:
      return NOTHING
  }
}

function endOf(bytes: ArrayLike<number>, from: number): number {
  let to = from
  while (to < bytes.length && bytes[to] !== 0) to += 1
  return to
}

/** GS k: with a NUL at its end, or from 65 on with its length first. */
function barcode(bytes: ArrayLike<number>, at: number): Read {
  const kind = bytes[at + 2] ?? 0
  const isCounted = kind >= 65
  if (isCounted && bytes.length < at + 4) return null
  const from = isCounted ? at + 4 : at + 3
  const to = isCounted ? from + (bytes[at + 3] ?? 0) : endOf(bytes, from)
  const length = (isCounted ? to : to + 1) - at
  return whole(bytes, at, length, () => {
    const text = textOf(slice(bytes, from, to))
    if (kind === 6 || kind === 71) return { does: 'barcode', symbology: 'codabar', text: text.slice(1, -1) }
    if (kind === 73 && text.startsWith('{B')) return { does: 'barcode', symbology: 'code128', text: text.slice(2) }
    return { does: 'unknown', bytes: slice(bytes, at, at + length) }
  })
}

/** GS v 0: rows of dots. */
function rowImage(bytes: ArrayLike<number>, at: number): Read {
  const [xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = slice(bytes, at + 4, at + 8)
  const stride = xLow + xHigh * 256
  const rows = yLow + yHigh * 256
  const length = 8 + stride * rows
  return whole(bytes, at, length, () => {
    const dots = Uint8Array.from(slice(bytes, at + 8, at + length))
    return { does: 'picture', bitmap: { width_dots: stride * 8, height_dots: rows, bytes: dots } }
  })
}

/** GS ( k 49: the kind, the size, the level, the text, and then the code. */
function qrCommand(bytes: readonly number[]): Command | null {
  const [way, what, n = 0] = bytes
  if (way !== 0x31) return null
  if (what === 0x41) return NOTHING
  if (what === 0x43) return { does: 'qr', part: { square_dots: n } }
  if (what === 0x45) return { does: 'qr', part: { level: qrLevel(n) } }
  if (what === 0x50) return { does: 'qr', part: { text: textOf(bytes.slice(3)) } }
  return what === 0x51 ? { does: 'qr-print' } : null
}

/** GS ( and FS (: a letter, a length, and so many bytes. */
function extended(bytes: ArrayLike<number>, at: number): Read {
  const [head = 0, , code = 0, low = 0, high = 0] = slice(bytes, at, at + 5)
  const length = 5 + low + high * 256
  return whole(bytes, at, length, () => {
    const given = slice(bytes, at + 5, at + length)
    const [way = 0, what = 0] = given
    if (head === 0x1d && code === 0x44) return { does: 'allow-pulses', is_allowed: allowed(given.slice(1)) }
    if (head === 0x1d && code === 0x48 && way === 0x30 && what === 0x30)
      return { does: 'answer', bytes: [0x37, 0x22, ...given.slice(2, 6), 0x00] }
    const qr = head === 0x1d && code === 0x6b ? qrCommand(given) : null
    return qr ?? { does: 'unknown', bytes: slice(bytes, at, at + length) }
  })
}

/** GS ( D: pairs of a command in real time and whether it is on; 1 is the pulse. */
function allowed(pairs: readonly number[]): boolean {
  return pairs.every((byte, at) => at % 2 === 1 || byte !== 1 || pairs[at + 1] === 1 || pairs[at + 1] === 0x31)
}

function escRead(bytes: ArrayLike<number>, at: number): Read {
  const code = bytes[at + 1] ?? 0
  if (code === 0x2a) return bytes.length < at + 5 ? null : bitImage(bytes, at)
  const more = ESC_LENGTHS[code]
  if (more === undefined) return read(2, { does: 'unknown', bytes: slice(bytes, at, at + 2) })
  return whole(bytes, at, 2 + more, () => escCommand(code, slice(bytes, at + 2, at + 2 + more)))
}

function gsRead(bytes: ArrayLike<number>, at: number): Read {
  const [code = 0, n = 0] = slice(bytes, at + 1, at + 3)
  if (code === 0x28) return bytes.length < at + 5 ? null : extended(bytes, at)
  if (code === 0x6b) return bytes.length < at + 3 ? null : barcode(bytes, at)
  if (code === 0x76) return bytes.length < at + 8 ? null : rowImage(bytes, at)
  // GS V m, and from 65 on with the dots to feed before.
  if (code === 0x56) return bytes.length < at + 3 ? null : whole(bytes, at, n >= 65 ? 4 : 3, () => ({ does: 'cut' }))
  const more = GS_LENGTHS[code]
  if (more === undefined) return read(2, { does: 'unknown', bytes: slice(bytes, at, at + 2) })
  return whole(bytes, at, 2 + more, () => gsCommand(code, n))
}

/** DLE: obeyed when it is received; in its turn it is nothing. */
function dleRead(bytes: ArrayLike<number>, at: number): Read {
  const [code = 0, fn = 0] = slice(bytes, at + 1, at + 3)
  const lengths: Readonly<Record<number, number>> = { 0x04: 3, 0x05: 3, 0x14: fn === 8 ? 10 : 5 }
  const length = lengths[code]
  if (length === undefined) return read(2, { does: 'unknown', bytes: slice(bytes, at, at + 2) })
  return bytes.length < at + 3 ? null : whole(bytes, at, length, () => NOTHING)
}

/** The command at `at`, where there is a byte. */
export function readEscPos(bytes: ArrayLike<number>, at: number): Read {
  const byte = bytes[at] ?? 0
  if (byte >= 0x20 && byte !== 0x7f) return read(1, { does: 'letter', byte })
  if (byte === 0x0a) return read(1, { does: 'line-feed' })
  if (byte === 0x0d) return read(1, NOTHING)
  if (![0x10, 0x1b, 0x1c, 0x1d].includes(byte)) return read(1, { does: 'unknown', bytes: [byte] })
  if (bytes.length < at + 2) return null
  if (byte === 0x10) return dleRead(bytes, at)
  if (byte === 0x1b) return escRead(bytes, at)
  if (byte === 0x1d) return gsRead(bytes, at)
  const code = bytes[at + 1] ?? 0
  if (code === 0x28) return bytes.length < at + 5 ? null : extended(bytes, at)
  // FS . and FS &: letters of one byte, or of two.
  return read(2, code === 0x2e || code === 0x26 ? NOTHING : { does: 'unknown', bytes: slice(bytes, at, at + 2) })
}
