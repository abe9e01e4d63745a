/**
 * Main's side of the devices process: keeps it alive, ends it when native code hangs, and hands on what it and the
 * station tell each other. Handles no money and no patron data.
 */
import type { Push } from '../../shared/ipc/envelope.ts'
import type { DeviceScan, FromDevicesHost, ToDevicesHost } from '../../shared/devices/wire.ts'
import { fromDevicesSchema, type FromDevices, type ToDevices } from '../ipc/wire.ts'
import { isNews, KeptChild, type Child } from './child.ts'
import { Health } from './health.ts'

const HEALTH_EVERY_MS = 5_000

export type DevicesPorts = {
  readonly fork: () => Child
  /** A practice desk has training devices alone. */
  readonly is_practice: boolean
  readonly push: (push: Push) => void
  /** For the station. */
  readonly say: (said: FromDevicesHost) => void
  /** For the screen. */
  readonly scan: (scan: DeviceScan) => void
  /** Kills a process that ignores the request to end. */
  readonly endNow: (pid: number) => void
  readonly monotonic_ms: () => number
  readonly log: (line: string) => void
}

export class DevicesLink {
  readonly #ports: DevicesPorts
  readonly #child: KeptChild<FromDevices, ToDevices>
  readonly #health: Health
  /** What the station asked for last: a process that restarts is told again. */
  #use: Extract<ToDevicesHost, { kind: 'use' }> | null = null

  constructor(ports: DevicesPorts) {
    this.#ports = ports
    this.#child = new KeptChild<FromDevices, ToDevices>({
      name: 'devices',
      fork: ports.fork,
      incoming: fromDevicesSchema,
      open: () => ({ kind: 'open', is_practice: ports.is_practice }),
      close: { kind: 'close' },
      onMessage: (message) => {
        if (message.kind === 'log') ports.log(message.line)
        if (message.kind === 'health') this.#health.answered(message.number)
        if (message.kind === 'said') ports.say(message.said)
        if (message.kind === 'scan') ports.scan(message.scan)
      },
      onState: (state, before) => {
        this.#health.forgive()
        if (state === 'starting') return
        if (state === 'up' && this.#use) this.#child.send({ kind: 'asked', asked: this.#use })
        if (!isNews(state, before)) return
        ports.say({ kind: 'host', state })
        ports.push({ topic: 'process-state', process: 'devices', state })
      },
      endNow: ports.endNow,
      monotonic_ms: ports.monotonic_ms,
      log: ports.log,
    })
    this.#health = new Health({
      every_ms: HEALTH_EVERY_MS,
      unanswered_max: 1,
      isAsked: () => this.#child.state === 'up',
      ask: (number) => this.#child.send({ kind: 'health', number }),
      onHang: () => this.#child.kill('it did not say that it is well'),
    })
  }

  /** From the station. */
  ask(asked: ToDevicesHost): void {
    if (asked.kind === 'use') this.#use = asked
    // A station that starts again was not there when this was news, and would show what it waits for as asked.
    const { state } = this.#child
    if (asked.kind === 'use' && (state === 'restarting' || state === 'down')) this.#ports.say({ kind: 'host', state })
    // A person who took a bad device out of use, or who looks again, is the way back from giving up.
    if (asked.kind === 'use') this.#child.retry()
    if (asked.kind === 'do' && state !== 'up') {
      // A message to a process that is down is dropped, so this is certain.
      const { work_ref, device_code } = asked
      return this.#ports.say({ kind: 'ended', work_ref, device_code, end: 'not-done', detail: 'not-ready' })
    }
    this.#child.send({ kind: 'asked', asked })
  }

  close(): Promise<void> {
    this.#health.close()
    return this.#child.close()
  }
}
