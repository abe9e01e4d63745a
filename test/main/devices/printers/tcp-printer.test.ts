/**
 * Printers of the network on real sockets: the printer in software listens on this computer, and does what real ones
 * do: runs out of paper, stalls, lets nobody else in, hangs up, answers nonsense.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { makePrinterServer, type PrinterServer } from '../../../support/devices/printer-server.ts'
import { printing, profile, tcpPrinter, type PrinterSetup } from '../../../support/devices/printer-setup.ts'
import { printingHost, type PrintingHost } from '../../../support/devices/printing-host.ts'
import { titled } from './papers-printed.ts'

let desk: PrintingHost
let servers: PrinterServer[]

beforeEach(() => {
  desk = printingHost()
  servers = []
})
afterEach(async () => {
  await desk.host.close()
  await Promise.all(servers.map((one) => one.close()))
})

async function printerOn(profile_code: string, more: Partial<PrinterSetup> = {}): Promise<PrinterServer> {
  const server = await makePrinterServer(profile(profile_code))
  servers.push(server)
  await desk.host.use([tcpPrinter(server.port_number, { profile_code, ...more })])
  await desk.ready()
  return server
}

const print = (work_ref: string, ...lines: readonly string[]): void =>
  desk.host.do(work_ref, 'PRINTER-1', printing(...lines))

test.each(['epson-tm-t88v', 'star-tsp100iv', 'generic-80', 'epson-tm-t88iii'])(
  '%s: papers come out one after another, and each is done once the printer says so',
  async (code) => {
    const server = await printerOn(code)
    print('R1', 'Moby Dick')
    print('R2', 'Braiding Sweetgrass')
    await expect.poll(desk.ends).toEqual(['R1 done', 'R2 done'])
    expect(server.lines()).toEqual(['Moby Dick', 'Braiding Sweetgrass'])
    expect(desk.now()).toMatchObject({ is_online: true, is_cover_open: false, paper: 'enough', fault: 'none' })
  },
)

test('a Star that answers nothing is asked nothing, gets rows of dots, and nobody can tell how it ended', async () => {
  const server = await printerOn('star-tsp100')
  print('R1', 'Moby Dick')
  await expect.poll(desk.ends).toEqual(['R1 may-be-done cannot-tell'])
  await expect.poll(() => server.happened.filter(({ happened }) => happened === 'cut').length).toBe(1)
  expect(server.happened.filter(({ happened }) => happened === 'picture').length).toBeGreaterThan(0)
  const sent = server.received().toString('latin1')
  expect(['\u001b\u0006\u0001', '\u001b\u001ea', '\u0017'].filter((question) => sent.includes(question))).toEqual([])
})

test.each(['epson-tm-t88v', 'star-tsp100iv', 'generic-80'])(
  '%s: says when its paper runs low, and out',
  async (code) => {
    const server = await printerOn(code)
    server.change({ paper: 'near-end' })
    await expect.poll(() => desk.now()?.paper).toBe('near-end')
    server.change({ paper: 'out' })
    await expect.poll(() => desk.now()?.paper).toBe('out')
    server.change({ paper: 'enough', is_cover_open: true })
    await expect.poll(() => [desk.now()?.paper, desk.now()?.is_cover_open]).toEqual(['enough', true])
  },
)

test('a station that starts again hears how the printer is, though nothing has changed', async () => {
  const server = await printerOn('epson-tm-t88v')
  server.change({ paper: 'out' })
  await expect.poll(() => desk.now()?.paper).toBe('out')
  const said_count = desk.said.length
  await desk.host.use([tcpPrinter(server.port_number, { profile_code: 'epson-tm-t88v' })])
  expect(desk.said.slice(said_count)).toMatchObject([
    { kind: 'now', device: { device_code: 'PRINTER-1', state: 'ready' } },
    { kind: 'printer', device_code: 'PRINTER-1', printer: { paper: 'out', is_online: false } },
  ])
})

test.each([
  ['paper-out', { paper: 'out' }],
  ['cover-open', { is_cover_open: true, paper: 'out' }],
  ['fault', { fault: 'cutter' }],
] as const)('a printer with %s is sent nothing, and the paper is not done', async (detail, change) => {
  const server = await printerOn('epson-tm-t88v')
  print('R0', 'Dune')
  await expect.poll(desk.ends).toEqual(['R0 done'])
  server.change(change)
  print('R1', 'Moby Dick')
  await expect.poll(desk.ends).toEqual(['R0 done', `R1 not-done ${detail}`])
  server.change({ paper: 'enough', is_cover_open: false, fault: 'none' })
  print('R2', 'Emma')
  await expect.poll(desk.ends).toHaveLength(3)
  expect(server.lines()).toEqual(['Dune', 'Emma'])
})

test('a printer that hangs up in the middle: it may be done, and the next one is printed', async () => {
  const server = await printerOn('epson-tm-t88v')
  server.behave({ hangs_up_at: 20 })
  print('R1', 'Moby Dick')
  print('R2', 'Dune')
  await expect.poll(() => [...desk.ends()].sort()).toEqual(['R1 may-be-done lost', 'R2 not-done lost'])
  server.behave({})
  await desk.ready()
  print('R3', 'Emma')
  await expect.poll(desk.ends).toContain('R3 done')
})

test('a printer that another computer has is told as busy, and used once it is free', async () => {
  const server = await makePrinterServer(profile('epson-tm-t88v'))
  servers.push(server)
  const other = printingHost()
  onTestFinished(() => other.host.close())
  await other.host.use([tcpPrinter(server.port_number)])
  await other.ready()
  await desk.host.use([tcpPrinter(server.port_number)])
  await expect.poll(() => desk.states().at(-1)).toBe('busy')
  print('R1', 'Moby Dick')
  expect(desk.ends()).toEqual(['R1 not-done not-ready'])
  await other.host.close()
  await expect.poll(() => desk.states().at(-1)).toBe('ready')
})

test('a printer whose setup is changed is not taken for one that another computer has', async () => {
  const server = await printerOn('epson-tm-t88v')
  for (const connector of [0, 1, 0, 1] as const) {
    const said_count = desk.said.length
    const drawer = { drawer: 'FRONT', connector, open_level: 'unknown' } as const
    await desk.host.use([tcpPrinter(server.port_number, { profile_code: 'epson-tm-t88v', drawer })])
    await expect.poll(() => desk.said.length > said_count && desk.states().at(-1)).toBe('ready')
  }
  expect(desk.states()).not.toContain('busy')
  expect(server.clients_count()).toBe(5)
})

test('a printer that refuses is busy', async () => {
  const server = await makePrinterServer(profile('epson-tm-t88v'))
  await server.close()
  await desk.host.use([tcpPrinter(server.port_number)])
  await expect.poll(() => desk.states().at(-1)).toBe('busy')
})

test('the drawer opens once for each pulse, at its own connector, and for no paper', async () => {
  const server = await printerOn('epson-tm-t88v', { drawer: { drawer: 'FRONT', connector: 1, open_level: 'unknown' } })
  desk.host.do('P1', 'PRINTER-1', { kind: 'pulse' })
  print('R1', 'Moby Dick')
  await expect.poll(desk.ends).toEqual(['P1 done', 'R1 done'])
  expect(server.happened.filter(({ happened }) => happened === 'pulse')).toEqual([
    { happened: 'pulse', connector: 1, by: 'in-turn' },
  ])
  server.change({ is_drawer_high: true })
  await expect.poll(() => desk.now()?.drawer_level).toBe('high')
})

test('without paper no pulse is sent: it would open the drawer later, before nobody', async () => {
  const server = await printerOn('epson-tm-t88v', { drawer: { drawer: 'FRONT', connector: 0, open_level: 'unknown' } })
  server.change({ paper: 'out' })
  desk.host.do('P1', 'PRINTER-1', { kind: 'pulse' })
  await expect.poll(desk.ends).toEqual(['P1 not-done paper-out'])
  server.change({ paper: 'enough' })
  print('R1', 'Moby Dick')
  await expect.poll(desk.ends).toContain('R1 done')
  expect(server.happened.filter(({ happened }) => happened === 'pulse')).toEqual([])
})

test('a printer without a drawer opens none, and shows nothing', async () => {
  await printerOn('epson-tm-t88v')
  desk.host.do('P1', 'PRINTER-1', { kind: 'pulse' })
  desk.host.do('S1', 'PRINTER-1', { kind: 'show', lines: ['Total'] })
  await expect.poll(desk.ends).toEqual(['P1 not-done wrong-work', 'S1 not-done wrong-work'])
})

test.each(['epson-tm-t88v', 'star-tsp100iv', 'generic-80'])(
  '%s: a title that was made to harm prints as text, and opens nothing',
  async (code) => {
    const server = await printerOn(code, { drawer: { drawer: 'FRONT', connector: 0, open_level: 'unknown' } })
    const document = titled('Moby ¶ § Dick', '\u9be8\u05d0 \u202eDick', 'é'.repeat(4_096))
    desk.host.do('R1', 'PRINTER-1', { kind: 'print', document, is_practice: true, logo: null })
    await expect.poll(desk.ends).toEqual(['R1 done'])
    expect(server.happened.filter(({ happened }) => happened === 'pulse' || happened === 'unknown')).toEqual([])
    expect(server.lines().filter((line) => line.includes('TRAINING'))).toHaveLength(2)
  },
)

test('the devices process is killed in the middle of a job: the printer prints the next', async () => {
  const server = await makePrinterServer(profile('epson-tm-t88v'))
  servers.push(server)
  server.behave({ runs_out_at: 20 })
  const path = join(import.meta.dirname, '../../../support/devices/printer-child.ts')
  const child = spawn(process.execPath, [path, String(server.port_number), 'Moby Dick'], { stdio: 'pipe' })
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString()
  })
  await expect.poll(() => said).toContain('"paper":"out"')
  const ended = new Promise((resolve) => child.on('exit', resolve))
  child.kill('SIGKILL')
  await ended
  expect(said).not.toContain('"ended"')
  server.change({ paper: 'enough' })
  await desk.host.use([tcpPrinter(server.port_number, { profile_code: 'epson-tm-t88v' })])
  await desk.ready()
  print('R2', 'Emma')
  await expect.poll(desk.ends).toEqual(['R2 done'])
  expect(server.lines()).toEqual(['Moby Dick', 'Emma'])
})
