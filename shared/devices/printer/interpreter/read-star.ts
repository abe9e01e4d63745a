/** Reads one command of StarPRNT or Star Line Mode, by Star's references. */
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
const RS = 0x1e

/** ESC: the byte behind it, and how many more belong to the command. */
const ESC_LENGTHS: Readonly<Record<number, number>> = {
  0x07: 2, // How long a pulse is.
  0x2d: 1, // Underline.
  0x30: 0, // Lines 24 dots apart.
  0x34: 0, // White on black.
  0x35: 0, // Black on white.
  0x40: 0, // Initialize.
  0x45: 0, // Bold.
  0x46: 0, // Not bold.
  0x61: 1, // Feed lines.
  0x64: 1, // Cut.
  0x69: 2, // Size of letters.
  0x7a: 1, // Usual line spacing.
}

function escCommand(code: number, bytes: readonly number[]): Command {
  const [n = 0, m = 0] = bytes
  switch (code) {
    case 0x30:
      return { does: 'line-spacing', dots: 24 }
    case 0x40:
      return { does: 'initialize' }
    case 0x45:
    case 0x46:
      return { does: 'bold', is_on: code === 0x45 }
    case 0x64:
      return { does: 'cut' }
    case 0x69:
      return { does: 'size', across: 1 + (m & 7), down: 1 + (n & 7) }
    case 0x7a:
      return { does: 'line-spacing', dots: null }
    default:
      return NOTHING
  }
}

/** ESC X: columns of 24 dots. */
function strip(bytes: ArrayLike<number>, at: number): Read {
  const [low = 0, high = 0] = slice(bytes, at + 2, at + 4)
  const width = low + high * 256
  const length = 4 + width * 3
  return whole(bytes, at, length, () => {
    return { does: 'strip', bitmap: columnsBitmap(slice(bytes, at + 4, at + length), width, 3) }
  })
}

/** ESC b: kind, number below, width, height, data, RS. Gives its own height and width. */
function barcode(bytes: ArrayLike<number>, at: number): Read {
  let to = at + 6
  while (to < bytes.length && bytes[to] !== RS) to += 1
  const length = to + 1 - at
  const kind = bytes[at + 2] ?? 0
  return whole(bytes, at, length, () => {
    const text = textOf(slice(bytes, at + 6, to))
    if (kind === 8) return { does: 'barcode', symbology: 'codabar', text: text.slice(1, -1) }
    if (kind === 6) return { does: 'barcode', symbology: 'code128', text }
    return { does: 'unknown', bytes: slice(bytes, at, at + length) }
  })
}

/** ESC GS y: the kind, the size, the level, the text, and then the code. */
function qr(bytes: ArrayLike<number>, at: number): Read {
  const [what = 0, which = 0, n = 0] = slice(bytes, at + 3, at + 6)
  if (bytes.length < at + 4) return null
  if (what === 0x50) return read(4, { does: 'qr-print' })
  if (what === 0x53)
    return whole(bytes, at, 6, () => {
      if (which === 0x31) return { does: 'qr', part: { level: qrLevel(n) } }
      return which === 0x32 ? { does: 'qr', part: { square_dots: n } } : NOTHING
    })
  if (what !== 0x44) return read(4, { does: 'unknown', bytes: slice(bytes, at, at + 4) })
  if (bytes.length < at + 8) return null
  const length = 8 + (bytes[at + 6] ?? 0) + (bytes[at + 7] ?? 0) * 256
  return whole(bytes, at, length, () => ({ does: 'qr', part: { text: textOf(slice(bytes, at + 8, at + length)) } }))
}

/** ESC GS: page of letters, align, and the change between pages and lines. */
function gsRead(bytes: ArrayLike<number>, at: number): Read {
  if (bytes[at + 2] === 0x79) return qr(bytes, at)
  return whole(bytes, at, 4, () => {
    const [code = 0, n = 0] = slice(bytes, at + 2, at + 4)
    if (code === 0x74) return { does: 'page', number: n }
    if (code === 0x61) return { does: 'align', align: ALIGNS[n % 48] ?? 'left' }
    return code === 0x50 ? NOTHING : { does: 'unknown', bytes: slice(bytes, at, at + 4) }
  })
}

/** ESC RS: the font, automatic status, and the counter of ETB. */
function rsRead(bytes: ArrayLike<number>, at: number): Read {
  return whole(bytes, at, 4, () => {
    const [code = 0, n = 0] = slice(bytes, at + 2, at + 4)
    if (code === 0x45) return { does: 'reset-count' }
    if (code === 0x61) return { does: 'automatic-status', is_on: n !== 0 }
    return code === 0x46 ? NOTHING : { does: 'unknown', bytes: slice(bytes, at, at + 4) }
  })
}

function escRead(bytes: ArrayLike<number>, at: number): Read {
  const code = bytes[at + 1] ?? 0
  if (code === 0x58) return bytes.length < at + 4 ? null : strip(bytes, at)
  if (code === 0x62) return barcode(bytes, at)
  if (code === 0x1d) return gsRead(bytes, at)
  if (code === RS) return rsRead(bytes, at)
  // ESC ACK SOH: obeyed when it is received.
  if (code === 0x06) return whole(bytes, at, 3, () => NOTHING)
  const more = ESC_LENGTHS[code]
  if (more === undefined) return read(2, { does: 'unknown', bytes: slice(bytes, at, at + 2) })
  return whole(bytes, at, 2 + more, () => escCommand(code, slice(bytes, at + 2, at + 2 + more)))
}

/** The command at `at`, where there is a byte. */
export function readStar(bytes: ArrayLike<number>, at: number): Read {
  const byte = bytes[at] ?? 0
  if (byte === 0x1b) return bytes.length < at + 2 ? null : escRead(bytes, at)
  if (byte >= 0x20 && byte !== 0x7f) return read(1, { does: 'letter', byte })
  switch (byte) {
    case 0x0a:
      return read(1, { does: 'line-feed' })
    case 0x17:
      return read(1, { does: 'count' })
    case 0x07:
      return read(1, { does: 'pulse', connector: 0 })
    case 0x1a:
      return read(1, { does: 'pulse', connector: 1 })
    case 0x0d:
    case 0x18:
      return read(1, NOTHING)
    default:
      return read(1, { does: 'unknown', bytes: [byte] })
  }
}
