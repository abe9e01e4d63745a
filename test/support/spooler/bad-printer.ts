/**
 * A printer of the network that breaks off, stalls and runs out of paper at random, and remembers every paper that came
 * out of it, also half a paper.
 */
import { createServer, type Server, type Socket } from 'node:net'
import { SimulatedPrinter } from '../../../shared/devices/printer/interpreter/simulated-printer.ts'
import type { PrinterProfile } from '../../../shared/devices/printer/profile.ts'

export type CameOut = { readonly lines: readonly string[]; readonly is_whole: boolean }

export class BadPrinter {
  readonly papers: CameOut[] = []
  pulses_count = 0
  port_number = 0
  readonly #profile: PrinterProfile
  readonly #chance: () => number
  readonly #server: Server
  #socket: Socket | null = null
  #printer: SimulatedPrinter
  #lines: string[] = []
  #stalled_until_ms = 0
  /** How often a piece of what it gets ends in a fault. */
  faults = 0

  constructor(profile: PrinterProfile, chance: () => number) {
    this.#profile = profile
    this.#chance = chance
    this.#printer = new SimulatedPrinter(profile)
    this.#server = createServer((socket) => this.#connected(socket))
  }

  async listen(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
    const at = this.#server.address()
    this.port_number = typeof at === 'object' && at !== null ? at.port : 0
  }

  close(): void {
    this.#socket?.destroy()
    this.#server.close()
  }

  #connected(socket: Socket): void {
    // A printer takes one client; what the last one left in it is gone with its power.
    this.#socket?.destroy()
    this.#endPaper(false)
    this.#socket = socket
    this.#printer = new SimulatedPrinter(this.#profile)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => this.#took(socket, bytes))
  }

  #took(socket: Socket, bytes: Uint8Array): void {
    const chance = this.#chance()
    if (chance < this.faults / 3) return this.#breaksOff(socket, bytes)
    if (chance < (this.faults * 2) / 3) this.#stalled_until_ms = Date.now() + 900
    else if (chance < this.faults) this.#withoutPaper()
    const wait_ms = this.#stalled_until_ms - Date.now()
    if (wait_ms > 0) setTimeout(() => this.#print(socket, bytes), wait_ms)
    else this.#print(socket, bytes)
  }

  /** Somewhere in what it got; what came before may be on paper. */
  #breaksOff(socket: Socket, bytes: Uint8Array): void {
    const taken = bytes.subarray(0, Math.floor(this.#chance() * bytes.length))
    if (this.#socket === socket) this.#heard(this.#printer.receive(taken).happened)
    socket.destroy()
  }

  #withoutPaper(): void {
    const printer = this.#printer
    this.#answer(printer.change({ paper: 'out' }))
    setTimeout(() => {
      if (printer === this.#printer) this.#answer(printer.change({ paper: 'enough' }))
    }, 400)
  }

  #print(socket: Socket, bytes: Uint8Array): void {
    if (this.#socket === socket && !socket.destroyed) this.#answer(this.#printer.receive(bytes))
  }

  #answer({ sent, happened }: ReturnType<SimulatedPrinter['receive']>): void {
    this.#heard(happened)
    if (sent.length > 0 && this.#socket?.writable) this.#socket.write(Uint8Array.from(sent))
  }

  #heard(happened: ReturnType<SimulatedPrinter['receive']>['happened']): void {
    for (const one of happened) {
      if (one.happened === 'line') this.#lines.push(one.text)
      if (one.happened === 'pulse') this.pulses_count += 1
      if (one.happened === 'cut') this.#endPaper(true)
    }
  }

  #endPaper(is_whole: boolean): void {
    if (this.#lines.length > 0) this.papers.push({ lines: this.#lines, is_whole })
    this.#lines = []
  }
}
