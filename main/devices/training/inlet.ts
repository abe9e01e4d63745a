/**
 * One way into the training printer: the cable of the desk, or a program on the network. Each has its own buffer and
 * its own half-received commands, so that two that print at once do not mix. Cover, roll and drawer they share.
 */
import type { Bitmap } from '../../../shared/devices/printer/bitmap.ts'
import type { Happening } from '../../../shared/devices/printer/interpreter/interpreter.ts'
import {
  SimulatedPrinter,
  type Outcome,
  type PrinterState,
} from '../../../shared/devices/printer/interpreter/simulated-printer.ts'
import type { PrinterProfile } from '../../../shared/devices/printer/profile.ts'
import type { From } from '../../../shared/devices/training/strip.ts'

/** What a printer keeps that it has not looked at. */
const BUFFER_BYTES = 4_096

type Waiting = { readonly bytes: Uint8Array; readonly taken: () => void }

export class Inlet {
  readonly from: From
  readonly #printer: SimulatedPrinter
  readonly #happened: (happened: readonly Happening[]) => void
  #send: ((bytes: Uint8Array) => void) | null = null
  /** While it hangs: what it took, and what waits at its door. */
  #isStalled = false
  #held: Uint8Array[] = []
  #waiting: readonly Waiting[] = []

  constructor(
    from: From,
    profile: PrinterProfile,
    step_dots: number,
    happened: (happened: readonly Happening[]) => void,
  ) {
    this.from = from
    this.#printer = new SimulatedPrinter(profile, step_dots)
    this.#happened = happened
  }

  get isPrinting(): boolean {
    return !this.#isStalled && this.#printer.isPrinting
  }

  /** Where its answers go from now on; null: nobody is there. */
  answerTo(send: ((bytes: Uint8Array) => void) | null): void {
    this.#send = send
  }

  /** Settles when it took the bytes, which one that hangs does until its buffer is full. */
  receive(bytes: Uint8Array): Promise<void> {
    return new Promise((taken) => {
      this.#waiting = [...this.#waiting, { bytes, taken }]
      this.#takeOn()
    })
  }

  /** Nobody is at the other end any more: what waits at the door never comes in. */
  close(): void {
    this.#send = null
    this.#waiting = []
  }

  change(change: Partial<PrinterState>): void {
    this.#outcome(this.#printer.change(change))
  }

  stall(isStalled: boolean): void {
    this.#isStalled = isStalled
    this.#takeOn()
  }

  /** @returns what came out */
  step(): { readonly bitmap: Bitmap; readonly happened: readonly Happening[] } {
    const outcome = this.#printer.step()
    const bitmap = this.#printer.tear()
    this.#outcome(outcome)
    return { bitmap, happened: outcome.happened }
  }

  #takeOn(): void {
    if (!this.#isStalled) {
      const held = this.#held
      this.#held = []
      for (const bytes of held) this.#outcome(this.#printer.receive(bytes))
    }
    while (this.#waiting[0] !== undefined && this.#hasRoom(this.#waiting[0].bytes)) {
      const [{ bytes, taken }, ...rest] = this.#waiting as readonly [Waiting, ...Waiting[]]
      this.#waiting = rest
      if (this.#isStalled) this.#held.push(bytes)
      else this.#outcome(this.#printer.receive(bytes))
      taken()
    }
  }

  #hasRoom({ length }: Uint8Array): boolean {
    return !this.#isStalled || this.#held.reduce((sum, one) => sum + one.length, length) <= BUFFER_BYTES
  }

  #outcome({ sent, happened }: Outcome): void {
    if (sent.length > 0 && !this.#isStalled) this.#send?.(Uint8Array.from(sent))
    this.#happened(happened)
  }
}
