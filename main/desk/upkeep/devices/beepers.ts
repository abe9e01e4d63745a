/** Which devices of this desk beep when they are told to, and what became of the last beep that a person asked for. */
import type { FromDevicesHost } from '../../../../shared/devices/wire.ts'
import { TestsAsked } from './tests-asked.ts'

export class Beepers {
  readonly tests = new TestsAsked('beep')
  readonly #beeping = new Set<string>()

  /** Whether a device said, while it is open, that it beeps when it is told to. */
  has(device_code: string): boolean {
    return this.#beeping.has(device_code)
  }

  said(message: FromDevicesHost): void {
    this.tests.said(message)
    if (message.kind === 'beeper') this.#beeping.add(message.device_code)
    if (message.kind === 'host') this.#beeping.clear()
    // What it said was said by an earlier opening.
    if (message.kind === 'now' && message.device.state !== 'ready') this.#beeping.delete(message.device.device_code)
  }
}
