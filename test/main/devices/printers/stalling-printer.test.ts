/**
 * Printers of the network that stall, forget, answer nonsense or nothing: the desk waits for each, told in time, and
 * nothing is misread. All at once, since nearly all of their time is waiting: each asks by its own `expect`.
 */
import { test, type TestContext } from 'vitest'
import { makePrinterServer, type PrinterServer } from '../../../support/devices/printer-server.ts'
import { printing, profile, tcpPrinter, type PrinterSetup } from '../../../support/devices/printer-setup.ts'
import { ASKS_SOON, IMPATIENT, printingHost, type PrintingHost } from '../../../support/devices/printing-host.ts'

type Here = PrintingHost & {
  /** A printer that is not set up at the desk yet. */
  readonly server: (profile_code: string) => Promise<PrinterServer>
  /** A printer that is set up, and ready. */
  readonly printerOn: (profile_code: string, more?: Partial<PrinterSetup>) => Promise<PrinterServer>
  readonly print: (work_ref: string, ...lines: readonly string[]) => void
}

/** A desk of its own for one test, with little patience. */
function deskOf({ expect, onTestFinished }: TestContext, patience = IMPATIENT): Here {
  const desk = printingHost(patience, expect)
  const servers: PrinterServer[] = []
  onTestFinished(async () => {
    await desk.host.close()
    await Promise.all(servers.map((one) => one.close()))
  })
  const server = async (profile_code: string): Promise<PrinterServer> => {
    const made = await makePrinterServer(profile(profile_code))
    servers.push(made)
    return made
  }
  return {
    ...desk,
    server,
    printerOn: async (profile_code, more = {}) => {
      const made = await server(profile_code)
      await desk.host.use([tcpPrinter(made.port_number, { profile_code, ...more })])
      await desk.ready()
      return made
    },
    print: (work_ref, ...lines) => desk.host.do(work_ref, 'PRINTER-1', printing(...lines)),
  }
}

test.concurrent.for(['epson-tm-t88v', 'star-tsp100iv', 'generic-80'])(
  '%s: a roll that ends in the middle is told, and the paper is done once there is a new one',
  async (code, context) => {
    const { expect } = context
    const desk = deskOf(context, ASKS_SOON)
    const server = await desk.printerOn(code)
    server.behave({ runs_out_at: 20 })
    desk.print('R1', 'Moby Dick')
    desk.print('R2', 'Emma')
    await expect.poll(() => desk.now()?.paper).toBe('out')
    desk.host.cancel('R2')
    await expect.poll(desk.ends).toEqual(['R2 not-done canceled'])
    server.change({ paper: 'enough' })
    await expect.poll(desk.ends).toEqual(['R2 not-done canceled', 'R1 done'])
    expect(server.lines()).toEqual(['Moby Dick'])
  },
)

test.concurrent('a printer that does not say that it printed may have', async (context) => {
  const { expect } = context
  const desk = deskOf(context)
  const server = await desk.printerOn('epson-tm-t88v')
  server.behave({ mute_from: 20 })
  desk.print('R1', 'Moby Dick')
  await expect.poll(desk.ends).toEqual(['R1 may-be-done no-answer'])
  await expect.poll(() => desk.now()?.is_online).toBe(false)
  server.behave({})
  desk.print('R2', 'Emma')
  await expect.poll(desk.ends).toEqual(['R1 may-be-done no-answer', 'R2 done'])
  expect(desk.said.filter(({ kind }) => kind === 'nonsense')).toEqual([])
})

test.concurrent('a printer that answers nothing is sent nothing', async (context) => {
  const { expect } = context
  const desk = deskOf(context)
  const server = await desk.server('generic-80')
  server.behave({ mute_from: 0 })
  await desk.host.use([tcpPrinter(server.port_number)])
  await desk.ready()
  desk.print('R1', 'Moby Dick')
  await expect.poll(desk.ends).toEqual(['R1 not-done no-answer'])
  expect(server.lines()).toEqual([])
})

test.concurrent(
  'a printer that stalls amid its answers is not misread: without paper no pulse waits in it',
  async (context) => {
    const { expect } = context
    const desk = deskOf(context)
    const server = await desk.printerOn('generic-80', {
      drawer: { drawer: 'FRONT', connector: 0, open_level: 'unknown' },
    })
    await expect.poll(() => desk.now()?.is_online).toBe(true)
    server.behave({ stalls_after: 1 })
    await expect.poll(() => desk.now()?.is_online).toBe(false)
    server.change({ paper: 'out' })
    const said_count = desk.said.length
    server.behave({})
    desk.host.do('P1', 'PRINTER-1', { kind: 'pulse' })
    await expect.poll(desk.ends).toEqual(['P1 not-done paper-out'])
    const papers = desk.said.slice(said_count).flatMap((one) => (one.kind === 'printer' ? [one.printer.paper] : []))
    expect(new Set(papers)).toEqual(new Set(['out']))
    server.change({ paper: 'enough' })
    desk.print('R1', 'Moby Dick')
    await expect.poll(desk.ends).toContain('R1 done')
    expect(server.happened.filter(({ happened }) => happened === 'pulse')).toEqual([])
    expect(desk.said.filter(({ kind }) => kind === 'nonsense')).toEqual([])
  },
)

