/** A beep, to try a device: who is offered it, what the devices process is asked, and what the page says of it. */
import { expect, test } from 'vitest'
import type { DeviceSetup } from '../../../../shared/devices/setup.ts'
import type { FromDevicesHost, WorkEnd } from '../../../../shared/devices/wire.ts'
import type { PageRow } from '../../../../shared/desk/page.ts'
import { ENGLISH } from '../../../support/said.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { benAtDesk } from '../../support/staff.ts'
import { wiredDesk } from '../../support/wired-desk.ts'

const XENON = {
  via: 'hid',
  usb: { vendor_id: 0x0c2e, product_id: 0x0b61, serial_number: 'A1' },
  usage_page: 0x8c,
  usage: 2,
} as const satisfies DeviceSetup['place']
const words = ENGLISH.words.pages

const now = (state: 'ready' | 'absent', device_code = 'SCANNER-1'): FromDevicesHost => ({
  kind: 'now',
  device: { device_code, state, is_twin: false, detail: '' },
})
const BEEPER: FromDevicesHost = { kind: 'beeper', device_code: 'SCANNER-1' }

async function scannerDesk() {
  const wired = await wiredDesk()
  await wired.desk.ok('device.add-scanner', { commandId: wired.desk.id(), place: XENON, side: 'any' })
  return wired
}

async function rowOf(desk: TestDesk, section_id: string): Promise<PageRow> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'devices', about: '' } })
  expect(snapshot.page && pageFaults(snapshot.page)).toEqual([])
  const found = snapshot.page?.sections.find((section) => section.section_id === section_id)
  const row = found?.kind === 'table' ? found.rows[0] : undefined
  if (!row) throw new Error('no row')
  return row
}
const isOffered = ({ acts }: PageRow): boolean => acts.some(({ call }) => call?.method === 'device.beep')

test('is offered by a scanner that said it can, and only while it is open', async () => {
  const { desk, say } = await scannerDesk()
  const { cannot } = words.devices.beep
  // Nobody knows yet.
  expect(await rowOf(desk, 'own').then((row) => [isOffered(row), row.details])).toEqual([false, []])
  say(now('ready'))
  expect(await rowOf(desk, 'own').then((row) => [isOffered(row), row.details])).toEqual([false, [cannot]])
  expect(await desk.call('device.beep', { device_code: 'SCANNER-1' })).toMatchObject({ code: 'no-beeper' })
  say(BEEPER)
  say(now('ready'))
  expect(await rowOf(desk, 'own').then((row) => [isOffered(row), row.details])).toEqual([true, []])
  say(now('absent'))
  expect(isOffered(await rowOf(desk, 'own'))).toBe(false)
  say(BEEPER)
  say({ kind: 'host', state: 'restarting' })
  say({ kind: 'host', state: 'up' })
  expect(isOffered(await rowOf(desk, 'own'))).toBe(false)
})

test.each<[string, WorkEnd, string]>([
  ['told', { end: 'done', detail: '' }, words.devices.beep.ends.done()],
  ['not told', { end: 'not-done', detail: 'lost' }, words.devices.beep.ends['not-done'](words.printers.reason.lost)],
  [
    'nobody knows',
    { end: 'may-be-done', detail: 'not-taken' },
    words.devices.beep.ends['may-be-done'](words.printers.reason['not-taken']),
  ],
])('%s: asked once, said on the page, and no entry', async (_what, end, note) => {
  const { desk, asked, say } = await scannerDesk()
  say(BEEPER)
  say(now('ready'))
  const { events_count } = await desk.ok('journal.verify', {})
  await desk.ok('device.beep', { device_code: 'SCANNER-1' })
  expect((await rowOf(desk, 'own')).notes).toEqual([words.devices.beep.sent])
  const work = asked.filter((one) => one.kind === 'do')
  expect(work).toMatchObject([{ device_code: 'SCANNER-1', work: { kind: 'beep' } }])
  say({ kind: 'ended', work_ref: work[0]?.work_ref ?? '', device_code: 'SCANNER-1', ...end })
  expect((await rowOf(desk, 'own')).notes).toEqual([note])
  expect((await desk.ok('journal.verify', {})).events_count).toBe(events_count)
})

test('of a receipt printer the page says that nothing is known to sound it', async () => {
  const { desk } = await wiredDesk()
  await desk.ok('device.add-network-printer', { commandId: desk.id(), host: '10.0.0.9', profile_code: 'epson-tm-t88v' })
  const row = await rowOf(desk, 'printers')
  expect([isOffered(row), row.details]).toEqual([false, [words.devices.beep.cannot]])
  expect(await desk.call('device.beep', { device_code: 'PRINTER-1' })).toMatchObject({ code: 'no-beeper' })
  expect(await desk.call('device.beep', { device_code: 'SCANNER-9' })).toMatchObject({ code: 'no-such-device' })
})

test('is for who looks after the desk', async () => {
  const { desk, say } = await scannerDesk()
  say(BEEPER)
  await benAtDesk(desk)
  const input = { device_code: 'SCANNER-1' }
  expect(await desk.call('device.beep', input)).toMatchObject({ kind: 'refused', code: 'not-permitted' })
})
