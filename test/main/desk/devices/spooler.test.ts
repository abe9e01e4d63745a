/**
 * Receipts by the desk's own printer: Enter queues, the spooler gives each printer one job at a time, and what the
 * printer answers decides. The devices process is played by the test; the desk, its files and its clock are real.
 */
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { ReadHandle } from '../../../../main/store/sql.ts'
import type { PageRow } from '../../../../shared/desk/page.ts'
import type { DeskSnapshot } from '../../../../shared/desk/screen.ts'
import type { FromDevicesHost, ToDevicesHost } from '../../../../shared/devices/wire.ts'
import { ENGLISH } from '../../../support/said.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { printerDesk, READY, wired, type Do, type PrinterDesk } from '../../support/printer-desk.ts'
import { rosaAt } from '../../support/desk.ts'
import { printerAt } from '../../support/printers.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const { jobs: words } = ENGLISH.words.pages
const SECOND = 1_000
const RECEIPT = ENGLISH.words.screen.papers.kinds['check-out']

/** What the band says of a job: its paper, and what was done. */
const saidOfJob = ({ band }: DeskSnapshot): readonly string[] => [
  band?.heading ?? '',
  (band?.sentence ?? '').replace(/\.$/, ''),
]

/** Dana takes a book and leaves. */
async function danaLeaves({ desk }: PrinterDesk, item: string = ITEMS.educated): Promise<DeskSnapshot> {
  await desk.scan(CARDS.dana)
  await desk.scan(item)
  return (await desk.ok('desk.finish', {})).snapshot
}

const textsOf = (work: Do | undefined): readonly string[] => {
  if (work?.work.kind !== 'print') return []
  return work.work.document.blocks.flatMap((block) => (block.block === 'text' ? [block.text] : []))
}
const REPRINT = ['*** REPRINT ***', '*** REPRINT ***']
const marks = (work: Do | undefined): readonly string[] => textsOf(work).filter((text) => text.startsWith('***'))

async function jobsPage({ desk }: PrinterDesk): Promise<{ readonly open: string[][]; readonly over: string[][] }> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'jobs', about: '' } })
  if (!snapshot.page) throw new Error('no page')
  expect(pageFaults(snapshot.page)).toEqual([])
  const rows = (id: string): string[][] => {
    const section = snapshot.page?.sections.find(({ section_id }) => section_id === id)
    if (section?.kind !== 'table') return []
    const said = ({ cells, notes }: PageRow) =>
      [cells[0], cells[2], cells[3]].map((one) => one?.text ?? '').concat(notes)
    return section.rows.map(said)
  }
  return { open: rows('open'), over: rows('over') }
}

const down: FromDevicesHost = { kind: 'host', state: 'restarting' }
const up: FromDevicesHost = { kind: 'host', state: 'up' }

