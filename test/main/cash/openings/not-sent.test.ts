/**
 * A drawer behind a printer that cannot open it: the pulse is never sent later, and the clerk hears why, also one who
 * comes after it. The devices process is played by the test; the desk, its files and its clock are real.
 */
import { expect, test } from 'vitest'
import type { NotSent } from '../../../../shared/devices/drawer/not-sent.ts'
import type { PrinterNow, ToDevicesHost } from '../../../../shared/devices/wire.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pulsesOn, withDevices, type DrawerDesk } from '../../support/drawer-desk.ts'
import { READY } from '../../support/printer-desk.ts'
import { printerAt } from '../../support/printers.ts'
import { PIN } from '../../support/small-library.ts'
import { signInAs } from '../../support/staff.ts'
import { ENGLISH } from '../../../support/said.ts'

const CODE = 'PRINTER-1'
const says = ENGLISH.words.outcomes.devices.drawer.not_sent
const atPrinter = () => withDevices([printerAt(CODE, 9100, 'DRAWER-1')])

/** The spooler runs after what the desk does; two turns of the loop are enough for it. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((done) => setImmediate(done))
}

const ready = ({ say }: DrawerDesk, more: Partial<PrinterNow> = {}): void => {
  say({ kind: 'now', device: { device_code: CODE, state: 'ready', is_twin: false, detail: '' } })
  say({ kind: 'printer', device_code: CODE, printer: { ...READY, ...more } })
}
const open = (desk: TestDesk) =>
  desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
const begun = (asked: readonly ToDevicesHost[]): string[] =>
  asked.flatMap((one) => (one.kind === 'do' ? [one.work.kind] : []))

/** What the band says of a drawer that stayed shut; null: nothing of it. */
async function told(desk: TestDesk): Promise<string | null> {
  await turns()
  const { snapshot } = await desk.ok('desk.snapshot', {})
  const found = Object.entries(says).find(([, one]) => snapshot.band?.sentence.includes(one.says))
  return found?.[0] ?? null
}

test.each<[NotSent, Partial<PrinterNow>]>([
  ['paper-out', { paper: 'out', is_online: false }],
  ['cover-open', { is_cover_open: true, is_online: false }],
  ['fault', { fault: 'cutter', is_online: false }],
])('a printer with %s: the clerk hears it right away, and the drawer stays shut', async (reason, state) => {
  const wire = await atPrinter()
  ready(wire, state)
  await open(wire.desk)
  expect(await told(wire.desk)).toBe(reason)
  ready(wire)
  await turns()
  expect(begun(wire.asked)).toEqual([])
  expect(await pulsesOn(wire.desk)).toMatchObject([{ status: 'abandoned', reason: 'too-late' }])
})

test('a printer that is away is waited for, five seconds; then the clerk hears it, and no pulse comes', async () => {
  const wire = await atPrinter()
  await open(wire.desk)
  expect(await told(wire.desk)).toBeNull()
  wire.desk.clock.pass(5_000)
  await turns()
  await wire.desk.ok('desk.snapshot', {})
  expect(await told(wire.desk)).toBe('away')
  ready(wire)
  await turns()
  expect(begun(wire.asked)).toEqual([])
})

test('a printer that answers that it has no paper: told with its reason, and over', async () => {
  const wire = await atPrinter()
  ready(wire)
  await open(wire.desk)
  await turns()
  const work = wire.asked.find((one) => one.kind === 'do')
  wire.say({
    kind: 'ended',
    work_ref: work?.kind === 'do' ? work.work_ref : '',
    device_code: CODE,
    end: 'not-done',
    detail: 'paper-out',
  })
  expect(await told(wire.desk)).toBe('paper-out')
  expect(await pulsesOn(wire.desk)).toMatchObject([{ status: 'abandoned', reason: 'not-done' }])
})

test('the printer is taken out of use while it has the pulse: the clerk hears that no drawer opened', async () => {
  const wire = await atPrinter()
  ready(wire)
  await open(wire.desk)
  await turns()
  const work = wire.asked.find((one) => one.kind === 'do')
  await wire.desk.ok('device.remove', { commandId: wire.desk.id(), device_code: CODE })
  const work_ref = work?.kind === 'do' ? work.work_ref : ''
  wire.say({ kind: 'ended', work_ref, device_code: CODE, end: 'not-done', detail: 'removed' })
  expect(await told(wire.desk)).not.toBeNull()
})

test('the printer is taken out of use before it has the pulse: the clerk hears that no drawer opened', async () => {
  const wire = await atPrinter()
  await open(wire.desk)
  await turns()
  await wire.desk.ok('device.remove', { commandId: wire.desk.id(), device_code: CODE })
  wire.desk.clock.pass(5_000)
  await turns()
  await wire.desk.ok('desk.snapshot', {})
  expect(await told(wire.desk)).toBe('away')
  expect(begun(wire.asked)).toEqual([])
})

test('nobody is signed in by then: whoever comes next hears it, once', async () => {
  const wire = await atPrinter()
  const { desk } = wire
  await open(desk)
  await turns()
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  desk.clock.pass(5_000)
  ready(wire)
  await turns()
  ready(wire)
  expect(await told(desk)).toBeNull()
  await signInAs(desk, { initials: 'RO', pin: PIN })
  expect(await told(desk)).not.toBeNull()
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  await signInAs(desk, { initials: 'RO', pin: PIN })
  expect(await told(desk)).toBeNull()
  expect(begun(wire.asked)).toEqual([])
})

test('the desk stops before it is sent: it stays shut, and the clerk hears that after the start', async () => {
  const wire = await atPrinter()
  await open(wire.desk)
  const asked: ToDevicesHost[] = []
  const desk = await wire.desk.reopen({ askDevices: (one) => asked.push(one) })
  await signInAs(desk, { initials: 'RO', pin: PIN })
  expect(await told(desk)).toBe('desk-stopped')
  ready({ desk, asked, say: (said) => desk.station.devicesSaid(said) })
  await turns()
  expect(begun(asked)).toEqual([])
})

test('a printer that could not make a paper opens its drawer even so, without a pause', async () => {
  const wire = await atPrinter()
  const { desk } = wire
  ready(wire)
  await open(desk)
  await turns()
  const end = (detail: '' | 'broken'): void => {
    const work = wire.asked.findLast((one) => one.kind === 'do')
    const work_ref = work?.kind === 'do' ? work.work_ref : ''
    wire.say({ kind: 'ended', work_ref, device_code: CODE, end: detail === '' ? 'done' : 'not-done', detail })
  }
  end('broken')
  await desk.ok('drawer.pulse', { commandId: desk.id(), drawer_code: 'DRAWER-1', reason: 'count', of_ref: '' })
  await turns()
  expect(begun(wire.asked)).toEqual(['pulse', 'pulse'])
})