/** The late answers of the first stall, and then so many of the four that are asked for now. */
test.concurrent.for([1, 2, 3])(
  'a printer that stalls again behind its late answers and %i more is not misread',
  async (more, context) => {
    const { expect } = context
    const desk = deskOf(context)
    const server = await desk.printerOn('generic-80', {
      drawer: { drawer: 'FRONT', connector: 0, open_level: 'unknown' },
    })
    await expect.poll(() => desk.now()?.is_online).toBe(true)
    server.behave({ stalls_after: 4 - more })
    await expect.poll(() => desk.now()?.is_online).toBe(false)
    server.change({ paper: 'out' })
    const said_count = desk.said.length
    server.behave({ stalls_after: 4 })
    desk.host.do('P1', 'PRINTER-1', { kind: 'pulse' })
    await expect.poll(desk.ends).toEqual(['P1 not-done no-answer'])
    server.behave({})
    await expect.poll(() => desk.now()).toMatchObject({ paper: 'out', is_cover_open: false, fault: 'none' })
    const papers = desk.said.slice(said_count).flatMap((one) => (one.kind === 'printer' ? [one.printer.paper] : []))
    expect(new Set(papers.filter((paper) => paper !== 'out'))).toEqual(new Set())
    server.change({ paper: 'enough' })
    desk.host.do('P2', 'PRINTER-1', { kind: 'pulse' })
    await expect.poll(desk.ends).toEqual(['P1 not-done no-answer', 'P2 done'])
    expect(server.happened.filter(({ happened }) => happened === 'pulse')).toHaveLength(1)
    expect(desk.said.filter(({ kind }) => kind === 'nonsense')).toEqual([])
  },
)

test.concurrent(
  'a printer that forgets what it was asked while it stalled is read again once it answers in full',
  async (context) => {
    const { expect } = context
    const desk = deskOf(context)
    const server = await desk.printerOn('generic-80')
    await expect.poll(() => desk.now()?.is_online).toBe(true)
    server.behave({ mute_from: 0 })
    await expect.poll(() => desk.now()?.is_online).toBe(false)
    server.behave({})
    await expect.poll(() => desk.now()?.is_online).toBe(true)
    desk.print('R1', 'Moby Dick')
    await expect.poll(desk.ends).toEqual(['R1 done'])
  },
)

test.concurrent.for([
  ['the status of the other language', [0x23, 0x86, 0, 0, 0, 0, 0, 0, 0]],
  ['letters', [...Buffer.from('HTTP/1.1 400 Bad Request')]],
  ['bytes of which most look like answers', [0x16, 0xff, 0x1e, 0x7e, 0x3a, 0x56]],
] as const)('a printer that answers with %s: told once, and nothing is sent', async ([, sends], context) => {
  const { expect } = context
  const desk = deskOf(context)
  const server = await desk.server('epson-tm-t88v')
  server.behave({ sends })
  await desk.host.use([tcpPrinter(server.port_number, { profile_code: 'epson-tm-t88v' })])
  await desk.ready()
  desk.print('R1', 'Moby Dick')
  desk.print('R2', 'Emma')
  await expect.poll(desk.ends).toEqual(['R1 not-done no-answer', 'R2 not-done no-answer'])
  expect(desk.said.filter(({ kind }) => kind === 'nonsense')).toHaveLength(1)
  expect(desk.now()).toMatchObject({ is_online: false, is_cover_open: false, paper: 'unknown', fault: 'none' })
  expect(server.lines()).toEqual([])
})

test.concurrent('a printer that does not answer keeps no other one waiting', async (context) => {
  const { expect } = context
  const desk = deskOf(context)
  const dead = await desk.server('epson-tm-t88v')
  const alive = await desk.server('epson-tm-t88v')
  await desk.host.use([
    tcpPrinter(dead.port_number),
    tcpPrinter(alive.port_number, { device_code: 'PRINTER-2', profile_code: 'epson-tm-t88v' }),
  ])
  await desk.ready()
  await desk.ready('PRINTER-2')
  dead.behave({ mute_from: 0 })
  desk.print('R1', 'Moby Dick')
  desk.host.do('R2', 'PRINTER-2', printing('Emma'))
  await expect.poll(desk.ends).toHaveLength(2)
  expect(desk.ends()[0]).toBe('R2 done')
})
