/** Devices at a real desk: what a manager sets up, what the devices process is asked, and what the screen says. */
import { describe, expect, test } from 'vitest'
import type { DevicePlace } from '../../../../shared/devices/setup.ts'
import type { DeviceNow, FromDevicesHost, ToDevicesHost } from '../../../../shared/devices/wire.ts'
import type { PageView } from '../../../../shared/desk/page.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { benAtDesk } from '../../support/staff.ts'
import { wiredDesk } from '../../support/wired-desk.ts'
import { ENGLISH } from '../../../support/said.ts'

const XENON: DevicePlace = {
  via: 'hid',
  usb: { vendor_id: 0x0c2e, product_id: 0x0b61, serial_number: 'A1' },
  usage_page: 0x8c,
  usage: 2,
}
const words = ENGLISH.words.pages.devices

const now = (state: DeviceNow['state'], more: Partial<DeviceNow> = {}): FromDevicesHost => ({
  kind: 'now',
  device: { device_code: 'SCANNER-1', state, is_twin: false, detail: '', ...more },
})

async function pageOf(desk: TestDesk): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'devices', about: '' } })
  if (!snapshot.page) throw new Error('no page')
  expect(pageFaults(snapshot.page)).toEqual([])
  return snapshot.page
}

function rowsOf(page: PageView, section_id: string): readonly string[][] {
  const found = page.sections.find((section) => section.section_id === section_id)
  return found?.kind === 'table'
    ? found.rows.map(({ cells, notes }) => [...cells.map(({ text }) => text), ...notes])
    : []
}

const added = (desk: TestDesk, more = {}) =>
  desk.ok('device.add-scanner', { commandId: desk.id(), place: XENON, side: 'any', ...more })

const devicesIn = (asked: readonly ToDevicesHost[]): readonly string[] => {
  const last = asked.findLast((one) => one.kind === 'use')
  return last?.kind === 'use' ? last.devices.map(({ device_code }) => device_code) : []
}

