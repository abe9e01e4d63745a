/**
 * The inside of a receipt printer whose USB this kernel makes: the printer in software reads what the gadget got, and
 * answers through it. It can stop reading in the middle of a job, as one does that is pulled out while it prints.
 */
import { closeSync, constants, openSync } from 'node:fs'
import { profileOf } from '../../../shared/devices/printer/profiles.ts'
import { SimulatedPrinter } from '../../../shared/devices/printer/interpreter/simulated-printer.ts'
import { readSome, writeWhole } from './files.ts'

/** One paper, as far as it was printed. */
export type CameOut = { readonly lines: readonly string[]; readonly is_whole: boolean }

/** No job is that short, and the questions about its state are shorter. */
const QUESTIONS_BYTES = 24
const READ_EVERY_MS = 2

export class GadgetPrinter {
  readonly #fd: number
  readonly #printer: SimulatedPrinter
  readonly #timer: NodeJS.Timeout
  /** Of jobs: how many bytes it reads before it stands still. */
  #left_count: number
  #papers: CameOut[] = []
  #lines: string[] = []
  #answering: Promise<void> = Promise.resolve()

  constructor(path: string, profile_code: string, reads_max_count: number | null) {
    const profile = profileOf(profile_code)
    if (profile === null) throw new Error(`there is no model ${profile_code}`)
    this.#printer = new SimulatedPrinter(profile)
    this.#left_count = reads_max_count ?? Infinity
    this.#fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
    this.#timer = setInterval(() => this.#read(), READ_EVERY_MS)
  }

  get isStopped(): boolean {
    return this.#left_count <= 0
  }

  /** What came out of it, the last one perhaps not whole. */
  get papers(): readonly CameOut[] {
    return this.#lines.length === 0 ? this.#papers : [...this.#papers, { lines: this.#lines, is_whole: false }]
  }

  /** Its power is gone. */
  end(): void {
    clearInterval(this.#timer)
    closeSync(this.#fd)
  }

  #read(): void {
    if (this.isStopped) return
    const bytes = readSome(this.#fd)
    if (bytes.length === 0) return
    const isJob = bytes.length > QUESTIONS_BYTES
    const taken = isJob ? bytes.subarray(0, this.#left_count) : bytes
    if (isJob) this.#left_count -= taken.length
    const { sent, happened } = this.#printer.receive(taken)
    for (const one of happened) {
      if (one.happened === 'line') this.#lines.push(one.text.trim())
      if (one.happened === 'cut') this.#cut()
    }
    if (sent.length > 0) this.#answering = this.#answering.then(() => writeWhole(this.#fd, Uint8Array.from(sent)))
  }

  #cut(): void {
    this.#papers.push({ lines: this.#lines, is_whole: true })
    this.#lines = []
  }
}
