/** What opens cash drawers, on the devices page: set up at a port, found, at a printer; its sensor learned; tried. */
import { describe, expect, test } from 'vitest'
import type { FromDevicesHost, ToDevicesHost } from '../../../../shared/devices/wire.ts'
import type { DeviceSetup } from '../../../../shared/devices/setup.ts'
import type { PageView } from '../../../../shared/desk/page.ts'
import type { TestDesk } from '../../support/desk.ts'
import { BOX, drawerDesk, withDevices } from '../../support/drawer-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { recorded } from '../../support/staff.ts'
import { ENGLISH } from '../../../support/said.ts'

const says = ENGLISH.words.pages.drawer_devices

async function pageOf(desk: TestDesk): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'devices', about: '' } })
  if (!snapshot.page) throw new Error('no page')
  expect(pageFaults(snapshot.page)).toEqual([])
  return snapshot.page
}

function rowsOf(page: PageView): readonly (readonly string[])[] {
  const found = page.sections.find(({ section_id }) => section_id === 'drawers')
  return found?.kind === 'table' ? found.rows.map(({ cells }) => cells.map(({ text }) => text)) : []
}

const lastUsed = (asked: readonly ToDevicesHost[]): readonly DeviceSetup[] => {
  const last = asked.findLast((one) => one.kind === 'use')
  return last?.kind === 'use' ? last.devices : []
}

describe('a box of its own', () => {
  test('is set up at a port, and shown with its drawer and its sensor', async () => {
    const { desk, asked, say } = await drawerDesk()
    expect(lastUsed(asked)).toMatchObject([{ device_code: BOX, trigger_code: 'any-character', drawer: 'DRAWER-1' }])
    say({ kind: 'now', device: { device_code: BOX, state: 'ready', is_twin: false, detail: '' } })
    const { states } = ENGLISH.words.pages.devices
    expect(rowsOf(await pageOf(desk))).toMatchObject([
      ['Cash drawer', expect.anything(), states.ready, says.says_nothing],
    ])
    say({ kind: 'drawer', device_code: BOX, is_open: true })
    desk.clock.pass(500)
    say({ kind: 'drawer', device_code: BOX, is_open: true })
    expect(rowsOf(await pageOf(desk))[0]?.[3]).toBe(says.is_open)
  })

  test('of the HID class is what it says of itself, whatever is chosen', async () => {
    const { desk, asked } = await drawerDesk({}, [])
    const usb = { vendor_id: 0x0d3a, product_id: 0x0203, serial_number: '' }
    const place = { via: 'hid', usb, usage_page: 0xffa0, usage: 1 } as const
    const add = { place, trigger_code: 'any-character', drawer: 'DRAWER-1' }
    await desk.ok('device.add-drawer', { commandId: desk.id(), ...add })
    expect(lastUsed(asked)).toMatchObject([{ trigger_code: 'posiflex-3' }])
    const again = await desk.call('device.add-drawer', { commandId: desk.id(), ...add })
    expect(again).toMatchObject({ kind: 'refused', code: 'device-known' })
  })

  test.each([
    ['a drawer that the library does not have', { drawer: 'CELLAR' }, 'drawer-unknown'],
    ['a box that nobody knows', { trigger_code: 'posiflex-3' }, 'no-such-device'],
  ])('%s is refused', async (_, wrong, code) => {
    const { desk } = await drawerDesk({}, [])
    const box = { path: '/dev/ttyS1', trigger_code: 'any-character', drawer: 'DRAWER-1', ...wrong }
    const refused = await desk.call('device.add-drawer-port', { commandId: desk.id(), ...box })
    expect(refused).toMatchObject({ kind: 'refused', code })
  })

  test('is tried from the page: an opening without a sale', async () => {
    const { desk } = await drawerDesk()
    const page = await pageOf(desk)
    const section = page.sections.find(({ section_id }) => section_id === 'drawers')
    const act = section?.kind === 'table' ? section.rows[0]?.acts.find(({ key }) => key === 'T') : undefined
    expect(act?.call).toEqual({
      method: 'drawer.pulse',
      input: { drawer_code: 'DRAWER-1', reason: 'test', of_ref: '' },
    })
    await desk.ok('drawer.pulse', { commandId: desk.id(), drawer_code: 'DRAWER-1', reason: 'test', of_ref: '' })
    expect(await recorded(desk, 'drawer-pulsed')).toMatchObject([{ reason: 'test', session_ref: null }])
  })
})

const PRINTER: DeviceSetup = {
  device_code: 'PRINTER-1',
  role: 'printer',
  place: { via: 'tcp', host: 'printer.local', port_number: 9100 },
  profile_code: 'epson-tm-t20',
  drawer: null,
}
const AT_PRINTER = { drawer: 'DRAWER-1', connector: 0, open_level: 'unknown' } as const
const printer = (drawer_level: 'low' | 'high' | 'unknown'): FromDevicesHost => ({
  kind: 'printer',
  device_code: 'PRINTER-1',
  printer: { is_online: true, is_cover_open: false, paper: 'enough', fault: 'none', drawer_level },
})

