/**
 * The devices as the station knows them: what was set up, how each is now, what was found plugged in. Nothing here is
 * kept but the setups; how a device is, the devices process says again after every start.
 */
import { z } from 'zod'
import { CODE_BEGINNINGS, deviceSetupSchema, DEVICES_MAX, type DeviceSetup } from '../../../../shared/devices/setup.ts'
import { isPrinterReady } from '../../../../shared/devices/job-choice.ts'
import type { PatronWindowWish } from '../../../../shared/devices/display/screens.ts'
import type {
  DeviceNow,
  DeviceWork,
  FoundDevice,
  FromDevicesHost,
  PrinterNow,
  ToDevicesHost,
} from '../../../../shared/devices/wire.ts'
import type { ScanFault } from '../../../../shared/devices/scan/scanned.ts'
import type { Cents } from '../../../../shared/kernel/money.ts'
import { ownDocument, readOwn, type OwnValues } from '../../../journal/own-values.ts'
import type { Library } from '../../../library/library.ts'
import { PoleShows } from './pole-shows.ts'
import { Beepers } from './beepers.ts'
import { PrinterNotes } from './printer-notes.ts'
import { Spool } from './spool.ts'
import { WedgeBoard } from './wedge-board.ts'
import { WindowBoard } from './window-board.ts'
import { ownDevices } from '../../../library/own-devices.ts'
import { DrawersSeen } from './drawers/drawers-seen.ts'
import { TrainingBoard } from './training/training-board.ts'
import type { TrainingAct } from '../../../../shared/devices/training/wire.ts'

const NAME = 'devices'

/** `used_count`: how many of a role were ever set up, so that a code is never given to another device. */
const keptSchema = z.strictObject({
  devices: z.array(deviceSetupSchema).max(DEVICES_MAX),
  used_count: z.record(z.string(), z.int().nonnegative()),
})
type Kept = z.infer<typeof keptSchema>

/** A section of the devices page into which something comes. */
export type DevicesSection = 'tried' | 'found' | 'own' | 'printers' | 'drawers' | 'displays'

/** `none`: this program has no devices, such as the script door. */
export type HostState = 'none' | 'up' | 'restarting' | 'down'

export class DeviceBoard {
  readonly #ask: ((asked: ToDevicesHost) => void) | null
  readonly #now = new Map<string, DeviceNow>()
  readonly spool = new Spool()
  readonly printers = new PrinterNotes()
  readonly beepers = new Beepers()
  #host: HostState
  #own: readonly DeviceSetup[] = []
  #found: readonly FoundDevice[] | null = null
  /** The number of the search that is under way; null: none is. */
  #looking: number | null = null
  #looks_count = 0
  /** What was scanned on the devices page, to see that a scanner works. */
  tried: { readonly device_code: string; readonly text: string } | null = null

  /** The section of the devices page where something came last, and how often something came so far. */
  #came_last: { readonly section_id: DevicesSection | ''; readonly count: number } = { section_id: '', count: 0 }

  /** What the lines of a payment that are chosen on the screen come to, while all of them come to so much. */
  chosen: { readonly due_cents: Cents; readonly all_cents: number } | null = null

  /** What the patron's displays were told last. */
  shown = ''
  readonly poles = new PoleShows()

  /** The scanner that types. */
  readonly wedge = new WedgeBoard()

  /** What the sensors of the cash drawers tell. */
  readonly drawers: DrawersSeen

  /** Of a practice desk. */
  readonly training = new TrainingBoard()

  /** The scanner whose scan is being carried out; empty: one that types. */
  source = ''

  readonly window: WindowBoard

  /** @param shut the cash drawers that stayed shut because the desk stopped */
  constructor(
    ask?: (asked: ToDevicesHost) => void,
    wantWindow?: (wish: PatronWindowWish | null) => void,
    shut: readonly string[] = [],
  ) {
    this.#ask = ask ?? null
    this.drawers = new DrawersSeen(shut)
    this.window = new WindowBoard(wantWindow)
    this.#host = ask ? 'up' : 'none'
  }

  /** The devices of this desk. */
  get own(): readonly DeviceSetup[] {
    return this.#own
  }

  get host(): HostState {
    return this.#host
  }

  /** Null: nobody looked yet. */
  get found(): readonly FoundDevice[] | null {
    return this.#found
  }

  get isLooking(): boolean {
    return this.#looking !== null
  }

  /** How a device is now; null: it was not told yet. */
  now(device_code: string): DeviceNow | null {
    return this.#host === 'up' ? (this.#now.get(device_code) ?? null) : null
  }

  /** How a printer says that it is; null: it has not said. */
  printer(device_code: string): PrinterNow | null {
    return this.printers.now(device_code)
  }

  /** Whether a device would do something now. */
  isReady({ device_code, role }: DeviceSetup): boolean {
    if (this.now(device_code)?.state !== 'ready') return false
    return role !== 'printer' || isPrinterReady(this.printer(device_code))
  }

  /** Has a device do something; `ended` comes later. */
  do(work_ref: string, device_code: string, work: DeviceWork): void {
    this.#ask?.({ kind: 'do', work_ref, device_code, work })
  }