describe('Enter on a finished check-out', () => {
  test('prints on the first printer, says so before and after, and lays no paper beside the work', async () => {
    const wire = await printerDesk()
    wire.ready()
    await wire.desk.scan(CARDS.dana)
    expect((await wire.desk.scan(ITEMS.educated)).finish_label).toBe('Finish, print receipt')
    const { snapshot } = await wire.desk.ok('desk.finish', {})
    expect(snapshot).toMatchObject({ patron: null, papers: [], strip: { receipt_printer: 'Printer 1' } })
    expect(snapshot.band?.sentence).toContain('Sent to Printer 1')
    const [work, ...more] = await wire.begun()
    expect(work).toMatchObject({ device_code: 'PRINTER-1', work: { kind: 'print', is_practice: false } })
    expect(work?.work).toMatchObject({ document: { kind: 'check-out', is_copy: false } })
    expect(more).toEqual([])
    expect((await jobsPage(wire)).open).toEqual([['Checkout receipt', 'Printer 1', words.paper.taken]])
    wire.ends(work, 'done')
    expect(await jobsPage(wire)).toEqual({
      open: [],
      over: [['Checkout receipt', 'Printer 1', words.paper.done]],
    })
  })

  test('who signs out in the middle of one prints it too, and nothing stays on the screen', async () => {
    const wire = await printerDesk()
    wire.ready()
    await wire.desk.scan(CARDS.dana)
    await wire.desk.scan(ITEMS.educated)
    const { snapshot } = await wire.desk.ok('staff.sign-out', { commandId: wire.desk.id() })
    expect(snapshot).toMatchObject({ staff: null, patron: null, rows: [], papers: [] })
    const [work, ...more] = await wire.begun()
    expect(work?.work).toMatchObject({ document: { kind: 'check-out', is_copy: false } })
    expect(more).toEqual([])
  })

  test('on a printer that never says whether it printed, is over once sent, and comes no second time', async () => {
    const wire = await printerDesk([{ ...printerAt('PRINTER-1', 9100), profile_code: 'star-tsp100' }])
    wire.say({ kind: 'now', device: { device_code: 'PRINTER-1', state: 'ready', is_twin: false, detail: '' } })
    await danaLeaves(wire)
    const [work] = await wire.begun()
    wire.ends(work, 'may-be-done', 'cannot-tell')
    wire.desk.clock.pass(60 * SECOND)
    expect(await wire.begun()).toHaveLength(1)
    expect(await jobsPage(wire)).toEqual({
      open: [],
      over: [['Checkout receipt', 'Printer 1', words.paper.sent, words.details['cannot-tell']]],
    })
  })

  test('waits for a printer that is off, tells the clerk, and comes when the printer does', async () => {
    const wire = await printerDesk()
    const done = await danaLeaves(wire)
    expect(done.band?.sentence).toContain('Printer 1 is not ready')
    expect(done.strip.jobs).toEqual({ tone: 'ok', says: '1 print job waiting' })
    expect(await wire.begun()).toEqual([])
    wire.ready()
    expect(await wire.begun()).toHaveLength(1)
  })

  test('what is had again by F9 says which copy it is', async () => {
    const wire = await printerDesk()
    wire.ready()
    await danaLeaves(wire)
    wire.ends((await wire.begun())[0], 'done')
    await wire.desk.ok('paper.again', { paper_id: '' })
    for (const copy of [1, 2]) {
      const input = { commandId: wire.desk.id() }
      await wire.desk.ok('paper.print', input)
      await wire.desk.ok('paper.print', input)
      const works = await wire.begun()
      expect(works).toHaveLength(copy + 1)
      expect(marks(works[copy])).toEqual([`*** COPY ${copy} ***`, `*** COPY ${copy} ***`])
      wire.ends(works[copy], 'done')
    }
  })

  test('Enter that is sent again after a crash prints no second paper without a mark', async () => {
    const wire = await printerDesk()
    wire.ready()
    await wire.desk.scan(CARDS.dana)
    await wire.desk.scan(ITEMS.educated)
    const resume = wire.desk.station.sessionState()
    await wire.desk.ok('desk.finish', {})
    const asked: ToDevicesHost[] = []
    const again = wired(await wire.desk.reopen({ resume, askDevices: (one) => asked.push(one) }), asked)
    again.ready()
    await again.desk.ok('desk.finish', {})
    again.ends((await again.begun())[0], 'done')
    expect((await again.begun()).map(marks)).toEqual([[], ['*** COPY 1 ***', '*** COPY 1 ***']])
  })
})