describe('at a printer', () => {
  const atPrinter = async () => {
    const made = await withDevices([PRINTER])
    const { desk } = made
    const wired = { device_code: 'PRINTER-1', drawer: 'DRAWER-1', connector: '2' } as const
    await desk.ok('device.set-drawer', { commandId: desk.id(), ...wired })
    const learn = (is_open: boolean) =>
      desk.call('device.drawer-level', { commandId: desk.id(), device_code: 'PRINTER-1', is_open })
    return { ...made, learn }
  }
  const drawerIn = (asked: readonly ToDevicesHost[]): unknown => {
    const [one] = lastUsed(asked)
    return one?.role === 'printer' ? one.drawer : null
  }

  test.each([
    ['high', 'low', 'high'],
    ['low', 'high', 'low'],
  ] as const)('open is %s and shut is %s: open is %s from then on', async (open, shut, learned) => {
    const { desk, asked, say, learn } = await atPrinter()
    expect(drawerIn(asked)).toEqual({ drawer: 'DRAWER-1', connector: 1, open_level: 'unknown' })
    expect(rowsOf(await pageOf(desk))[0]?.[3]).toBe(says.not_learned)
    say(printer(open))
    expect(await learn(true)).toMatchObject({ kind: 'ok' })
    expect(rowsOf(await pageOf(desk))[0]?.[3]).toBe(says.half_learned.open)
    say(printer(shut))
    expect(await learn(false)).toMatchObject({ kind: 'ok' })
    expect(drawerIn(asked)).toEqual({ drawer: 'DRAWER-1', connector: 1, open_level: learned })
    say(printer(shut))
    desk.clock.pass(500)
    say(printer(shut))
    expect(rowsOf(await pageOf(desk))[0]?.[3]).toBe(says.is_shut)
    desk.clock.pass(500)
    say(printer(open))
    desk.clock.pass(500)
    say(printer(open))
    expect(rowsOf(await pageOf(desk))[0]?.[3]).toBe(says.is_open)
  })

  test('is first on the page, with the words of its printer', async () => {
    const { desk, say } = await atPrinter()
    const page = await pageOf(desk)
    expect(page.sections[0]?.section_id).toBe('drawers')
    const busy = { device_code: 'PRINTER-1', state: 'busy', is_twin: false, detail: '' } as const
    say({ kind: 'now', device: busy })
    expect(rowsOf(await pageOf(desk))[0]?.[2]).toBe(ENGLISH.words.pages.printers.network_states.busy)
  })

  test('a sensor that says the same of both, or nothing, is not learned', async () => {
    const { asked, say, learn } = await atPrinter()
    expect(await learn(true)).toMatchObject({ kind: 'refused', code: 'drawer-level-unknown' })
    say(printer('high'))
    await learn(true)
    expect(await learn(false)).toMatchObject({ kind: 'refused', code: 'drawer-level-same' })
    expect(drawerIn(asked)).toMatchObject({ open_level: 'unknown' })
  })

  test('another connector is learned again', async () => {
    const { desk, asked, say, learn } = await atPrinter()
    say(printer('high'))
    await learn(true)
    say(printer('low'))
    await learn(false)
    const same = { device_code: 'PRINTER-1', drawer: 'DRAWER-1', connector: '2' } as const
    await desk.ok('device.set-drawer', { commandId: desk.id(), ...same })
    expect(drawerIn(asked)).toMatchObject({ open_level: 'high' })
    await desk.ok('device.set-drawer', { commandId: desk.id(), ...same, connector: '1' })
    expect(drawerIn(asked)).toEqual({ drawer: 'DRAWER-1', connector: 0, open_level: 'unknown' })
    await desk.ok('device.set-drawer', { commandId: desk.id(), ...same, drawer: '' })
    expect(drawerIn(asked)).toBeNull()
  })
})

describe('the top strip', () => {
  const { drawers } = ENGLISH.words.screen.strip
  const well = { is_online: true, is_cover_open: false, paper: 'enough', fault: 'none', drawer_level: 'low' } as const

  test.each([
    ['prints', well, { tone: 'ok', says: drawers.ready }],
    ['has paper for a few receipts', { ...well, paper: 'near-end' }, { tone: 'ok', says: drawers.ready }],
    ['has no paper', { ...well, paper: 'out' }, { tone: 'warn', says: drawers.away('Cash drawer') }],
    ['has its cover open', { ...well, is_cover_open: true }, { tone: 'warn', says: drawers.away('Cash drawer') }],
    ['has a jammed cutter', { ...well, fault: 'cutter' }, { tone: 'warn', says: drawers.away('Cash drawer') }],
    ['does not answer', { ...well, is_online: false }, { tone: 'warn', says: drawers.away('Cash drawer') }],
    ['has said nothing yet', null, { tone: 'ok', says: '' }],
  ] as const)('with a printer that %s', async (_, is, strip) => {
    const { desk, say } = await withDevices([{ ...PRINTER, drawer: AT_PRINTER }])
    say({ kind: 'now', device: { device_code: 'PRINTER-1', state: 'ready', is_twin: false, detail: '' } })
    if (is !== null) say({ kind: 'printer', device_code: 'PRINTER-1', printer: is })
    expect((await desk.ok('desk.snapshot', {})).snapshot.strip.drawers).toEqual(strip)
  })

  test('with a printer that answers nothing, says only that the drawer is set up, and learns no sensor', async () => {
    const { desk, say } = await withDevices([{ ...PRINTER, profile_code: 'star-tsp100', drawer: AT_PRINTER }])
    say({ kind: 'now', device: { device_code: 'PRINTER-1', state: 'ready', is_twin: false, detail: '' } })
    expect((await desk.ok('desk.snapshot', {})).snapshot.strip.drawers).toEqual({ tone: 'ok', says: drawers.mute })
    const page = await pageOf(desk)
    const section = page.sections.find(({ section_id }) => section_id === 'drawers')
    const [row] = section?.kind === 'table' ? section.rows : []
    expect(row?.cells[3]?.text).toBe(says.says_nothing)
    expect(row?.acts.map(({ key }) => key)).toEqual(['T', 'O'])
  })
})