  /** Does something to the training devices of a practice desk. */
  train(act: TrainingAct): void {
    this.#ask?.({ kind: 'training', act })
  }

  /** Has what did not begin left undone; `ended` comes later. */
  cancel(work_ref: string): void {
    this.#ask?.({ kind: 'cancel', work_ref })
  }

  /** Has these devices used from now on. */
  use(devices: readonly DeviceSetup[]): void {
    this.#own = devices
    for (const code of this.#now.keys())
      if (!devices.some(({ device_code }) => device_code === code)) this.#isGone(code)
    this.#ask?.({ kind: 'use', devices: [...devices] })
  }

  get cameLast(): { readonly section_id: DevicesSection | ''; readonly count: number } {
    return this.#came_last
  }

  cameInto(section_id: DevicesSection): void {
    this.#came_last = { section_id, count: this.#came_last.count + 1 }
  }

  /** Whether a display of this desk faces the patron. */
  get hasDisplay(): boolean {
    return this.#own.some(({ role }) => role === 'display')
  }

  /** Sends the pole displays what they do not show yet. */
  sendShows(passed_ms: number): void {
    if (this.#ask && this.#host === 'up') this.poles.send(this.#ask, passed_ms)
  }

  /** Looks for what is plugged in; the answer comes later. @returns false where there is nothing to look with */
  look(): boolean {
    if (!this.#ask) return false
    if (this.#host === 'down') {
      // The process was given up: asked for its devices, it is tried once more, and looks by itself.
      this.#ask({ kind: 'use', devices: [...this.#own] })
      return true
    }
    if (this.#host !== 'up') return false
    this.cameInto('found')
    this.#looks_count += 1
    this.#looking = this.#looks_count
    this.#ask({ kind: 'discover', number: this.#looks_count })
    return true
  }

  /** Has a printer print a test page. @returns false where there is nothing to do it with */
  testPrinter(device_code: string, work: DeviceWork): boolean {
    if (!this.#ask || this.#host !== 'up') return false
    this.#ask({ kind: 'do', work_ref: this.printers.tests.begins(device_code), device_code, work })
    return true
  }

  /** Has a device beep that said it can. */
  beep(device_code: string): void {
    this.#ask?.({ kind: 'do', work_ref: this.beepers.tests.begins(device_code), device_code, work: { kind: 'beep' } })
  }

  /** @returns what a scanner misread, which is told at once; null: nothing of that */
  said(message: FromDevicesHost): { readonly device_code: string; readonly fault: ScanFault } | null {
    this.printers.said(message)
    this.beepers.said(message)
    this.training.said(message)
    if (message.kind === 'now') this.#nowIs(message.device)
    if (message.kind === 'host') this.#hostIs(message.state)
    if (message.kind === 'discovered' && message.number === this.#looking) {
      this.#looking = null
      this.#found = message.found
      this.cameInto('found')
    }
    return message.kind === 'misread' ? message : null
  }

  #isGone(device_code: string): void {
    this.#now.delete(device_code)
    this.poles.forget([device_code])
  }

  #nowIs(device: DeviceNow): void {
    const { device_code, state } = device
    const isDisplay = this.#own.some((one) => one.device_code === device_code && one.role === 'display')
    const wasReady = this.#now.get(device_code)?.state === 'ready'
    if (isDisplay && state === 'ready' && !wasReady) this.poles.opened(device_code)
    if (isDisplay && state !== 'ready') this.poles.forget([device_code])
    this.#now.set(device_code, device)
  }

  #hostIs(state: Exclude<HostState, 'none'>): void {
    this.#host = state
    this.#now.clear()
    this.poles.forget()
    // The process that was asked is gone.
    this.#looking = null
  }
}

function readKept(library: Library): Kept {
  const found = ownDocument(readOwn(library.db, NAME))
  const used_count = keptSchema.shape.used_count.catch({}).parse(found['used_count'])
  const devices = [...ownDevices(library.db)]
  return { devices, used_count: usedWith(used_count, devices) }
}

/** With the numbers of these devices, also where the counts were damaged. */
function usedWith(used_count: Kept['used_count'], devices: readonly DeviceSetup[]): Kept['used_count'] {
  const numbers = devices.map(({ role, device_code }) => [role, Number(device_code.split('-').at(-1))] as const)
  const used = { ...used_count }
  for (const [role, number] of numbers) used[role] = Math.max(used[role] ?? 0, number)
  return used
}

export function readDevices(library: Library): readonly DeviceSetup[] {
  return readKept(library).devices
}

/** The next code of a role. */
export function nextCode(library: Library, role: DeviceSetup['role']): string {
  const { used_count } = readKept(library)
  return `${CODE_BEGINNINGS[role]}-${(used_count[role] ?? 0) + 1}`
}

/** The devices as they are now, to be kept in place of those before with the entry that says so. */
export function devicesKept(library: Library, devices: readonly DeviceSetup[]): OwnValues {
  const { used_count } = readKept(library)
  const kept: Kept = { devices: [...devices], used_count: usedWith(used_count, devices) }
  return { [NAME]: JSON.stringify(keptSchema.parse(kept)) }
}
