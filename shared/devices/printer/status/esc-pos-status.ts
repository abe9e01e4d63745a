/**
 * What an ESC/POS printer answers: to DLE EOT 1 to 4, by itself (automatic status back), and when a job is printed.
 * Which of them a byte begins is in its fixed bits, by Epson's reference: 0xx1xx10 is an answer to DLE EOT, 0xx1xx00
 * the first of four bytes of automatic status, 0xx0xxxx each of the three after it.
 */
import type { PrinterEvent, PrinterFault, StatusQuestion } from './status-events.ts'

const ANSWER_MASK = 0x93
const PLAIN_MASK = 0x90

export const isAnswer = (byte: number): boolean => (byte & ANSWER_MASK) === 0x12
export const isAutomatic = (byte: number): boolean => (byte & ANSWER_MASK) === 0x10
/** A byte inside automatic status, or the answer to GS r. */
export const isPlain = (byte: number): boolean => (byte & PLAIN_MASK) === 0
/** Flow control of a serial line, no status. */
export const isFlow = (byte: number): boolean => byte === 0x11 || byte === 0x13

const AUTOMATIC_LENGTH = 4

const has = (byte: number, bit: number): boolean => (byte & (1 << bit)) !== 0

function faultOf(cutter: boolean, unrecoverable: boolean, other: boolean): PrinterFault {
  if (unrecoverable) return 'unrecoverable'
  if (cutter) return 'cutter'
  return other ? 'other' : 'none'
}

/** The answer to DLE EOT n. */
export function answered(question: StatusQuestion, byte: number): readonly PrinterEvent[] {
  switch (question) {
    case 1:
      return [
        { event: 'drawer', level: has(byte, 2) ? 'high' : 'low' },
        { event: 'online', is_online: !has(byte, 3) },
      ]
    case 2:
      return [{ event: 'cover', is_open: has(byte, 2) }]
    case 3:
      return [{ event: 'fault', fault: faultOf(has(byte, 3), has(byte, 5), has(byte, 6)) }]
    case 4:
      return [{ event: 'paper', paper: (byte & 0x60) !== 0 ? 'out' : (byte & 0x0c) === 0 ? 'enough' : 'near-end' }]
  }
}

/**
 * Automatic status: four bytes, the first of them `bytes[0]`. Null while bytes are missing; no facts when a byte in it
 * has the wrong fixed bits.
 */
export function automatic(bytes: readonly number[]): readonly PrinterEvent[] | null {
  const broken = bytes.slice(1, AUTOMATIC_LENGTH).some((byte) => !isPlain(byte))
  if (broken) return []
  const [first, second, third] = bytes
  if (bytes.length < AUTOMATIC_LENGTH || first === undefined || second === undefined || third === undefined) return null
  return [
    { event: 'drawer', level: has(first, 2) ? 'high' : 'low' },
    { event: 'online', is_online: !has(first, 3) },
    { event: 'cover', is_open: has(first, 5) },
    { event: 'fault', fault: faultOf(has(second, 3), has(second, 5), has(second, 6)) },
    { event: 'paper', paper: (third & 0x0c) !== 0 ? 'out' : (third & 0x03) === 0 ? 'enough' : 'near-end' },
  ]
}
