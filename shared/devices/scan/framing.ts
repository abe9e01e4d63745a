/**
 * A scanner on a serial line: bytes in any chunks, put together to scans. Pure; the caller says when nothing came for
 * a while. A scan ends with its suffix, or where the library set none, with a silence.
 */
import { z } from 'zod'
import { readScanned, SCAN_BYTES_MAX, type ScannerSaid } from './scanned.ts'

export const PREFIX_BYTES_MAX = 8
const bytesSchema = z.array(z.int().min(0).max(255)).max(PREFIX_BYTES_MAX)

export const framingSchema = z.strictObject({
  /** What the scanner sends before each scan, and is left off. */
  prefix: bytesSchema,
  /** What ends a scan: any of these bytes. None: a silence does. */
  ends: bytesSchema,
  /** Bytes that are this far apart belong to different scans. */
  silence_ms: z.int().min(10).max(2_000),
})
export type Framing = z.infer<typeof framingSchema>

const [CR, LF, TAB] = [0x0d, 0x0a, 0x09]
/** What scanners send unless they are set up otherwise. */
export const USUAL_FRAMING: Framing = { prefix: [], ends: [CR, LF, TAB], silence_ms: 200 }

/** `is_dropped`: the scan is too long, which was told, and ends unread. */
export type FrameState = { readonly bytes: readonly number[]; readonly is_dropped: boolean }

export const FRAME_AT_REST: FrameState = { bytes: [], is_dropped: false }

function withoutPrefix(bytes: readonly number[], { prefix }: Framing): Uint8Array {
  const hasIt = prefix.length > 0 && prefix.every((byte, at) => bytes[at] === byte)
  return Uint8Array.from(hasIt ? bytes.slice(prefix.length) : bytes)
}

/** Whether a scan is half here, and so a silence can end it. */
export function isMidScan({ bytes, is_dropped }: FrameState): boolean {
  return bytes.length > 0 || is_dropped
}

/**
 * What is left after a silence. A scan that was too long is over only with its suffix: what of it comes after a pause
 * would be taken for a scan of its own. One that lost its
 * suffix takes the next scan with it.
 */
export function afterSilence(framing: Framing, { is_dropped }: FrameState): FrameState {
  return { bytes: [], is_dropped: is_dropped && framing.ends.length > 0 }
}

/**
 * Nothing came for `silence_ms`. Without a suffix the scan is whole; with one its end was lost, and half a number is no
 * scan: it could be another item's.
 */
export function frameSilence(framing: Framing, { bytes }: FrameState): ScannerSaid | null {
  if (bytes.length === 0) return null
  if (framing.ends.length > 0) return { kind: 'fault', fault: 'half-report' }
  return readScanned(withoutPrefix(bytes, framing))
}

/** A chunk of bytes, wherever it was cut. */
export function frameStep(
  framing: Framing,
  before: FrameState,
  chunk: Uint8Array,
): readonly [FrameState, readonly ScannerSaid[]] {
  const said: ScannerSaid[] = []
  let bytes = [...before.bytes]
  let { is_dropped } = before
  for (const byte of chunk) {
    if (framing.ends.includes(byte)) {
      const whole = is_dropped ? null : readScanned(withoutPrefix(bytes, framing))
      if (whole) said.push(whole)
      bytes = []
      is_dropped = false
    } else if (!is_dropped) {
      bytes.push(byte)
      if (bytes.length <= SCAN_BYTES_MAX) continue
      said.push({ kind: 'fault', fault: 'too-long' })
      bytes = []
      is_dropped = true
    }
  }
  return [{ bytes, is_dropped }, said]
}
