/** Reports as a scanner of the HID POS class sends them, made apart from the code that reads them. */

const REPORT_BYTES = 64
const ROOM_BYTES = 56

/** @param aim the identifier, three characters */
export function posReports(text: string, aim: string): readonly Uint8Array[] {
  const data = Buffer.from(text, 'utf8')
  const reports: Uint8Array[] = []
  for (let at = 0; at < Math.max(1, data.length); at += ROOM_BYTES) {
    const piece = data.subarray(at, at + ROOM_BYTES)
    const report = Buffer.alloc(REPORT_BYTES)
    report[0] = 2
    report[1] = piece.length
    report.write(aim, 2, 'latin1')
    report.set(piece, 5)
    report[63] = at + ROOM_BYTES < data.length ? 1 : 0
    reports.push(report)
  }
  return reports
}
