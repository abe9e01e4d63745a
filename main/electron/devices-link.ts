/**
 * Main's side of the devices process: keeps it alive, and ends it when native code hangs.
 * Must never touch money or a patron.
 */
import type { Push } from '../../shared/ipc/envelope.ts'
import { fromDevicesSchema, type FromDevices, type ToDevices } from '../ipc/wire.ts'
import { isNews, KeptChild, type Child } from './child.ts'

const HEALTH_EVERY_MS = 5_000

export type DevicesPorts = {
  readonly fork: () => Child
  readonly push: (push: Push) => void
  readonly monotonic_ms: () => number
  readonly log: (line: string) => void
}

export class DevicesLink {
  readonly #child: KeptChild<FromDevices, ToDevices>
  readonly #timer: NodeJS.Timeout
  #asked = 0
  #answered = 0

  constructor(ports: DevicesPorts) {
    this.#child = new KeptChild<FromDevices, ToDevices>({
      name: 'devices',
      fork: ports.fork,
      incoming: fromDevicesSchema,
      open: () => ({ kind: 'open' }),
      close: { kind: 'close' },
      onMessage: (message) => {
        if (message.kind === 'log') ports.log(message.line)
        if (message.kind === 'health') this.#answered = message.number
      },
      onState: (state, before) => {
        this.#answered = this.#asked
        if (isNews(state, before)) ports.push({ topic: 'process-state', process: 'devices', state })
      },
      monotonic_ms: ports.monotonic_ms,
      log: ports.log,
    })
    this.#timer = setInterval(() => this.#check(), HEALTH_EVERY_MS)
  }

  close(): Promise<void> {
    clearInterval(this.#timer)
    return this.#child.close()
  }

  /** No answer since the last question, five seconds ago: it hangs. */
  #check(): void {
    if (this.#child.state !== 'up') return
    if (this.#answered < this.#asked) return this.#child.kill('it did not say that it is well')
    this.#asked += 1
    this.#child.send({ kind: 'health', number: this.#asked })
  }
}
