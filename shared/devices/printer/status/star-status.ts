/**
 * What a Star printer tells: its automatic status, which also answers ESC ACK SOH, and in it the counter of ETB. The
 * first byte gives the length in bits 5, 3, 2 and 1; by Star's reference no other byte has bit 0 set, nor bit 4.
 */
import { etbCountOf } from '../acknowledgement.ts'
import type { PrinterEvent, PrinterFault } from './status-events.ts'

const LENGTH_MIN = 7
const has = (byte: number, bit: number): boolean => (byte & (1 << bit)) !== 0

/** How long the status is that begins with this byte; null when none begins so. */
export function statusLength(byte: number): number | null {
  if ((byte & 0x91) !== 0x01) return null
  const length = ((byte >> 2) & 0x08) | ((byte >> 1) & 0x07)
  return length < LENGTH_MIN ? null : length
}

/** Whether this byte can be inside. The second, the version, also has bit 7. */
export function isInside(byte: number, at: number): boolean {
  return (byte & (at === 1 ? 0x11 : 0x91)) === 0
}

function faultOf(errors: number): PrinterFault {
  if (has(errors, 5)) return 'unrecoverable'
  if (has(errors, 3)) return 'cutter'
  if (has(errors, 6)) return 'too-hot'
  return has(errors, 2) ? 'other' : 'none'
}

/** Bits 6, 5, 3, 2 and 1 of the eighth byte. */
const countOf = (byte: number): number => ((byte >> 2) & 0x18) | ((byte >> 1) & 0x07)

/** Whether this status says that some ETB was met since the last reset; null: it has a counter, which says more. */
export function metEtb(bytes: readonly number[]): boolean | null {
  return bytes.length > LENGTH_MIN ? null : has(bytes[2] ?? 0, 1)
}

/**
 * The facts of one whole status. `job`: the one whose end is awaited. `was_unmet`: the status before it said that no
 * ETB was met.
 */
export function starEvents(bytes: readonly number[], job: number | null, was_unmet: boolean): readonly PrinterEvent[] {
  const [, , printer = 0, errors = 0, , paper = 0, , counter] = bytes
  // Without a counter a Star only says that some ETB was met: of this job, if it said before that none was. Else it can
  // be that of the job before, told before the printer came to the reset of this one.
  const isMet =
    counter === undefined ? was_unmet && has(printer, 1) : job !== null && countOf(counter) === etbCountOf(job)
  const isDone = job !== null && isMet
  return [
    { event: 'drawer', level: has(printer, 2) ? 'high' : 'low' },
    { event: 'online', is_online: !has(printer, 3) },
    { event: 'cover', is_open: has(printer, 5) },
    { event: 'fault', fault: faultOf(errors) },
    { event: 'paper', paper: has(paper, 3) ? 'out' : (paper & 0x06) === 0 ? 'enough' : 'near-end' },
    ...(isDone ? [{ event: 'acknowledged', job } as const] : []),
  ]
}
