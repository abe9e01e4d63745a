/**
 * The training printer with its roll, cover and drawer. It prints at the pace of a slow printer, so that a person sees
 * what happens when the paper ends in the middle.
 */
import { dotsOf, type PrinterProfile } from '../../../shared/devices/printer/profile.ts'
import type { Happening } from '../../../shared/devices/printer/interpreter/interpreter.ts'
import { PaperStrip, type From } from '../../../shared/devices/training/strip.ts'
import { TRAINING_DRAWER } from '../../../shared/devices/training/places.ts'
import type { SheetRows, TrainingAct, TrainingNow } from '../../../shared/devices/training/wire.ts'
import { Inlet } from './inlet.ts'

export type Pace = { readonly step_dots: number; readonly every_ms: number }
/** 600 dots a second are 75 mm. */
export const USUAL_PACE: Pace = { step_dots: 24, every_ms: 40 }

type PrinterNow = TrainingNow['printer']
type PrinterAct = Extract<TrainingAct, { act: 'printer' }>

export type TrainingPrinterPorts = {
  readonly changed: () => void
  readonly printed: (rows: SheetRows) => void
}

export class TrainingPrinter {
  readonly #profile: PrinterProfile
  readonly #ports: TrainingPrinterPorts
  readonly #pace: Pace
  readonly #inlets = new Map<From, Inlet>()
  readonly strip: PaperStrip
  #timer: NodeJS.Timeout | undefined
  #now: Omit<PrinterNow, 'is_printing'> = {
    paper: 'enough',
    is_cover_open: false,
    is_stalled: false,
    is_plugged: true,
  }
  #isDrawerOpen = false

  constructor(profile: PrinterProfile, ports: TrainingPrinterPorts, pace: Pace = USUAL_PACE) {
    this.#profile = profile
    this.#ports = ports
    this.#pace = pace
    this.strip = new PaperStrip(dotsOf(profile))
    for (const from of ['desk', 'network'] as const) this.#inlets.set(from, this.#inletOf(from))
  }

  get now(): PrinterNow {
    return { ...this.#now, is_printing: this.#isPrinting }
  }

  get isDrawerOpen(): boolean {
    return this.#isDrawerOpen
  }

  /** Bytes for it; settles when it took them. */
  receive(from: From, bytes: Uint8Array): Promise<void> {
    const taken = this.#inlet(from).receive(bytes)
    this.#run()
    return taken
  }

  answerTo(from: From, send: ((bytes: Uint8Array) => void) | null): void {
    this.#inlet(from).answerTo(send)
  }

  /** The other end is gone. A program that went leaves its paper cut off; the desk comes back to what it began. */
  hangUp(from: From): void {
    this.#inlet(from).close()
    if (from === 'network' && !this.#inlet(from).isPrinting) this.#show(this.strip.end(from))
  }

  change({ paper, is_cover_open, is_stalled, is_plugged }: PrinterAct): void {
    const { paper: roll, is_cover_open: cover, is_stalled: stalled, is_plugged: plugged } = this.#now
    this.#now = {
      paper: paper ?? roll,
      is_cover_open: is_cover_open ?? cover,
      is_stalled: is_stalled ?? stalled,
      is_plugged: is_plugged ?? plugged,
    }
    for (const inlet of this.#inlets.values()) {
      // It tells a change by itself only while it does not hang.
      inlet.change({ paper: this.#now.paper, is_cover_open: this.#now.is_cover_open })
      inlet.stall(this.#now.is_stalled)
    }
    this.#run()
    this.#ports.changed()
  }

  /** By its pulse, by its key, or by hand. */
  moveDrawer(is_open: boolean): void {
    if (is_open === this.#isDrawerOpen) return
    this.#isDrawerOpen = is_open
    const is_drawer_high = is_open === (TRAINING_DRAWER.open_level === 'high')
    for (const inlet of this.#inlets.values()) inlet.change({ is_drawer_high })
    this.#ports.changed()
  }

  tearOff(): void {
    this.strip.clear()
    this.#ports.changed()
  }

  close(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  get #isPrinting(): boolean {
    return [...this.#inlets.values()].some(({ isPrinting }) => isPrinting)
  }

  #inletOf(from: From): Inlet {
    return new Inlet(from, this.#profile, this.#pace.step_dots, (happened) => this.#happened(happened))
  }

  #inlet(from: From): Inlet {
    const inlet = this.#inlets.get(from) ?? this.#inletOf(from)
    this.#inlets.set(from, inlet)
    return inlet
  }

  #happened(happened: readonly Happening[]): void {
    const { connector } = TRAINING_DRAWER
    if (happened.some((one) => one.happened === 'pulse' && one.connector === connector)) this.moveDrawer(true)
  }

  /** Prints while there is anything to print. A question, or a setting, is over at once. */
  #run(): void {
    if (this.#timer !== undefined || !this.#isPrinting) return
    this.#step()
    if (this.#isPrinting) this.#timer = setInterval(() => this.#step(), this.#pace.every_ms)
    this.#ports.changed()
  }

  #step(): void {
    for (const inlet of this.#inlets.values()) {
      if (!inlet.isPrinting) continue
      const { bitmap, happened } = inlet.step()
      this.#show(this.strip.add(inlet.from, bitmap, happened))
    }
    if (this.#isPrinting) return
    this.close()
    this.#ports.changed()
  }

  #show(rows: readonly SheetRows[]): void {
    if (rows.length === 0) return
    for (const one of rows) this.#ports.printed(one)
    this.#ports.changed()
  }
}
