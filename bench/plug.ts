/**
 * A scanner on a serial line at the devices host: how soon it is ready once it is plugged in, and a thousand scans at
 * once, beside serialport with its own parser of lines. The line is a pseudoterminal of the kernel, found by its path.
 */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ReadlineParser, SerialPort } from 'serialport'
import { DevicesHost } from '../main/devices/host.ts'
import { USUAL_FRAMING } from '../shared/devices/scan/framing.ts'
import { USUAL_LINE, type DeviceSetup } from '../shared/devices/setup.ts'
import { makePty, type Pty } from '../test/support/devices/pty.ts'
import { countText, median, msText, type Figure } from './support/figures.ts'
import { itemOf } from './support/made-library.ts'
import type { Size } from './support/sizes.ts'

const READY_MS = 2_000
const PLUGS = 12
const SCANS = 1_000
/** A look around comes once a second: plugged in at any moment between two. */
const PHASE_MS = 1_000
const CODE = 'SCANNER-1'

const scannerAt = (path: string): DeviceSetup => ({
  device_code: CODE,
  role: 'scanner',
  side: 'any',
  framing: USUAL_FRAMING,
  place: { via: 'serial', usb: null, path, line: USUAL_LINE },
})

/** The host with one scanner, and what it waits to hear. */
class Desk {
  readonly scans: string[] = []
  state = ''
  readonly host = new DevicesHost({
    monotonic_ms: () => performance.now(),
    say: (said) => {
      if (said.kind === 'now') this.state = said.device.state
    },
    scan: ({ text }) => this.scans.push(text),
    log: (line) => console.error(line),
  })

  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await wait(1)
  }
}

async function plugs(desk: Desk, link: string, phases: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let n = 0; n < phases; n += 1) {
    await desk.until(() => desk.state === 'absent')
    const pty = await makePty()
    await wait((PHASE_MS * n) / phases)
    const began = performance.now()
    symlinkSync(pty.path, link)
    await desk.until(() => desk.state === 'ready')
    times.push(performance.now() - began)
    rmSync(link)
    await pty.unplug()
  }
  return times
}

const open = (path: string): Promise<SerialPort> =>
  new Promise((resolve, reject) => {
    const port = new SerialPort({ path, baudRate: USUAL_LINE.baud_count, autoOpen: false })
    port.open((fault) => (fault ? reject(fault) : resolve(port)))
  })

async function close(port: SerialPort): Promise<void> {
  await new Promise<void>((resolve) => port.close(() => resolve()))
}

const SENT = Array.from({ length: SCANS }, (_, n) => itemOf(n + 1))
const AT_ONCE = SENT.map((text) => `${text}\r`).join('')

function sure(came: readonly string[], by: string): void {
  if (came.join() !== SENT.join()) throw new Error(`${by}: not all scans came, in order`)
}

async function atHost(desk: Desk): Promise<number> {
  const pty = await makePty()
  await desk.host.use([scannerAt(pty.path)])
  await desk.until(() => desk.state === 'ready')
  desk.scans.length = 0
  const began = performance.now()
  pty.send(AT_ONCE)
  await desk.until(() => desk.scans.length >= SCANS)
  const ms = performance.now() - began
  sure(desk.scans, 'the host')
  await desk.host.use([])
  await pty.unplug()
  return ms
}

async function bare(pty: Pty): Promise<{ readonly open_ms: number; readonly ms: number }> {
  const opening = performance.now()
  const port = await open(pty.path)
  const open_ms = performance.now() - opening
  const came: string[] = []
  port.pipe(new ReadlineParser({ delimiter: '\r' })).on('data', (text: string) => came.push(text))
  const began = performance.now()
  pty.send(AT_ONCE)
  while (came.length < SCANS) await wait(1)
  const ms = performance.now() - began
  sure(came, 'serialport alone')
  await close(port)
  return { open_ms, ms }
}

async function burstsInTurn(desk: Desk, runs: number) {
  const [host, alone, opens]: [number[], number[], number[]] = [[], [], []]
  for (let run = 0; run < runs; run += 1) {
    host.push(await atHost(desk))
    const pty = await makePty()
    const { ms, open_ms } = await bare(pty)
    alone.push(ms)
    opens.push(open_ms)
    await pty.unplug()
  }
  return { host_ms: median(host), alone_ms: median(alone), open_ms: median(opens) }
}

export async function benchPlug(size: Size): Promise<Figure[]> {
  const folder = mkdtempSync(join(os.tmpdir(), 'datestamp-plug-'))
  const desk = new Desk()
  try {
    const link = join(folder, 'scanner')
    await desk.host.use([scannerAt(link)])
    const times = await plugs(desk, link, size.name === 'quick' ? 3 : PLUGS)
    const { host_ms, alone_ms, open_ms } = await burstsInTurn(desk, size.runs)
    const slowest = Math.max(...times)
    return [
      {
        what: 'A serial scanner is plugged in, until it is ready, the slowest',
        measured: msText(slowest),
        target: 'under 2 s',
        isMet: slowest < READY_MS,
        beside: [
          `${times.length} times, at all moments between two looks`,
          `median ${msText(median(times))}`,
          `opened by serialport alone ${msText(open_ms)}`,
        ].join('; '),
      },
      {
        what: `${countText(SCANS)} scans at once through a pseudoterminal, at the devices host`,
        measured: `${msText(host_ms)}, all, in order`,
        target: 'all, in order',
        isMet: true,
        beside: `serialport with its own parser, in turn, ${msText(alone_ms)}`,
      },
    ]
  } finally {
    await desk.host.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
