/** A receipt printer of the network without hardware: the printer in software, which listens on this computer. */
import { createServer, type AddressInfo, type Socket } from 'node:net'
import {
  SimulatedPrinter,
  type Outcome,
  type PrinterState,
} from '../../../shared/devices/printer/interpreter/simulated-printer.ts'
import type { Happening } from '../../../shared/devices/printer/interpreter/interpreter.ts'
import type { PrinterProfile } from '../../../shared/devices/printer/profile.ts'

/** How it misbehaves, from so many bytes of a job on. */
export type Habit = {
  /** Answers nothing, and prints. */
  readonly mute_from?: number
  readonly hangs_up_at?: number
  /** Its roll ends. */
  readonly runs_out_at?: number
  /** Sends these bytes in place of what a printer would. */
  readonly sends?: readonly number[]
  /** Stalls after so many bytes of what it has to answer; the rest comes first, once it behaves otherwise. */
  readonly stalls_after?: number
}

/** What asks how it is, with what has it tell changes by itself. */
const QUESTIONS_BYTES = 16

export type PrinterServer = {
  readonly port_number: number
  /** What it did so far. */
  readonly happened: readonly Happening[]
  readonly lines: () => readonly string[]
  readonly received: () => Buffer
  readonly clients_count: () => number
  /** Opens its cover, takes its paper away, pulls its drawer. */
  readonly change: (change: Partial<PrinterState>) => void
  readonly behave: (habit: Habit) => void
  readonly hangUp: () => void
  readonly close: () => Promise<void>
}

/** What a printer does not send yet since it stalled. */
class Stall {
  #kept_back: readonly number[] = []
  #isStalled = false

  /** It goes on, until it stalls again. */
  goOn(): void {
    this.#isStalled = false
  }

  /** @returns what it sends now */
  sent(bytes: readonly number[], stalls_after: number): readonly number[] {
    const all = [...this.#kept_back, ...bytes]
    const now = all.slice(0, this.#isStalled ? 0 : stalls_after)
    this.#kept_back = all.slice(now.length)
    this.#isStalled ||= this.#kept_back.length > 0
    return now
  }
}

/** @param port_number 0: any that is free */
export async function makePrinterServer(profile: PrinterProfile, port_number = 0): Promise<PrinterServer> {
  const printer = new SimulatedPrinter(profile)
  const happened: Happening[] = []
  let habit: Habit = {}
  let client: Socket | null = null
  let clients_count = 0
  let received = Buffer.alloc(0)
  const stall = new Stall()
  /** Of what is no question: a job. */
  let job_count = 0
  const answer = ({ sent, happened: more }: Outcome): void => {
    happened.push(...more)
    const bytes = stall.sent(habit.sends ?? sent, habit.stalls_after ?? Infinity)
    if (job_count >= (habit.mute_from ?? Infinity) || bytes.length === 0) return
    client?.write(Uint8Array.from(bytes))
  }
  const take = (socket: Socket, bytes: Buffer): void => {
    received = Buffer.concat([received, bytes])
    if (bytes.length > QUESTIONS_BYTES) job_count += bytes.length
    const { runs_out_at = Infinity, hangs_up_at = Infinity } = habit
    if (job_count >= hangs_up_at) return void socket.resetAndDestroy()
    if (job_count >= runs_out_at) {
      habit = {}
      answer(printer.receive(bytes.subarray(0, runs_out_at)))
      answer(printer.change({ paper: 'out' }))
      answer(printer.receive(bytes.subarray(runs_out_at)))
    } else answer(printer.receive(bytes))
  }
  const server = createServer((socket) => {
    clients_count += 1
    socket.on('error', () => undefined)
    // It has one line in, as most have.
    if (client !== null) return void socket.destroy()
    client = socket
    socket.on('close', () => {
      client = null
    })
    socket.on('data', (bytes) => take(socket, bytes))
  })
  await new Promise<void>((resolve) => server.listen(port_number, '127.0.0.1', resolve))
  return {
    port_number: (server.address() as AddressInfo).port,
    happened,
    lines: () => happened.flatMap((one) => (one.happened === 'line' ? [one.text.trim()] : [])),
    received: () => received,
    clients_count: () => clients_count,
    change: (change) => answer(printer.change(change)),
    behave: (next) => {
      habit = next
      job_count = 0
      stall.goOn()
    },
    hangUp: () => client?.resetAndDestroy(),
    close: () =>
      new Promise((resolve) => {
        client?.destroy()
        server.close(() => resolve())
      }),
  }
}