describe('setting a scanner up', () => {
  test('looked for, found, used, and used again after a restart', async () => {
    const { desk, asked, say } = await wiredDesk()
    await desk.ok('device.look', {})
    expect(asked.at(-1)).toEqual({ kind: 'discover', number: 1 })
    say({
      kind: 'discovered',
      number: 1,
      found: [{ place: XENON, name: 'Honeywell Xenon', looks_like: 'scanner', device_code: '' }],
    })
    expect(rowsOf(await pageOf(desk), 'found')).toEqual([
      ['Honeywell Xenon', 'USB 0c2e:0b61, serial no. A1', words.looks.scanner],
    ])
    await added(desk)
    expect(devicesIn(asked)).toEqual(['SCANNER-1'])
    say(now('ready'))
    expect(rowsOf(await pageOf(desk), 'own').map((cells) => cells.slice(0, 4))).toEqual([
      ['Scanner 1', 'USB 0c2e:0b61, serial no. A1', words.sides.any, words.states.ready],
    ])
    const later: ToDevicesHost[] = []
    await desk.reopen({ askDevices: (one) => later.push(one) })
    expect(devicesIn(later)).toEqual(['SCANNER-1'])
  })

  test('the answer to an earlier search is not shown', async () => {
    const { desk, say } = await wiredDesk()
    await desk.ok('device.look', {})
    await desk.ok('device.look', {})
    say({ kind: 'discovered', number: 1, found: [] })
    const page = await pageOf(desk)
    expect(page.sections.find(({ section_id }) => section_id === 'found')).toMatchObject({ empty: words.looking })
  })

  test('what was just looked for, and what was just scanned, is first on a page longer than the screen', async () => {
    const { desk } = await wiredDesk()
    const sections = async (): Promise<readonly string[]> =>
      (await pageOf(desk)).sections.map(({ section_id }) => section_id)
    expect((await sections()).slice(-2)).toEqual(['tried', 'found'])
    await desk.ok('device.look', {})
    expect((await sections())[0]).toBe('found')
    await desk.scan(ITEMS.warmth)
    expect((await sections()).slice(0, 2)).toEqual(['tried', 'found'])
    expect(await sections()).toHaveLength(7)
  })

  test('one that is in use already is not added twice; a second one that looks the same is', async () => {
    const { desk, asked, say } = await wiredDesk()
    await added(desk)
    const twice = await desk.call('device.add-scanner', { commandId: desk.id(), place: XENON, side: 'any' })
    expect(twice).toMatchObject({ kind: 'refused', code: 'device-known' })
    await desk.ok('device.look', {})
    const twin = { place: XENON, name: '', looks_like: 'scanner', device_code: '' } as const
    say({ kind: 'discovered', number: 1, found: [twin, twin] })
    await added(desk)
    expect(devicesIn(asked)).toEqual(['SCANNER-1', 'SCANNER-2'])
  })

  test('a port, its line and its framing; changed, and what is left out stays', async () => {
    const { desk, asked } = await wiredDesk()
    const line = { speed: '19200', form: '7E1', ends: 'silence', prefix: '~' } as const
    await desk.ok('device.add-port', { commandId: desk.id(), path: '/dev/ttyS3', side: 'in', ...line })
    await desk.ok('device.set-scanner', { commandId: desk.id(), device_code: 'SCANNER-1', side: 'out', speed: '4800' })
    const last = asked.findLast((one) => one.kind === 'use')
    expect(last).toMatchObject({
      devices: [
        {
          side: 'out',
          framing: { prefix: [0x7e], ends: [] },
          place: {
            via: 'serial',
            usb: null,
            path: '/dev/ttyS3',
            line: { baud_count: 4800, data_bits_count: 7, parity: 'even', stop_bits_count: 1 },
          },
        },
      ],
    })
  })

  test('a prefix that is too long is refused, and nothing is set up', async () => {
    const { desk, asked } = await wiredDesk()
    const input = { commandId: desk.id(), path: '/dev/ttyS3', side: 'any', prefix: '123456789' } as const
    expect(await desk.call('device.add-port', input)).toMatchObject({ kind: 'refused', code: 'prefix-too-long' })
    expect(devicesIn(asked)).toEqual([])
  })

  test('a code is never given again', async () => {
    const { desk, asked } = await wiredDesk()
    await added(desk)
    await desk.ok('device.remove', { commandId: desk.id(), device_code: 'SCANNER-1' })
    expect(devicesIn(asked)).toEqual([])
    await added(desk)
    expect(devicesIn(asked)).toEqual(['SCANNER-2'])
    const gone = await desk.call('device.remove', { commandId: desk.id(), device_code: 'SCANNER-1' })
    expect(gone).toMatchObject({ kind: 'refused', code: 'no-such-device' })
  })

  test('each change is an entry, and a repeated command changes nothing', async () => {
    const { desk } = await wiredDesk()
    const input = { commandId: desk.id(), place: XENON, side: 'any' } as const
    await desk.ok('device.add-scanner', input)
    await desk.ok('device.add-scanner', input)
    const { events } = await desk.ok('journal.recent', { limit: 5 })
    expect(events.filter(({ kind }) => kind === 'device-set')).toHaveLength(1)
  })

  test('is for who looks after the desk', async () => {
    const { desk } = await wiredDesk()
    await benAtDesk(desk)
    const refused = await desk.call('device.look', {})
    expect(refused).toMatchObject({ kind: 'refused', code: 'not-permitted' })
  })

  test('a program without devices says so', async () => {
    const desk = await workingDesk()
    expect(await desk.call('device.look', {})).toMatchObject({ kind: 'refused', code: 'no-devices-here' })
    expect((await pageOf(desk)).lead).toBe(words.host.none)
  })
})

