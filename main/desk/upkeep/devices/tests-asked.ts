/**
 * The tests that a person asked for on the devices page, and what became of each: no jobs, so they are not tried again,
 * and what is known of them goes with the process.
 */
import type { FromDevicesHost, WorkEnd } from '../../../../shared/devices/wire.ts'

/** The devices process may still be at work of a station that ended: names of another are never those of this one. */
const OF_THIS_STATION = process.pid

type Test = { readonly work_ref: string; readonly end: WorkEnd | 'sent' }

export class TestsAsked {
  readonly #name: string
  readonly #tests = new Map<string, Test>()
  #count = 0

  /** @param name what the references of this kind of test begin with */
  constructor(name: string) {
    this.#name = name
  }

  /** A test is sent. @returns the reference of the work */
  begins(device_code: string): string {
    this.#count += 1
    const work_ref = `${this.#name}-${OF_THIS_STATION}.${this.#count}`
    this.#tests.set(device_code, { work_ref, end: 'sent' })
    return work_ref
  }

  /** What became of the one that was asked for last; null: none was. */
  endOf(device_code: string): WorkEnd | 'sent' | null {
    return this.#tests.get(device_code)?.end ?? null
  }

  said(message: FromDevicesHost): void {
    if (message.kind === 'ended') this.#ended(message)
    if (message.kind === 'host') this.#hostTurned()
  }

  #ended({ work_ref, device_code, end, detail }: Extract<FromDevicesHost, { kind: 'ended' }>): void {
    if (this.#tests.get(device_code)?.work_ref !== work_ref) return
    this.#tests.set(device_code, { work_ref, end: { end, detail } })
  }

  /** The process that was asked is gone, and nobody will say how its work ended. */
  #hostTurned(): void {
    for (const [device_code, test] of this.#tests) {
      if (test.end !== 'sent') continue
      this.#tests.set(device_code, { ...test, end: { end: 'may-be-done', detail: 'lost' } })
    }
  }
}
