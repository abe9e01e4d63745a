/** Receipt printers at a real desk: what a manager sets up, what the devices process is asked, what the screen says. */
import { describe, expect, test } from 'vitest'
import { encodeReceipt } from '../../../../main/devices/printers/encode/encode-receipt.ts'
import { PROFILES } from '../../../../shared/devices/printer/profiles.ts'
import { SimulatedPrinter } from '../../../../shared/devices/printer/interpreter/simulated-printer.ts'
import { USUAL_LINE, type PrinterPlace } from '../../../../shared/devices/setup.ts'
import type { FromDevicesHost, PrinterNow, ToDevicesHost, WorkEnd } from '../../../../shared/devices/wire.ts'
import type { PageRow, PageView } from '../../../../shared/desk/page.ts'
import { printerTestPaper } from '../../../../shared/devices/printer/test-paper.ts'
import { wordsIn } from '../../../../shared/receipt/paper-language.ts'
import { ENGLISH } from '../../../support/said.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { benAtDesk } from '../../support/staff.ts'
import { wiredDesk } from '../../support/wired-desk.ts'

const USB: PrinterPlace = {
  via: 'usb-printer',
  usb: { vendor_id: 0x04b8, product_id: 0x0202, serial_number: 'X4' },
}
const PORT: PrinterPlace = {
  via: 'serial',
  usb: { vendor_id: 0x0519, product_id: 3, serial_number: 'S' },
  path: '/dev/ttyUSB0',
  line: USUAL_LINE,
}
const words = ENGLISH.words.pages
const says = words.printers

const network = (desk: TestDesk, host = '192.168.1.50') =>
  desk.ok('device.add-network-printer', { commandId: desk.id(), host, profile_code: 'epson-tm-t88v' })

const state = (state: 'ready' | 'waiting' | 'busy' | 'absent', detail = ''): FromDevicesHost => ({
  kind: 'now',
  device: { device_code: 'PRINTER-1', state, is_twin: false, detail },
})
const WELL: PrinterNow = {
  is_online: true,
  is_cover_open: false,
  paper: 'enough',
  fault: 'none',
  drawer_level: 'low',
}
const health = (change: Partial<PrinterNow>): FromDevicesHost => ({
  kind: 'printer',
  device_code: 'PRINTER-1',
  printer: { ...WELL, ...change },
})

async function pageOf(desk: TestDesk): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'devices', about: '' } })
  if (!snapshot.page) throw new Error('no page')
  expect(pageFaults(snapshot.page)).toEqual([])
  return snapshot.page
}

async function rowsOf(desk: TestDesk, section_id: string): Promise<readonly PageRow[]> {
  const found = (await pageOf(desk)).sections.find((section) => section.section_id === section_id)
  return found?.kind === 'table' ? found.rows : []
}
const textsOf = ({ cells }: PageRow): readonly string[] => cells.map(({ text }) => text)
const stripOf = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.strip.devices
const lastUse = (asked: readonly ToDevicesHost[]): unknown => asked.findLast(({ kind }) => kind === 'use')

