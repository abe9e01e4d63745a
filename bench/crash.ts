/**
 * How soon the devices process is back once it was killed (`kill -9`, by its number), in the built application: until
 * the desk hears that it is up, and until the scanner on a serial line and the printer of the network are ready again.
 * While nothing is done, amid scans, and amid a paper. Beside it: what a process of Node takes to begin and end.
 */
import { spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import type { Push } from '../shared/ipc/envelope.ts'
import { launch, type Desk } from '../test/standin/launch.ts'
import { commandIdOf, outputOf, setUpDesk, snapshotOf } from '../test/standin/set-up-desk.ts'
import { makePrinterServer, type PrinterServer } from '../test/support/devices/printer-server.ts'
import { profile, type PrinterSetup } from '../test/support/devices/printer-setup.ts'
import { makePty, type Pty } from '../test/support/devices/pty.ts'
import { median, msText, timed, type Figure } from './support/figures.ts'
import { itemOf } from './support/made-library.ts'
import type { Size } from './support/sizes.ts'

const MODEL: PrinterSetup['profile_code'] = 'epson-tm-t88v'
const BACK_MS = 1_000
const SCANS = 50
/** Each at a desk of its own: after a second end within a minute main waits before it starts the process again. */
const KILLS = 3
/** What a desk that was just set up has still to do. */
const PAUSE_MS = 1_000

type Took = { readonly up_ms: number; readonly ready_ms: number }
type Parts = { readonly desk: Desk; readonly scanner: Pty; readonly printer: PrinterServer }

declare global {
  interface Window {
    /** Set by this benchmark: when the devices process was up again. */
    devicesUp?: Promise<number>
  }
}

const now = (): number => performance.timeOrigin + performance.now()

async function isReady(desk: Desk): Promise<boolean> {
  const { strip } = await snapshotOf(desk)
  return strip.devices.tone === 'ok' && strip.devices.says.includes(' · ')
}

async function readyAgain(desk: Desk): Promise<number> {
  while (!(await isReady(desk))) await wait(5)
  return now()
}

/** In the page. */
function watchDevices(): void {
  window.devicesUp = new Promise((resolve) => {
    window.desk.onPush((one) => {
      const push = one as Push
      if (push.topic === 'process-state' && push.process === 'devices' && push.state === 'up')
        resolve(performance.timeOrigin + performance.now())
    })
  })
}

async function killed({ desk }: Parts): Promise<Took> {
  await desk.page.evaluate(watchDevices)
  const began = now()
  process.kill(desk.pid('devices'), 'SIGKILL')
  const up = await desk.page.evaluate(async () => window.devicesUp)
  const ready = await readyAgain(desk)
  return { up_ms: (up ?? Number.NaN) - began, ready_ms: ready - began }
}

async function amidScans(parts: Parts): Promise<Took> {
  parts.scanner.send(Array.from({ length: SCANS }, (_, n) => `${itemOf(n + 1)}\r`).join(''))
  return killed(parts)
}

/** A printer that prints a page and does not say so keeps its job in flight. */
async function amidPaper(parts: Parts): Promise<Took> {
  const { desk, printer } = parts
  const printed_count = printer.lines().length
  printer.behave({ mute_from: 20 })
  outputOf(await desk.call('device.test-printer', { device_code: 'PRINTER-1' }), 'snapshot')
  while (printer.lines().length === printed_count) await wait(5)
  printer.behave({})
  return killed(parts)
}

/** One desk from its start. */
async function atDesk(work: (parts: Parts) => Promise<Took>): Promise<Took> {
  const [desk, scanner, printer] = [await launch(), await makePty(), await makePrinterServer(profile(MODEL))]
  try {
    await setUpDesk(desk)
    const port = { commandId: commandIdOf(11), path: scanner.path, side: 'any' }
    outputOf(await desk.call('device.add-port', port), 'snapshot')
    const { port_number } = printer
    const network = { commandId: commandIdOf(12), host: '127.0.0.1', port_number, profile_code: MODEL }
    outputOf(await desk.call('device.add-network-printer', network), 'snapshot')
    await readyAgain(desk)
    await wait(PAUSE_MS)
    return await work({ desk, scanner, printer })
  } finally {
    await desk.close()
    await scanner.unplug()
    await printer.close()
  }
}

const ends = (): number => timed(() => spawnSync(process.execPath, ['-e', '']))

export async function benchCrash(size: Size): Promise<Figure[]> {
  const kills = size.name === 'quick' ? 1 : KILLS
  const node_ms = median(Array.from({ length: size.runs }, ends))
  const figures: Figure[] = []
  for (const [when, work] of [
    ['while nothing is done', killed],
    ['amid scans', amidScans],
    ['amid a paper', amidPaper],
  ] as const) {
    const took: Took[] = []
    for (let kill = 0; kill < kills; kill += 1) took.push(await atDesk(work))
    const slowest = Math.max(...took.map(({ up_ms }) => up_ms))
    figures.push({
      what: `The devices process is killed ${when}, until it is back, the slowest of ${kills}`,
      measured: msText(slowest),
      target: 'under 1 s',
      isMet: slowest < BACK_MS,
      beside: [
        `median ${msText(median(took.map(({ up_ms }) => up_ms)))}`,
        `scanner and printer ready after ${msText(median(took.map(({ ready_ms }) => ready_ms)))}`,
        `a process of Node begins and ends in ${msText(node_ms)}`,
      ].join('; '),
    })
  }
  return figures
}
