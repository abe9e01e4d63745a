/**
 * What the spooler remembers beside the records: what each device is doing, and how long it is left alone. It goes with
 * the process, and no promise rests on it.
 */
import { pauseAfter } from '../../../../shared/devices/job.ts'
import type { Instant } from '../../../../shared/kernel/time.ts'

/** Of a device: what it is doing, and for how long it is left alone after what it did not do. */
type DeviceSpool = { readonly job_ref: string | null; readonly failures_count: number; readonly failed_at: Instant }

export class Spool {
  readonly #devices = new Map<string, DeviceSpool>()

  /** Whether it is at a job, as far as is known. */
  isAtWork(device_code: string): boolean {
    return (this.#devices.get(device_code)?.job_ref ?? null) !== null
  }

  /** Nobody waits with money in hand for paper; a pulse does not wait for what was wrong with a paper before it. */
  isFree(device_code: string, now: Instant, is_pulse: boolean): boolean {
    const device = this.#devices.get(device_code)
    if (device === undefined) return true
    const { job_ref, failures_count, failed_at } = device
    const passed_ms = now - failed_at
    // A clock that was set back keeps nobody waiting.
    return job_ref === null && (is_pulse || passed_ms < 0 || passed_ms >= pauseAfter(failures_count))
  }

  begins(device_code: string, job_ref: string, now: Instant): void {
    const before = this.#devices.get(device_code)
    this.#devices.set(device_code, { failures_count: 0, failed_at: now, ...before, job_ref })
  }

  ends(device_code: string, job_ref: string, isWell: boolean, now: Instant): void {
    const before = this.#devices.get(device_code)
    // An answer about an earlier job leaves the present one where it is.
    if (before === undefined || (before.job_ref !== null && before.job_ref !== job_ref)) return
    const failures_count = isWell ? 0 : before.failures_count + 1
    this.#devices.set(device_code, { job_ref: null, failures_count, failed_at: now })
  }

  /** The device says that it is ready again: it need not be left alone any longer. */
  isBack(device_code: string): void {
    const before = this.#devices.get(device_code)
    if (before?.job_ref === null) this.#devices.delete(device_code)
  }

  /** The process that had them is gone. */
  forget(): void {
    this.#devices.clear()
  }
}
