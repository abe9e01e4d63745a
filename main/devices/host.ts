/**
 * The devices of this workstation: keeps each open, finds them again when they are plugged in, and hands on what they
 * say. Knows no record and no patron.
 */
import { pathsOf, twins } from '../../shared/devices/match.ts'
import type { DevicePlace, DeviceSetup } from '../../shared/devices/setup.ts'
import type { DeviceScan, DeviceWork, FoundDevice, FromDevicesHost } from '../../shared/devices/wire.ts'
import type { Driver } from './driver.ts'
import { poleDriver } from './displays/pole.ts'
import { drawerDriver } from './drawers/box.ts'
import { KeptDevice } from './kept-device.ts'
import { PrinterDriver, type Patience } from './printers/printer.ts'
import { scannerDriver } from './scanners/scanner.ts'
import type { Look } from './transports/look.ts'
import { OWN_TRANSPORTS, type Transports } from './transports/transports.ts'

/** Where the system does not say that something was plugged in. */
const LOOK_EVERY_MS = 1_000
/** While every device is ready: on a small computer a look costs more than it tells. */
const CALM_EVERY_MS = 5_000
const FOUND_MAX = 100

const ALL_KINDS: ReadonlySet<DevicePlace['via']> = new Set(['hid', 'serial', 'usb-printer', 'queue', 'tcp'])
/** Looked for only when a person looks. */
const ASKED_FOR: ReadonlySet<DevicePlace['via']> = new Set(['queue', 'tcp'])

export type HostPorts = {
  readonly monotonic_ms: () => number
  readonly say: (said: FromDevicesHost) => void
  readonly scan: (scan: DeviceScan) => void
  readonly log: (line: string) => void
  /** How long printers may take; where it is left out, as long as real ones do. */
  readonly patience?: Patience
  /** How devices are found and opened; where it is left out, those of this computer. */
  readonly transports?: Transports
}

export class DevicesHost {
  readonly #ports: HostPorts
  readonly #transports: Transports
  #kept: readonly KeptDevice[] = []
  /** Ends when every device that is no longer used is closed. */
  #closing: Promise<unknown> = Promise.resolve()
  #isClosing = false
  #isLooking = false
  #looked_at_ms = 0
  #faults = ''
  readonly #timer: NodeJS.Timeout

