/**
 * What a printer costs a check-out, dead or alive: the same visits at desks that differ only in their printer, each in
 * processes of its own, a few visits at each in turn. The desk queues the receipt and goes on, so the printer should
 * not be noticed. Papers of a dead one pile up meanwhile.
 */
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { keepOwn } from '../main/journal/own-values.ts'
import { openStore } from '../main/store/store.ts'
import type { DeviceSetup, PrinterPlace } from '../shared/devices/setup.ts'
import { makePrinterServer } from '../test/support/devices/printer-server.ts'
import { profile } from '../test/support/devices/printer-setup.ts'
import { KEY } from './support/bench-desk.ts'
import { median, msText, percentText, type Figure } from './support/figures.ts'
import { copyLibrary } from './support/made-library.ts'
import { QUICK, type Size } from './support/sizes.ts'
import type { VisitsAsked, VisitsTook } from './support/visits.ts'

const MODEL = 'epson-tm-t88v'
const DESK = join(import.meta.dirname, 'support/printing-desk.ts')
const VISITS_A_ROUND = 10
const CHANGE_MAX = 0.05
const HOST = '127.0.0.1'

type Printer = { readonly place: PrinterPlace; readonly end: () => void }

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0
const at = (port_number: number): PrinterPlace => ({ via: 'tcp', host: HOST, port_number })

async function alive(): Promise<Printer> {
  const server = await makePrinterServer(profile(MODEL))
  return { place: at(server.port_number), end: () => void server.close() }
}

/** Nobody listens there. */
async function refusing(): Promise<Printer> {
  const server = createServer()
  await once(server.listen(0, HOST), 'listening')
  const place = at(portOf(server.address()))
  server.close()
  return { place, end: () => undefined }
}

async function silent(): Promise<Printer> {
  const server = createServer((socket) => socket.on('error', () => undefined).resume())
  await once(server.listen(0, HOST), 'listening')
  return { place: at(portOf(server.address())), end: () => void server.close() }
}

/** Listens, and its room for those who wait is full: a connection gets no answer at all, as from an empty address. */
async function unreachable(): Promise<Printer> {
  const program = `const s = require('net').createServer(); s.listen({ port: 0, host: '${HOST}', backlog: 1 }, () => {
    require('fs').writeSync(1, String(s.address().port)); process.kill(process.pid, 'SIGSTOP') })`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const port_number = Number(String(said))
  const waiting: Socket[] = Array.from({ length: 4 }, () => connect(port_number, HOST).on('error', () => undefined))
  return {
    place: at(port_number),
    end: () => {
      for (const socket of waiting) socket.destroy()
      child.kill('SIGKILL')
    },
  }
}

const unplugged = async (): Promise<Printer> => {
  const usb = { vendor_id: 0x04b8, product_id: 0x0202, serial_number: 'GONE' }
  return { place: { via: 'usb-printer', usb }, end: () => undefined }
}

/** The dead ones are held against the first two. */
const KINDS: readonly (readonly [string, (() => Promise<Printer>) | null])[] = [
  ['no printer', null],
  ['one that prints', alive],
  ['one that refuses', refusing],
  ['one that lets in and never answers', silent],
  ['an address that nobody answers', unreachable],
  ['one of USB that is not plugged in', unplugged],
]

type Arm = {
  readonly name: string
  readonly printer: Printer | null
  readonly desk: ChildProcess
  readonly took: VisitsTook[]
}

function setUp(folder: string, place: PrinterPlace): void {
  const drawer = { drawer: 'MAIN', connector: 0, open_level: 'unknown' } as const
  const printer: DeviceSetup = { device_code: 'PRINTER-1', role: 'printer', place, profile_code: MODEL, drawer }
  const store = openStore(folder, KEY)
  keepOwn(store.db, { devices: JSON.stringify({ devices: [printer], used_count: {} }) })
  store.close()
}

async function open([name, make]: (typeof KINDS)[number], number: number): Promise<Arm> {
  const folder = copyLibrary(QUICK, `printer-${number}`)
  const printer = make === null ? null : await make()
  if (printer) setUp(folder, printer.place)
  const desk = fork(DESK, [folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await once(desk, 'message')
  return { name, printer, desk, took: [] }
}

async function visits(arm: Arm): Promise<void> {
  const asked: VisitsAsked = { visits_count: VISITS_A_ROUND }
  arm.desk.send(asked)
  const [took] = (await once(arm.desk, 'message')) as [VisitsTook]
  arm.took.push(took)
}

async function end({ desk, printer }: Arm): Promise<void> {
  const gone = once(desk, 'exit')
  desk.disconnect()
  await gone
  printer?.end()
}

type Part = 'item_ms' | 'item_processor_ms' | 'visit_processor_ms'

/** The middle of what each round cost here, against the same round at another desk, in words. */
function changeOf(arm: Arm, other: Arm, of: Part): { readonly ratio: number; readonly says: string } {
  const ratio = median(arm.took.map((took, n) => took[of] / (other.took[n]?.[of] ?? Number.NaN)))
  return { ratio, says: `${ratio < 1 ? '−' : '+'}${percentText(Math.abs(ratio - 1))}` }
}

function figureOf(arm: Arm, none: Arm, alive: Arm): Figure {
  const { ratio, says } = changeOf(arm, none, 'item_processor_ms')
  const item_ms = median(arm.took.map((took) => took.item_ms))
  const visit = changeOf(arm, alive, 'visit_processor_ms')
  const beside = [
    `by the clock ${changeOf(arm, none, 'item_ms').says} (${msText(item_ms)})`,
    `a visit with its receipt, against one that prints, ${visit.says}`,
    arm.took.at(-1)?.jobs || 'no paper waits',
  ]
  return {
    what: `A check-out with ${arm.name}, processor time against the same without a printer`,
    measured: says,
    // One that prints has something to tell meanwhile.
    target: arm === alive ? '' : `less than ${percentText(CHANGE_MAX)} more`,
    isMet: arm === alive ? null : ratio < 1 + CHANGE_MAX,
    beside: beside.join('; '),
  }
}

export async function benchDeadPrinter(size: Size): Promise<Figure[]> {
  const arms: Arm[] = []
  try {
    for (const [number, kind] of KINDS.entries()) arms.push(await open(kind, number))
    // The first round warms up.
    for (let round = 0; round <= size.rounds; round += 1) {
      const turn = round % arms.length
      for (const arm of [...arms.slice(turn), ...arms.slice(0, turn)]) await visits(arm)
      if (round === 0) for (const arm of arms) arm.took.pop()
    }
    const [none, alive, ...dead] = arms
    return none && alive ? [alive, ...dead].map((arm) => figureOf(arm, none, alive)) : []
  } finally {
    await Promise.all(arms.map(end))
  }
}
