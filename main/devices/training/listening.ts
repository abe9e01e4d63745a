/**
 * The training printer as a printer of the network: other programs of this computer can print to it. It listens to this
 * computer alone, and only while a person wants it to; like most printers it lets one program in at a time.
 */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { TrainingNow } from '../../../shared/devices/training/wire.ts'
import { errorCodeOf } from '../transports/line.ts'
import type { TrainingPrinter } from './training-printer.ts'

const LOOPBACK = '127.0.0.1'

type Listens = TrainingNow['listening']

export type ListeningPorts = {
  readonly printer: Pick<TrainingPrinter, 'receive' | 'answerTo' | 'hangUp'>
  readonly changed: () => void
  readonly log: (line: string) => void
}

export class Listening {
  readonly #ports: ListeningPorts
  #server: Server | null = null
  #client: Socket | null = null
  #now: Listens

  constructor(port_number: number, ports: ListeningPorts) {
    this.#ports = ports
    this.#now = { state: 'off', port_number }
  }

  get now(): Listens {
    return this.#now
  }

  /** Settles once it listens, or cannot. */
  async begin(port_number: number): Promise<void> {
    await this.end()
    const server = createServer((socket) => this.#let(socket))
    const ended = Promise.withResolvers<void>()
    server.once('listening', () => {
      this.#server = server
      this.#turn({ state: 'on', port_number: (server.address() as AddressInfo).port })
      ended.resolve()
    })
    server.on('error', (fault) => {
      this.#ports.log(`the training printer does not listen: ${fault.message}`)
      this.#turn({ state: errorCodeOf(fault) === 'EADDRINUSE' ? 'taken' : 'failed', port_number })
      ended.resolve()
    })
    server.listen({ host: LOOPBACK, port: port_number })
    await ended.promise
  }

  async end(): Promise<void> {
    const server = this.#server
    this.#server = null
    this.#client?.destroy()
    if (server !== null) await new Promise<void>((resolve) => server.close(() => resolve()))
    if (this.#now.state !== 'off') this.#turn({ ...this.#now, state: 'off' })
  }

  #turn(now: Listens): void {
    this.#now = now
    this.#ports.changed()
  }

  #let(socket: Socket): void {
    // A program that goes away in the middle is nothing to report.
    socket.on('error', () => undefined)
    if (this.#client !== null) return void socket.destroy()
    const { printer } = this.#ports
    this.#client = socket
    printer.answerTo('network', (bytes) => void socket.write(bytes))
    socket.on('data', (bytes) => {
      // One that hangs takes no more until it goes on.
      socket.pause()
      void printer.receive('network', bytes).then(() => socket.resume())
    })
    socket.on('close', () => {
      if (this.#client !== socket) return
      this.#client = null
      printer.hangUp('network')
    })
  }
}
