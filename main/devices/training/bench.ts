/**
 * The training devices of a practice desk: transports that end in software. Drivers and codecs are those of real
 * devices, and bytes are all that either side hears of the other. No path leads from here to a real device.
 */
import { DARK_POLE, poleStep } from '../../../shared/devices/display/pole-screen.ts'
import { profileOf, TRAINING_PROFILE_CODE } from '../../../shared/devices/printer/profiles.ts'
import { isSamePlace } from '../../../shared/devices/match.ts'
import type { DevicePlace } from '../../../shared/devices/setup.ts'
import { TRAINING_PLACES } from '../../../shared/devices/training/places.ts'
import { posReports } from '../../../shared/devices/training/reports.ts'
import {
  NETWORK_PORT,
  type SheetRows,
  type TrainingAct,
  type TrainingNow,
} from '../../../shared/devices/training/wire.ts'
import { must } from '../../../shared/kernel/assert.ts'
import {
  inPieces,
  untilEnded,
  type Line,
  type LineEvents,
  type Open,
  type Opening,
  type Seen,
} from '../transports/line.ts'
import type { Transports } from '../transports/transports.ts'
import { Listening } from './listening.ts'
import { TrainingPrinter, type Pace } from './training-printer.ts'

type Role = keyof typeof TRAINING_PLACES

const SEEN: readonly (Omit<Seen, 'place'> & { readonly role: Role })[] = [
  { role: 'scanner', name: 'Datestamp Training scanner', looks_like: 'scanner', path: 'training-scanner' },
  { role: 'printer', name: 'Datestamp Training printer', looks_like: 'printer', path: 'training-printer' },
  { role: 'display', name: 'Datestamp Training display', looks_like: 'port', path: 'training-display' },
]

export type BenchPorts = {
  readonly now: (now: TrainingNow) => void
  readonly printed: (rows: SheetRows) => void
  readonly log: (line: string) => void
  readonly pace?: Pace
}

type Ends = ReturnType<typeof untilEnded>

export class TrainingBench {
  readonly #ports: BenchPorts
  readonly printer: TrainingPrinter
  readonly #listening: Listening
  readonly #open = new Map<Role, Ends>()
  #pole = DARK_POLE
  #said = ''

  constructor(ports: BenchPorts) {
    this.#ports = ports
    const changed = (): void => this.#tell()
    const profile = must(profileOf(TRAINING_PROFILE_CODE), 'the model of the training printer')
    this.printer = new TrainingPrinter(profile, { changed, printed: ports.printed }, ports.pace)
    this.#listening = new Listening(NETWORK_PORT, { printer: this.printer, changed, log: ports.log })
  }

  readonly transports: Transports = {
    opens: this.#opens(),
    look: (kinds) => Promise.resolve({ seen: this.#seen(kinds), faults: [] }),
  }

  get now(): TrainingNow {
    const { now: printer, isDrawerOpen: is_drawer_open, strip } = this.printer
    return {
      printer,
      is_drawer_open,
      pole_lines: [...this.#pole.lines],
      listening: this.#listening.now,
      sheets: [...strip.sheets],
    }
  }

  /** Says everything again, to a station that has just begun. */
  repeat(): void {
    this.#said = ''
    for (const { sheet_number } of this.printer.strip.sheets) {
      const rows = this.printer.strip.rowsOf(sheet_number, 0)
      if (rows !== null) this.#ports.printed(rows)
    }
    this.#tell()
  }

  async act(act: TrainingAct): Promise<void> {
    switch (act.act) {
      case 'scan':
        for (const report of posReports(act.text)) this.#open.get('scanner')?.onBytes(report)
        return
      case 'printer':
        if (act.is_plugged === false) this.#open.get('printer')?.onLost('the cable was pulled out')
        return this.printer.change(act)
      case 'drawer':
        return this.printer.moveDrawer(act.is_open)
      case 'tear-off':
        return this.printer.tearOff()
      case 'listen':
        return act.is_on ? this.#listening.begin(act.port_number) : this.#listening.end()
    }
  }

  async close(): Promise<void> {
    this.printer.close()
    await this.#listening.end()
  }

  #tell(): void {
    const { now } = this
    const said = JSON.stringify(now)
    if (said === this.#said) return
    this.#said = said
    this.#ports.now(now)
  }

  #seen(kinds: ReadonlySet<DevicePlace['via']>): readonly Seen[] {
    const { is_plugged } = this.printer.now
    return SEEN.flatMap(({ role, ...seen }): Seen[] => {
      const place = TRAINING_PLACES[role]
      return kinds.has(place.via) && (role !== 'printer' || is_plugged) ? [{ ...seen, place }] : []
    })
  }

  #opens(): Transports['opens'] {
    const open: Open = async (place, _path, events) => this.#openAt(place, events)
    return { hid: open, serial: open, tcp: open, queue: open, 'usb-printer': open }
  }

  #openAt(place: DevicePlace, events: LineEvents): Opening {
    const role = SEEN.find((one) => isSamePlace(TRAINING_PLACES[one.role], place))?.role
    if (role === undefined || (role === 'printer' && !this.printer.now.is_plugged))
      return { kind: 'not-open', fault: 'absent', detail: 'no training device is there' }
    const heard = untilEnded(events)
    this.#open.set(role, heard)
    if (role === 'printer') this.printer.answerTo('desk', (bytes) => heard.onBytes(bytes))
    return { kind: 'open', line: this.#lineOf(role, heard) }
  }

  #lineOf(role: Role, heard: Ends): Line {
    return {
      write: async (bytes, limit_ms, isHeldUp) => {
        const end = await inPieces(bytes, limit_ms, (piece) => this.#take(role, piece), { isHeldUp })
        // As everywhere: what is left would reach the printer in the middle of the next job.
        if (end.kind === 'short') setImmediate(() => heard.onLost(end.detail))
        return end
      },
      close: () => {
        heard.end()
        if (this.#open.get(role) !== heard) return Promise.resolve()
        this.#open.delete(role)
        if (role === 'printer') this.printer.hangUp('desk')
        return Promise.resolve()
      },
    }
  }

  #take(role: Role, bytes: Uint8Array): Promise<void> {
    if (role === 'printer') return this.printer.receive('desk', bytes)
    if (role === 'display') {
      this.#pole = poleStep(this.#pole, bytes)
      this.#tell()
    }
    return Promise.resolve()
  }
}
