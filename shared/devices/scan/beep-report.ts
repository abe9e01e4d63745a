/**
 * How a scanner of the HID POS class is told to beep, read from what it says of its own reports (HID 1.11, section
 * 6.2.2). Pure. The switches are those of the HID Point of Sale Usage Tables 1.02. Which report has them, and where,
 * each maker decides; of a scanner that has none, nothing is guessed.
 */
import { SCANNER_USAGE_PAGE } from './hid-pos.ts'

/** "Sound good read beep", and where that is missing "sound error beep". */
const BEEPS = [0x86, 0x85].map((usage) => SCANNER_USAGE_PAGE * 0x1_0000 + usage)
/** Longer than the report of any scanner. */
const REPORT_BITS_MAX = 64 * 8

const MAIN = 0
const GLOBAL = 1
const LOCAL = 2
const LONG_ITEM = 0xfe
const OUTPUT = 9

type Item = { readonly type: number; readonly tag: number; readonly value: number; readonly value_bytes: number }
type Globals = { readonly page: number; readonly bits: number; readonly count: number; readonly report: number }
type Switch = { readonly usage: number; readonly report: number; readonly bit: number }

function* itemsIn(descriptor: Uint8Array): Iterable<Item> {
  for (let at = 0; at < descriptor.length;) {
    const head = descriptor[at] ?? 0
    if (head === LONG_ITEM) {
      at += 3 + (descriptor[at + 1] ?? 0)
      continue
    }
    const value_bytes = [0, 1, 2, 4][head & 3] ?? 0
    const bytes = descriptor.subarray(at + 1, at + 1 + value_bytes)
    const value = bytes.reduceRight((sum, byte) => sum * 0x100 + byte, 0)
    yield { type: (head >> 2) & 3, tag: head >> 4, value, value_bytes }
    at += 1 + value_bytes
  }
}

const AT_FIRST: Globals = { page: 0, bits: 0, count: 0, report: 0 }

/** One pass through a descriptor: what is in force, and the switches that were found. */
class Reader {
  readonly switches: Switch[] = []
  /** The bits of each report so far. */
  readonly bits = new Map<number, number>()
  #now = AT_FIRST
  readonly #aside: Globals[] = []
  #usages: number[] = []
  #from: number | null = null

  read(item: Item): void {
    if (item.type === GLOBAL) this.#global(item)
    if (item.type === LOCAL) this.#local(item)
    if (item.type !== MAIN) return
    if (item.tag === OUTPUT) this.#output(item.value)
    this.#usages = []
    this.#from = null
  }

  #global({ tag, value }: Item): void {
    if (tag === 0) this.#now = { ...this.#now, page: value }
    if (tag === 7) this.#now = { ...this.#now, bits: value }
    if (tag === 8) this.#now = { ...this.#now, report: value }
    if (tag === 9) this.#now = { ...this.#now, count: value }
    if (tag === 10) this.#aside.push(this.#now)
    if (tag === 11) this.#now = this.#aside.pop() ?? this.#now
  }

  #local({ tag, value, value_bytes }: Item): void {
    const usage = value_bytes === 4 ? value : this.#now.page * 0x1_0000 + value
    if (tag === 0) this.#usages.push(usage)
    if (tag === 1) this.#from = usage
    if (tag !== 2 || this.#from === null) return
    const last = Math.min(usage, this.#from + REPORT_BITS_MAX)
    for (let one = this.#from; one <= last; one += 1) this.#usages.push(one)
    this.#from = null
  }

  #output(flags: number): void {
    const { bits, count, report } = this.#now
    const before = this.bits.get(report) ?? 0
    this.bits.set(report, before + bits * count)
    const isConstant = (flags & 1) !== 0
    const isOneEach = (flags & 2) !== 0
    if (isConstant || !isOneEach || bits !== 1) return
    for (const [at, usage] of this.#usages.slice(0, count).entries())
      if (BEEPS.includes(usage)) this.switches.push({ usage, report, bit: before + at })
  }
}

/** The report to send, with its number first; null: this scanner cannot be told to beep. */
export function beepReport(descriptor: Uint8Array): readonly number[] | null {
  const reader = new Reader()
  for (const item of itemsIn(descriptor)) reader.read(item)
  const [found] = BEEPS.flatMap((beep) => reader.switches.filter(({ usage }) => usage === beep))
  if (!found) return null
  const bits = reader.bits.get(found.report) ?? 0
  if (bits > REPORT_BITS_MAX) return null
  const bytes = Array.from({ length: Math.ceil(bits / 8) }, (_, at) =>
    at === found.bit >> 3 ? 1 << (found.bit & 7) : 0,
  )
  return [found.report, ...bytes]
}