describe('setting a printer up', () => {
  test('on the network, by its address: used, and used again after a restart', async () => {
    const { desk, asked } = await wiredDesk()
    await network(desk)
    const wanted = {
      kind: 'use',
      devices: [
        {
          device_code: 'PRINTER-1',
          role: 'printer',
          place: { via: 'tcp', host: '192.168.1.50', port_number: 9100 },
          profile_code: 'epson-tm-t88v',
          drawer: null,
        },
      ],
    }
    expect(lastUse(asked)).toEqual(wanted)
    const [row] = await rowsOf(desk, 'printers')
    expect(row && textsOf(row).slice(0, 3)).toEqual([
      'Printer 1',
      says.network('192.168.1.50', '9100'),
      'Epson TM-T88V',
    ])
    const later: ToDevicesHost[] = []
    await desk.reopen({ askDevices: (one) => later.push(one) })
    expect(lastUse(later)).toEqual(wanted)
  })

  test('found by USB: its model is guessed from its name, and it is offered as nothing else', async () => {
    const { desk, asked, say } = await wiredDesk()
    await desk.ok('device.look', {})
    say({
      kind: 'discovered',
      number: 1,
      found: [{ place: USB, name: 'EPSON TM-T88VI', looks_like: 'printer', device_code: '' }],
    })
    const [found] = await rowsOf(desk, 'found')
    expect(found?.acts.map(({ label }) => label)).toEqual([says.use])
    expect(found?.acts[0]?.asks).toMatchObject([{ name: 'profile_code', value: 'epson-tm-t88vi' }])
    await desk.ok('device.add-printer', { commandId: desk.id(), place: USB, profile_code: 'epson-tm-t88vi' })
    expect(lastUse(asked)).toMatchObject({ devices: [{ place: USB, profile_code: 'epson-tm-t88vi' }] })
  })

  test('a Star that no profile knows is taken for no other printer: a person says what it is', async () => {
    const { desk, asked, say } = await wiredDesk()
    const place: PrinterPlace = { via: 'usb-printer', usb: { vendor_id: 0x0519, product_id: 9, serial_number: '' } }
    await desk.ok('device.look', {})
    say({
      kind: 'discovered',
      number: 1,
      found: [{ place, name: 'Star TSP743II', looks_like: 'printer', device_code: '' }],
    })
    const [found] = await rowsOf(desk, 'found')
    expect(found?.acts[0]?.asks).toMatchObject([{ name: 'profile_code', value: '', hint: says.star_unknown }])
    const refused = await desk.call('device.add-printer', { commandId: desk.id(), place })
    expect(refused).toMatchObject({ kind: 'refused', code: 'printer-model-unknown' })
    await desk.ok('device.add-printer', { commandId: desk.id(), place, profile_code: 'star-tsp650ii' })
    expect(lastUse(asked)).toMatchObject({ devices: [{ place, profile_code: 'star-tsp650ii' }] })
  })

  test('a printer queue of the computer: offered as a printer alone, what is not known is not said', async () => {
    const { desk, asked, say } = await wiredDesk()
    const place: PrinterPlace = { via: 'queue', name: 'EPSON_TM_T88VI' }
    await desk.ok('device.look', {})
    const queue = { place, name: 'EPSON TM-T88VI', looks_like: 'queue', device_code: '' } as const
    say({ kind: 'discovered', number: 1, found: [queue] })
    const [found] = await rowsOf(desk, 'found')
    expect(found && textsOf(found).slice(1)).toEqual([says.queue(place.name), words.devices.looks.queue])
    expect(found?.acts.map(({ label }) => label)).toEqual([says.use])
    expect(found?.acts[0]?.asks).toMatchObject([{ name: 'profile_code', value: 'epson-tm-t88vi' }])
    await desk.ok('device.add-printer', { commandId: desk.id(), place, profile_code: 'epson-tm-t88vi' })
    expect(lastUse(asked)).toMatchObject({ devices: [{ place }] })
    expect(await desk.call('device.add-printer', { commandId: desk.id(), place })).toMatchObject({
      code: 'device-known',
    })
    const shown = async (is: Parameters<typeof state>[0]) => {
      say(state(is))
      const [row] = await rowsOf(desk, 'printers')
      return row && [textsOf(row)[3], row.notes[0]]
    }
    expect(await shown('ready')).toEqual([says.mute, says.mute_advice])
    expect(await shown('waiting')).toEqual([says.queue_states.waiting, says.queue_advice.waiting])
    expect(await shown('absent')).toEqual([says.queue_states.absent, says.queue_advice.absent])
  })

  test('found on the network: used by one key, with its model, and told apart once it is', async () => {
    const { desk, asked, say } = await wiredDesk()
    const place: PrinterPlace = { via: 'tcp', host: '10.1.2.3', port_number: 9100 }
    await desk.ok('device.look', {})
    const printer = { place, name: 'Epson TM-m30II', looks_like: 'network-printer', device_code: '' } as const
    say({ kind: 'discovered', number: 1, found: [printer] })
    const [found] = await rowsOf(desk, 'found')
    const wanted = [printer.name, says.network(place.host, '9100'), words.devices.looks['network-printer']]
    expect(found && textsOf(found)).toEqual(wanted)
    expect(found?.enter).toMatchObject({ call: { method: 'device.add-printer', input: { place } } })
    await desk.ok('device.add-printer', { commandId: desk.id(), place, profile_code: 'epson-tm-m30' })
    expect(lastUse(asked)).toMatchObject({ devices: [{ place, profile_code: 'epson-tm-m30' }] })
    await desk.ok('device.look', {})
    say({ kind: 'discovered', number: 2, found: [{ ...printer, device_code: 'PRINTER-1' }] })
    expect((await rowsOf(desk, 'found'))[0]?.acts).toEqual([])
  })

  test('a serial port can be used as a printer; its line is asked, and what is left out stays', async () => {
    const { desk, asked, say } = await wiredDesk()
    await desk.ok('device.look', {})
    say({ kind: 'discovered', number: 1, found: [{ place: PORT, name: '', looks_like: 'port', device_code: '' }] })
    const [found] = await rowsOf(desk, 'found')
    expect(found?.acts.map(({ label }) => label)).toContain(says.use)
    const line = { speed: '38400', form: '8E1', flow: 'rts-cts' } as const
    await desk.ok('device.add-printer', { commandId: desk.id(), place: PORT, ...line })
    await desk.ok('device.set-printer', { commandId: desk.id(), device_code: 'PRINTER-1', speed: '115200' })
    expect(lastUse(asked)).toMatchObject({
      devices: [
        {
          profile_code: 'generic-80',
          place: { line: { baud_count: 115_200, data_bits_count: 8, parity: 'even', flow: 'rts-cts' } },
        },
      ],
    })
  })

  test('two of one model without a number are both used, told apart by their USB ports', async () => {
    const { desk, asked, say } = await wiredDesk()
    const at = (port: string): PrinterPlace => ({
      via: 'usb-printer',
      usb: { vendor_id: 0x04b8, product_id: 0x0202, serial_number: '', port },
    })
    await desk.ok('device.look', {})
    const twin = (port: string) => ({ place: at(port), name: '', looks_like: 'printer', device_code: '' }) as const
    say({ kind: 'discovered', number: 1, found: [twin('1-1'), twin('1-2')] })
    await desk.ok('device.add-printer', { commandId: desk.id(), place: at('1-1') })
    const same = await desk.call('device.add-printer', { commandId: desk.id(), place: at('1-1') })
    expect(same).toMatchObject({ code: 'device-known' })
    await desk.ok('device.add-printer', { commandId: desk.id(), place: at('1-2') })
    expect(lastUse(asked)).toMatchObject({ devices: [{ place: at('1-1') }, { place: at('1-2') }] })
    const places = (await rowsOf(desk, 'printers')).map((row) => textsOf(row)[1])
    expect(places).toEqual(['1-1', '1-2'].map((port) => words.devices.at_port('USB 04b8:0202', port)))
  })

  test('a port that no search finds is used by its name', async () => {
    const { desk, asked } = await wiredDesk()
    const input = { commandId: desk.id(), path: '/dev/ttyS2', profile_code: 'star-tsp100iv', speed: '38400' } as const
    await desk.ok('device.add-printer-port', input)
    expect(lastUse(asked)).toMatchObject({
      devices: [{ role: 'printer', place: { usb: null, path: '/dev/ttyS2', line: { baud_count: 38_400 } } }],
    })
    const [row] = await rowsOf(desk, 'printers')
    expect([row?.enter, row?.acts.filter(({ key }) => key === 'T').length]).toEqual([null, 1])
  })

  test('a model that nobody knows is refused by its code, and nothing is changed', async () => {
    const { desk, asked } = await wiredDesk()
    await network(desk)
    const asked_count = asked.length
    const [at, unknown] = [{ host: '10.0.0.9' }, { profile_code: 'no-such-model' }]
    const refused = { kind: 'refused', code: 'printer-model-unknown' }
    const added = await desk.call('device.add-network-printer', { commandId: desk.id(), ...at, ...unknown })
    const set = { commandId: desk.id(), device_code: 'PRINTER-1', ...unknown }
    expect([added, await desk.call('device.set-printer', set)]).toMatchObject([refused, refused])
    expect(asked).toHaveLength(asked_count)
  })

  test('the same printer twice is refused; a change of one that is not there, too', async () => {
    const { desk } = await wiredDesk()
    await network(desk)
    const input = { commandId: desk.id(), host: '192.168.1.50' }
    expect(await desk.call('device.add-network-printer', input)).toMatchObject({ code: 'device-known' })
    const other = { commandId: desk.id(), device_code: 'PRINTER-9' }
    expect(await desk.call('device.set-printer', other)).toMatchObject({ code: 'no-such-device' })
    expect(await desk.call('device.test-printer', { device_code: 'PRINTER-9' })).toMatchObject({
      code: 'no-such-device',
    })
  })

  test('is for who looks after the desk', async () => {
    const { desk } = await wiredDesk()
    await network(desk)
    await benAtDesk(desk)
    for (const [method, input] of [
      ['device.add-network-printer', { commandId: desk.id(), host: '10.0.0.1' }],
      ['device.test-printer', { device_code: 'PRINTER-1' }],
    ] as const)
      expect(await desk.call(method, input)).toMatchObject({ kind: 'refused', code: 'not-permitted' })
  })
})

