/** A desk with receipt printers, and the devices process as the test plays it: what was asked, and what it answers. */
import { keepOwn } from '../../../main/journal/own-values.ts'
import { openStore } from '../../../main/store/store.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import type { FromDevicesHost, PrinterNow, ToDevicesHost, WorkEnd } from '../../../shared/devices/wire.ts'
import { openDesk, makeFiles, rosaAt, type TestDesk } from './desk.ts'
import { KEY } from './fakes.ts'
import { testFolder } from './folders.ts'

export type Do = Extract<ToDevicesHost, { kind: 'do' }>

export type PrinterDesk = {
  readonly desk: TestDesk
  readonly asked: ToDevicesHost[]
  readonly say: (said: FromDevicesHost) => void
  /** What was begun, oldest first, once the spooler has had its turn. */
  readonly begun: () => Promise<readonly Do[]>
  readonly ready: (device_code?: string) => void
  readonly ends: (work: Do | undefined, end: WorkEnd['end'], detail?: WorkEnd['detail']) => void
}

export const printerAt = (device_code: string, port_number: number): DeviceSetup => ({
  device_code,
  role: 'printer',
  place: { via: 'tcp', host: '127.0.0.1', port_number },
  profile_code: 'epson-tm-t88v',
  drawer: { drawer: 'MAIN', connector: 0, open_level: 'unknown' },
})

export const READY: PrinterNow = {
  is_online: true,
  is_cover_open: false,
  paper: 'enough',
  fault: 'none',
  drawer_level: 'unknown',
}

/** Sets devices up as a person would, before the desk is opened. */
export function setUpDevices(folder: string, devices: readonly DeviceSetup[]): void {
  const store = openStore(folder, KEY)
  keepOwn(store.db, { devices: JSON.stringify({ devices, used_count: {} }) })
  store.close()
}

/** The spooler runs after what the desk does; two turns of the loop are enough for it. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((done) => setImmediate(done))
}

export function wired(desk: TestDesk, asked: ToDevicesHost[]): PrinterDesk {
  const say = (said: FromDevicesHost): void => desk.station.devicesSaid(said)
  return {
    desk,
    asked,
    say,
    begun: async () => {
      await turns()
      return asked.filter((one) => one.kind === 'do')
    },
    ready: (device_code = 'PRINTER-1') => {
      say({ kind: 'now', device: { device_code, state: 'ready', is_twin: false, detail: '' } })
      say({ kind: 'printer', device_code, printer: READY })
    },
    ends: (work, end, detail = '') => {
      if (!work) throw new Error('nothing was begun')
      say({ kind: 'ended', work_ref: work.work_ref, device_code: work.device_code, end, detail })
    },
  }
}

/** The small library with two printers, Rosa Ortiz signed in. */
export async function printerDesk(
  devices: readonly DeviceSetup[] = [printerAt('PRINTER-1', 9100), printerAt('PRINTER-2', 9101)],
): Promise<PrinterDesk> {
  const folder = testFolder()
  makeFiles(folder)
  setUpDevices(folder, devices)
  const asked: ToDevicesHost[] = []
  const desk = await rosaAt(await openDesk(folder, { askDevices: (one) => asked.push(one) }))
  return wired(desk, asked)
}
