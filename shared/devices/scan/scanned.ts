/** What a scanner that is no keyboard reads: the text, what kind of barcode it was, and what was no scan. */

/** Longer than any barcode a library has, and short enough that garbage cannot fill the memory. */
export const SCAN_BYTES_MAX = 4_096

/** Why bytes of a scanner were no scan. Each stretch of them is told once. */
export const SCAN_FAULTS = ['too-long', 'half-report', 'not-text'] as const
export type ScanFault = (typeof SCAN_FAULTS)[number]

export type ScannerSaid =
  { readonly kind: 'scan'; readonly text: string } | { readonly kind: 'fault'; readonly fault: ScanFault }

/** An AIM symbology identifier (ISO/IEC 15424): "]", a letter for the symbology, and how it was read. */
const AIM = /^\]([A-Za-z])[0-9A-Za-z]/

/** Codabar with the letters that start and stop it, which a scanner may send. */
const CODABAR_LETTERS = /^[A-Da-d](.+)[A-Da-d]$/

/**
 * The text of a barcode without its identifier. Only of Codabar are the letters at both ends no part of the number.
 * @param aim the identifier, where the scanner sends it apart from the text; empty: perhaps before the text
 */
export function withoutIdentifier(text: string, aim = ''): string {
  const found = AIM.exec(aim) ?? AIM.exec(text)
  if (!found) return text
  const bare = AIM.test(aim) ? text : text.slice(found[0].length)
  return found[1] === 'F' ? (CODABAR_LETTERS.exec(bare)?.[1] ?? bare) : bare
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const latin1 = new TextDecoder('latin1')

/** UTF-8, or where it is not that, Latin-1, which scanners set up before Unicode send. */
function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return latin1.decode(bytes)
  }
}

/** A group separator stands between the fields of a GS1 barcode, and is the one control character in a barcode. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001c\u001e\u001f\u007f]/

/** What the bytes of a whole scan say; null for none. */
export function readScanned(bytes: Uint8Array, aim = ''): ScannerSaid | null {
  if (bytes.length === 0) return null
  if (bytes.length > SCAN_BYTES_MAX) return { kind: 'fault', fault: 'too-long' }
  const text = withoutIdentifier(textOf(bytes), aim)
  if (text === '') return null
  return CONTROLS.test(text) ? { kind: 'fault', fault: 'not-text' } : { kind: 'scan', text }
}