describe('a printer', () => {
  test('has one job at a time, and one that stalls holds up no other printer', async () => {
    const wire = await printerDesk()
    wire.ready('PRINTER-1')
    wire.ready('PRINTER-2')
    await danaLeaves(wire, ITEMS.educated)
    await danaLeaves(wire, ITEMS.becoming)
    const [first, second] = await wire.begun()
    expect(second).toBeUndefined()
    const open = await wire.desk.ok('desk.go', { page: { place: 'jobs', about: '' } })
    const table = open.snapshot.page?.sections[0]
    const waiting = table?.kind === 'table' ? (table.rows[1]?.row_id ?? '') : ''
    const second_job = { commandId: wire.desk.id(), job_ref: waiting, device_code: 'PRINTER-2' }
    const { snapshot } = await wire.desk.ok('job.reroute', second_job)
    expect(saidOfJob(snapshot)).toEqual([RECEIPT, ENGLISH.words.outcomes.devices.printing.on('Printer 2')])
    expect((await wire.begun()).map(({ device_code }) => device_code)).toEqual(['PRINTER-1', 'PRINTER-2'])
    const taken = { commandId: wire.desk.id(), job_ref: first?.work_ref ?? '', device_code: 'PRINTER-2' }
    expect(await wire.desk.call('job.reroute', taken)).toMatchObject({ kind: 'refused', code: 'job-over' })
  })

  test('that is dead makes no scan ask for the papers that wait for it', async () => {
    const wire = await printerDesk([printerAt('PRINTER-1', 9100)])
    for (const item of [ITEMS.educated, ITEMS.becoming, ITEMS.spirited]) await danaLeaves(wire, item)
    await wire.desk.scan(CARDS.dana)
    const all = vi.spyOn(ReadHandle.prototype, 'all')
    onTestFinished(() => all.mockRestore())
    await wire.desk.scan(ITEMS.warmth)
    expect(await wire.begun()).toEqual([])
    expect(all.mock.calls.filter(([{ sql }]) => sql.includes('device_job'))).toEqual([])
    expect((await jobsPage(wire)).open).toHaveLength(3)
  })

  test('without paper is left alone until it has some; then the paper comes, unmarked', async () => {
    const wire = await printerDesk()
    wire.ready()
    await danaLeaves(wire)
    const [work] = await wire.begun()
    wire.say({ kind: 'printer', device_code: 'PRINTER-1', printer: { ...READY, is_online: false, paper: 'out' } })
    wire.ends(work, 'not-done', 'paper-out')
    expect((await jobsPage(wire)).open).toEqual([
      ['Checkout receipt', 'Printer 1', words.paper.queued, words.details['paper-out']],
    ])
    expect(await wire.begun()).toHaveLength(1)
    wire.say({ kind: 'printer', device_code: 'PRINTER-1', printer: READY })
    const works = await wire.begun()
    expect(works).toHaveLength(2)
    expect(marks(works[1])).toEqual([])
  })

  test('that breaks off gets the paper again, marked, after a pause; after three times a person is asked', async () => {
    const wire = await printerDesk()
    wire.ready()
    await danaLeaves(wire)
    for (const attempt of [1, 2, 3]) {
      const works = await wire.begun()
      expect(works).toHaveLength(attempt)
      expect(marks(works.at(-1))).toEqual(attempt === 1 ? [] : REPRINT)
      wire.ends(works.at(-1), 'may-be-done', 'no-answer')
      expect(await wire.begun()).toHaveLength(attempt)
      wire.desk.clock.pass(20 * SECOND)
      await wire.desk.ok('desk.snapshot', {})
    }
    const { snapshot } = await wire.desk.ok('desk.snapshot', {})
    expect(snapshot.strip.jobs.tone).toBe('warn')
    expect(snapshot.band).toMatchObject({ outcome: 'stop', weight: 'quiet' })
    const failed = (await jobsPage(wire)).open[0] ?? []
    expect(failed).toContain(words.paper['failed-may-be-done'])
    const [first] = await wire.begun()
    const again = { commandId: wire.desk.id(), job_ref: first?.work_ref ?? '' }
    const said = saidOfJob((await wire.desk.ok('job.again', again)).snapshot)
    expect(said).toEqual([RECEIPT, ENGLISH.words.outcomes.devices.printing.on('Printer 1')])
    expect(marks((await wire.begun()).at(-1))).toEqual(REPRINT)
  })

  test('whose process crashes while nothing is printed is no message', async () => {
    const wire = await printerDesk()
    wire.ready()
    const { band } = await danaLeaves(wire)
    wire.ends((await wire.begun())[0], 'done')
    for (const said of [down, up]) wire.say(said)
    wire.ready()
    expect((await wire.desk.ok('desk.snapshot', {})).snapshot.band).toEqual(band)
  })

  test('whose process crashes gets the paper again, marked', async () => {
    const wire = await printerDesk()
    wire.ready()
    await danaLeaves(wire)
    await wire.begun()
    wire.say(down)
    wire.say(up)
    expect(await wire.begun()).toHaveLength(1)
    const { interrupted, failed } = ENGLISH.words.outcomes.devices.printing
    const band = async (): Promise<string> => (await wire.desk.ok('desk.snapshot', {})).snapshot.band?.heading ?? ''
    expect(await band()).toBe(interrupted)
    wire.ready()
    expect((await wire.begun()).map(marks)).toEqual([[], REPRINT])
    for (let more = 0; more < 2; more += 1) {
      wire.say(down)
      wire.say(up)
      wire.ready()
      await wire.begun()
    }
    expect(await band()).toBe(failed)
  })
})

