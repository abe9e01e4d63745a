/** One run of the spooler that is killed: how many jobs and kills, and what came out of the printers. */
import { setTimeout as wait } from 'node:timers/promises'
import { profileOf } from '../../../shared/devices/printer/profiles.ts'
import type { JobDraft } from '../../../shared/devices/job.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { must } from '../../../shared/kernel/assert.ts'

import { printerAt, setUpDevices } from '../../main/support/printers.ts'
import { BadPrinter, type CameOut } from './bad-printer.ts'
import { KilledSpooler } from './killed-spooler.ts'

export type Run = { readonly jobs_count: number; readonly kills_count: number; readonly seed: number }

export type Outcome = {
  /** Receipts of which no whole paper came. */
  readonly lost: readonly number[]
  /** Receipts of which more than one paper without a mark came, whole or not. */
  readonly unmarked_doubles: readonly number[]
  /** Pulses that were sent more than once. */
  readonly sent_twice: readonly string[]
  readonly pulses_sent_count: number
  readonly pulses_came_count: number
  readonly marked_count: number
  readonly kills_count: number
}

/** A printer is left alone for a quarter of a minute at most, and a busy computer is slow. */
const STUCK_MS = 60_000

/** Fails once nothing has gone on for too long, and says how everything is then. */
class Progress {
  #from_ms = performance.now()
  #says: readonly string[] = ['no station has answered']

  goesOn(): void {
    this.#from_ms = performance.now()
  }

  look(says: readonly string[] = this.#says): void {
    this.#says = says
    if (performance.now() - this.#from_ms > STUCK_MS) throw new Error(`nothing goes on:\n${says.join('\n')}`)
  }
}

/** Every fourth job opens the drawer, the others print. */
const isPulse = (number: number): boolean => number % 4 === 0
const nameOf = (number: number): string => `Receipt no. ${number}.`

function paperOf(number: number): ReceiptDocument {
  const text = (said: string) => ({ block: 'text', text: said, is_strong: false, align: 'start' }) as const
  const blocks = [text('Public library'), text(nameOf(number)), text('Thank you'), text('Due Tuesday')]
  return { kind: 'check-out', language: 'en', is_copy: false, size: 'normal', blocks }
}

function jobOf(number: number): JobDraft {
  if (isPulse(number)) return { kind: 'drawer', payload: { drawer: 'MAIN' } }
  const device_code = number % 3 === 0 ? 'PRINTER-2' : 'PRINTER-1'
  return { kind: 'receipt', payload: { document: paperOf(number) }, device_code }
}

/** A small generator: the same seed, the same faults, as far as time lets them be the same. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export async function fuzz(folder: string, { jobs_count, kills_count, seed }: Run): Promise<Outcome> {
  const chance = chanceOf(seed)
  const profile = must(profileOf('epson-tm-t88v'), 'a model')
  const printers = [new BadPrinter(profile, chance), new BadPrinter(profile, chance)]
  for (const printer of printers) await printer.listen()

  setUpDevices(
    folder,
    printers.map(({ port_number }, at) => printerAt(`PRINTER-${at + 1}`, port_number)),
  )
  const spooler = new KilledSpooler(folder)
  spooler.start()
  try {
    await inTurmoil(spooler, printers, chance, { jobs_count, kills_count, seed })
    await inCalm(spooler, printers)
  } finally {
    await spooler.end()
    for (const printer of printers) printer.close()
  }
  return judged(spooler, printers, jobs_count)
}

async function inTurmoil(spooler: KilledSpooler, printers: readonly BadPrinter[], chance: () => number, run: Run) {
  const { jobs_count, kills_count } = run
  for (const printer of printers) printer.faults = 0.04
  const numbers = Array.from({ length: jobs_count }, (_, at) => at + 1)
  const killsAt = new Set(
    Array.from({ length: kills_count }, (_, at) => Math.floor(((at + 1) * jobs_count) / (kills_count + 1))),
  )
  const progress = new Progress()
  for (const number of numbers) {
    while (!spooler.queued.has(number)) {
      spooler.queue(number, jobOf(number))
      await wait(5 + chance() * 30)
      progress.look()
    }
    progress.goesOn()
    if (killsAt.has(number)) {
      await wait(chance() * 60)
      spooler.kill(chance() < 0.5 ? 'station' : 'devices')
    }
  }
}

/** The faults are over, and a person prints again what the desk gave up. */
async function inCalm(spooler: KilledSpooler, printers: readonly BadPrinter[]): Promise<void> {
  for (const printer of printers) printer.faults = 0
  const progress = new Progress()
  for (let least_count = Infinity; ; await wait(100)) {
    const counted = await spooler.counted()
    progress.look(counted?.says)
    if (counted === null) continue
    const open_count = counted.waiting_count + counted.failed_count
    if (open_count === 0) return
    if (open_count < least_count) progress.goesOn()
    least_count = Math.min(least_count, open_count)
    if (counted.failed_count > 0) spooler.again()
  }
}

const isMarked = ({ lines }: CameOut): boolean => lines.some((line) => line.includes('REPRINT'))

function judged(spooler: KilledSpooler, printers: readonly BadPrinter[], jobs_count: number): Outcome {
  const papers = printers.flatMap((printer) => printer.papers)
  const receipts = Array.from({ length: jobs_count }, (_, at) => at + 1).filter((number) => !isPulse(number))
  const came = (number: number): readonly CameOut[] =>
    papers.filter(({ lines }) => lines.some((line) => line.includes(nameOf(number))))
  return {
    lost: receipts.filter((number) => !came(number).some(({ is_whole }) => is_whole)),
    unmarked_doubles: receipts.filter((number) => came(number).filter((one) => !isMarked(one)).length > 1),
    sent_twice: [...spooler.pulses].filter(([, count]) => count > 1).map(([ref]) => ref),
    pulses_sent_count: spooler.pulses.size,
    pulses_came_count: printers.reduce((sum, one) => sum + one.pulses_count, 0),
    marked_count: papers.filter(isMarked).length,
    kills_count: spooler.kills_count,
  }
}