describe('how a printer is', () => {
  test.each<[string, Partial<PrinterNow>, string, string]>([
    ['nothing is wrong', {}, words.devices.states.ready, ENGLISH.words.screen.strip.printers.ready],
    ['paper low', { paper: 'near-end' }, says.near_end, ENGLISH.words.screen.strip.printers.near_end],
    ['no paper', { paper: 'out' }, says.held['paper-out'], ENGLISH.words.screen.strip.printers['paper-out']],
    [
      'cover open',
      { is_cover_open: true, paper: 'out' },
      says.held['cover-open'],
      ENGLISH.words.screen.strip.printers['cover-open'],
    ],
    ['cutter jammed', { fault: 'cutter' }, says.faults.cutter, ENGLISH.words.screen.strip.printers.fault],
    ['no answer', { is_online: false }, says.held.offline, ENGLISH.words.screen.strip.printers.offline],
  ])('%s: on the page in words, and on the strip of every screen', async (_what, change, page, strip) => {
    const { desk, say } = await wiredDesk()
    await network(desk)
    say(state('ready'))
    say(health(change))
    const [row] = await rowsOf(desk, 'printers')
    expect(row && textsOf(row)[3]).toBe(page)
    expect((await stripOf(desk)).says).toContain(strip)
    expect((await stripOf(desk)).tone).toBe(Object.keys(change).length === 0 ? 'ok' : 'warn')
  })

  test('one that answers nothing is in use, and whether it could print is not said', async () => {
    const { desk, say } = await wiredDesk()
    await desk.ok('device.add-network-printer', { commandId: desk.id(), host: '10.0.0.7', profile_code: 'star-tsp100' })
    say(state('ready'))
    const [row] = await rowsOf(desk, 'printers')
    expect([row && textsOf(row)[3], row?.notes]).toEqual([says.mute, [says.mute_advice]])
    expect((await stripOf(desk)).says).toContain(ENGLISH.words.screen.strip.printers.mute)
  })

  test('in use by another computer, and its last error, until the desk restarts', async () => {
    const { desk, say } = await wiredDesk()
    await network(desk)
    say(state('busy', 'connect ECONNREFUSED'))
    const [row] = await rowsOf(desk, 'printers')
    expect(row && textsOf(row)[3]).toBe(says.network_states.busy)
    expect(row?.notes).toContain(says.network_advice.busy)
    say(state('ready'))
    const [later] = await rowsOf(desk, 'printers')
    expect(later?.details).toEqual([says.last_error('connect ECONNREFUSED'), words.devices.beep.cannot])
  })

  test('one that talks nonsense is told once it does, until it is opened again', async () => {
    const { desk, say } = await wiredDesk()
    await network(desk)
    say(state('ready'))
    say({ kind: 'nonsense', device_code: 'PRINTER-1' })
    expect((await rowsOf(desk, 'printers'))[0]?.notes).toContain(says.nonsense)
    say(state('waiting'))
    expect((await rowsOf(desk, 'printers'))[0]?.notes).not.toContain(says.nonsense)
  })
})

