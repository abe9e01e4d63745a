/**
 * Hundreds of jobs through a station and a devices process that are both killed at random, to printers that break off,
 * stall and run out of paper at random. Stands where main stands: it starts each child again, hands on what they say,
 * and knows every pulse that was ever sent.
 */
import { fork, type ChildProcess } from 'node:child_process'
import type { JobDraft } from '../../../shared/devices/job.ts'
import type { FromDevicesHost, ToDevicesHost } from '../../../shared/devices/wire.ts'
import type { Counted, FromDevices, FromStation, ToStation } from './messages.ts'

const STATION = 'test/support/spooler/station-child.ts'
const DEVICES = 'test/support/spooler/devices-child.ts'

export class KilledSpooler {
  readonly queued = new Set<number>()
  /** How often each pulse was sent to a drawer. */
  readonly pulses = new Map<string, number>()
  kills_count = 0
  readonly #folder: string
  #station: ChildProcess | null = null
  #devices: ChildProcess | null = null
  #use: ToDevicesHost | null = null
  /** What a station asks before it listens, it is given the answers to once it does, as by main. */
  #asked_early: ToDevicesHost[] = []
  #isOver = false
  #counted: PromiseWithResolvers<Counted> | null = null
  /** What is said while no station listens is lost, as it is in main. */
  #isStationUp = false
  #isDevicesUp = false

  constructor(folder: string) {
    this.#folder = folder
  }

  start(): void {
    this.#startStation()
    this.#startDevices()
  }

  kill(which: 'station' | 'devices'): void {
    this.kills_count += 1
    const child = which === 'station' ? this.#station : this.#devices
    child?.kill('SIGKILL')
  }

  /** Asks until the station says that it is on disk. */
  queue(number: number, job: JobDraft): void {
    this.#tell({ kind: 'queue', number, job })
  }

  again(): void {
    this.#tell({ kind: 'again' })
  }

  /** Null when no station answers within a moment. */
  async counted(): Promise<Counted | null> {
    this.#counted = Promise.withResolvers()
    this.#tell({ kind: 'count' })
    const late = new Promise<null>((done) => setTimeout(() => done(null), 500))
    return Promise.race([this.#counted.promise, late])
  }

  async end(): Promise<void> {
    this.#isOver = true
    const children = [this.#station, this.#devices].filter((one) => one !== null)
    await Promise.all(
      children.map((child) => {
        const gone = new Promise((done) => child.once('exit', done))
        child.kill('SIGKILL')
        return gone
      }),
    )
  }

  #startStation(): void {
    const child = fork(STATION, [this.#folder])
    this.#station = child
    child.on('message', (message) => this.#fromStation(message as FromStation, child !== this.#station))
    child.once('exit', () => {
      this.#station = null
      this.#isStationUp = false
      this.#asked_early = []
      if (!this.#isOver) this.#startStation()
    })
  }

  #startDevices(): void {
    const child = fork(DEVICES)
    this.#devices = child
    child.on('message', (message) => this.#fromDevices(message as FromDevices, child !== this.#devices))
    child.once('exit', () => {
      this.#devices = null
      this.#isDevicesUp = false
      if (this.#isOver) return
      this.#say({ kind: 'host', state: 'restarting' })
      this.#startDevices()
    })
  }

  #fromStation(message: FromStation, is_late: boolean): void {
    if (message.kind === 'queued') this.queued.add(message.number)
    if (message.kind === 'counted') this.#counted?.resolve(message)
    // As main does, with what comes of a process that has ended.
    if (is_late) return
    if (message.kind === 'ready') this.#stationIsUp()
    if (message.kind === 'asked') this.#asked(message.asked)
  }

  #stationIsUp(): void {
    this.#isStationUp = true
    for (const asked of this.#asked_early) this.#asked(asked)
    this.#asked_early = []
  }

  #asked(asked: ToDevicesHost): void {
    if (!this.#isStationUp) {
      this.#asked_early.push(asked)
      return
    }
    if (asked.kind === 'use') this.#use = asked
    if (asked.kind === 'do' && asked.work.kind === 'pulse')
      this.pulses.set(asked.work_ref, (this.pulses.get(asked.work_ref) ?? 0) + 1)
    if (this.#isDevicesUp) this.#ask(asked)
    else if (asked.kind === 'do') {
      const { work_ref, device_code } = asked
      this.#say({ kind: 'ended', work_ref, device_code, end: 'not-done', detail: 'not-ready' })
    }
  }

  #fromDevices(message: FromDevices, is_late: boolean): void {
    if (message.kind === 'said') return this.#say(message.said)
    if (is_late) return
    this.#isDevicesUp = true
    this.#say({ kind: 'host', state: 'up' })
    if (this.#use) this.#ask(this.#use)
  }

  /** What is sent to a process that just ended is lost, as it is in main. */
  #ask(asked: ToDevicesHost): void {
    if (this.#devices?.connected) this.#devices.send(asked, () => undefined)
  }

  #say(said: FromDevicesHost): void {
    this.#tell({ kind: 'said', said })
  }

  #tell(message: ToStation): void {
    if (this.#isStationUp && this.#station?.connected) this.#station.send(message, () => undefined)
  }
}
