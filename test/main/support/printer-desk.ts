/** A desk with receipt printers, and the devices process as the test plays it: what was asked, and what it answers. */
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import type { FromDevicesHost, PrinterNow, ToDevicesHost, WorkEnd } from '../../../shared/devices/wire.ts'
import { openDesk, makeFiles, rosaAt, type TestDesk } from './desk.ts'
import { testFolder } from './folders.ts'
import { printerAt, setUpDevices } from './printers.ts'

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

export const READY: PrinterNow = {
  is_online: true,
  is_cover_open: false,
  paper: 'enough',
  fault: 'none',
  drawer_level: 'unknown',
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
