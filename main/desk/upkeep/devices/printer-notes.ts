/**
 * What the station remembers of the printers of this desk while it runs: how each said it is, what went wrong last, and
 * what became of its test page.
 */
import type { DeviceNow, FromDevicesHost, PrinterNow, WorkEnd } from '../../../../shared/devices/wire.ts'

/** The devices process may still be at work of a station that ended: names of another are never those of this one. */
const OF_THIS_STATION = process.pid

type Test = { readonly work_ref: string; readonly end: WorkEnd | 'sent' }

export class PrinterNotes {
  readonly #now = new Map<string, PrinterNow>()
  readonly #nonsense = new Set<string>()
  readonly #faults = new Map<string, string>()
  readonly #tests = new Map<string, Test>()
  #tests_count = 0

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

  /** What became of the test page that was asked for last; null: none was. */
  tested(device_code: string): WorkEnd | 'sent' | null {
    return this.#tests.get(device_code)?.end ?? null
  }

  /** A test page is sent. @returns the reference of the work */
  testBegins(device_code: string): string {
    this.#tests_count += 1
    const work_ref = `test-${OF_THIS_STATION}.${this.#tests_count}`
    this.#tests.set(device_code, { work_ref, end: 'sent' })
    return work_ref
  }

  said(message: FromDevicesHost): void {
    if (message.kind === 'now') this.#stateIs(message.device)
    if (message.kind === 'printer') this.#now.set(message.device_code, message.printer)
    if (message.kind === 'nonsense') this.#nonsense.add(message.device_code)
    if (message.kind === 'ended') this.#ended(message)
    if (message.kind === 'host') this.#hostTurned()
  }

  #stateIs({ device_code, state, detail }: DeviceNow): void {
    if (detail !== '') this.#faults.set(device_code, detail)
    if (state === 'ready') return
    // What it said was said by an earlier opening.
    this.#now.delete(device_code)
    this.#nonsense.delete(device_code)
  }

  #ended({ work_ref, device_code, end, detail }: Extract<FromDevicesHost, { kind: 'ended' }>): void {
    if (this.#tests.get(device_code)?.work_ref !== work_ref) return
    this.#tests.set(device_code, { work_ref, end: { end, detail } })
  }

  /** The process that was asked is gone, and nobody will say how its work ended. */
  #hostTurned(): void {
    this.#now.clear()
    this.#nonsense.clear()
    for (const [device_code, test] of this.#tests) {
      if (test.end !== 'sent') continue
      this.#tests.set(device_code, { ...test, end: { end: 'may-be-done', detail: 'lost' } })
    }
  }
}