  constructor(ports: HostPorts) {
    this.#ports = ports
    this.#transports = ports.transports ?? OWN_TRANSPORTS
    this.#timer = setInterval(() => {
      if (this.#isLookDue()) void this.#look()
    }, LOOK_EVERY_MS)
  }

  /** How many drivers are at work. */
  get drivers_count(): number {
    return this.#kept.length
  }

  /**
   * The devices from now on. One whose setup is the same stays open, and its work goes on meanwhile. Ends when the
   * others are closed, which takes as long as what hangs in them.
   */
  async use(setups: readonly DeviceSetup[]): Promise<void> {
    const isKept = (kept: KeptDevice): boolean => setups.some((one) => isSameSetup(one, kept.setup))
    const gone = this.#kept.filter((kept) => !isKept(kept))
    const stay = this.#kept.filter(isKept)
    this.#kept = setups.map(
      (setup) => stay.find((kept) => isSameSetup(setup, kept.setup)) ?? new KeptDevice(setup, this.#portsOf(setup)),
    )
    for (const kept of stay) kept.tellAgain()
    await this.#closed(gone)
    await this.#look()
  }

  /** Work for a device of this desk; what became of it is said once. */
  do(work_ref: string, device_code: string, work: DeviceWork): void {
    const kept = this.#kept.find(({ setup }) => setup.device_code === device_code)
    if (kept) kept.do(work_ref, work)
    else this.#ports.say({ kind: 'ended', work_ref, device_code, end: 'not-done', detail: 'no-such-device' })
  }

  cancel(work_ref: string): void {
    for (const kept of this.#kept) kept.cancel(work_ref)
  }

  /** What is plugged in, whether set up or not. */
  async discover(number: number): Promise<void> {
    const { seen, faults } = await this.#transports.look(ALL_KINDS, [])
    this.#noteFaults(faults)
    const paths = pathsOf(this.#setups(), seen, this.#held())
    const own = new Map([...paths].map(([device_code, path]) => [path, device_code]))
    const found = seen.slice(0, FOUND_MAX).map(({ place, name, looks_like, path }): FoundDevice => {
      return { place, name, looks_like, device_code: own.get(path) ?? '' }
    })
    this.#ports.say({ kind: 'discovered', number, found })
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    const kept = this.#kept
    this.#kept = []
    await this.#closed(kept)
  }

  async #closed(gone: readonly KeptDevice[]): Promise<void> {
    const closing = Promise.all([this.#closing, ...gone.map((kept) => kept.end())])
    this.#closing = closing
    this.#isClosing = true
    await closing
    if (closing === this.#closing) this.#isClosing = false
  }

  #setups(): readonly DeviceSetup[] {
    return this.#kept.map(({ setup }) => setup)
  }

  /** Where each device is open, by its code. */
  #held(kept: readonly KeptDevice[] = this.#kept): ReadonlyMap<string, string> {
    return new Map(kept.flatMap(({ setup, path }) => (path === null ? [] : [[setup.device_code, path] as const])))
  }

  #portsOf(setup: DeviceSetup): ConstructorParameters<typeof KeptDevice>[1] {
    const { monotonic_ms, say, log } = this.#ports
    const { device_code } = setup
    return {
      open: this.#transports.opens[setup.place.via],
      monotonic_ms,
      log,
      say: (device) => say({ kind: 'now', device }),
      driver: this.#driverOf(setup),
      ended: (work_ref, end) => say({ kind: 'ended', work_ref, device_code, ...end }),
    }
  }

  #driverOf(setup: DeviceSetup): Driver {
    const { monotonic_ms, say, scan } = this.#ports
    const { device_code } = setup
    switch (setup.role) {
      case 'scanner':
        return scannerDriver(setup, {
          monotonic_ms,
          scanned: (text) => scan({ device_code, text }),
          misread: (fault) => say({ kind: 'misread', device_code, fault }),
          beeper: () => say({ kind: 'beeper', device_code }),
        })
      case 'display':
        return poleDriver(setup)
      case 'printer':
        return new PrinterDriver(setup, {
          ...this.#ports,
          now: (printer) => say({ kind: 'printer', device_code, printer }),
          nonsense: () => say({ kind: 'nonsense', device_code }),
        })
      case 'drawer':
        return drawerDriver(setup, { told: (is_open) => say({ kind: 'drawer', device_code, is_open }) })
    }
  }

  #isLookDue(): boolean {
    const isCalm = this.#kept.every(({ now }) => now.state === 'ready')
    return !isCalm || this.#ports.monotonic_ms() - this.#looked_at_ms >= CALM_EVERY_MS
  }

  /** One look after another: a slow one is not overtaken. A path that is being closed is nobody's yet. */
  async #look(): Promise<void> {
    if (this.#isLooking || this.#isClosing || this.#kept.length === 0) return
    this.#isLooking = true
    this.#looked_at_ms = this.#ports.monotonic_ms()
    try {
      const kept = this.#kept
      const places = kept.map(({ setup }) => setup.place)
      const kinds = new Set(places.map(({ via }) => via).filter((via) => !ASKED_FOR.has(via)))
      this.#lookedAt(kept, await this.#transports.look(kinds, places))
    } finally {
      this.#isLooking = false
    }
  }

  #lookedAt(kept: readonly KeptDevice[], { seen, faults }: Look): void {
    this.#noteFaults(faults)
    const setups = kept.map(({ setup }) => setup)
    const paths = pathsOf(setups, seen, this.#held(kept))
    const unclear = twins(setups, seen)
    for (const one of kept) {
      const path = paths.get(one.setup.device_code) ?? null
      // A driver that could not look does not know that it is gone.
      if (path !== null || faults.length === 0) one.looked(path, unclear.includes(one.setup.device_code))
    }
  }

  /** A driver that cannot look says so each second. */
  #noteFaults(faults: readonly string[]): void {
    const text = faults.join('; ')
    if (text !== '' && text !== this.#faults) this.#ports.log(`looking for devices: ${text}`)
    this.#faults = text
  }
}

function isSameSetup(one: DeviceSetup, other: DeviceSetup): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