describe('how a device is', () => {
  test.each(['absent', 'opening', 'ready', 'waiting', 'denied', 'busy', 'flapping'] as const)(
    'told in words, with what to do: %s',
    async (state) => {
      const { desk, say } = await wiredDesk()
      await added(desk)
      say(now(state))
      const [row = []] = rowsOf(await pageOf(desk), 'own')
      expect(row[3]).toBe(words.states[state])
      expect(row.slice(4)).toEqual(words.advice[state] === '' ? [] : [words.advice[state]])
    },
  )

  test('two alike', async () => {
    const { desk, say } = await wiredDesk()
    await added(desk)
    say(now('ready', { is_twin: true }))
    const [row = []] = rowsOf(await pageOf(desk), 'own')
    expect(row.slice(4)).toEqual([words.twin])
  })

  test('on the strip of every screen, until it is well again', async () => {
    const { desk, say } = await wiredDesk()
    const strip = async () => (await desk.ok('desk.snapshot', {})).snapshot.strip.devices
    const { scanners } = ENGLISH.words.screen.strip
    expect(await strip()).toEqual({ tone: 'ok', says: scanners.keyboard })
    await added(desk)
    say(now('absent'))
    expect(await strip()).toEqual({ tone: 'warn', says: scanners.missing(1) })
    say(now('ready'))
    expect(await strip()).toEqual({ tone: 'ok', says: scanners.ready(1) })
    say({ kind: 'host', state: 'restarting' })
    expect((await strip()).tone).toBe('warn')
  })

  test('each change reaches the screen by itself', async () => {
    const { desk, say } = await wiredDesk()
    await added(desk)
    const before = desk.pushes.filter(({ topic }) => topic === 'desk-changed').length
    say(now('ready'))
    expect(desk.pushes.filter(({ topic }) => topic === 'desk-changed').length).toBe(before + 1)
  })
})

describe('a scan of a device', () => {
  const scan = async (desk: TestDesk, text: string, scanner: string) =>
    (await desk.ok('desk.scan', { commandId: desk.id(), text, source: 'scan', scanner })).snapshot

  test('is a scan like any other', async () => {
    const { desk } = await wiredDesk()
    await added(desk)
    expect((await scan(desk, CARDS.dana, 'SCANNER-1')).patron).not.toBeNull()
  })

  test('of a scanner for check in turns the desk to check in, and that of one for check out back again', async () => {
    const { desk } = await wiredDesk()
    await added(desk, { side: 'in' })
    await desk.ok('device.add-port', { commandId: desk.id(), path: '/dev/ttyS3', side: 'out' })
    await desk.ok('desk.go', { page: null })
    await scan(desk, CARDS.dana, 'SCANNER-2')
    await scan(desk, ITEMS.warmth, 'SCANNER-2')
    const back = await scan(desk, ITEMS.warmth, 'SCANNER-1')
    expect([back.mode, back.totals.in_count, back.patron]).toEqual(['in', 1, null])
    const out = await scan(desk, CARDS.dana, 'SCANNER-2')
    expect([out.mode, out.patron !== null]).toEqual(['out', true])
  })

  test('on the devices page only shows what was read', async () => {
    const { desk } = await wiredDesk()
    await added(desk, { side: 'in' })
    await pageOf(desk)
    const { page, patron, mode } = await scan(desk, CARDS.dana, 'SCANNER-1')
    expect([page?.ref.place, patron, mode]).toEqual(['devices', null, 'out'])
    const tried = page?.sections.find(({ section_id }) => section_id === 'tried')
    expect(tried).toMatchObject({ facts: [{ label: 'Scanner 1', text: words.tried(CARDS.dana) }] })
  })

  test('that was no scan is said once, and changes nothing', async () => {
    const { desk, say } = await wiredDesk()
    await added(desk)
    await scan(desk, CARDS.dana, 'SCANNER-1')
    const { events_count } = await desk.ok('journal.verify', {})
    say({ kind: 'misread', device_code: 'SCANNER-1', fault: 'half-report' })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.band).toMatchObject({ outcome: 'stop', heading: ENGLISH.words.outcomes.devices.misread.heading })
    expect(snapshot.patron).not.toBeNull()
    expect((await desk.ok('journal.verify', {})).events_count).toBe(events_count)
  })
})
