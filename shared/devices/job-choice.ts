/**
 * Which device does which job, and when. A job goes to the device that it is meant for, or else to the first that can
 * do it; a pulse of the drawer goes before paper, because the clerk waits for it with money in hand. Pure.
 */
import type { JobKind, JobStatus } from './job.ts'
import type { DeviceSetup } from './setup.ts'
import type { PrinterNow } from './wire.ts'

type Waiting = {
  readonly job_ref: string
  readonly kind: JobKind
  readonly status: JobStatus
  readonly device_code: string
  /** The cash drawer of a pulse; else empty. */
  readonly drawer: string
}

/** Whether this device can do such a job at all. */
function canDo(device: DeviceSetup, { kind, drawer }: Pick<Waiting, 'kind' | 'drawer'>): boolean {
  if (kind === 'receipt') return device.role === 'printer'
  if (device.role === 'printer') return device.drawer?.drawer === drawer
  return device.role === 'drawer' && device.drawer === drawer
}

/** The device that will do a job; null: none that is set up. */
export function deviceFor(
  job: Pick<Waiting, 'kind' | 'drawer' | 'device_code'>,
  own: readonly DeviceSetup[],
): DeviceSetup | null {
  const able = own.filter((device) => canDo(device, job))
  const meant = job.device_code === '' ? able[0] : able.find(({ device_code }) => device_code === job.device_code)
  return meant ?? null
}

/**
 * The printer that receipts go to unless a person says otherwise: the first that would print now, or else the first.
 * Null: the desk has none.
 */
export function receiptPrinter(
  own: readonly DeviceSetup[],
  isReady: (device: DeviceSetup) => boolean,
): DeviceSetup | null {
  const printers = own.filter(({ role }) => role === 'printer')
  return printers.find(isReady) ?? printers[0] ?? null
}

/** What a device should begin next, of the jobs in the order in which they were asked for; null: nothing. */
export function nextFor<Job extends Waiting>(
  { device_code }: DeviceSetup,
  jobs: readonly Job[],
  own: readonly DeviceSetup[],
): Job | null {
  const mine = jobs.filter((job) => job.status === 'queued' && deviceFor(job, own)?.device_code === device_code)
  return mine.find(({ kind }) => kind === 'drawer') ?? mine[0] ?? null
}

/** Whether a printer would print now. One that has not said how it is may be tried. */
export function isPrinterReady(printer: PrinterNow | null): boolean {
  if (printer === null) return true
  const { is_online, is_cover_open, paper, fault } = printer
  return is_online && !is_cover_open && paper !== 'out' && fault === 'none'
}
