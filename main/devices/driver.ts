/**
 * What every driver of a device is: it is told when its device is open, what came from it, and what it should do.
 * `WorkQueue` gives it one piece of work after another and sees that each is answered; `KeptDevice` opens and closes.
 */
import type { DeviceWork, WorkEnd } from '../../shared/devices/wire.ts'
import type { Line } from './transports/line.ts'

export type Driver = {
  /** The device is open; bytes may be written to it until `end`. */
  readonly opened: (line: Line) => void
  readonly take: (bytes: Uint8Array) => void
  /**
   * Only while the device is open, and one piece after another. Ends within a time limit of the driver's own, except
   * where only a person can help, such as a printer without paper. A fault that is thrown counts as may-be-done.
   */
  readonly do: (work: DeviceWork) => Promise<WorkEnd>
  /** The work that was begun is no longer wanted: it ends as not done if no byte of it was sent. */
  readonly cancel: () => void
  /** Says how the device is, where it says so only when that changes: another station may listen now. */
  readonly tellAgain: () => void
  /** The device is put out of use while it is open: the last thing to send. Ends within a limit of the driver's own. */
  readonly leave?: () => Promise<void>
  /** The device was lost or is being closed. Work that was begun ends now. May be called again. */
  readonly end: () => void
}

/** Of a device that does nothing that it is told. */
export const DOES_NOTHING: Pick<Driver, 'opened' | 'do' | 'cancel' | 'tellAgain'> = {
  opened: () => undefined,
  do: () => Promise.resolve({ end: 'not-done', detail: 'wrong-work' }),
  cancel: () => undefined,
  tellAgain: () => undefined,
}
