/**
 * What the station remembers of the printers of this desk while it runs: how each said it is, what went wrong last, and
 * what became of its test page.
 */
import type { DeviceNow, FromDevicesHost, PrinterNow } from '../../../../shared/devices/wire.ts'
import { TestsAsked } from './tests-asked.ts'

export class PrinterNotes {
  readonly #now = new Map<string, PrinterNow>()
  readonly #nonsense = new Set<string>()
  readonly #faults = new Map<string, string>()
  readonly tests = new TestsAsked('test')

  /** How a printer said it is; null: it has not said yet. */
  now(device_code: string): PrinterNow | null {
    return this.#now.get(device_code) ?? null
  }

  /** Whether it answers what is no status of its model. */
  isNonsense(device_code: string): boolean {
    return this.#nonsense.has(device_code)
  }

  /** What the system said when it was lost or did not open last; empty: nothing since the desk started. */
  lastFault(device_code: string): string {
    return this.#faults.get(device_code) ?? ''
  }

  said(message: FromDevicesHost): void {
    this.tests.said(message)
    if (message.kind === 'now') this.#stateIs(message.device)
    if (message.kind === 'printer') this.#now.set(message.device_code, message.printer)
    if (message.kind === 'nonsense') this.#nonsense.add(message.device_code)
    if (message.kind === 'host') this.#hostTurned()
  }

  #stateIs({ device_code, state, detail }: DeviceNow): void {
    if (detail !== '') this.#faults.set(device_code, detail)
    if (state === 'ready') return
    // What it said was said by an earlier opening.
    this.#now.delete(device_code)
    this.#nonsense.delete(device_code)
  }

  /** The process that said it is gone. */
  #hostTurned(): void {
    this.#now.clear()
    this.#nonsense.clear()
  }
}
