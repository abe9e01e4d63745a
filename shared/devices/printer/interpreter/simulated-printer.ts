/**
 * A printer with a cover, a roll and a drawer, in software: it takes bytes as they come, answers as a real one, and
 * prints as long as nothing is wrong. It looks in every byte for what a printer obeys while it still receives, also
 * inside a picture, as the manuals warn.
 */
import type { Bitmap } from '../bitmap.ts'
import type { PrinterProfile } from '../profile.ts'
import type { PrinterFault } from '../status/status-events.ts'
import { Interpreter, type Happening } from './interpreter.ts'

export type PrinterState = {
  readonly is_cover_open: boolean
  readonly paper: 'enough' | 'near-end' | 'out'
  readonly fault: PrinterFault
  /** Whether the connector of the drawer is at its high level. */
  readonly is_drawer_high: boolean
}

const READY: PrinterState = { is_cover_open: false, paper: 'enough', fault: 'none', is_drawer_high: false }

/** What came of some bytes: what the printer sends back, and what it did. */
export type Outcome = { readonly sent: readonly number[]; readonly happened: readonly Happening[] }

const bit = (is: boolean, value: number): number => (is ? value : 0)
const DLE = 0x10
const NOTHING: Outcome = { sent: [], happened: [] }
/** A printer that takes its time obeys so few bytes at once, to stop near the end of a step. */
const SIP_BYTES = 16
/** The longest command in real time that acts here: DLE DC4 1 m t. */
const WINDOW = 5

export class SimulatedPrinter {
  readonly #profile: PrinterProfile
  readonly #interpreter: Interpreter
  readonly #step_dots: number
  #state = READY
  /** Received and not printed: the cover is open, or the roll is empty. */
  #waiting: number[] = []
  /** The last bytes that were received. */
  #last: readonly number[] = []

  /** @param step_dots how much paper comes out in one `step`; where it is left out, all of it at once, without any */
  constructor(profile: PrinterProfile, step_dots = Infinity) {
    this.#profile = profile
    this.#step_dots = step_dots
    this.#interpreter = new Interpreter(profile)
  }

  /** Everything that came out since the last time; nothing of it is kept. */
  tear(): Bitmap {
    return this.#interpreter.tear()
  }

  /** It has bytes left, and nothing keeps it from obeying them. */
  get isPrinting(): boolean {
    return this.#waiting.length > 0 && !this.#isOffline
  }

  /** One that takes its time prints on. */
  step(): Outcome {
    return this.#print(this.#step_dots)
  }

  paper(): Bitmap {
    return this.#interpreter.paper()
  }

  /** Opens the cover, empties the roll, pulls the drawer; what waited is printed as soon as it can be. */
  change(change: Partial<PrinterState>): Outcome {
    this.#state = { ...this.#state, ...change }
    const told = this.#tellsByItself ? this.#status() : []
    const printed = this.#printAtOnce()
    return { sent: [...told, ...printed.sent], happened: printed.happened }
  }

  receive(chunk: Iterable<number>): Outcome {
    const sent: number[] = []
    const happened: Happening[] = []
    for (const byte of chunk) {
      this.#waiting.push(byte)
      this.#last = [...this.#last, byte].slice(-WINDOW)
      sent.push(...this.#answerAtOnce())
      const pulse = this.#pulseAtOnce()
      if (pulse !== null) happened.push(pulse)
    }
    const printed = this.#printAtOnce()
    return { sent: [...sent, ...printed.sent], happened: [...happened, ...printed.happened] }
  }

  get #isOffline(): boolean {
    const { is_cover_open, paper, fault } = this.#state
    return is_cover_open || paper === 'out' || fault !== 'none'
  }

  get #tellsByItself(): boolean {
    return this.#profile.language === 'star' || this.#interpreter.has_automatic_status
  }

  #printAtOnce(): Outcome {
    return this.#step_dots === Infinity ? this.#print(Infinity) : NOTHING
  }

  #print(most_dots: number): Outcome {
    if (this.#isOffline) return NOTHING
    const sip = most_dots === Infinity ? this.#waiting.length : SIP_BYTES
    const end_dots = this.#interpreter.height_dots + most_dots
    const happened: Happening[] = []
    while (this.#waiting.length > 0 && this.#interpreter.height_dots < end_dots) {
      happened.push(...this.#interpreter.take(this.#waiting.slice(0, sip)))
      this.#waiting = this.#waiting.slice(sip)
    }
    return { sent: happened.flatMap((one) => this.#answerTo(one)), happened }
  }

  #answerTo(happening: Happening): readonly number[] {
    switch (happening.happened) {
      case 'answer':
        return happening.bytes
      case 'paper-asked':
        return [{ enough: 0x00, 'near-end': 0x03, out: 0x0c }[this.#state.paper]]
      case 'counted':
        return this.#status(happening.count)
      default:
        return []
    }
  }

  #answerAtOnce(): readonly number[] {
    const [first, second, third] = this.#last.slice(-3)
    if (this.#profile.language === 'star')
      return first === 0x1b && second === 0x06 && third === 0x01 ? this.#status() : []
    if (first !== DLE || second !== 0x04 || third === undefined) return []
    return this.#answers()[third - 1] ?? []
  }

  #pulseAtOnce(): Happening | null {
    const [first, second, third, fourth] = this.#last
    if (this.#profile.language === 'star' || !this.#interpreter.is_pulse_allowed) return null
    const isPulse = this.#last.length === WINDOW && first === DLE && second === 0x14 && third === 0x01
    return isPulse ? { happened: 'pulse', connector: fourth === 1 ? 1 : 0, by: 'in-real-time' } : null
  }

  /** To DLE EOT 1 to 4. */
  #answers(): readonly (readonly number[])[] {
    const { is_cover_open, paper, fault, is_drawer_high } = this.#state
    const isOther = fault === 'other' || fault === 'too-hot'
    return [
      [0x12 | bit(is_drawer_high, 0x04) | bit(this.#isOffline, 0x08)],
      [0x12 | bit(is_cover_open, 0x04) | bit(paper === 'out', 0x20) | bit(fault !== 'none', 0x40)],
      [0x12 | bit(fault === 'cutter', 0x08) | bit(fault === 'unrecoverable', 0x20) | bit(isOther, 0x40)],
      [0x12 | bit(paper !== 'enough', 0x0c) | bit(paper === 'out', 0x60)],
    ]
  }

  #status(count = this.#interpreter.count): readonly number[] {
    const { is_cover_open, paper, fault, is_drawer_high } = this.#state
    const drawer = bit(is_drawer_high, 0x04)
    const offline = bit(this.#isOffline, 0x08)
    const cover = bit(is_cover_open, 0x20)
    const [cutter, broken] = [bit(fault === 'cutter', 0x08), bit(fault === 'unrecoverable', 0x20)]
    if (this.#profile.language === 'star') {
      const errors = cutter | broken | bit(fault === 'too-hot', 0x40) | bit(fault === 'other', 0x04)
      const roll = bit(paper !== 'enough', 0x04) | bit(paper === 'out', 0x08)
      const counted = ((count & 0x18) << 2) | ((count & 0x07) << 1)
      return [0x23, 0x86, drawer | offline | cover | bit(count > 0, 0x02), errors, 0, roll, 0, counted, 0]
    }
    const errors = cutter | broken | bit(fault === 'other' || fault === 'too-hot', 0x40)
    const roll = bit(paper !== 'enough', 0x03) | bit(paper === 'out', 0x0c)
    return [0x10 | drawer | offline | cover, errors, roll, 0]
  }
}