describe('the test page', () => {
  test.each<[string, WorkEnd, string]>([
    ['printed', { end: 'done', detail: '' }, says.test_ends.done()],
    ['not printed', { end: 'not-done', detail: 'paper-out' }, says.test_again],
    ['unknown', { end: 'may-be-done', detail: 'no-answer' }, says.test_ends['may-be-done'](says.reason['no-answer'])],
  ])('%s: sent once, told, and no entry', async (_what, end, note) => {
    const { desk, asked, say } = await wiredDesk()
    await network(desk)
    say(state('ready'))
    const { events_count } = await desk.ok('journal.verify', {})
    await desk.ok('device.test-printer', { device_code: 'PRINTER-1' })
    expect((await rowsOf(desk, 'printers'))[0]?.notes).toContain(says.test_sent)
    const [work, more] = asked.filter((one) => one.kind === 'do')
    if (work?.kind !== 'do') throw new Error('no work')
    expect([more, work.device_code, work.work.kind]).toEqual([undefined, 'PRINTER-1', 'print'])
    say({ kind: 'ended', work_ref: 'of another', device_code: 'PRINTER-1', end: 'done', detail: '' })
    say({ kind: 'ended', work_ref: work.work_ref, device_code: 'PRINTER-1', ...end })
    expect((await rowsOf(desk, 'printers'))[0]?.notes).toContain(note)
    expect((await desk.ok('journal.verify', {})).events_count).toBe(events_count)
  })

  test('what kept it from being printed is told until the printer is ready', async () => {
    const { desk, asked, say } = await wiredDesk()
    await network(desk)
    await desk.ok('device.test-printer', { device_code: 'PRINTER-1' })
    const work = asked.find((one) => one.kind === 'do')
    say({
      kind: 'ended',
      work_ref: work?.work_ref ?? '',
      device_code: 'PRINTER-1',
      end: 'not-done',
      detail: 'paper-out',
    })
    const reason = says.test_ends['not-done'](says.reason['paper-out'])
    expect((await rowsOf(desk, 'printers'))[0]?.notes).toContain(reason)
    say(state('ready'))
    expect((await rowsOf(desk, 'printers'))[0]?.notes).not.toContain(reason)
  })

  test('when the devices process ends meanwhile, it may have been printed', async () => {
    const { desk, say } = await wiredDesk()
    await network(desk)
    await desk.ok('device.test-printer', { device_code: 'PRINTER-1' })
    say({ kind: 'host', state: 'restarting' })
    say({ kind: 'host', state: 'up' })
    const note = says.test_ends['may-be-done'](says.reason.lost)
    expect((await rowsOf(desk, 'printers'))[0]?.notes).toContain(note)
  })

  test.each(PROFILES.map((profile) => [profile.code, profile] as const))(
    'on %s: the digits fill one line, the barcode is drawn, and so are the lines without letters',
    (_code, profile) => {
      const facts = { printer: 'Printer 1', columns_count: profile.columns }
      const bytes = encodeReceipt(printerTestPaper(facts, wordsIn('en')), profile, { job: 1 })
      const { happened } = new SimulatedPrinter(profile).receive(bytes)
      const lines = happened.flatMap((one) => (one.happened === 'line' ? [one.text.trim()] : []))
      const ruler = Array.from({ length: profile.columns }, (_, at) => (at + 1) % 10).join('')
      // A Star without letters of its own draws every line: makers-documents.test.ts reads its page.
      const isDrawn = profile.raster === 'star-rows'
      const told = [ruler, '29999000000000'].filter((text) => lines.includes(text))
      expect(told).toEqual(isDrawn ? [] : [ruler, '29999000000000'])
      expect(happened.filter((one) => one.happened === 'picture').length).toBeGreaterThanOrEqual(isDrawn ? 1 : 4)
      expect(happened.filter((one) => one.happened === 'pulse' || one.happened === 'unknown')).toEqual([])
    },
  )
})
