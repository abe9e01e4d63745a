/**
 * A barcode as a scanner of the HID POS class sends it: the reports that `hid-pos.ts` reads. A number of a library is
 * Codabar, with the letters that start and stop it, as many scanners leave them. Pure.
 */

const SCAN_REPORT = 2
const REPORT_BYTES = 64
const AIM_AT = 2
const DATA_AT = 5
const DATA_BYTES = 56
const GOES_ON_AT = 63

const CODABAR = ']F0'
const CODE_128 = ']C0'
const EAN = ']E0'

function read(text: string): { readonly aim: string; readonly data: string } {
  if (/^97[89]\d{10}$/.test(text)) return { aim: EAN, data: text }
  return /^\d{4,20}$/.test(text) ? { aim: CODABAR, data: `A${text}B` } : { aim: CODE_128, data: text }
}

export function posReports(text: string): readonly Uint8Array[] {
  const { aim, data } = read(text)
  const bytes = new TextEncoder().encode(data)
  const pieces_count = Math.max(1, Math.ceil(bytes.length / DATA_BYTES))
  return Array.from({ length: pieces_count }, (_, piece) => {
    const part = bytes.subarray(piece * DATA_BYTES, (piece + 1) * DATA_BYTES)
    const report = new Uint8Array(REPORT_BYTES)
    report.set([SCAN_REPORT, part.length])
    report.set(new TextEncoder().encode(aim), AIM_AT)
    report.set(part, DATA_AT)
    report[GOES_ON_AT] = piece < pieces_count - 1 ? 1 : 0
    return report
  })
}
