/**
 * A scanner of the HID POS class: the reports it sends, put together to scans. Pure. The layout of a report (HID Point
 * of Sale Usage Tables 1.02, and the manual of the Access-IS LSR118): [0] report 2, [1] bytes of data in this report,
 * [2..4] the AIM identifier, [5..60] data, [61] the vendor's own code for the symbology, [62] reserved, [63] bit 0: the
 * scan goes on in the next report. Some scanners have the identifier one byte later.
 */
import { readScanned, SCAN_BYTES_MAX, type ScannerSaid } from './scanned.ts'

/** Where HID finds a scanner, whoever made it: the usage page and the usage of its collection. */
export const SCANNER_USAGE_PAGE = 0x8c
export const SCANNER_USAGE = 0x02

const SCAN_REPORT = 2
const REPORT_BYTES = 64
const DATA_AT = 5
const DATA_BYTES = 56
const GOES_ON_AT = 63
const BRACKET = 0x5d

/** `aim` is that of the first report of a scan. `is_dropped`: the scan is too long, and ends unread. */
export type HidPosState = { readonly aim: string; readonly bytes: readonly number[]; readonly is_dropped: boolean }

export const HID_POS_AT_REST: HidPosState = { aim: '', bytes: [], is_dropped: false }

const FAULT: ScannerSaid = { kind: 'fault', fault: 'half-report' }

function aimOf(report: Uint8Array): string {
  const at = report[2] === BRACKET ? 2 : report[3] === BRACKET ? 3 : null
  return at === null ? '' : String.fromCharCode(...report.subarray(at, at + 3))
}

/** No more reports came. Half a scan is none, and no part of the next: the system drops what is read too late. */
export function hidPosSilence({ bytes, is_dropped }: HidPosState): ScannerSaid | null {
  return bytes.length > 0 || is_dropped ? FAULT : null
}

/**
 * One report. Other reports than scans, such as that of a trigger, say nothing.
 * @param report with its number first, as node-hid gives it
 */
export function hidPosStep(state: HidPosState, report: Uint8Array): readonly [HidPosState, ScannerSaid | null] {
  if (report[0] !== SCAN_REPORT) return [state, null]
  const length = report[1] ?? 0
  if (report.length < REPORT_BYTES || length > DATA_BYTES) return [HID_POS_AT_REST, FAULT]
  const bytes = state.is_dropped ? [] : [...state.bytes, ...report.subarray(DATA_AT, DATA_AT + length)]
  const aim = state.bytes.length > 0 || state.is_dropped ? state.aim : aimOf(report)
  const is_dropped = state.is_dropped || bytes.length > SCAN_BYTES_MAX
  const goesOn = ((report[GOES_ON_AT] ?? 0) & 1) === 1
  if (goesOn) return [{ aim, bytes: is_dropped ? [] : bytes, is_dropped }, null]
  const said = is_dropped ? ({ kind: 'fault', fault: 'too-long' } as const) : readScanned(Uint8Array.from(bytes), aim)
  return [HID_POS_AT_REST, said]
}
