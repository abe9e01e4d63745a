/**
 * MARC-8 to Unicode: the character sets that libraries used before UTF-8, switched by escape sequences, with accents
 * before their letter. The caller passes the tables. Never drops a character silently: one that no table knows becomes
 * U+FFFD and is counted.
 */

/** Character sets by the letter that selects them; each maps a code to [code point, 1 for an accent]. */
export type Marc8Tables = Readonly<Record<number, Readonly<Record<number, readonly [number, number]>>>>

const ESCAPE = 0x1b
const ASCII = 0x42
const ANSEL = 0x45
const EAST_ASIAN = 0x31
const UNKNOWN = '\ufffd'

type Sets = { g0: number; g1: number }

/** Reads the escape sequence at `at`, switches sets, and returns its length; 0 when there is none. */
function escapeLength(bytes: Uint8Array, at: number, sets: Sets): number {
  const second = bytes[at + 1] ?? 0
  const third = bytes[at + 2] ?? 0
  // ESC g, b, p: Greek symbols, subscript, superscript; ESC s: back to ASCII.
  if (second === 0x67 || second === 0x62 || second === 0x70) sets.g0 = second
  else if (second === 0x73) sets.g0 = ASCII
  else if (second === 0x28 || second === 0x2c) sets.g0 = third
  else if (second === 0x29 || second === 0x2d) sets.g1 = third
  else if (second === 0x24) return multibyteEscape(bytes, at, sets)
  else return 0
  if (second >= 0x62) return 2
  // "ESC ( ! E" and "ESC ) ! E" name ANSEL with one byte more.
  if (third !== 0x21) return 3
  const fourth = bytes[at + 3] ?? 0
  if (second === 0x28 || second === 0x2c) sets.g0 = fourth
  else sets.g1 = fourth
  return 4
}

function multibyteEscape(bytes: Uint8Array, at: number, sets: Sets): number {
  const third = bytes[at + 2] ?? 0
  if (third === 0x29 || third === 0x2d) {
    sets.g1 = bytes[at + 3] ?? 0
    return 4
  }
  if (third === 0x2c) {
    sets.g0 = bytes[at + 3] ?? 0
    return 4
  }
  sets.g0 = third
  return 3
}

/** Joiners and non-sorting marks that MARC-8 keeps among the controls. */
const CONTROLS: Readonly<Record<number, string>> = { 0x88: '', 0x89: '', 0x8d: '\u200d', 0x8e: '\u200c' }

type Found = { readonly text: string; readonly isAccent: boolean; readonly length: number; readonly isUnknown: boolean }

function characterAt(bytes: Uint8Array, at: number, sets: Sets, tables: Marc8Tables): Found {
  const byte = bytes[at] ?? 0
  const plain = { isAccent: false, length: 1, isUnknown: false }
  if (byte <= 0x20 || byte === 0x7f) return { ...plain, text: String.fromCharCode(byte) }
  const control = CONTROLS[byte]
  if (control !== undefined) return { ...plain, text: control }
  const set = byte < 0x80 ? sets.g0 : sets.g1
  if (set === ASCII && byte < 0x80) return { ...plain, text: String.fromCharCode(byte) }
  const isWide = set === EAST_ASIAN
  const length = isWide ? 3 : 1
  const wide = ((byte & 0x7f) << 16) | (((bytes[at + 1] ?? 0) & 0x7f) << 8) | ((bytes[at + 2] ?? 0) & 0x7f)
  const table = tables[set]
  const pair = isWide ? table?.[wide] : (table?.[byte] ?? table?.[byte ^ 0x80])
  if (!pair) return { text: UNKNOWN, isAccent: false, length, isUnknown: true }
  return { text: String.fromCodePoint(pair[0]), isAccent: pair[1] === 1, length, isUnknown: false }
}

/** The text of one subfield. `unknown_count`: characters that no table knows. */
export function decodeMarc8(
  bytes: Uint8Array,
  tables: Marc8Tables,
): { readonly text: string; readonly unknown_count: number } {
  const sets: Sets = { g0: ASCII, g1: ANSEL }
  let text = ''
  let accents = ''
  let unknown_count = 0
  let at = 0
  while (at < bytes.length) {
    if (bytes[at] === ESCAPE) {
      const length = escapeLength(bytes, at, sets)
      at += Math.max(length, 1)
      continue
    }
    const found = characterAt(bytes, at, sets, tables)
    at += found.length
    if (found.isUnknown) unknown_count += 1
    if (found.isAccent) {
      accents += found.text
    } else if (found.text !== '') {
      text += found.text + accents
      accents = ''
    }
  }
  const whole = (text + accents).replaceAll(/&#x([0-9a-f]{4,6});/gi, (all, digits: string) => {
    const point = Number.parseInt(digits, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : all
  })
  return { text: whole.normalize('NFC'), unknown_count }
}
