/**
 * The devices of a desk, and what is asked of them: those of this computer at a desk at work, the training devices at a
 * desk for practice, and never both.
 */
import type { ToDevicesHost } from '../../shared/devices/wire.ts'
import { DevicesHost, type HostPorts } from './host.ts'
import { TrainingBench } from './training/bench.ts'
import type { Pace } from './training/training-printer.ts'

type Ports = HostPorts & { readonly pace?: Pace }

export class AllDevices {
  readonly #host: DevicesHost
  readonly #bench: TrainingBench | null
  readonly #log: (line: string) => void

  constructor(is_practice: boolean, ports: Ports) {
    const { say, log, pace } = ports
    this.#log = log
    this.#bench = is_practice
      ? new TrainingBench({
          now: (now) => say({ kind: 'training', now }),
          printed: (rows) => say({ kind: 'training-printed', rows }),
          log,
          ...(pace === undefined ? {} : { pace }),
        })
      : null
    this.#host = new DevicesHost({ ...ports, ...(this.#bench && { transports: this.#bench.transports }) })
  }

  /** How many drivers are at work. */
  get drivers_count(): number {
    return this.#host.drivers_count
  }

  async act(asked: ToDevicesHost): Promise<void> {
    switch (asked.kind) {
      case 'use':
        this.#bench?.repeat()
        // One that closes slowly keeps no work of the others waiting.
        return this.#later(this.#host.use(asked.devices))
      case 'do':
        return this.#host.do(asked.work_ref, asked.device_code, asked.work)
      case 'cancel':
        return this.#host.cancel(asked.work_ref)
      case 'training':
        return this.#bench?.act(asked.act)
      case 'discover':
        // A slow search keeps no work waiting.
        return this.#later(this.#host.discover(asked.number))
    }
  }

  #later(work: Promise<void>): void {
    void work.catch((fault: unknown) => this.#log(`devices: ${String(fault)}`))
  }

  async close(): Promise<void> {
    await this.#host.close()
    await this.#bench?.close()
  }
}
