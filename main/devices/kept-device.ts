/**
 * One device of this workstation, kept open as long as it is plugged in (`shared/devices/life.ts`), with its driver and
 * the work that it is given.
 */
import { lifeStep, NEW_LIFE, type Life, type LifeAct, type LifeEvent } from '../../shared/devices/life.ts'
import type { DeviceSetup } from '../../shared/devices/setup.ts'
import { DETAIL_LENGTH_MAX, type DeviceNow, type DeviceWork } from '../../shared/devices/wire.ts'
import { cleanLine } from '../../shared/kernel/clean-text.ts'
import type { Driver } from './driver.ts'
import { notOpen, type Line, type Open } from './transports/line.ts'
import { WorkQueue, type WorkQueuePorts } from './work-queue.ts'

export type KeptDevicePorts = WorkQueuePorts & {
  readonly open: Open
  readonly monotonic_ms: () => number
  readonly say: (now: DeviceNow) => void
}

export class KeptDevice {
  readonly setup: DeviceSetup
  readonly #ports: KeptDevicePorts
  readonly #driver: Driver
  readonly #queue: WorkQueue
  #life: Life = NEW_LIFE
  #line: Line | null = null
  #path = ''
  #detail = ''
  #isTwin = false
  #timer: NodeJS.Timeout | undefined
  #said = ''
  /** One opening or closing after another: a driver that is asked for both gets in its own way. */
  #work: Promise<void> = Promise.resolve()

  constructor(setup: DeviceSetup, ports: KeptDevicePorts) {
    this.setup = setup
    this.#ports = ports
    this.#driver = ports.driver
    this.#queue = new WorkQueue(ports)
    this.#tell()
  }

  /** Where it is open now, or is being opened; null: nowhere. */
  get path(): string | null {
    return this.#life.state === 'ready' || this.#life.state === 'opening' ? this.#path : null
  }

  get now(): DeviceNow {
    return { device_code: this.setup.device_code, state: this.#life.state, is_twin: this.#isTwin, detail: this.#detail }
  }

  /** @param path where it is plugged in; null: it is not */
  looked(path: string | null, isTwin: boolean): void {
    this.#isTwin = isTwin
    if (path !== null && this.path === null) this.#path = path
    this.#step({ kind: 'looked', is_there: path !== null })
  }

  /** Says how it is, though nothing changed: another station may listen now. */
  tellAgain(): void {
    this.#ports.say(this.now)
    this.#driver.tellAgain()
  }

  /** Answered once, by `ended`. */
  do(work_ref: string, work: DeviceWork): void {
    this.#queue.add(work_ref, work)
  }

  /** Changes nothing where this work is not known. */
  cancel(work_ref: string): void {
    this.#queue.cancel(work_ref)
  }

  /** Closes it for good. */
  async end(): Promise<void> {
    if (this.#life.state === 'ready') await this.#driver.leave?.()
    this.#step({ kind: 'end' })
    await this.#work
  }

  #step(event: LifeEvent): void {
    const [life, acts] = lifeStep(this.#life, event, this.#ports.monotonic_ms())
    this.#life = life
    clearTimeout(this.#timer)
    if (life.next_at_ms !== null) {
      const wait_ms = Math.max(1, life.next_at_ms - this.#ports.monotonic_ms())
      this.#timer = setTimeout(() => this.#step({ kind: 'time' }), wait_ms)
    }
    for (const act of acts) this.#work = this.#work.then(() => this.#do(act))
    if (event.kind === 'opened' && life.state === 'ready' && this.#line) {
      // Before anybody hears that it is ready, it is: work may be sent as an answer.
      this.#driver.opened(this.#line)
      this.#queue.opened()
    }
    this.#tell()
  }

  async #do(act: LifeAct): Promise<void> {
    if (act.kind === 'close') {
      const line = this.#line
      this.#line = null
      this.#queue.closed(this.#life.is_ended ? 'removed' : 'lost')
      this.#driver.end()
      await line?.close()
      return
    }
    const { generation } = act
    if (generation !== this.#life.generation || this.#life.state !== 'opening') return
    const heard = {
      onBytes: (bytes: Uint8Array) => {
        if (generation === this.#life.generation) this.#driver.take(bytes)
      },
      onLost: (detail: string) => this.#lost(generation, detail),
    }
    // A library that cannot be loaded fails for its own devices, and ends no process that has others.
    const opening = await this.#ports.open(this.setup.place, this.#path, heard).catch(notOpen)
    if (opening.kind === 'open') {
      this.#line = opening.line
      this.#step({ kind: 'opened', generation })
      return
    }
    this.#says(opening.detail)
    this.#step({ kind: 'not-opened', generation, fault: opening.fault })
  }

  #lost(generation: number, detail: string): void {
    if (generation === this.#life.generation) this.#says(detail)
    this.#step({ kind: 'lost', generation })
  }

  /** Words of a device, a driver or the system, of any length: main ends a process that sends more than fits. */
  #says(detail: string): void {
    this.#detail = cleanLine(detail).slice(0, DETAIL_LENGTH_MAX)
  }

  /** Each state is said once. */
  #tell(): void {
    if (this.#life.state === 'ready') this.#detail = ''
    const { now } = this
    const said = JSON.stringify(now)
    if (said === this.#said || this.#life.is_ended) return
    this.#said = said
    this.#ports.say(now)
  }
}