describe('a person', () => {
  test('cancels what waits, and what a printer has as far as it has not begun', async () => {
    const wire = await printerDesk()
    wire.ready()
    await danaLeaves(wire, ITEMS.educated)
    await danaLeaves(wire, ITEMS.becoming)
    const [first] = await wire.begun()
    const job_ref = first?.work_ref ?? ''
    const { snapshot } = await wire.desk.ok('job.cancel', { commandId: wire.desk.id(), job_ref })
    expect(saidOfJob(snapshot)).toEqual([RECEIPT, words.paper['taken-canceled']])
    expect(wire.asked).toContainEqual({ kind: 'cancel', work_ref: job_ref })
    expect((await jobsPage(wire)).open[0]).toContain(words.paper['taken-canceled'])
    wire.ends(first, 'may-be-done', 'canceled')
    const page = await jobsPage(wire)
    expect(page.over).toEqual([['Checkout receipt', 'Printer 1', words.abandoned.canceled, words.details.canceled]])
    expect(await wire.begun()).toHaveLength(2)
    const over = { commandId: wire.desk.id(), job_ref }
    expect(await wire.desk.call('job.cancel', over)).toMatchObject({ kind: 'refused', code: 'job-over' })
  })

  test('sends paper to a printer that is there, when its own was taken out of use', async () => {
    const wire = await printerDesk()
    await danaLeaves(wire)
    await wire.desk.ok('device.remove', { commandId: wire.desk.id(), device_code: 'PRINTER-1' })
    wire.ready('PRINTER-2')
    expect(await wire.begun()).toEqual([])
    expect((await jobsPage(wire)).open[0]).toContain(words.no_printer)
  })

  test('says that no printer is left, and how its printer is while that is not ready', async () => {
    const wire = await printerDesk([printerAt('PRINTER-1', 9100)])
    await danaLeaves(wire)
    const absent = ENGLISH.words.pages.devices.host.restarting
    wire.say(down)
    expect((await jobsPage(wire)).open[0]).toContain(words.waits('Printer 1', absent))
    await wire.desk.ok('device.remove', { commandId: wire.desk.id(), device_code: 'PRINTER-1' })
    expect((await jobsPage(wire)).open[0]).toContain(words.no_printer_at_all)
  })

  test('who is told nothing of a patron reads no name and no title on the page', async () => {
    const wire = await printerDesk()
    await danaLeaves(wire)
    const { snapshot } = await wire.desk.ok('desk.go', { page: { place: 'jobs', about: '' } })
    expect(JSON.stringify(snapshot)).not.toMatch(/Dana|Miller|Educated/)
  })
})

test('without a receipt printer nothing is queued, and the label says that the receipt is shown', async () => {
  const wire = await printerDesk([])
  await wire.desk.scan(CARDS.dana)
  expect((await wire.desk.scan(ITEMS.educated)).finish_label).toBe('Finish, show receipt')
  const { snapshot } = await wire.desk.ok('desk.finish', {})
  expect(snapshot.papers).toHaveLength(1)
  expect((await jobsPage(wire)).open).toEqual([])
  const print = await wire.desk.call('paper.print', { commandId: wire.desk.id() })
  expect(print).toMatchObject({ kind: 'refused', code: 'no-receipt-printer' })
})

test('what waited is printed after a restart, and what a printer had comes marked', async () => {
  const wire = await printerDesk()
  wire.ready()
  await danaLeaves(wire, ITEMS.educated)
  await danaLeaves(wire, ITEMS.becoming)
  await wire.begun()
  const asked: ToDevicesHost[] = []
  const again = wired(await rosaAt(await wire.desk.reopen({ askDevices: (one) => asked.push(one) })), asked)
  again.ready()
  again.ends((await again.begun())[0], 'done')
  expect((await again.begun()).map(marks)).toEqual([REPRINT, []])
})
