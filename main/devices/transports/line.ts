/** A device that is open, whatever it is plugged into: bytes in, bytes out, and its end. */
import type { DevicePlace, UsbIdentity } from '../../../shared/devices/setup.ts'
import type { FoundDevice } from '../../../shared/devices/wire.ts'
import type { OpenFault } from '../../../shared/devices/life.ts'

/** A device that is there, with the path to open it by. */
export type Seen = Pick<FoundDevice, 'place' | 'name' | 'looks_like'> & { readonly path: string }

/** What a device says of itself by USB. */
export function usbIdentity(vendor_id: number, product_id: number, serial = '', port = ''): UsbIdentity {
  const identity = { vendor_id, product_id, serial_number: serial.slice(0, 200) }
  return port === '' ? identity : { ...identity, port: port.slice(0, 100) }
}

/** What a device tells while it is open. After `onLost`, or once it was closed, nothing more comes. */
export type LineEvents = {
  readonly onBytes: (bytes: Uint8Array) => void
  /** It went away, or can no longer be used. @param detail in the words of the system or the driver */
  readonly onLost: (detail: string) => void
}

/**
 * What became of bytes that were written. `taken`: the transport took all of them, which says nothing of the device.
 * `short`: not within the limit, or the device went away; it may have taken up to `taken_max_count` of them, and with 0
 * certainly none.
 */
export type Written =
  { readonly kind: 'taken' } | { readonly kind: 'short'; readonly taken_max_count: number; readonly detail: string }

export type Line = {
  /** What a HID device says of its reports; left out where the system does not tell. */
  readonly descriptor?: Uint8Array | undefined
  /**
   * One call after another: the next begins when the one before has settled. Never throws. After `short` the line ends.
   * @param isHeldUp while it says so, such as without paper, the limit does not run
   */
  readonly write: (bytes: Uint8Array, limit_ms: number, isHeldUp?: () => boolean) => Promise<Written>
  /** May be called again, and ends within its time limit whatever the device does. */
  readonly close: () => Promise<void>
}

export type Opening =
  | { readonly kind: 'open'; readonly line: Line }
  | { readonly kind: 'not-open'; readonly fault: OpenFault; readonly detail: string }

/** @param path where the system has it now */
export type Open = (place: DevicePlace, path: string, events: LineEvents) => Promise<Opening>

/** A driver takes this much at a time. */
const PIECE_BYTES = 1_024

const faultText = (fault: unknown): string =>
  // node-hid reports some of its errors as bare strings.
  fault instanceof Error ? fault.message : String(fault)

type PieceOptions = { readonly piece_bytes?: number; readonly isHeldUp?: (() => boolean) | undefined }

/** Writes piece by piece, so that it is known how far it got. @param write takes one piece, or throws */
export async function inPieces(
  bytes: Uint8Array,
  limit_ms: number,
  write: (piece: Uint8Array) => Promise<unknown>,
  { piece_bytes = PIECE_BYTES, isHeldUp }: PieceOptions = {},
): Promise<Written> {
  const clock = { left_ms: Math.max(1, limit_ms) }
  for (let at = 0; at < bytes.length; at += piece_bytes) {
    const piece = bytes.subarray(at, at + piece_bytes)
    try {
      await whileLeft(clock, write(piece), isHeldUp)
    } catch (fault) {
      return { kind: 'short', taken_max_count: at + piece.length, detail: faultText(fault) }
    }
  }
  return { kind: 'taken' }
}

/** How often it is asked whether the device is held up. */
const STEP_MS = 250

async function whileLeft(clock: { left_ms: number }, work: Promise<unknown>, isHeldUp?: () => boolean): Promise<void> {
  while (clock.left_ms > 0) {
    const from_ms = performance.now()
    const isDone = (await inTime(Math.min(STEP_MS, clock.left_ms), work)) !== null
    if (isDone || isHeldUp?.() !== true) clock.left_ms -= performance.now() - from_ms
    if (isDone) return
  }
  work.catch(() => undefined)
  throw new Error('the device did not take it in time')
}

/** "EAGAIN", as Node names what the system says; empty where it has no such name. */
export function errorCodeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : ''
}

/** What the words of a fault mean. Only Windows says "access denied" of a port that another program has. */
export function openFaultOf(fault: unknown, platform: NodeJS.Platform = process.platform): OpenFault {
  const text = faultText(fault)
  if (/cannot lock|temporarily unavailable|EBUSY|resource busy|in use/i.test(text)) return 'busy'
  if (/access (is )?denied/i.test(text)) return platform === 'win32' ? 'busy' : 'denied'
  if (/permission|EACCES|EPERM/i.test(text)) return 'denied'
  if (/no such|ENOENT|ENODEV|ENXIO|not found|cannot find/i.test(text)) return 'absent'
  return 'broken'
}

export function notOpen(fault: unknown): Opening {
  return { kind: 'not-open', fault: openFaultOf(fault), detail: faultText(fault) }
}

/** Settles within the time limit: native code that hangs must not keep the rest waiting. */
export async function within<Result>(limit_ms: number, what: string, work: Promise<Result>): Promise<Result> {
  const done = await inTime(limit_ms, work)
  if (done === null) throw new Error(`${what} took longer than ${limit_ms} ms`)
  return done.result
}

/** What it settles with; null: not within the time. */
export async function inTime<Result>(
  limit_ms: number,
  work: Promise<Result>,
): Promise<{ readonly result: Result } | null> {
  const late = Promise.withResolvers<null>()
  const timer = setTimeout(() => late.resolve(null), limit_ms)
  try {
    return await Promise.race([work.then((result) => ({ result })), late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** Passes on what the device tells until its first end, which is told once. */
export function untilEnded(events: LineEvents): LineEvents & { readonly end: () => void } {
  let isEnded = false
  return {
    onBytes: (bytes) => {
      if (!isEnded) events.onBytes(bytes)
    },
    onLost: (detail) => {
      if (isEnded) return
      isEnded = true
      events.onLost(detail)
    },
    end: () => {
      isEnded = true
    },
  }
}
